"""A backward map taken from a live one. What an earlier picture had worked out is carried over where it still holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from cxworkshop.analysis.backward_map import BackwardMap
from cxworkshop.analysis.influence import influence_by, influence_of
from cxworkshop.analysis.live_distances import KeptDistances
from cxworkshop.analysis.live_graph import Moved, Pair
from cxworkshop.analysis.loops import loops

_LONGEST = 50  # what nobody has asked for in so many pictures is worked out anew when somebody does


@dataclass
class Since:
    """What happened since a picture was taken. `far`: processes whose distances are others, `scored`: needs whose
    opportunity is another; `drawn` and `cut` dependencies; `retitled`: cards that came, went or are renamed."""

    far: set[str] = field(default_factory=set)
    scored: set[str] = field(default_factory=set)
    drawn: list[Pair] = field(default_factory=list)
    cut: list[Pair] = field(default_factory=list)
    retitled: set[str] = field(default_factory=set)

    def add(self, moved: Moved, far: Iterable[str], scored: Iterable[str]) -> None:
        self.far.update(far, moved.gone)
        self.scored.update(scored)
        self.drawn += moved.drawn
        self.cut += moved.cut
        self.retitled |= moved.retitled


Loops = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Carried:
    """What an earlier picture had worked out, and what happened since: `influence` with its unit, `loops`."""

    influence: tuple[Mapping[str, float], int, tuple[Since, ...]] | None = None
    loops: tuple[Loops, tuple[Since, ...]] | None = None


@dataclass(frozen=True, eq=False)
class LivePicture(BackwardMap):
    """A `BackwardMap` like any other: later edits do not reach it. Only how it works out its figures is its own."""

    distances: KeptDistances
    carried: Carried = Carried()

    @property
    def depths(self) -> dict[str, int | None]:
        known = self.distances.depths
        return {process: known.get(process) for process in self.graph.processes}

    @cached_property
    def influence(self) -> dict[str, float]:
        """As in `BackwardMap`: the same to the last digit."""
        if self.carried.influence is None:
            return influence_by(self.distances, self.weights)
        known, unit, since = self.carried.influence
        if unit != self.weights.unit:
            return influence_by(self.distances, self.weights)
        found = dict(known)
        for process in self._moved(since):
            row = self.distances.row(process)
            if row:
                found[process] = influence_of(row, self.weights)
            else:
                found.pop(process, None)
        return found

    def influence_of(self, process_id: str) -> float:
        if "influence" in vars(self):
            return self.influence.get(process_id, 0.0)
        return influence_of(self.distances.row(process_id), self.weights)

    def _moved(self, since: Iterable[Since]) -> set[str]:
        """The processes whose influence may be another: what they reach is, or what it weighs."""
        far = set().union(*(own.far for own in since))
        scored = set().union(*(own.scored for own in since))
        if scored:
            wanted = self.mask(scored)
            far.update(process for process, mask in self.distances.reached.items() if mask & wanted)
        return far

    @cached_property
    def loops(self) -> Loops:
        """As in `BackwardMap`; not sought again while nothing can have made or broken one."""
        if self.carried.loops is not None:
            known, since = self.carried.loops
            drawn = {pair for own in since for pair in own.drawn}
            if not any(self._breaks(known, own) for own in since) and not any(map(self._closes, drawn)):
                return known
        return tuple(tuple(loop) for loop in loops(self.graph.behind, self.graph.place))

    def _breaks(self, known: Loops, since: Since) -> bool:
        """Whether a link inside one of these loops was cut, or one of its processes is called otherwise."""
        of = {process: number for number, loop in enumerate(known) for process in loop}
        cut = any(one in of and of[one] == of.get(other) for one, other in since.cut)
        return cut or not since.retitled.isdisjoint(of)

    def _closes(self, pair: Pair) -> bool:
        """Whether a dependency lies on a circle: what its end depends on leads back to its beginning."""
        start, end = pair
        behind, seen, waiting = self.graph.behind, {end}, [end]
        while waiting:
            process = waiting.pop()
            if process == start:
                return True
            for deeper in behind.get(process, ()):
                if deeper not in seen:
                    seen.add(deeper)
                    waiting.append(deeper)
        return False


def carried_over(last: LivePicture | None, since: Since) -> Carried:
    """What the next picture can take over from the last one (None: there is none)."""
    if last is None:
        return Carried()
    return Carried(_influence(last, since), _loops(last, since))


def _influence(last: LivePicture, since: Since) -> tuple[Mapping[str, float], int, tuple[Since, ...]] | None:
    if "influence" in vars(last):
        return last.influence, last.weights.unit, (since,)
    if last.carried.influence is None or len(last.carried.influence[2]) >= _LONGEST:
        return None
    known, unit, before = last.carried.influence
    return known, unit, (*before, since)


def _loops(last: LivePicture, since: Since) -> tuple[Loops, tuple[Since, ...]] | None:
    if "loops" in vars(last):
        return last.loops, (since,)
    if last.carried.loops is None or len(last.carried.loops[1]) >= _LONGEST:
        return None
    known, before = last.carried.loops
    return known, (*before, since)
