"""What a user can do with the workshop itself and with records that are not cards. Returns ChangeSets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cxworkshop.model.board import Board
from cxworkshop.model.changes import ChangeSet
from cxworkshop.model.draft import Draft
from cxworkshop.model.ids import new_id
from cxworkshop.model.records import THE_WORKSHOP, WORKSHOP
from cxworkshop.words import N_


def start(board: Board, title: str, language: str, date: str) -> ChangeSet:
    """The first change of a new workshop: title, language (ru, en), cycle 1, date (ISO 8601)."""
    draft = Draft(board)
    old = dict(draft.fields(WORKSHOP, THE_WORKSHOP) or {})
    fields = {"title": title, "language": language, "cycle": 1, "date": date}
    draft.put(WORKSHOP, THE_WORKSHOP, {**old, **fields})
    return draft.changes(N_("Start the workshop “{title}”"), title=title)


def edit(board: Board, **fields: Any) -> ChangeSet:
    """Change fields of the workshop (title, date, the three questions…); None makes a field absent."""
    draft = Draft(board)
    if draft.fields(WORKSHOP, THE_WORKSHOP) is None:
        draft.put(WORKSHOP, THE_WORKSHOP, {})
    draft.set(WORKSHOP, THE_WORKSHOP, **fields)
    return draft.changes(N_("Edit the workshop"))


def add_record(board: Board, table: str, fields: Mapping[str, Any]) -> ChangeSet:
    """A new exposure, reading, vote, care answer or agenda block."""
    draft = Draft(board)
    draft.put(table, new_id(table[0]), {name: value for name, value in fields.items() if value is not None})
    return draft.changes(N_("Add a record"))
