"""Where everything on the wall lies: lanes, columns and card rectangles of one journey. Pure geometry.

Measured in wall units: one is one pixel at 100 % and 0.75 pt in a report. The canvas and the report both draw from
this; neither arranges anything itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from math import ceil, sqrt
from typing import TYPE_CHECKING, Any, NamedTuple

from cxworkshop.model.board import Board, cell_order
from cxworkshop.model.folding import FOLDED_STAGE, NOTHING_FOLDED, Folded
from cxworkshop.model.lanes import Lane, Lanes, lanes_of
from cxworkshop.model.records import Card
from cxworkshop.model.wrapping import Measure, wrap

if TYPE_CHECKING:
    from cxworkshop.model.blocks import Boxes

LABEL_WIDTH = 118.0  # the lane names on the left
HEADER_HEIGHT = 36.0  # the stage names on top
CARD_WIDTH = 162.0
GAP = 10.0  # between cards, and between a card and its cell
PADDING = 8.0  # inside a card, above and below its text
BAND = 5.0  # the colour band on a card's left side
TEXT_WIDTH = CARD_WIDTH - BAND - 2 * 9.0
TITLE_SIZE, TITLE_LINE = 13.0, 16.0
META_SIZE, META_LINE = 11.0, 18.0
MOST_LINES = 4  # of a title; the rest is told by a tooltip and the inspector
WIDEST_STAGE = 6  # cards side by side in one stage, so that a report page still takes it
ROWS_PER_COLUMN = 3  # a full cell is this many times as many rows deep as it is cards wide
FEWEST_IN_A_ROW = 6  # of a lane without columns
CURVE_HEIGHT = 104.0
EMPTY_LANE = 56.0

__all__ = [
    "BAND", "CARD_WIDTH", "CURVE_HEIGHT", "EMPTY_LANE", "GAP", "HEADER_HEIGHT", "LABEL_WIDTH", "META_LINE", "META_SIZE",
    "MOST_LINES", "PADDING", "TEXT_WIDTH", "TITLE_LINE", "TITLE_SIZE", "WIDEST_STAGE", "CardBox", "ColumnBox",
    "LaneBox", "Measure", "Rect", "WallLayout", "edge_curve", "has_meta", "lay_out", "title_lines", "wrap",
]  # fmt: skip


class Rect(NamedTuple):
    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def centre(self) -> tuple[float, float]:
        return self.x + self.width / 2, self.y + self.height / 2

    def contains(self, x: float, y: float) -> bool:
        return self.x <= x < self.right and self.y <= y < self.bottom

    def meets(self, other: Rect) -> bool:
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom


@dataclass(frozen=True, slots=True)
class LaneBox:
    """`folded`: how many cards are folded away in it (None: it is open)."""

    lane: Lane
    y: float
    height: float
    folded: int | None = None

    @property
    def bottom(self) -> float:
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class ColumnBox:
    """A stage as a column, or one of two others: `stage` None for cards without a stage ("unplaced") and for
    processes of other journeys that this one rests on ("elsewhere"). `folded`: how many cards are folded away in it
    (None: it is open)."""

    role: str
    stage: str | None
    x: float
    width: float
    across: int  # cards side by side
    folded: int | None = None

    @property
    def right(self) -> float:
        return self.x + self.width


class CardBox(NamedTuple):
    """A card on the wall: its rectangle, and its title broken into lines (the last ends in … when there is more)."""

    card: str
    rect: Rect
    lines: tuple[str, ...]
    lane: str
    column: int


@dataclass(frozen=True)
class WallLayout:
    """The whole wall of one journey. `curve_x`: the x of each touchpoint's point on the experience curve. `hidden`: the
    lanes that people have hidden, and how many cards of this wall each holds."""

    journey: str | None
    lanes: tuple[LaneBox, ...]
    columns: tuple[ColumnBox, ...]
    boxes: Boxes
    width: float
    height: float
    curve_x: Mapping[str, float] = field(default_factory=dict)
    hidden: tuple[tuple[Lane, int], ...] = ()

    def lane_at(self, y: float) -> LaneBox | None:
        return next((box for box in self.lanes if box.y <= y < box.bottom), None)

    def column_at(self, x: float) -> ColumnBox | None:
        return next((box for box in self.columns if box.x <= x < box.right), None)

    def lane_box(self, lane_id: str) -> LaneBox | None:
        return next((box for box in self.lanes if box.lane.id == lane_id), None)

    def cell(self, lane_id: str, column: int) -> list[CardBox]:
        """The cards of one cell, in reading order."""
        return [box for box in self.boxes.values() if box.lane == lane_id and box.column == column]


def lay_out(
    board: Board,
    journey: str | None,
    depths: Mapping[str, int | None],
    measure: Measure,
    guests: Collection[str] = (),
    folded: Folded = NOTHING_FOLDED,
) -> WallLayout:
    """Lay out the wall of `journey` (None: only cards without a stage); cards in what is `folded` have no box.

    `depths` gives the depth of every process (None or missing: it reaches no need). `guests` are values and
    processes of other journeys that needs of this one rest on; they stand in a last column of their own.
    """
    from cxworkshop.model.arrangement import Arrangement  # it is made of the pieces below

    return Arrangement(board, journey, depths, measure, guests, folded).layout


UNPLACED, ELSEWHERE = -1, -2  # the numbers of the columns that are no stage
Cell = tuple[str, int]  # the id of a lane, the number of a column
Cells = dict[Cell, list[Card]]


def cells_of(
    board: Board, journey: str | None, stages: list[str], depths: Mapping[str, int | None], guests: Collection[str]
) -> Cells:
    """The cards of every cell that holds some, in reading order."""
    rank = {stage: number for number, stage in enumerate(stages)}
    lanes = lanes_of(board)
    cells: Cells = defaultdict(list)
    for card in board.cards.values():
        cell = cell_of(board, card, journey, rank, depths, guests, lanes)
        if cell is not None:
            cells[cell].append(card)
    for cards in cells.values():
        cards.sort(key=order_in_cell)
    return cells


def cell_of(
    board: Board,
    card: Card,
    journey: str | None,
    rank: Mapping[str, int],
    depths: Mapping[str, int | None],
    guests: Collection[str],
    lanes: Lanes,
) -> Cell | None:
    """The cell a card stands in; None where it is not on this wall. `rank` numbers the journey's stages."""
    lane = lanes.of(card, depths.get(card.id))
    if lane is None:
        return None
    if card.kind == "persona":
        return (lane.id, 0) if _walks_here(board, card, journey) else None
    column = _column_of(board, card, rank, guests)
    return None if column is None else (lane.id, column)


def order_in_cell(card: Card) -> tuple[Any, ...]:
    """The sort key of the cards of one cell."""
    position = card.get("position", 0) if card.kind == "touchpoint" else 0  # elsewhere it is somebody's unknown field
    return (position, *cell_order(card))


def _column_of(board: Board, card: Card, rank: Mapping[str, int], guests: Collection[str]) -> int | None:
    """The number of the card's column; None where another journey's wall has it. A stage that is missing, is no stage
    or lies in no journey is none: the card would stand on no wall at all."""
    stage = card.stage
    if card.kind == "improvement":
        stage = _stage_improved(board, card, rank)
    if stage in rank:
        return rank[str(stage)]
    if card.id in guests:
        return ELSEWHERE
    return None if _lies_in_a_journey(board, stage) else UNPLACED


def _stage_improved(board: Board, card: Card, rank: Mapping[str, int]) -> str | None:
    """An improvement has no stage of its own: it stands under the first thing it improves here, or elsewhere."""
    stages = [target.stage for target in board.targets(card.id, "improves")]
    here = next((stage for stage in stages if stage in rank), None)
    return here or next((stage for stage in stages if _lies_in_a_journey(board, stage)), None)


def _lies_in_a_journey(board: Board, stage: str | None) -> bool:
    found = board.find(stage)
    return found is not None and found.kind == "stage" and board.journey_of(found) is not None


def _walks_here(board: Board, persona: Card, journey: str | None) -> bool:
    """A persona that walks no journey stands on the walls of its side; where its side has no journey, on every one."""
    targets = board.targets(persona.id, "walks")
    walked = [target if target.kind == "journey" else board.journey_of(target) for target in targets]
    if any(walked):
        return any(found is not None and found.id == journey for found in walked)
    sides = {own.id: board.side_of(own) for own in board.of_kind("journey")}
    side = board.side_of(persona)
    return sides.get(journey or "") in (side, None) or side not in sides.values()


def columns_of(stages: list[str], cells: Cells, lanes: Lanes, folded: Folded = NOTHING_FOLDED) -> tuple[ColumnBox, ...]:
    """The stages from left to right, then the two other columns where they are needed. Hidden lanes widen none."""
    wanted: list[tuple[str, str | None, int]] = [("stage", stage, rank) for rank, stage in enumerate(stages)]
    deep = [lane.id for lane in lanes.shown if lane.kind not in ("persona", "")]
    present = {column for _, column in cells}
    if UNPLACED in present or not stages:
        wanted.append(("unplaced", None, UNPLACED))
    if ELSEWHERE in present:
        wanted.append(("elsewhere", None, ELSEWHERE))
    columns, x = [], LABEL_WIDTH
    for role, stage, number in wanted:
        if stage in folded.stages:
            away = sum(len(cards) for (lane, own), cards in cells.items() if own == number and lane != "personas")
            columns.append(ColumnBox(role, stage, x, FOLDED_STAGE, 1, away))
            x += FOLDED_STAGE
            continue
        many = max((len(cells.get((lane, number), ())) for lane in deep), default=0)
        touchpoints = len(cells.get(("touchpoints", number), ()))
        across = _side_by_side(many, touchpoints)
        width = across * (CARD_WIDTH + GAP) + GAP
        columns.append(ColumnBox(role, stage, x, width, across))
        x += width
    return tuple(columns)


def _side_by_side(many: int, touchpoints: int) -> int:
    """How many cards wide a stage is whose fullest cell holds `many`: a wall of many cards stays about as wide as deep,
    so that it can be seen whole. Two touchpoints stand side by side from the start, one after the other in time."""
    if many <= 4 and touchpoints <= 1:
        return 1
    return min(max(ceil(sqrt(many / ROWS_PER_COLUMN)), 2), WIDEST_STAGE)


def column_number(index: int, column: ColumnBox) -> int:
    """The number by which the cells of a column are known."""
    return index if column.role == "stage" else UNPLACED if column.role == "unplaced" else ELSEWHERE


def fill_cell(
    lane: Lane, index: int, column: ColumnBox, cards: list[Card], top: float, measure: Measure
) -> tuple[dict[str, CardBox], float]:
    """The cards of one cell in rows, and where the last of them ends, the gap under it included."""
    placed: dict[str, CardBox] = {}
    y = top + GAP
    for start in range(0, len(cards), column.across):
        x, tallest = column.x + GAP, 0.0
        for card in cards[start : start + column.across]:
            lines = title_lines(card.title, measure)
            rect = Rect(x, y, CARD_WIDTH, _height(card, lines))
            placed[card.id] = CardBox(card.id, rect, lines, lane.id, index)
            tallest = max(tallest, rect.height)
            x += CARD_WIDTH + GAP
        y += tallest + GAP
    return placed, y


def fill_rows(
    lane: Lane, cards: list[Card], columns: tuple[ColumnBox, ...], top: float, measure: Measure
) -> tuple[dict[str, CardBox], float]:
    """The cards of a lane without columns in rows as wide as all columns together, and where the last row ends, the gap
    under it included. Few columns still leave room for FEWEST_IN_A_ROW."""
    right = columns[-1].right if columns else 0.0
    across = max(int((right - LABEL_WIDTH - GAP) // (CARD_WIDTH + GAP)), FEWEST_IN_A_ROW)
    everywhere = ColumnBox("", None, LABEL_WIDTH, right - LABEL_WIDTH, across)
    return fill_cell(lane, 0, everywhere, cards, top, measure)


def _height(card: Card, lines: tuple[str, ...]) -> float:
    return 2 * PADDING + max(len(lines), 1) * TITLE_LINE + (META_LINE if has_meta(card) else 0.0)


_META_FIELDS: dict[str, tuple[str, ...]] = {
    "persona": ("aim", "quote"),
    "touchpoint": ("channel", "moment_of_truth"),
    "problem": ("severity", "frequency"),
    "need": ("importance", "satisfaction"),
    "improvement": ("status", "due"),
    "note": ("author",),
}


def has_meta(card: Card) -> bool:
    """Whether a card shows a line under its title (a process always does: its owner, or that it has none)."""
    return card.kind == "process" or any(_says_something(card.get(name)) for name in _META_FIELDS.get(card.kind, ()))


def _says_something(value: Any) -> bool:
    return bool(value) or (value is not False and value == 0)  # a score of 0 is a score


def curve_points(cells: Cells, columns: tuple[ColumnBox, ...]) -> dict[str, float]:
    """The x of each touchpoint's point on the experience curve."""
    points: dict[str, float] = {}
    for index, column in enumerate(columns):
        if column.role == "stage" and column.folded is None:
            own = cells.get(("touchpoints", index), ())
            step = column.width / max(len(own), 1)
            points.update((card.id, column.x + step * (number + 0.5)) for number, card in enumerate(own))
    return points


def title_lines(title: str, measure: Measure) -> tuple[str, ...]:
    """A title broken into at most MOST_LINES lines that fit a card."""
    return wrap(title, TEXT_WIDTH, MOST_LINES, measure)


def edge_curve(source: Rect, target: Rect) -> tuple[tuple[float, float], ...]:
    """The cubic Bézier curve of a link: start, two control points, end.

    Leaves from and arrives at the sides that face each other, above and below first, so that it runs between cards.
    """
    (sx, sy), (tx, ty) = source.centre, target.centre
    if source.bottom <= target.y or target.bottom <= source.y:
        down = source.bottom <= target.y
        y1, y2 = (source.bottom, target.y) if down else (source.y, target.bottom)
        reach = max(abs(y2 - y1) / 2, 14.0) * (1 if down else -1)
        return (sx, y1), (sx, y1 + reach), (tx, y2 - reach), (tx, y2)
    right = sx <= tx
    x1, x2 = (source.right, target.x) if right else (source.x, target.right)
    reach = max(abs(x2 - x1) / 2, 14.0) * (1 if right else -1)
    return (x1, sy), (x1 + reach, sy), (x2 - reach, ty), (x2, ty)
