"""Moving the selected cards and stages by keys: between stages and within their cells. Each is one step of undo."""

from __future__ import annotations

from collections import defaultdict

from cxworkshop.actions import cards, journeys
from cxworkshop.model.board import cell_order
from cxworkshop.model.cards import KINDS
from cxworkshop.model.ids import new_id
from cxworkshop.model.lanes import lanes_of
from cxworkshop.model.records import Card
from cxworkshop.ui.canvas import lane_verbs, navigation
from cxworkshop.ui.canvas.wall import Wall
from cxworkshop.ui.speech import tr

_STEPS = {"left": -1, "up": -1, "right": 1, "down": 1}


def move_selected(wall: Wall, direction: str) -> None:
    """To the next stage on the left or right; up or down among the cards of the cell. A stage goes left or right."""
    board = wall.room.board
    lane = lane_verbs.taken(wall)
    if lane is not None and direction in ("up", "down"):
        lane_verbs.move(wall, lane, _STEPS[direction])
        return
    known = [card for own in wall.room.selection if (card := board.find(own)) is not None]
    chosen = [card for card in known if card.id in wall.picture.boxes]
    stages = [card for card in known if card.kind == "stage"]
    if len(stages) == 1 and not chosen:
        _move_stage(wall, stages[0], direction)
    elif chosen:
        across = direction in ("left", "right")
        people = [card for card in chosen if card.kind == "persona"]  # they stand in a row, whatever the stage
        others = [card for card in chosen if card.kind != "persona"]
        if people and (across or not others):
            _move_within(wall, people, _STEPS[direction])
        if others and across:
            _move_across(wall, others, _STEPS[direction])
        elif others:
            _move_within(wall, others, _STEPS[direction])
    if known:
        navigation.show(wall, known[-1].id)


def _refuse(wall: Wall, card: Card, why: str) -> None:
    wall.hint(why)
    wall.flash(card.id)


def _move_across(wall: Wall, chosen: list[Card], by: int) -> None:
    """Every card to the stage beside its own."""
    stages = [column.stage for column in wall.picture.layout.columns if column.role == "stage"]
    own = [card for card in chosen if KINDS[card.kind].has_stage and card.stage in stages]
    if not own:
        _refuse(wall, chosen[0], tr("This card stands where it is linked to"))
        return
    by_stage: dict[int, list[str]] = defaultdict(list)
    for card in sorted(own, key=lambda card: (card.get("position", 0), *cell_order(card))):
        at = stages.index(card.stage) + by
        if 0 <= at < len(stages):
            by_stage[at].append(card.id)
    if not by_stage:
        _refuse(wall, own[0], tr("There is no further stage"))
        return
    if len(by_stage) == 1:
        ((at, moved),) = by_stage.items()
        wall.room.do(lambda board: cards.move(board, moved, stages[at]), initiator=wall)
    else:
        going = {str(stages[at]): moved for at, moved in by_stage.items()}
        wall.room.do(lambda board: cards.move_across(board, going), initiator=wall)


def _move_within(wall: Wall, chosen: list[Card], by: int) -> None:
    """The selected cards of every cell one place on, as one block; what stands at the end stays."""
    cells: dict[tuple[str, str | None, str], set[str]] = defaultdict(set)
    for card in chosen:
        stage = card.stage if KINDS[card.kind].has_stage else None
        cells[(card.kind, stage, wall.picture.boxes[card.id].lane if card.kind == "note" else "")].add(card.id)
    group = new_id("g")
    for (kind, stage, lane), moved in cells.items():
        ids = _cell(wall, kind, stage, lane)
        block = [own for own in ids if own in moved]
        first, last = ids.index(block[0]), ids.index(block[-1])
        if first + min(by, 0) < 0 or last + max(by, 0) >= len(ids):
            if kind == "note":
                lane_verbs.put_notes(wall, block, stage, lane_verbs.next_for_notes(wall, lane, by), group)
            continue
        rest = [own for own in ids if own not in moved]
        neighbour = ids[first - 1] if by < 0 else ids[last + 1]
        after = rest.index(neighbour) + (0 if by < 0 else 1)
        before = rest[after] if after < len(rest) else None
        wall.room.do(
            lambda board, block=block, stage=stage, before=before: cards.move(board, block, stage, before),  # type: ignore[misc]
            initiator=wall, group=group,
        )  # fmt: skip


def _cell(wall: Wall, kind: str, stage: str | None, lane: str = "") -> list[str]:
    """The cards of a kind in a stage in their order; of notes those in a lane."""
    has_stage, lanes = KINDS[kind].has_stage, lanes_of(wall.room.board)
    peers = [own for own in wall.room.board.of_kind(kind) if not has_stage or own.stage == stage]
    if kind == "note":
        peers = [own for own in peers if (found := lanes.of(own, None)) is not None and found.id == lane]
    return [own.id for own in sorted(peers, key=lambda own: (own.get("position", 0), *cell_order(own)))]


def _move_stage(wall: Wall, stage: Card, direction: str) -> None:
    by = {"left": -1, "right": 1}.get(direction)
    ids = [own.id for own in wall.room.board.stages(str(stage.get("journey")))]
    at = ids.index(stage.id)
    if by is None:
        return
    if not 0 <= at + by < len(ids):
        wall.hint(tr("There is no further stage"))
        return
    following = ids[at + 2 :] if by > 0 else ids[at - 1 :]
    before = following[0] if following else None
    wall.room.do(lambda board: journeys.move_stage(board, stage.id, before), initiator=wall)
