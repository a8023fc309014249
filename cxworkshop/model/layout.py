"""Where everything on the wall lies: lanes, columns and card rectangles of one journey. Pure geometry.

Measured in wall units: one is one pixel at 100 % and 0.75 pt in a report. The canvas and the report both draw from
this; neither arranges anything itself.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from cxworkshop.model.board import Board, cell_order
from cxworkshop.model.lanes import LANES, Lane, lane_of
from cxworkshop.model.records import Card

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
WIDEST_STAGE = 2  # cards side by side in one stage
CURVE_HEIGHT = 104.0
EMPTY_LANE = 56.0

Measure = Callable[[str], float]  # the width of a text in wall units, at TITLE_SIZE


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
    lane: Lane
    y: float
    height: float

    @property
    def bottom(self) -> float:
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class ColumnBox:
    """A stage as a column, or one of two others: `stage` None for cards without a stage ("unplaced") and for
    processes of other journeys that this one rests on ("elsewhere")."""

    role: str
    stage: str | None
    x: float
    width: float
    across: int  # cards side by side

    @property
    def right(self) -> float:
        return self.x + self.width


@dataclass(frozen=True, slots=True)
class CardBox:
    """A card on the wall: its rectangle, and its title broken into lines (the last ends in … when there is more)."""

    card: str
    rect: Rect
    lines: tuple[str, ...]
    lane: str
    column: int


@dataclass(frozen=True)
class WallLayout:
    """The whole wall of one journey. `curve_x`: the x of each touchpoint's point on the experience curve."""

    journey: str | None
    lanes: tuple[LaneBox, ...]
    columns: tuple[ColumnBox, ...]
    boxes: Mapping[str, CardBox]
    width: float
    height: float
    curve_x: Mapping[str, float] = field(default_factory=dict)

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
) -> WallLayout:
    """Lay out the wall of `journey` (None: only cards without a stage).

    `depths` gives the depth of every process (None or missing: it reaches no need). `guests` are values and
    processes of other journeys that needs of this one rest on; they stand in a last column of their own.
    """
    stages = board.stages(journey) if journey else []
    cells = _cells(board, journey, [stage.id for stage in stages], depths, guests)
    columns = _columns([stage.id for stage in stages], cells)
    lanes, boxes, y = [], {}, HEADER_HEIGHT
    for lane in LANES:
        held = {column: cards for (lane_id, column), cards in cells.items() if lane_id == lane.id}
        if not held and not lane.always:
            continue
        placed, height = _fill(lane, held, columns, y, measure)
        boxes.update(placed)
        lanes.append(LaneBox(lane, y, height))
        y += height
    width = columns[-1].right if columns else LABEL_WIDTH + CARD_WIDTH + 2 * GAP
    people = [box.rect.right + GAP for box in boxes.values() if box.lane == "personas"]
    curve_x = _curve_x(board, journey, columns)
    return WallLayout(journey, tuple(lanes), columns, boxes, max([width, *people]), y, curve_x)


_UNPLACED, _ELSEWHERE = -1, -2
_Cells = dict[tuple[str, int], list[Card]]


def _cells(
    board: Board, journey: str | None, stages: list[str], depths: Mapping[str, int | None], guests: Collection[str]
) -> _Cells:
    rank = {stage: number for number, stage in enumerate(stages)}
    cells: _Cells = defaultdict(list)
    for card in board.cards.values():
        lane = lane_of(card.kind, depths.get(card.id))
        if lane is None or (card.kind == "persona" and not _walks_here(board, card, journey)):
            continue
        column = 0 if card.kind == "persona" else _column_of(board, card, rank, guests)
        if column is not None:
            cells[(lane.id, column)].append(card)
    for cards in cells.values():
        cards.sort(key=_order_in_cell)
    return cells


def _order_in_cell(card: Card) -> tuple[Any, ...]:
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
        return _ELSEWHERE
    return None if _lies_in_a_journey(board, stage) else _UNPLACED


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


def _columns(stages: list[str], cells: _Cells) -> tuple[ColumnBox, ...]:
    wanted: list[tuple[str, str | None, int]] = [("stage", stage, rank) for rank, stage in enumerate(stages)]
    present = {column for _, column in cells}
    if _UNPLACED in present or not stages:
        wanted.append(("unplaced", None, _UNPLACED))
    if _ELSEWHERE in present:
        wanted.append(("elsewhere", None, _ELSEWHERE))
    columns, x = [], LABEL_WIDTH
    for role, stage, number in wanted:
        many = max(
            (len(cells.get((lane.id, number), ())) for lane in LANES if lane.kind not in ("persona", "")), default=0
        )
        touchpoints = len(cells.get(("touchpoints", number), ()))
        across = WIDEST_STAGE if touchpoints > 1 or many > 4 else 1
        width = across * (CARD_WIDTH + GAP) + GAP
        columns.append(ColumnBox(role, stage, x, width, across))
        x += width
    return tuple(columns)


def _fill(
    lane: Lane, held: Mapping[int, list[Card]], columns: tuple[ColumnBox, ...], top: float, measure: Measure
) -> tuple[dict[str, CardBox], float]:
    if lane.kind == "":
        return {}, CURVE_HEIGHT
    if lane.kind == "persona":
        return _row(lane, held.get(0, []), top, measure)
    placed: dict[str, CardBox] = {}
    deepest = top
    for index, column in enumerate(columns):
        number = index if column.role == "stage" else _UNPLACED if column.role == "unplaced" else _ELSEWHERE
        cards = held.get(number, [])
        y = top + GAP
        for start in range(0, len(cards), column.across):
            row = cards[start : start + column.across]
            tallest = 0.0
            for across, card in enumerate(row):
                lines = title_lines(card.title, measure)
                rect = Rect(column.x + GAP + across * (CARD_WIDTH + GAP), y, CARD_WIDTH, _height(card, lines))
                placed[card.id] = CardBox(card.id, rect, lines, lane.id, index)
                tallest = max(tallest, rect.height)
            y += tallest + GAP
        deepest = max(deepest, y)
    return placed, max(deepest - top, EMPTY_LANE)


def _row(lane: Lane, cards: list[Card], top: float, measure: Measure) -> tuple[dict[str, CardBox], float]:
    placed, x, tallest = {}, LABEL_WIDTH + GAP, 0.0
    for card in cards:
        lines = title_lines(card.title, measure)
        rect = Rect(x, top + GAP, CARD_WIDTH, _height(card, lines))
        placed[card.id] = CardBox(card.id, rect, lines, lane.id, 0)
        tallest = max(tallest, rect.height)
        x += CARD_WIDTH + GAP
    return placed, max(tallest + 2 * GAP, EMPTY_LANE)


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


def _curve_x(board: Board, journey: str | None, columns: tuple[ColumnBox, ...]) -> dict[str, float]:
    by_stage: dict[str | None, list[str]] = defaultdict(list)
    for touchpoint in board.touchpoints(journey) if journey else []:
        by_stage[touchpoint.stage].append(touchpoint.id)
    points = {}
    for column in columns:
        own = by_stage.get(column.stage, []) if column.role == "stage" else []
        for number, touchpoint_id in enumerate(own):
            points[touchpoint_id] = column.x + column.width * (number + 0.5) / len(own)
    return points


def title_lines(title: str, measure: Measure) -> tuple[str, ...]:
    """A title broken into at most MOST_LINES lines that fit a card."""
    return wrap(title, TEXT_WIDTH, MOST_LINES, measure)


_MOST_CHARACTERS = 2000  # of a title that is looked at; more fit no card


@lru_cache(maxsize=50_000)
def wrap(text: str, width: float, most: int, measure: Measure) -> tuple[str, ...]:
    """`text` broken at spaces into at most `most` lines of `width`; long words are cut, what is left ends in …"""
    words = text.split()
    shown = " ".join(words)
    if len(shown) > _MOST_CHARACTERS:
        words = f"{shown[: _MOST_CHARACTERS - 1]}…".split()
    lines: list[str] = []
    line = ""
    for word in words:
        joined = f"{line} {word}" if line else word
        if measure(joined) <= width:
            line = joined
            continue
        if line:
            lines.append(line)
        *whole, line = _cut(word, width, measure)
        lines.extend(whole)
        if len(lines) > most:
            break
    lines.append(line)
    if len(lines) > most:
        lines = [*lines[: most - 1], _shortened(f"{lines[most - 1]}…", width, measure)]
    return tuple(lines)


def _cut(word: str, width: float, measure: Measure) -> list[str]:
    pieces = []
    while measure(word) > width and len(word) > 1:
        fit = 1  # grown from one letter: measuring a long word's beginnings from its end takes minutes
        while fit < len(word) - 1 and measure(word[: fit + 1]) <= width:
            fit += 1
        while fit > 1 and _belong_together(word[fit - 1], word[fit]):
            fit -= 1
        pieces.append(word[:fit])
        word = word[fit:]
    return [*pieces, word]


def _belong_together(one: str, two: str) -> bool:
    """Whether two characters are seen as one: a letter and its accent, the parts of a joined emoji."""
    return unicodedata.combining(two) > 0 or two in "\u200d\ufe0e\ufe0f" or one == "\u200d"


def _shortened(line: str, width: float, measure: Measure) -> str:
    while measure(line) > width and len(line) > 2:
        line = f"{line[:-2].rstrip()}…"
    return line


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
