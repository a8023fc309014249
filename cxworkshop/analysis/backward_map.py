"""The backward map: every process behind every need, how far it is and what rests on it. A picture of one moment, pure.

Building it costs the pass over all needs and no more; what only some readers ask for (paths, loops, orphans, the
critical few) is worked out when first asked for.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from cxworkshop.analysis.blind_spot import blind_spot, direct_hours, owners
from cxworkshop.analysis.critical_few import TOP, critical_few
from cxworkshop.analysis.distances import Distances, all_distances, masks, nearest, picked
from cxworkshop.analysis.graph import Graph, graph_of
from cxworkshop.analysis.influence import Weights, influence_by
from cxworkshop.analysis.loops import loops
from cxworkshop.analysis.opportunity import Opportunity, opportunity, ranked_needs
from cxworkshop.analysis.paths import Trace, reached_from, trace
from cxworkshop.model.board import Board
from cxworkshop.words import N_

FORMULA = N_("distance 1: the process creates a value that satisfies the need; one more for each step of “depends on”")
SOURCE = N_("cxworkshop: shortest distance, worked out backwards from the need")


@dataclass(frozen=True, slots=True)
class Behind:
    """One process behind a need. `distance` counts from 1 (`direct`); `via` is one shortest path of ids, from the
    process over the value to the need, both ends included."""

    id: str
    title: str
    distance: int
    direct: bool
    via: tuple[str, ...]


@dataclass(frozen=True)
class NeedBehind:
    """One need with its opportunity (0…20) and the processes behind it by distance, then title, then id."""

    id: str
    title: str
    opportunity: float
    processes: tuple[Behind, ...]


@dataclass(frozen=True, slots=True)
class ProcessFigures:
    """What the map says of one process.

    `depth` is its smallest distance to any need (None: it reaches none). `influence` = Σ over the needs it reaches of
    opportunity / 20 × 0.5^(distance − 1). `needs` are the needs it reaches, by opportunity. `owner` is the role that
    owns it (the first by title where several do), or None. `blind_spot` = influence × (1 − min(h / 2, 1)) with h the
    direct hours of the coldest role that owns or sets it; None when the map was made without a day.
    """

    id: str
    title: str
    depth: int | None
    influence: float
    needs: tuple[str, ...]
    owner: str | None
    blind_spot: float | None


@dataclass(frozen=True)
class Orphans:
    """Ids of what hangs in the air, each by title, then id."""

    needs_without_value: tuple[str, ...]
    values_without_process: tuple[str, ...]
    values_without_need: tuple[str, ...]
    processes_without_need: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class BackwardMap:
    """The backward map of a board at one moment. Later edits of the board do not reach it: make a new one.

    `opportunities` are those of all needs, ranked (largest first, ties by title, then id). `numbered[k]` is the id of
    need number k of `distances` ("" where the number is free), in no order that means anything. `owners` maps processes
    to the roles that own them, `hours` those with a role to the direct hours of the coldest (None: the map was made
    without a day). `top` is how many needs the critical few touch.
    """

    graph: Graph
    opportunities: tuple[Opportunity, ...]
    numbered: tuple[str, ...]
    distances: Distances[str]
    owners: Mapping[str, list[str]]
    hours: Mapping[str, float] | None
    top: int

    @cached_property
    def needs(self) -> tuple[NeedBehind, ...]:
        """All needs by opportunity, each with its processes. For one need ask `behind`: it is cheaper."""
        return tuple(self._need(own) for own in self.opportunities)

    @cached_property
    def processes(self) -> tuple[ProcessFigures, ...]:
        """All processes by influence, the largest first; ties by title, then id."""
        ranked = sorted(self.graph.processes, key=lambda own: (-self.influence.get(own, 0.0), *self.graph.place(own)))
        return tuple(self.figures(process) for process in ranked)

    @property
    def depths(self) -> dict[str, int | None]:
        """The depth of every process, None where it reaches no need."""
        known = self.distances.depths
        return {process: known.get(process) for process in self.graph.processes}

    @cached_property
    def influence(self) -> dict[str, float]:
        """The influence of every process that reaches a need (the others have 0 and are missing)."""
        return influence_by(self.distances, self.weights)

    def influence_of(self, process_id: str) -> float:
        """The influence of one process, 0 where it reaches no need."""
        return self.influence.get(process_id, 0.0)

    @cached_property
    def weights(self) -> Weights:
        """What each need weighs in an influence, by number."""
        values = {own.id: own.value for own in self.opportunities}
        return Weights([values.get(need, 0) for need in self.numbered])

    @cached_property
    def rank(self) -> dict[str, int]:
        """The place of every need by opportunity, from 0."""
        return {own.id: place for place, own in enumerate(self.opportunities)}

    @cached_property
    def loops(self) -> tuple[tuple[str, ...], ...]:
        """Processes that depend on each other in a circle: a plain circle as it runs, a tangle by title, then id."""
        return tuple(tuple(loop) for loop in loops(self.graph.behind, self.graph.place))

    @cached_property
    def orphans(self) -> Orphans:
        """Needs, values and processes that hang in the air."""
        graph = self.graph
        satisfying = {value for values in graph.values_of.values() for value in values}
        return Orphans(
            self._sorted(need for need, values in graph.values_of.items() if not values),
            self._sorted(value for value, creators in graph.creators_of.items() if not creators),
            self._sorted(value for value in graph.creators_of if value not in satisfying),
            self._sorted(process for process in graph.processes if process not in self.distances.reached),
        )

    @cached_property
    def critical_few(self) -> tuple[str, ...]:
        """A small set of processes that touches every need of the top by opportunity that any process reaches."""
        wanted = self.mask(own.id for own in self.opportunities[: self.top])
        return tuple(critical_few(self.distances.reached, wanted, self.influence, self.graph.place))

    def mask(self, needs: Iterable[str]) -> int:
        """Needs as a mask over their numbers in `distances`."""
        wanted = set(needs)
        return sum(1 << number for number, need in enumerate(self.numbered) if need in wanted)

    def needs_of(self, process_id: str) -> tuple[str, ...]:
        """The needs a process reaches, by opportunity."""
        found = picked(self.numbered, self.distances.reached.get(process_id, 0))
        return tuple(found) if self._in_order else tuple(sorted(found, key=self.rank.__getitem__))

    def figures(self, process_id: str) -> ProcessFigures:
        """The figures of one process (KeyError where there is no such process)."""
        own = self.influence_of(process_id)
        hours = None if self.hours is None else self.hours.get(process_id, 0.0)
        return ProcessFigures(
            process_id,
            self.graph.titles[process_id],
            self.distances.depths.get(process_id),
            own,
            self.needs_of(process_id),
            next(iter(self.owners.get(process_id, ())), None),
            None if hours is None else blind_spot(own, [hours]),
        )

    def behind(self, need_id: str) -> Trace:
        """What lights up when the need is pressed (KeyError where there is no such need)."""
        return trace(self.graph, need_id)

    def rests_on(self, process_id: str) -> dict[str, int]:
        """The needs that rest on a process: {need id: distance}, nearest first, then by opportunity."""
        found = {self.numbered[number]: own for number, own in self.distances.of_process(process_id).items()}
        return found if self._in_order else dict(sorted(found.items(), key=lambda own: (own[1], self.rank[own[0]])))

    @cached_property
    def _in_order(self) -> bool:
        """Whether the numbers of the needs run by opportunity, so that nothing need be sorted by it."""
        return self.numbered == tuple(own.id for own in self.opportunities)

    def need(self, need_id: str) -> NeedBehind:
        """One need with its processes, without the others (KeyError where there is no such need)."""
        return self._need({own.id: own for own in self.opportunities}[need_id])

    def _need(self, own: Opportunity) -> NeedBehind:
        reached = reached_from(self.graph, own.id)
        titles = self.graph.titles
        processes = (
            Behind(process, titles[process], len(via) - 2, len(via) == 3, via)
            for process, via in reached.paths().items()
        )
        return NeedBehind(own.id, titles[own.id], own.value, tuple(processes))

    def _sorted(self, ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(ids, key=self.graph.place))


def backward_map(board: Board, today: datetime.date | None = None, top: int = TOP) -> BackwardMap:
    """The backward map of a board. Without `today` no blind spot is told; the critical few touch the `top` needs."""
    graph = graph_of(board)
    ranked = [opportunity(need) for need in ranked_needs(board.of_kind("need"))]
    numbered = tuple(own.id for own in ranked)
    distances = all_distances(masks(map(graph.direct, numbered)), graph.behind)
    hours = None if today is None else direct_hours(board, today)
    return BackwardMap(graph, tuple(ranked), numbered, distances, owners(board), hours, top)


def behind(source: Board | BackwardMap, need_id: str) -> Trace:
    """What lies behind one need, from a board or from a map already made (KeyError where there is no such need)."""
    return trace(source.graph if isinstance(source, BackwardMap) else graph_of(source), need_id)


def rests_on(source: Board | BackwardMap, process_id: str) -> dict[str, int]:
    """The needs that rest on a process with their distance, nearest first."""
    own = source if isinstance(source, BackwardMap) else backward_map(source)
    return own.rests_on(process_id)


def depths(board: Board) -> dict[str, int | None]:
    """The depth of every process (None: it reaches no need), without the rest of the map; cheap enough at each edit."""
    graph = graph_of(board)
    satisfying = {value for values in graph.values_of.values() for value in values}
    direct = {process: None for value in satisfying for process in graph.creators_of[value]}
    known = nearest(direct, graph.behind)
    return {process: known.get(process) for process in graph.processes}
