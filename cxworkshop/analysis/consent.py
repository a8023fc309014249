"""Whether the people met agreed, and until when: what may leave the room. Pure; today is told.

`consent` is the field of the contract; `consent_purpose` (a text) and `consent_until` (an ISO date) stand beside it.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from cxworkshop.analysis.scores import day
from cxworkshop.model.board import Board
from cxworkshop.model.records import Card

PURPOSE, UNTIL = "consent_purpose", "consent_until"


@dataclass(frozen=True)
class Withheld:
    """The ids of what lacks consent today: `recordings` stay out whole, of `meetings` what was said stays out."""

    recordings: tuple[str, ...] = ()
    meetings: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.recordings or self.meetings)


def has_consent(card: Card, today: datetime.date) -> bool:
    """Whether consent was given and lasts: `consent_until` is the last day; one that is no date counts as run out."""
    if card.get("consent") is not True:
        return False
    if card.get(UNTIL) in (None, ""):
        return True
    until = day(card, UNTIL)
    return until is not None and until >= today


def has_run_out(card: Card, today: datetime.date) -> bool:
    """Whether consent was given once and no longer holds."""
    return card.get("consent") is True and not has_consent(card, today)


def withheld(board: Board, today: datetime.date) -> Withheld:
    """What may not leave the room today: recordings, and meetings that have taken place, without consent."""
    recordings = tuple(card.id for card in board.of_kind("recording") if not has_consent(card, today))
    told = {str(row.get("meeting")) for row in board.records("exposure")}
    meetings = tuple(
        card.id
        for card in board.of_kind("meeting")
        if not has_consent(card, today) and (card.get("questions") or card.note) and _took_place(card, told, today)
    )
    return Withheld(recordings, meetings)


def _took_place(meeting: Card, told: set[str], today: datetime.date) -> bool:
    """Somebody attended it, or its day is over; the questions of a meeting to come are ours, nobody's answers."""
    at = day(meeting)
    return meeting.id in told or (at is not None and at < today)
