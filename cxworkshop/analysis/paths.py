"""What lies behind one need: its values, the processes by distance, one shortest path each, the links between. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from cxworkshop.analysis.graph import Graph
from cxworkshop.model.records import link_key


@dataclass(frozen=True)
class Reached:
    """The processes behind one need. `distance` maps each to its shortest distance, in order of distance, title and id;
    `nearer` each to the next card of one shortest path towards the need: a process, or a value for the direct ones."""

    need: str
    distance: Mapping[str, int]
    nearer: Mapping[str, str]

    def via(self, process: str) -> tuple[str, ...]:
        """One shortest path of ids from the process to the need, both ends included."""
        path = [process]
        for _ in range(self.distance[process]):
            path.append(self.nearer[path[-1]])
        return (*path, self.need)

    def paths(self) -> dict[str, tuple[str, ...]]:
        """`via` of every process, in the order of `distance`: each path grows from the one before it."""
        found: dict[str, tuple[str, ...]] = {}
        for process, distance in self.distance.items():
            nearer = self.nearer[process]
            found[process] = (process, nearer, self.need) if distance == 1 else (process, *found[nearer])
        return found


@dataclass(frozen=True)
class Trace:
    """What lights up when a need is pressed.

    `values` are the values that satisfy it, by title. `distance` maps the processes behind it to their shortest
    distance (1: direct), in order of distance, title and id. `shortest` are the keys of the links that lie on a
    shortest path, `links` those of all links between lit cards.
    """

    need: str
    values: tuple[str, ...]
    distance: Mapping[str, int]
    shortest: frozenset[str]
    links: frozenset[str]
    reached: Reached

    @property
    def processes(self) -> tuple[str, ...]:
        """The processes behind the need, the nearest first."""
        return tuple(self.distance)

    @property
    def direct(self) -> tuple[str, ...]:
        return tuple(process for process, distance in self.distance.items() if distance == 1)

    @property
    def indirect(self) -> tuple[str, ...]:
        return tuple(process for process, distance in self.distance.items() if distance > 1)

    @cached_property
    def cards(self) -> frozenset[str]:
        """Every card that stays lit: the need, its values, the processes."""
        return frozenset((self.need, *self.values, *self.distance))

    def via(self, process_id: str) -> tuple[str, ...]:
        """One shortest path of ids from a process behind the need to the need (KeyError: it is not behind it)."""
        return self.reached.via(process_id)


def trace(graph: Graph, need: str) -> Trace:
    """What lies behind a need (KeyError where there is no such need)."""
    reached = reached_from(graph, need)
    values = tuple(sorted(graph.values_of[need], key=graph.place))
    near = [link_key("satisfies", value, need) for value in values]
    near += [link_key("creates", process, value) for value in values for process in graph.creators_of[value]]
    shortest, other = _dependencies(graph, reached.distance)
    every = frozenset((*near, *shortest, *other))
    return Trace(need, values, reached.distance, frozenset((*near, *shortest)), every, reached)


def reached_from(graph: Graph, need: str) -> Reached:
    """The processes behind a need, breadth first; of several shortest paths the one whose cards come first by title."""
    nearer: dict[str, str] = {}
    for value in sorted(graph.values_of[need], key=graph.place):
        for process in graph.creators_of[value]:
            nearer.setdefault(process, value)
    distance: dict[str, int] = {}
    level, number = _sorted(graph, nearer), 0
    while level:
        number += 1
        distance.update(dict.fromkeys(level, number))
        level = _sorted(graph, _step(graph, level, nearer))
    return Reached(need, distance, nearer)


def _step(graph: Graph, level: Iterable[str], nearer: dict[str, str]) -> list[str]:
    following = []
    for process in level:
        for deeper in graph.behind[process]:
            if deeper not in nearer:
                nearer[deeper] = process
                following.append(deeper)
    return following


def _sorted(graph: Graph, processes: Iterable[str]) -> list[str]:
    return sorted(processes, key=graph.rank.__getitem__)


def _dependencies(graph: Graph, distance: Mapping[str, int]) -> tuple[Sequence[str], Sequence[str]]:
    """The keys of the “depends on” links between processes behind the need: on a shortest path, and the others."""
    shortest: list[str] = []
    other: list[str] = []
    for process, near in distance.items():
        for deeper in graph.behind[process]:
            on_shortest = distance[deeper] == near + 1
            (shortest if on_shortest else other).append(link_key("depends_on", process, deeper))
    return shortest, other
