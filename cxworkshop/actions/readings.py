"""What a user can do with readings of safeguards and KPIs. Returns ChangeSets; knows neither Qt nor SQL."""

from __future__ import annotations

from cxworkshop.model.board import Board
from cxworkshop.model.changes import ChangeSet
from cxworkshop.model.draft import Draft
from cxworkshop.model.ids import new_id
from cxworkshop.words import N_

TABLE = "reading"


def add(board: Board, of: str, at: str, value: float, *, key: str | None = None) -> ChangeSet:
    """Note what a safeguard or KPI measured at a day or moment (ISO 8601)."""
    draft = Draft(board)
    draft.put(TABLE, key or new_id("r"), {"of": of, "at": at, "value": value})
    return draft.changes(N_("Note a reading of “{title}”"), title=board.card(of).title)


def correct(board: Board, key: str, at: str, value: float) -> ChangeSet:
    """Put a reading right. KeyError where it is gone."""
    draft = Draft(board)
    draft.set(TABLE, key, at=at, value=value)
    return draft.changes(N_("Correct a reading"))


def remove(board: Board, key: str) -> ChangeSet:
    """Take a reading out; one that is gone already is passed over."""
    draft = Draft(board)
    if board.get(TABLE, key) is not None:
        draft.remove(TABLE, key)
    return draft.changes(N_("Delete a reading"))
