"""What a user can do with needs, problems and values in one go: put one up with its links. Returns ChangeSets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cxworkshop.errors import Refused
from cxworkshop.model.board import Board
from cxworkshop.model.changes import ChangeSet
from cxworkshop.model.draft import Draft
from cxworkshop.model.ids import new_id
from cxworkshop.model.records import CARD
from cxworkshop.words import N_

SCORES = {"need": ("importance", "satisfaction"), "problem": ("severity", "frequency")}
MOST_ROWS = 500  # of one paste


@dataclass(frozen=True)
class Written:
    """A need or a problem as a row of a spreadsheet has it: title, the two scores of its kind or None, a note."""

    title: str
    first: int | float | None = None
    second: int | float | None = None
    note: str = ""


def add_rows(
    board: Board,
    kind: str,
    rows: Sequence[Written],
    *,
    stage: str | None = None,
    touchpoint: str | None = None,
    persona: str | None = None,
) -> ChangeSet:
    """Needs or problems of many rows, one below another, all at one touchpoint or in one stage, of one persona."""
    if len(rows) > MOST_ROWS:
        raise Refused(
            N_("These are {n} rows; {most} can be pasted at once."),
            safe=N_("Nothing was changed."),
            todo=N_("Import the spreadsheet as a file instead."),
            n=str(len(rows)),
            most=str(MOST_ROWS),
        )
    where = board.card(touchpoint).stage if touchpoint else stage
    draft, order = Draft(board), _order_behind_all(board, kind, where)
    for number, row in enumerate(rows):
        scores = dict(zip(SCORES[kind], (row.first, row.second), strict=True))
        fields = {"title": row.title, "stage": where, "order": order + number, "note": row.note, **scores}
        own = draft.add_card(kind, {name: value for name, value in fields.items() if value not in (None, "")})
        if touchpoint:
            draft.add_link(*(("arises_at", own, touchpoint) if kind == "need" else ("raises", touchpoint, own)))
        if persona:
            draft.add_link("has", persona, own)
    return draft.changes(N_("Add cards: {n}"), n=str(len(rows)))


def put_scores(board: Board, scores: Mapping[str, Mapping[str, int | float | None]]) -> ChangeSet:
    """Score several cards at once: fields and their values by card; None takes a score away."""
    draft = Draft(board)
    for card_id, fields in scores.items():
        draft.set(CARD, card_id, **fields)
    return draft.changes(N_("Edit cards: {n}"), n=str(len(scores)))


def add_need(
    board: Board,
    title: str,
    *,
    stage: str | None = None,
    touchpoint: str | None = None,
    persona: str | None = None,
    need_id: str | None = None,
) -> ChangeSet:
    """A need that arises at a touchpoint (then it lies in its stage) or in a stage, and the persona who has it."""
    where = board.card(touchpoint).stage if touchpoint else stage
    draft = Draft(board)
    fields = {"title": title, "stage": where, "order": _order_behind_all(board, "need", where)}
    need = draft.add_card("need", fields, need_id or new_id("n"))
    if touchpoint:
        draft.add_link("arises_at", need, touchpoint)
    if persona:
        draft.add_link("has", persona, need)
    return draft.changes(N_("Add “{title}”"), title=title)


def add_problem(
    board: Board,
    title: str,
    *,
    stage: str | None = None,
    touchpoint: str | None = None,
    problem_id: str | None = None,
) -> ChangeSet:
    """A problem that a touchpoint raises (then it lies in its stage), or that lies in a stage."""
    where = board.card(touchpoint).stage if touchpoint else stage
    draft = Draft(board)
    fields = {"title": title, "stage": where, "order": _order_behind_all(board, "problem", where)}
    problem = draft.add_card("problem", fields, problem_id or new_id("b"))
    if touchpoint:
        draft.add_link("raises", touchpoint, problem)
    return draft.changes(N_("Add “{title}”"), title=title)


def add_value(board: Board, title: str, need: str, *, value_id: str | None = None) -> ChangeSet:
    """A value that satisfies a need, in the stage of that need."""
    where = board.card(need).stage
    draft = Draft(board)
    fields = {"title": title, "stage": where, "order": _order_behind_all(board, "value", where)}
    value = draft.add_card("value", fields, value_id or new_id("v"))
    draft.add_link("satisfies", value, need)
    return draft.changes(N_("Add “{title}”"), title=title)


def _order_behind_all(board: Board, kind: str, stage: str | None) -> int:
    """The `order` that puts a new card of a kind behind all of its stage."""
    known = [card.get("order", 0) for card in board.of_kind(kind) if card.stage == stage]
    return int(max((own for own in known if isinstance(own, int | float)), default=0)) + 1
