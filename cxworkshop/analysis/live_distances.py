"""Shortest distances of every process to every need, kept while links come and go. Knows no board.

As in `distances`, needs are bits of an integer, so that one operation does the work of all needs. A link that comes
sends the needs that became nearer on to the processes behind, the nearest first (a breadth-first pass that begins in
the middle). A link that goes takes away, distance by distance, the needs that nothing one step nearer holds up any
more; what still stands around is then handed on in the same way. Source: G. Ramalingam, T. Reps, An incremental
algorithm for a generalization of the shortest-path problem, 1996; here with steps of length 1 and many needs at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from cxworkshop.analysis.distances import Distances, bits, each_level

Row = tuple[tuple[int, int], ...]  # (distance, mask of the needs exactly that far), the nearest first
Waiting = dict[int, dict[int, int]]  # {distance: {place: mask}}


class KeptDistances(Distances[str]):
    """Distances by process: what each process has at which distance is found without a look at the others."""

    _places: Mapping[str, int]
    _rows: Sequence[Row]

    def __init__(self, places: Mapping[str, int], rows: Sequence[Row], reached: Sequence[int]) -> None:
        """`rows` and `reached` by the places of the processes."""
        vars(self).update(_places=places, _rows=rows, _reached=reached)  # frozen: nobody sets them later

    def row(self, process: str) -> Row:
        """(distance, mask of the needs exactly that far) of a process, the nearest first; () where it reaches none."""
        place = self._places.get(process)
        return () if place is None else self._rows[place]

    @cached_property
    def levels(self) -> Sequence[Mapping[str, int]]:
        """As in `Distances`, made when first asked for."""
        found: list[dict[str, int]] = [{} for _ in range(max((row[-1][0] for row in self._rows if row), default=0))]
        for process, place in self._places.items():
            for distance, mask in self._rows[place]:
                found[distance - 1][process] = mask
        return found

    @cached_property
    def reached(self) -> Mapping[str, int]:
        reached = vars(self)["_reached"]
        return {process: reached[place] for process, place in self._places.items() if reached[place]}

    @cached_property
    def depths(self) -> dict[str, int]:
        rows = self._rows
        return {process: rows[place][0][0] for process, place in self._places.items() if rows[place]}

    def distance(self, process: str, need: int) -> int | None:
        return next((distance for distance, mask in self.row(process) if mask >> need & 1), None)

    def of_process(self, process: str) -> dict[int, int]:
        return {need: distance for distance, mask in self.row(process) for need in bits(mask)}


class LiveDistances:
    """The distances of a graph that changes. Processes stand at places in lists; a place left free is used again."""

    def __init__(self, direct: Mapping[str, int], behind: Mapping[str, Sequence[str]]) -> None:
        """`direct` and `behind` as for `all_distances`; every process is a key of `behind`."""
        self._places = {process: place for place, process in enumerate(behind)}
        self._ids = list(behind)
        self._free: list[int] = []
        self._behind = [[self._places[deeper] for deeper in own] for own in behind.values()]
        self._ahead: list[list[int]] = [[] for _ in behind]
        for place, own in enumerate(self._behind):
            for deeper in own:
                self._ahead[deeper].append(place)
        self._direct = [direct.get(process, 0) for process in behind]
        self._begin()

    def _begin(self) -> None:
        rows: list[list[tuple[int, int]]] = [[] for _ in self._ids]
        reached: dict[int, int] = {}
        levels = each_level(dict(enumerate(self._direct)), dict(enumerate(self._behind)), reached)
        for distance, level in enumerate(levels, 1):
            for place, mask in level.items():
                rows[place].append((distance, mask))
        self._rows: list[Row] = list(map(tuple, rows))
        self._reached = [reached.get(place, 0) for place in range(len(rows))]
        self._lent: KeptDistances | None = None
        self._lent_places: Mapping[str, int] | None = None

    def lent(self) -> KeptDistances:
        """The distances as they are now; later changes do not reach them."""
        if self._lent is None:
            if self._lent_places is None:
                self._lent_places = self._places.copy()
            self._lent = KeptDistances(self._lent_places, self._rows.copy(), self._reached.copy())
        return self._lent

    def depth(self, process: str) -> int | None:
        """The smallest distance to any need, None where it reaches none (KeyError: there is no such process)."""
        row = self._rows[self._places[process]]
        return row[0][0] if row else None

    def change(
        self,
        came: Iterable[str],
        gone: Iterable[str],
        cut: Iterable[tuple[str, str]],
        drawn: Iterable[tuple[str, str]],
        direct: Mapping[str, int],
    ) -> list[str]:
        """Follow a change of the graph; gives the processes whose distances are others now.

        `came` and `gone` are processes; `cut` and `drawn` dependencies (process, the one it depends on), all those of
        processes that are gone among them; `direct` the masks of the processes that may serve other needs now.
        """
        self._lent = None
        for process in came:
            self._place(process)
        places = self._places
        doubtful: Waiting = {}
        nearer: Waiting = {}
        for process, deeper in cut:
            self._cut(places[process], places[deeper], doubtful)
        for process, mask in direct.items():
            if process in places:
                self._serve(places[process], mask, doubtful, nearer)
        for process, deeper in drawn:
            self._behind[places[process]].append(places[deeper])
            self._ahead[places[deeper]].append(places[process])
        lost = self._take_away(doubtful) if doubtful else {}
        self._offer(lost, nearer)
        for process, deeper in drawn:
            self._bring(places[process], places[deeper], nearer)
        changed = self._hand_on(nearer, set(lost))
        for process in gone:
            changed.discard(self._leave(process))
        return [self._ids[place] for place in changed]

    # Places

    def _place(self, process: str) -> None:
        self._lent_places = None
        if self._free:
            self._places[process] = self._free.pop()
            self._ids[self._places[process]] = process
            return
        self._places[process] = len(self._ids)
        self._ids.append(process)
        self._behind.append([])
        self._ahead.append([])
        self._rows.append(())
        for own in (self._direct, self._reached):
            own.append(0)

    def _leave(self, process: str) -> int:
        """Free the place of a process; its links are cut and it reaches nothing any more."""
        self._lent_places = None
        place = self._places.pop(process)
        self._free.append(place)
        return place

    # What goes

    def _cut(self, place: int, deeper: int, doubtful: Waiting) -> None:
        """Cut a link; doubtful is what it may have held up: the needs one step nearer at its beginning."""
        self._behind[place].remove(deeper)
        self._ahead[deeper].remove(place)
        here = dict(self._rows[deeper])
        for distance, mask in self._rows[place]:
            if distance + 1 in here:
                _add(doubtful, distance + 1, deeper, mask & here[distance + 1])

    def _serve(self, place: int, mask: int, doubtful: Waiting, nearer: Waiting) -> None:
        before = self._direct[place]
        self._direct[place] = mask
        _add(doubtful, 1, place, before & ~mask)
        _add(nearer, 1, place, mask & ~before)

    def _take_away(self, doubtful: Waiting) -> dict[int, int]:
        """Take away the needs that nothing one step nearer holds up, nearest first; gives what each place lost."""
        rows, reached = self._rows, self._reached
        lost: dict[int, int] = {}
        while doubtful:
            distance = min(doubtful)
            arriving = doubtful.pop(distance)
            following = doubtful.get(distance + 1, {})
            for place, mask in arriving.items():
                mask = self._unheld(place, distance, mask)
                if not mask:
                    continue
                rows[place] = _without(rows[place], distance, mask)
                reached[place] ^= mask
                lost[place] = lost.get(place, 0) | mask
                for deeper in self._behind[place]:
                    for far, own in rows[deeper]:
                        if far > distance:
                            hit = mask & own
                            if hit and far == distance + 1:
                                following[deeper] = following.get(deeper, 0) | hit
                            break
            if following:
                doubtful[distance + 1] = following
        return lost

    def _unheld(self, place: int, distance: int, mask: int) -> int:
        """The needs of `mask`, `distance` away from a process, that no link from a step nearer holds up."""
        if distance == 1:
            return mask & ~self._direct[place]
        rows, step = self._rows, distance - 1
        for nearer in self._ahead[place]:
            for near, own in rows[nearer]:
                if near >= step:
                    if near == step:
                        mask &= ~own
                    break
            if not mask:
                break
        return mask

    # What comes

    def _offer(self, lost: Mapping[int, int], nearer: Waiting) -> None:
        """Add to `nearer` what stands around those that lost needs."""
        rows, reached = self._rows, self._reached
        for place, mask in lost.items():
            for near in self._ahead[place]:
                if mask & reached[near]:
                    for distance, own in rows[near]:
                        _add(nearer, distance + 1, place, own & mask)

    def _bring(self, place: int, deeper: int, nearer: Waiting) -> None:
        """Add to `nearer` the needs that a new link brings nearer to the process at its end."""
        row, at, here = self._rows[deeper], 0, 0
        for distance, mask in self._rows[place]:
            while at < len(row) and row[at][0] <= distance + 1:
                here |= row[at][1]
                at += 1
            _add(nearer, distance + 1, deeper, mask & ~here)

    def _hand_on(self, nearer: Waiting, changed: set[int]) -> set[int]:
        """Take the needs that came nearer and hand them on to the processes behind, the nearest first.

        Gives the places that changed, those in `changed` among them.
        """
        rows, reached, behind = self._rows, self._reached, self._behind
        while nearer:
            distance = min(nearer)
            arriving = nearer.pop(distance)
            following = nearer.get(distance + 1, {})
            for place, mask in arriving.items():
                row = rows[place]
                for near, own in row:
                    if near > distance:
                        break
                    mask &= ~own
                    if not mask:
                        break
                if not mask:
                    continue
                changed.add(place)
                rows[place] = _with(row, distance, mask)
                reached[place] |= mask
                for deeper in behind[place]:
                    if deeper in following:
                        following[deeper] |= mask
                    else:
                        following[deeper] = mask
            if following:
                nearer[distance + 1] = following
        return changed


def _add(waiting: Waiting, distance: int, place: int, mask: int) -> None:
    if mask:
        level = waiting.get(distance)
        if level is None:
            waiting[distance] = {place: mask}
        else:
            level[place] = level.get(place, 0) | mask


def _with(row: Row, distance: int, mask: int) -> Row:
    """A row with these needs at `distance`, and nowhere farther."""
    if not row or row[-1][0] < distance:
        return (*row, (distance, mask))
    found, kept = [], mask
    for at, own in row:
        if at < distance:
            found.append((at, own))
        elif at == distance:
            mask |= own
        elif rest := own & ~kept:
            found.append((at, rest))
    found.append((distance, mask))
    found.sort()
    return tuple(found)


def _without(row: Row, distance: int, mask: int) -> Row:
    """A row without these needs, all of which stand at `distance`."""
    return tuple((at, own ^ mask if at == distance else own) for at, own in row if at != distance or own != mask)
