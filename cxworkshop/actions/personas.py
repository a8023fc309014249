"""What a user can do on the sheet of a persona. Returns ChangeSets; knows neither Qt nor SQL."""

from __future__ import annotations

from cxworkshop.model.board import Board
from cxworkshop.model.changes import ChangeSet
from cxworkshop.model.draft import Draft
from cxworkshop.words import N_


def add(board: Board, side: str, card_id: str) -> ChangeSet:
    """A new persona without a name yet, an assumption until somebody says otherwise. `side`: external or internal."""
    draft = Draft(board)
    draft.add_card("persona", {"title": "", "side": side, "evidence": "assumption"}, card_id)
    return draft.changes(N_("Add a persona"))


def add_what_it_has(board: Board, persona_id: str, kind: str, title: str) -> ChangeSet:
    """A new need or problem (`kind`) that this persona has. KeyError where there is no such persona."""
    draft = Draft(board)
    made = draft.add_card(kind, {"title": title})
    draft.add_link("has", board.card(persona_id).id, made)
    return draft.changes(N_("Add “{title}”"), title=title)


def work_as(board: Board, persona_id: str, role_id: str | None) -> ChangeSet:
    """Say which role a persona works as, instead of any it worked as so far; None: none."""
    draft = Draft(board)
    for link in board.links_from(persona_id, "works_as"):
        if link.target != role_id:
            draft.remove(link.table, link.key)
    if role_id is not None:
        draft.add_link("works_as", persona_id, role_id)
    return draft.changes(N_("Say what “{title}” works as"), title=board.card(persona_id).title)
