"""Shortest distances of every process to every need in one breadth-first pass over all needs at once. Knows no board.

Needs are bits of an integer. One step of the pass hands the bits of every process on to the processes behind it, for
all needs in one operation; a bit that arrives for the first time at step d means "this process is d steps from that
need". The cost is that of one search, not of one for each need (docs/benchmarks.md).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import compress
from typing import Generic, TypeVar

P = TypeVar("P")
T = TypeVar("T")


@dataclass(frozen=True)
class Distances(Generic[P]):
    """Who reaches which need, and how far it is. Bit k of a mask stands for need k (numbered by the caller, from 0).

    `levels[d - 1]` maps each process to the mask of the needs whose shortest distance to it is exactly d (never 0);
    `reached` maps each process to the mask of all needs it reaches. Processes that reach none are in neither.
    """

    levels: Sequence[Mapping[P, int]]
    reached: Mapping[P, int]

    @cached_property
    def depths(self) -> dict[P, int]:
        """The smallest distance of each process to any need; processes that reach none are missing."""
        found: dict[P, int] = {}
        for number in range(len(self.levels), 0, -1):
            found.update(dict.fromkeys(self.levels[number - 1], number))
        return found

    def distance(self, process: P, need: int) -> int | None:
        """The shortest distance of a process to need number `need` (1 is direct), None where it does not reach it."""
        bit = 1 << need
        if not self.reached.get(process, 0) & bit:
            return None
        return next(number for number, level in enumerate(self.levels, 1) if level.get(process, 0) & bit)

    def of_process(self, process: P) -> dict[int, int]:
        """The distance to each need the process reaches: {need number: distance}, nearest first."""
        found = {}
        for number, level in enumerate(self.levels, 1):
            found.update(dict.fromkeys(bits(level.get(process, 0)), number))
        return found

    def by_need(self, needs: int) -> list[dict[P, int]]:
        """One {process: distance} for each of the `needs` needs, nearest first. Costs one step for every pair."""
        found: list[dict[P, int]] = [{} for _ in range(needs)]
        for number, level in enumerate(self.levels, 1):
            for process, mask in level.items():
                for own in picked(found, mask):
                    own[process] = number
        return found


def all_distances(direct: Mapping[P, int], behind: Mapping[P, Iterable[P]]) -> Distances[P]:
    """The shortest distance of every process to every need.

    `direct` maps the processes at distance 1 to the mask of the needs they serve directly (`masks` makes it). `behind`
    maps each process to the processes it depends on, one step further from the need: a dict of lists, or the adjacency
    of a networkx graph (`graph.adj`). Loops and links to itself are legal. The source of the formula: DESIGN section 4.
    """
    reached: dict[P, int] = {}
    return Distances(list(each_level(direct, behind, reached)), reached)


def each_level(
    direct: Mapping[P, int], behind: Mapping[P, Iterable[P]], reached: dict[P, int]
) -> Iterator[dict[P, int]]:
    """The `levels` of `all_distances` one after the other, for who need not keep them; fills the empty `reached`."""
    level: dict[P, int] = {process: mask for process, mask in direct.items() if mask}
    reached.update(level)
    while level:
        yield level
        level = _first_arrivals(_arrivals(level, behind), reached)


def _arrivals(level: dict[P, int], behind: Mapping[P, Iterable[P]]) -> dict[P, int]:
    arriving: dict[P, int] = {}
    for process, mask in level.items():
        for deeper in behind[process]:
            if deeper in arriving:
                arriving[deeper] |= mask
            else:
                arriving[deeper] = mask
    return arriving


def _first_arrivals(arriving: dict[P, int], reached: dict[P, int]) -> dict[P, int]:
    """The bits that were not there before, which `reached` takes in."""
    fresh: dict[P, int] = {}
    for process, mask in arriving.items():
        if process in reached:
            before = reached[process]
            known = before & mask
            if not known:
                reached[process] = before | mask
                fresh[process] = mask  # this very number, which a chain hands on from process to process: no new one
            elif known != mask:
                reached[process] = before | mask
                fresh[process] = mask ^ known
        else:
            reached[process] = fresh[process] = mask
    return fresh


def masks(direct_processes: Iterable[Collection[P]]) -> dict[P, int]:
    """The `direct` of `all_distances`, from the processes that serve each need directly (need 0 first)."""
    found: dict[P, int] = {}
    for number, processes in enumerate(direct_processes):
        bit = 1 << number
        for process in processes:
            found[process] = found.get(process, 0) | bit
    return found


def bits(mask: int) -> Iterator[int]:
    """The numbers of the bits set in a mask, ascending."""
    text = bin(mask)[:1:-1]  # the digits, lowest first: finding in a text is faster than shifting a long integer
    at = text.find("1")
    while at >= 0:
        yield at
        at = text.find("1", at + 1)


def picked(items: Sequence[T], mask: int) -> Iterator[T]:
    """The items whose bits are set in a mask, in order (item 0 is bit 0)."""
    return compress(items, bin(mask)[:1:-1].encode().translate(_TRUTH))


_TRUTH = bytes.maketrans(b"01", b"\x00\x01")  # digits as bytes that are false and true


def nearest(direct: Iterable[P], behind: Mapping[P, Iterable[P]]) -> dict[P, int]:
    """The smallest distance of each process to any need, without asking which: a plain breadth-first search."""
    found = dict.fromkeys(direct, 1)
    level, number = list(found), 1
    while level:
        number += 1
        following = []
        for process in level:
            for deeper in behind[process]:
                if deeper not in found:
                    found[deeper] = number
                    following.append(deeper)
        level = following
    return found
