"""Growing the map from the keyboard: from a card to a new one in the next lane, linked with it."""

from __future__ import annotations

from cxworkshop.model.records import Card
from cxworkshop.ui.canvas import verbs
from cxworkshop.ui.canvas.wall import Wall
from cxworkshop.ui.speech import tr

DOWN = {  # which kind lies one lane further from the customer
    "stage": "touchpoint",
    "persona": "touchpoint",
    "touchpoint": "problem",
    "problem": "need",
    "need": "value",
    "value": "process",
    "process": "process",
}
UP = {
    "touchpoint": "persona",
    "problem": "touchpoint",
    "need": "problem",
    "value": "need",
    "process": "value",
    "improvement": "process",
}


def add_in_next_lane(wall: Wall, *, back: bool = False) -> str | None:
    """A new card one lane below the selected one (`back`: above), in its stage, linked where a verb fits.

    A process rests on the new process; with `back` a direct process gets a value, a deeper one a process that rests on
    it. None where nothing is selected or there is no such lane.
    """
    card = wall.room.board.find(wall.room.selection[-1]) if wall.room.selection else None
    if card is None:
        wall.hint(tr("Select a card first: the new one comes beside it"))
        return None
    kind = _kind_above(wall, card) if back else DOWN.get(card.kind)
    if kind is None:
        wall.hint(tr("There is no lane there to put a card in"))
        wall.flash(card.id)
        return None
    if card.kind == "stage":
        return verbs.add_card(wall, kind, stage=card.id)
    stage = verbs.stage_at_hand(wall) if kind != "persona" else None
    if back:
        return verbs.add_card(wall, kind, stage=stage, link_to=card.id)
    return verbs.add_card(wall, kind, stage=stage, link_from=card.id)


def _kind_above(wall: Wall, card: Card) -> str | None:
    if card.kind == "process" and (wall.room.depths().get(card.id) or 0) > 1:
        return "process"
    return UP.get(card.kind)
