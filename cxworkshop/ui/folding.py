"""Lanes and stages folded to strips and opened again: what commands, presses and menus do. Paints nothing."""

from __future__ import annotations

from cxworkshop.model.folding import NOTHING_FOLDED
from cxworkshop.model.lanes import lanes_of
from cxworkshop.model.records import Card
from cxworkshop.ui.bridge import Room


def turn_lane(room: Room, lane: str) -> None:
    """Fold a lane, or open it."""
    room.fold(room.folded.turn_lane(lane))


def turn_stage(room: Room, stage: str) -> None:
    """Fold a stage, or open it."""
    room.fold(room.folded.turn_stage(stage))


def open_all(room: Room) -> None:
    room.fold(NOTHING_FOLDED)


def open_around(room: Room, card: Card) -> None:
    """Open the lane and the stage in which a card stands, so that it is seen."""
    lane = lanes_of(room.board).of(card, room.depths().get(card.id))
    if lane is None:
        return
    stage = card.stage
    if card.kind == "improvement":
        stage = next((own.stage for own in room.board.targets(card.id, "improves") if own.stage), None)
    room.fold(room.folded.without(lane.id, stage))


def lane_at_hand(room: Room) -> str | None:
    """The lane of the selected card."""
    card = room.board.find(room.selection[0]) if room.selection else None
    lane = lanes_of(room.board).of(card, room.depths().get(card.id)) if card is not None else None
    return lane.id if lane is not None else None


def stage_at_hand(room: Room) -> str | None:
    """The selected stage, or the stage of the selected card."""
    card = room.board.find(room.selection[0]) if room.selection else None
    if card is None:
        return None
    return card.id if card.kind == "stage" else card.stage
