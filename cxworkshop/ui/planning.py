"""Planning a meeting from anywhere: a meeting card with who decides planned as attending, shown where it is edited."""

from __future__ import annotations

from collections.abc import Sequence

from cxworkshop.actions import meetings
from cxworkshop.analysis.meetings import cold_roles
from cxworkshop.model.ids import new_id
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.speech import tr

MEETINGS = "meetings"  # the view where meetings are planned


def plan_meeting(room: Room, roles: Sequence[str] = (), title: str = "") -> str | None:
    """A new meeting without a date yet, these roles planned as attending; gives its id, None when it was refused.

    It is selected and the view of meetings is shown.
    """
    own = new_id("m")
    title = title or _title(room, roles)
    if not room.do(lambda board: meetings.add(board, title, None, minutes=60, roles=roles, meeting=own)):
        return None
    room.select([own])
    room.show_view(MEETINGS)
    return own


def can_plan(room: Room, card: str) -> bool:
    """Whether the card is a process that somebody decides on who is not close to customers."""
    found = room.board.find(card)
    return found is not None and found.kind == "process" and bool(cold_roles(room.board, card, room.today()))


def plan_for_process(room: Room, process: str) -> str | None:
    """A meeting for those who own a process or set its standard and are not close to customers."""
    return plan_meeting(room, cold_roles(room.board, process, room.today()))


def _title(room: Room, roles: Sequence[str]) -> str:
    named = [room.board.card(role).title for role in roles if room.board.card(role).title]
    return tr("Meet a customer: {roles}", roles=", ".join(named)) if named else tr("Meet a customer")
