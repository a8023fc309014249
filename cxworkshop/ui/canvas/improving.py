"""“Improve this”: an improvement for the selected cards, its title open for typing, wherever one is."""

from __future__ import annotations

from collections.abc import Sequence

from cxworkshop.actions import improvements
from cxworkshop.model.ids import new_id
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.canvas import looking
from cxworkshop.ui.canvas.wall import Wall


def can_improve(room: Room) -> bool:
    """Whether an improvement could improve every selected card."""
    return not room.document.read_only and improvements.can_improve(room.board, room.selection)


def make_improvement(room: Room, card_ids: Sequence[str], group: str | None = None) -> str | None:
    """An improvement of these cards, selected; gives its id, None where it was refused."""
    own = new_id("i")
    done = room.do(lambda board: improvements.improve(board, card_ids, improvement_id=own), group=group)
    if not done:
        return None
    room.select([own])
    return own


def improve_on_wall(wall: Wall) -> str | None:
    """An improvement of the selected cards, its title open on the wall; one step to undo."""
    wall.close_editors()
    group = new_id("g")
    own = make_improvement(wall.room, wall.room.selection, group)
    if own is not None and own in wall.picture.boxes:
        wall.glide.stop()
        looking.bring_into_view(wall, wall.picture.boxes[own].rect)
        wall.edit_card(own, group)
    return own
