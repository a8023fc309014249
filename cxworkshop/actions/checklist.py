"""What a user can do with the checklist of forgotten touchpoints. Returns ChangeSets; knows neither Qt nor SQL."""

from __future__ import annotations

from cxworkshop.model.board import Board
from cxworkshop.model.changes import ChangeSet
from cxworkshop.model.draft import Draft
from cxworkshop.model.records import THE_WORKSHOP, WORKSHOP
from cxworkshop.words import N_

_FIELD = "checklist_skipped"  # as analysis.checklist reads it


def not_for_us(board: Board, type_id: str, skipped: bool = True) -> ChangeSet:
    """Remember that a type of touchpoint is not for this company, or (`skipped` False) that it is, after all."""
    draft = Draft(board)
    if draft.fields(WORKSHOP, THE_WORKSHOP) is None:
        draft.put(WORKSHOP, THE_WORKSHOP, {})
    found = board.workshop.get(_FIELD)
    others = [own for own in found if own != type_id] if isinstance(found, list) else []
    now = [*others, type_id] if skipped else others
    draft.set(WORKSHOP, THE_WORKSHOP, **{_FIELD: now or None})
    return draft.changes(N_("Touchpoint not for us") if skipped else N_("Touchpoint for us after all"))
