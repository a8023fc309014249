"""The strategy as a chain, one row a need: need → process → improvement → KPI → key result → objective, with its gaps.

Pure. A chain says what is linked, not what causes what.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cxworkshop.analysis.backward_map import BackwardMap, backward_map
from cxworkshop.analysis.paths import reached_from
from cxworkshop.analysis.scores import by_title
from cxworkshop.model.board import Board
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
    links = _Links(board)
    return [_row(links, found, own.id, own.value) for own in found.opportunities]


def _row(links: _Links, found: BackwardMap, need: str, opportunity: float) -> Row:
    processes = tuple(reached_from(found.graph, need).distance)
    values = links.into([need], "satisfies")
    places = links.out_of([need], "arises_at")
    problems = links.into([need], "blocks")
    improvements = links.into([need, *processes, *values, *problems, *places], "improves")
    guards = links.into(improvements, "protects")
    kpis = links.into([need, *processes, *values, *places, *guards], "measures")
    objectives = links.into([need], "addresses")
    tracked = links.out_of(kpis, "tracks")
    results = tracked | links.into(objectives, "advances")
    gaps = {
        NO_PROCESS: not processes,
        NO_IMPROVEMENT: not improvements,
        NO_KPI: not kpis,
        UNTRACKED: bool(kpis and results) and not tracked,
        NO_KEY_RESULT: bool(objectives) and not results,
        NO_OBJECTIVE: not objectives,
    }
    codes = tuple(code for code, missing in gaps.items() if missing)
    in_order = links.by_title
    return Row(
        need,
        opportunity,
        processes,
        in_order(improvements),
        in_order(kpis),
        in_order(results),
        in_order(objectives),
        codes,
    )


_SOURCES = {  # the verbs a chain follows, and the kind it follows them from
    "satisfies": "value",
    "blocks": "problem",
    "arises_at": "need",
    "improves": "improvement",
    "protects": "safeguard",
    "measures": "kpi",
    "tracks": "kpi",
    "advances": "key_result",
    "addresses": "objective",
}


class _Links:
    """The links of the chains, sorted out once for all needs, and the places of cards by title."""

    def __init__(self, board: Board) -> None:
        self._into: dict[str, dict[str, list[str]]] = {verb: {} for verb in _SOURCES}
        self._out_of: dict[str, dict[str, list[str]]] = {verb: {} for verb in _SOURCES}
        for verb, kind in _SOURCES.items():
            for link in board.links(verb):
                if board.card(link.source).kind == kind:
                    self._into[verb].setdefault(link.target, []).append(link.source)
                    self._out_of[verb].setdefault(link.source, []).append(link.target)
        shown = [card for kind in COLUMNS for card in board.of_kind(kind)]
        self._place = {card.id: number for number, card in enumerate(sorted(shown, key=by_title))}

    def into(self, targets: Iterable[str], verb: str) -> set[str]:
        """The cards with a link of that verb to one of the targets."""
        own = self._into[verb]
        return {source for target in targets for source in own.get(target, ())}

    def out_of(self, sources: Iterable[str], verb: str) -> set[str]:
        """The cards one of the sources has a link of that verb to."""
        own = self._out_of[verb]
        return {target for source in sources for target in own.get(source, ())}

    def by_title(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Cards of the columns by title, then id."""
        return tuple(sorted((own for own in ids if own in self._place), key=self._place.__getitem__))


def whole(rows: Iterable[Row]) -> int:
    """How many chains have no gap."""
    return sum(not row.gaps for row in rows)
