"""Meetings in sentences, the same in the window and in the report. Names roles, never people; draws nothing."""

from __future__ import annotations

from collections.abc import Sequence

from cxworkshop.analysis.meetings import Calendar, has_time
from cxworkshop.i18n import Translator
from cxworkshop.model.board import Board
from cxworkshop.model.records import Card


def headline(board: Board, dates: Calendar, tr: Translator) -> str:
    """The next meeting, or that none is planned."""
    if dates.upcoming:
        n = len(dates.upcoming)
        return tr.plural(
            "{n} meeting is planned, the next on {day}",
            "{n} meetings are planned, the next on {day}",
            n,
            day=tr.date(board.card(dates.upcoming[0]).get("at")),
        )
    if dates.past or dates.undated:
        return tr("No meeting with a customer is planned")
    return tr("Meet the customer: no meeting is planned yet")


def when(card: Card, tr: Translator) -> str:
    """The day of a meeting and, where it is known, the time."""
    at = card.get("at")
    if not isinstance(at, str) or not at:
        return tr("no date yet")
    return f"{tr.date(at)}, {at[11:16]}" if has_time(at) else tr.date(at)


def below(board: Board, card: Card, roles: Sequence[Card], tr: Translator) -> str:
    """When a meeting is, whom it meets and who is to come."""
    met = ", ".join(persona.title for persona in board.targets(card.id, "meets") if persona.title)
    coming = ", ".join(role.title for role in roles if role.title)
    parts = [when(card, tr), met, tr("with {roles}", roles=coming) if coming else ""]
    return " · ".join(part for part in parts if part)
