"""What a user can do with journeys and their stages. Returns ChangeSets; knows neither Qt nor SQL."""

from __future__ import annotations

from cxworkshop.model.board import Board
from cxworkshop.model.changes import ChangeSet
from cxworkshop.model.draft import Draft
from cxworkshop.model.ids import new_id
from cxworkshop.model.records import CARD
from cxworkshop.words import N_


def add(board: Board, title: str, side: str = "external", *, journey_id: str | None = None) -> ChangeSet:
    """A new journey with one empty stage to begin with. `side` is external or internal."""
    draft = Draft(board)
    journey = draft.add_card("journey", {"title": title, "side": side}, journey_id or new_id("j"))
    draft.add_card("stage", {"title": "", "journey": journey, "position": 1})
    return draft.changes(N_("Add journey “{title}”"), title=title)


def add_stage(
    board: Board, journey: str, title: str = "", before: str | None = None, *, stage_id: str | None = None
) -> ChangeSet:
    """A new stage of a journey, before the stage `before` or at the end."""
    draft = Draft(board)
    stage = draft.add_card("stage", {"title": title, "journey": journey}, stage_id or new_id("s"))
    _number(draft, board, journey, stage, before)
    return draft.changes(N_("Add stage “{title}”") if title else N_("Add a stage"), title=title)


def move_stage(board: Board, stage: str, before: str | None) -> ChangeSet:
    """Move a stage before another of its journey, or to the end (None)."""
    draft = Draft(board)
    card = board.card(stage)
    _number(draft, board, str(card.get("journey")), stage, before)
    return draft.changes(N_("Move stage “{title}”"), title=card.title)


def _number(draft: Draft, board: Board, journey: str, stage: str, before: str | None) -> None:
    others = [card.id for card in board.stages(journey) if card.id != stage]
    at = others.index(before) if before in others else len(others)
    for number, stage_id in enumerate([*others[:at], stage, *others[at:]], 1):
        if draft.card(stage_id).get("position") != number:
            draft.set(CARD, stage_id, position=number)
