"""A board without people's names, for exports that leave the room. Changes no board; knows no file.

Names live in the authors of notes and in the voters of votes and of the care test: they become "Participant 1",
"Participant 2"…, one number a person throughout. Roles keep their titles (they name functions, not people), personas
keep theirs (archetypes). Recordings without consent are left out with their links, and so are questions asked at
meetings without consent, and portraits: a face names its owner. Of fields unknown to us only numbers and yes/no stay:
nobody can say what the rest holds. What people wrote into titles and notes is theirs to read before they send it.
"""

from __future__ import annotations

from typing import Any

from cxworkshop.i18n import translator
from cxworkshop.model.board import Board, board_of
from cxworkshop.model.draft import Draft
from cxworkshop.model.records import CARD, OUTSIDE, TABLES, Record, fields_of
from cxworkshop.words import N_

_PERSON = N_("Participant {n}")
_NAMES = (("card", "author"), ("vote", "voter"), ("care_answer", "voter"))


def anonymised(board: Board, language: str) -> Board:
    """A copy of `board` with people's names replaced in `language`."""
    copy = board_of(row for table in TABLES for row in board.records(table))
    draft = Draft(copy)
    for recording in copy.of_kind("recording"):
        if not recording.get("consent"):
            draft.delete_card(recording.id)
    for meeting in copy.of_kind("meeting"):
        if not meeting.get("consent") and "questions" in meeting.fields:
            draft.set(CARD, meeting.id, questions=None)
    for persona in copy.of_kind("persona"):
        if "portrait" in persona.fields:
            draft.set(CARD, persona.id, portrait=None)
    _rename(copy, draft, language)
    for table in TABLES:
        for row in copy.records(table):
            _drop_unknown(draft, row)
    copy.apply(draft.changes())
    return copy


def _rename(board: Board, draft: Draft, language: str) -> None:
    tr = translator(language)
    number: dict[Any, int] = {}
    for table, field in _NAMES:
        for row in board.records(table):
            name = row.get(field)
            if isinstance(name, str) and name.strip() and draft.fields(table, row.key) is not None:
                n = number.setdefault(name.strip().casefold(), len(number) + 1)
                draft.set(table, row.key, **{field: tr(_PERSON, n=n)})


def _drop_unknown(draft: Draft, row: Record) -> None:
    fields = draft.fields(row.table, row.key)
    if fields is None:
        return
    known = {"kind"} if row.table == CARD else set()
    if row.key != OUTSIDE:
        known |= {field.name for field in fields_of(row.table, str(fields.get("kind", "")))}
    kept = {name: value for name, value in fields.items() if name in known or isinstance(value, bool | int | float)}
    if len(kept) < len(fields):
        draft.put(row.table, row.key, kept)
