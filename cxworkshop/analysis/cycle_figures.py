"""The figures by which two cycles are compared, card by card. Knows one board at a time, not what changed."""

from __future__ import annotations

import datetime
from typing import Any

from cxworkshop.analysis.backward_map import backward_map
from cxworkshop.analysis.care import care
from cxworkshop.analysis.closeness import closeness_by_role
from cxworkshop.analysis.experience import experiences, gaps_of_touchpoints
from cxworkshop.analysis.opportunity import opportunities
from cxworkshop.analysis.scores import moment, score
from cxworkshop.model.board import Board
from cxworkshop.words import N_

Place = tuple[str, str, str | None]  # kind, id and, for a journey, the persona that walks it
Figures = dict[Place, dict[str, Any]]

LABELS = {
    "opportunity": N_("Opportunity"),
    "votes": N_("Votes"),
    "gap1": N_("Gap 1, experience less expectation"),
    "gap2": N_("Gap 2, memory less experience"),
    "mean": N_("Mean experience"),
    "peak_end": N_("Peak and end"),
    "order": N_("Order of stages and touchpoints"),
    "influence": N_("Influence"),
    "depth": N_("Depth"),
    "blind_spot": N_("Blind spot"),
    "owner_closeness": N_("Closeness of the owner to customers"),
    "newest_reading": N_("Newest reading"),
    "gap": N_("Care gap"),
    "index": N_("Care index"),
}
CLOSENESS = ("stranger", "fading", "close")  # from cold to warm


def figures(board: Board, day: datetime.date) -> Figures:
    """What the formulas say of needs, touchpoints, journeys, processes, KPIs and care pairs on a day; None: nothing.

    `owner_closeness` is that of the role that owns the process (the first by title where several do).
    """
    found: Figures = {("need", own.id, None): {"opportunity": own.value} for own in opportunities(board)}
    for gaps in gaps_of_touchpoints(board):
        found["touchpoint", gaps.id, None] = {"gap1": gaps.gap1, "gap2": gaps.gap2}
    for walked in experiences(board):
        found["journey", walked.id, walked.persona] = {"mean": walked.mean, "peak_end": walked.peak_end}
    found |= process_figures(board, day)
    newest = _newest_readings(board, day)
    for kpi in board.of_kind("kpi"):
        found["kpi", kpi.id, None] = {"newest_reading": newest.get(kpi.id)}
    for pair in care(board):
        if pair.answers:
            found["care", pair.pair, None] = {"gap": pair.gap, "index": pair.index}
    return found


def process_figures(board: Board, day: datetime.date) -> Figures:
    """Those of the processes alone."""
    warmth = closeness_by_role(board, day)
    return {
        ("process", own.id, None): {
            "influence": own.influence,
            "depth": own.depth,
            "blind_spot": own.blind_spot,
            "owner_closeness": warmth[own.owner].closeness if own.owner else None,
        }
        for own in backward_map(board, day).processes
    }


def _newest_readings(board: Board, day: datetime.date) -> dict[str, float]:
    """The newest value up to a day of whatever was read; an undated reading is older than all, of two the later row."""
    found: dict[str, tuple[datetime.datetime, float]] = {}
    for reading in board.records("reading"):
        value, of = score(reading, "value"), str(reading.get("of"))
        at = moment(reading) or datetime.datetime.min
        later = of not in found or at >= found[of][0]
        if value is not None and later and at.date() <= day:
            found[of] = at, value
    return {of: value for of, (_, value) in found.items()}
