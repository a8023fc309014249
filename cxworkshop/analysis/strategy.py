"""The strategy as a chain, one row a need: need → process → improvement → KPI → key result → objective, with its gaps.

Pure. A chain says what is linked, not what causes what.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cxworkshop.analysis.backward_map import BackwardMap, backward_map
from cxworkshop.analysis.scores import by_title
from cxworkshop.model.board import Board
from cxworkshop.model.records import Card
from cxworkshop.words import N_

COLUMNS = ("need", "process", "improvement", "kpi", "key_result", "objective")

NO_PROCESS, NO_IMPROVEMENT, NO_KPI = "no_process", "no_improvement", "no_kpi"
NO_OBJECTIVE, NO_KEY_RESULT, UNTRACKED = "no_objective", "no_key_result", "untracked"
GAPS = {
    NO_PROCESS: N_("no process creates it"),
    NO_IMPROVEMENT: N_("no improvement touches it"),
    NO_KPI: N_("no KPI measures it"),
    UNTRACKED: N_("its KPI tracks no key result"),
    NO_KEY_RESULT: N_("the objective has no key result"),
    NO_OBJECTIVE: N_("no objective addresses it"),
}
COLUMN_OF = {
    NO_PROCESS: "process",
    NO_IMPROVEMENT: "improvement",
    NO_KPI: "kpi",
    UNTRACKED: "key_result",
    NO_KEY_RESULT: "key_result",
    NO_OBJECTIVE: "objective",
}


@dataclass(frozen=True)
class Row:
    """The chain of one need: ids of the cards in each column, and the codes of its gaps (`GAPS`) from left to right.

    `processes` stand by distance, then title; the others by title. An improvement belongs to the chain when it improves
    the need, a process or value behind it, a problem that blocks it or a touchpoint where it arises; a KPI when it
    measures one of these (not the problem) or a safeguard of such an improvement; a key result when such a KPI tracks
    it or it advances an objective of the chain; an objective when it addresses the need.
    """

    need: str
    opportunity: float
    processes: tuple[str, ...]
    improvements: tuple[str, ...]
    kpis: tuple[str, ...]
    key_results: tuple[str, ...]
    objectives: tuple[str, ...]
    gaps: tuple[str, ...]

    def column(self, kind: str) -> tuple[str, ...]:
        """The ids in the column of a kind of `COLUMNS`."""
        return {
            "need": (self.need,),
            "process": self.processes,
            "improvement": self.improvements,
            "kpi": self.kpis,
            "key_result": self.key_results,
            "objective": self.objectives,
        }[kind]

    def gap(self, kind: str) -> str | None:
        """The code of the gap in the column of a kind, or None."""
        return next((code for code in self.gaps if COLUMN_OF[code] == kind), None)


def strategy(board: Board, found: BackwardMap | None = None) -> list[Row]:
    """The chain of every need, the largest opportunity first. `found`: the backward map, where it is at hand."""
    found = found if found is not None else backward_map(board)
    return [_row(board, found, own.id, own.value) for own in found.opportunities]


def _row(board: Board, found: BackwardMap, need: str, opportunity: float) -> Row:
    processes = found.behind(need).processes
    values = _from(board, [need], "satisfies", "value")
    places = [link.target for link in board.links_from(need, "arises_at")]
    problems = _from(board, [need], "blocks", "problem")
    improvements = _from(board, [need, *processes, *values, *problems, *places], "improves", "improvement")
    guards = _from(board, improvements, "protects", "safeguard")
    kpis = _from(board, [need, *processes, *values, *places, *guards], "measures", "kpi")
    objectives = _from(board, [need], "addresses", "objective")
    tracked = [link.target for own in kpis for link in board.links_from(own, "tracks")]
    results = _sorted(board, [*tracked, *_from(board, objectives, "advances", "key_result")])
    gaps = {
        NO_PROCESS: not processes,
        NO_IMPROVEMENT: not improvements,
        NO_KPI: not kpis,
        UNTRACKED: bool(kpis and results) and not tracked,
        NO_KEY_RESULT: bool(objectives) and not results,
        NO_OBJECTIVE: not objectives,
    }
    codes = tuple(code for code, missing in gaps.items() if missing)
    return Row(need, opportunity, processes, improvements, kpis, results, objectives, codes)


def _from(board: Board, targets: Iterable[str], verb: str, kind: str) -> tuple[str, ...]:
    """The cards of a kind that have a link of that verb to one of the targets, by title."""
    sources = [link.source for target in targets for link in board.links_to(target, verb)]
    return _sorted(board, [own for own in sources if board.card(own).kind == kind])


def _sorted(board: Board, ids: Iterable[str]) -> tuple[str, ...]:
    cards: list[Card] = [board.card(own) for own in dict.fromkeys(ids)]
    return tuple(card.id for card in sorted(cards, key=by_title))


def whole(rows: Iterable[Row]) -> int:
    """How many chains have no gap."""
    return sum(not row.gaps for row in rows)
