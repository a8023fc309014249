"""What a user can do with goals: objectives for needs, key results for objectives, KPIs for both.

Returns ChangeSets; knows neither Qt nor SQL.
"""

from __future__ import annotations

from collections.abc import Sequence

from cxworkshop.model.board import Board
from cxworkshop.model.changes import ChangeSet
from cxworkshop.model.draft import Draft
from cxworkshop.model.ids import new_id
from cxworkshop.words import N_


def add_objective(
    board: Board, title: str = "", needs: Sequence[str] = (), *, objective_id: str | None = None
) -> ChangeSet:
    """A new objective that addresses these needs."""
    draft = Draft(board)
    own = draft.add_card("objective", {"title": title}, objective_id or new_id("o"))
    for need in needs:
        draft.add_link("addresses", own, need)
    return draft.changes(N_("Add objective “{title}”") if title else N_("Add an objective"), title=title)


def add_key_result(
    board: Board,
    objective: str,
    title: str = "",
    *,
    start: float | None = None,
    target: float | None = None,
    due: str | None = None,
    result_id: str | None = None,
) -> ChangeSet:
    """A new key result that advances an objective; it stands at its start."""
    draft = Draft(board)
    fields = {"title": title, "start": start, "current": start, "target": target, "due": due}
    own = draft.add_card("key_result", fields, result_id or new_id("k"))
    draft.add_link("advances", own, objective)
    return draft.changes(N_("Add key result “{title}”") if title else N_("Add a key result"), title=title)


def add_kpi(
    board: Board,
    title: str = "",
    *,
    measures: Sequence[str] = (),
    tracks: Sequence[str] = (),
    kpi_id: str | None = None,
) -> ChangeSet:
    """A new KPI that measures these cards and tracks these key results."""
    draft = Draft(board)
    own = draft.add_card("kpi", {"title": title}, kpi_id or new_id("m"))
    for card in measures:
        draft.add_link("measures", own, card)
    for result in tracks:
        draft.add_link("tracks", own, result)
    return draft.changes(N_("Add KPI “{title}”") if title else N_("Add a KPI"), title=title)
