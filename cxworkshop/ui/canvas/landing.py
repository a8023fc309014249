"""Where a card would land if it were let go here: on a card, or in a cell. Changes nothing."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from cxworkshop.actions.links import new_sentences
from cxworkshop.model.boxes import CARD_WIDTH, GAP, HEADER_HEIGHT, ColumnBox, Rect
from cxworkshop.model.lanes import lane_of
from cxworkshop.model.links import verbs_between
from cxworkshop.ui.canvas.picture import Picture

NUDGE = 5.0  # how far the neighbours of a landing place step aside


@dataclass(frozen=True)
class Landing:
    """`on`: the card it would be linked to (`fits` False: no verb is left to join them), else a place in a column.

    `stage` is where it would stand, `before` the neighbour it would come before (None: last). `cell` is the rectangle
    to light up, `line` the place between cards as (x1, y1, x2, y2), `aside` how far neighbours step aside (dx, dy).
    `refused`: nothing can be put here. `lane`: the own lane that notes would go to ("": the one for notes; None: they
    stay in theirs).
    """

    on: str | None = None
    fits: bool = True
    stage: str | None = None
    before: str | None = None
    cell: Rect | None = None
    line: tuple[float, float, float, float] | None = None
    aside: dict[str, tuple[float, float]] = field(default_factory=dict)
    refused: bool = False
    lane: str | None = None


def landing_of_cards(picture: Picture, cards: Sequence[str], held: str, x: float, y: float) -> Landing:
    """Where dragged cards would land, `held` being the one under the pointer, (x, y) the pointer in wall units."""
    board, target = picture.board, _under(picture, x, y, cards)
    own = picture.boxes[held].lane
    if target is not None and len(cards) == 1:
        fits = bool(new_sentences(board, held, target))
        if (fits or picture.boxes[target].lane != own) and _in_middle(picture.rect(target), y):
            return Landing(on=target, fits=fits)
    stands, lane = _lane_for(picture, board.card(held).kind, own, y)
    return replace(_in_column(picture, stands, board.card(held).kind, x, y, set(cards)), lane=lane)


def _lane_for(picture: Picture, kind: str, lane: str | None, y: float) -> tuple[str | None, str | None]:
    """The lane where a card of this kind would stand, and where a note would go as `Landing.lane` says it: a note may
    stand in any lane that holds notes, everything else has its own."""
    under = picture.lane_at(y)
    if kind != "note" or under is None or under.lane.kind != "note":
        return lane, None
    return under.lane.id, under.lane.id if under.lane.own else ""


def landing_of_kind(picture: Picture, kind: str, x: float, y: float) -> Landing:
    """Where a new card of a kind would land."""
    target = _under(picture, x, y, ())
    lane = lane_of(kind, None)
    if target is not None and _in_middle(picture.rect(target), y):
        other = picture.board.card(target).kind
        fits = bool(verbs_between(kind, other) or verbs_between(other, kind))
        if fits:
            return Landing(on=target, stage=_stage_of(picture, target))
    own = None if lane is None or kind == "process" else lane.id
    own, to = _lane_for(picture, kind, own, y)
    return replace(_in_column(picture, own, kind, x, y, set()), lane=to)


def _under(picture: Picture, x: float, y: float, but: Collection[str]) -> str | None:
    return next(
        (
            card
            for card in picture.cards_in(Rect(x, y, 0.01, 0.01))
            if card not in but and picture.rect(card).contains(x, y)
        ),
        None,
    )


def _in_middle(rect: Rect, y: float) -> bool:
    return rect.y + rect.height * 0.22 <= y <= rect.bottom - rect.height * 0.22


def _stage_of(picture: Picture, card: str) -> str | None:
    return picture.layout.columns[picture.boxes[card].column].stage if picture.layout.columns else None


def _in_column(picture: Picture, lane: str | None, kind: str, x: float, y: float, but: Collection[str]) -> Landing:
    found = picture.column_at(x)
    if found is None and picture.layout.columns:
        columns = picture.layout.columns  # beside all columns: the nearest one
        found = (0, columns[0]) if x < columns[0].x else (len(columns) - 1, columns[-1])
    if found is None or found[1].role == "elsewhere":
        return Landing(refused=True)
    number, column = found
    box = picture.layout.lane_box(lane) if lane else None
    if box is None and lane is not None:  # its lane is hidden, or is not there yet
        whole = Rect(column.x, HEADER_HEIGHT, column.width, picture.layout.height - HEADER_HEIGHT)
        return Landing(stage=column.stage, cell=whole)
    if box is None:
        return Landing(stage=column.stage, cell=_where_processes_stand(picture, column))
    if kind == "persona":
        cell = Rect(column.x, box.y, max(picture.layout.width - column.x, column.width), box.height)
        held = picture.cells.get((box.lane.id, 0), [])
        return _between(picture, held, but, 99, column, cell, x, y, None, box.y <= y < box.bottom)
    cell = Rect(column.x, box.y, column.width, box.height)
    held = picture.cells.get((box.lane.id, number), [])
    here = box.y <= y < box.bottom
    return _between(picture, held, but, column.across, column, cell, x, y, column.stage, here)


def _where_processes_stand(picture: Picture, column: ColumnBox) -> Rect:
    """A column's part of all process lanes: which of them a process falls into follows from its links."""
    own = [box for box in picture.layout.lanes if box.lane.depth is not None]
    top, bottom = (own[0].y, own[-1].bottom) if own else (picture.layout.height - 3, picture.layout.height)
    return Rect(column.x, top, column.width, bottom - top)


def _between(
    picture: Picture, held: list[str], but: Collection[str], across: int, column: ColumnBox, cell: Rect,
    x: float, y: float, stage: str | None, here: bool,
) -> Landing:  # fmt: skip
    """The place among the cards of a cell that is nearest; the end of it when the pointer is in another lane.

    `but`: those of them that are lifted. Where they stood there is room, and nobody has to step aside.
    """
    cards = [card for card in held if card not in but]
    at = len(cards)
    if here:
        at = next(
            (n for n, card in enumerate(cards) if _comes_before(picture.layout.boxes[card].rect, across, x, y)), at
        )
    before = cards[at] if at < len(cards) else None
    if not cards:
        return Landing(stage=stage, before=None, cell=cell)
    sides = [cards[at - 1] if at else None, before]
    aside = {} if _gapes(held, sides, but) else _aside(sides, across)
    return Landing(stage=stage, before=before, cell=cell, line=_line(picture, sides, across), aside=aside)


def _gapes(held: list[str], sides: list[str | None], but: Collection[str]) -> bool:
    """Whether a lifted card stood between these two neighbours."""
    first, second = sides
    start = held.index(first) + 1 if first else 0
    return any(card in but for card in held[start : held.index(second) if second else len(held)])


def _comes_before(rect: Rect, across: int, x: float, y: float) -> bool:
    if across == 1:
        return y < rect.y + rect.height / 2
    return y < rect.y - GAP / 2 or (y < rect.bottom + GAP / 2 and x < rect.x + rect.width / 2)


def _line(picture: Picture, sides: list[str | None], across: int) -> tuple[float, float, float, float]:
    first, second = (picture.layout.boxes[side].rect if side else None for side in sides)
    near = second or first
    assert near is not None
    if across == 1:
        y = near.y - GAP / 2 if second else near.bottom + GAP / 2
        return near.x, y, near.x + CARD_WIDTH, y
    x = near.x - GAP / 2 if second else near.right + GAP / 2
    return x, near.y, x, near.bottom


def _aside(sides: list[str | None], across: int) -> dict[str, tuple[float, float]]:
    step = (0.0, NUDGE) if across == 1 else (NUDGE, 0.0)
    first, second = sides
    found = {first: (-step[0], -step[1])} if first else {}
    return {**found, second: step} if second else found
