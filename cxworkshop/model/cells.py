"""Which cell of a wall each card stands in, and how wide that makes the stages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from math import ceil, sqrt
from typing import Any

from cxworkshop.model.board import Board, cell_order
from cxworkshop.model.boxes import CARD_WIDTH, ELSEWHERE, GAP, LABEL_WIDTH, UNPLACED, Cell, ColumnBox
from cxworkshop.model.folding import FOLDED_STAGE, NOTHING_FOLDED, Folded
from cxworkshop.model.lanes import Lanes, lanes_of
from cxworkshop.model.records import Card

WIDEST_STAGE = 6  # cards side by side in one stage, so that a report page still takes it
ROWS_PER_COLUMN = 3  # a full cell is this many times as many rows deep as it is cards wide

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
