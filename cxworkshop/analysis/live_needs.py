"""The needs of a board by opportunity, each with a number that it keeps while others come and go. Knows no links."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable
from heapq import heappop, heappush

from cxworkshop.analysis.influence import Weights
from cxworkshop.analysis.opportunity import Opportunity, opportunity, ranked_needs
from cxworkshop.model.records import Card

_Place = tuple[float, str, str]  # the largest opportunity first, ties by title, then id


class LiveNeeds:
    """The needs, ranked and numbered. A number left by a need that is gone is given to the next that comes."""

    _ranked: tuple[Opportunity, ...] | None
    _by_number: tuple[str, ...] | None
    _weights: Weights | None

    def __init__(self, needs: Iterable[Card]) -> None:
        found = ranked_needs(needs)
        self.numbers = {need.id: number for number, need in enumerate(found)}
        self._numbered = [need.id for need in found]
        self._free: list[int] = []
        self._known = {need.id: opportunity(need) for need in found}
        self._places = {need.id: _place(need, self._known[need.id]) for need in found}
        self._order = list(self._places.values())
        self._forget_lent()

    def put(self, need: Card) -> bool:
        """Take in a need that came or was edited; whether its opportunity or its place may be another now."""
        new = opportunity(need)
        place = _place(need, new)
        if self._known.get(need.id) == new and self._places[need.id] == place:
            return False
        self._leave_place(need.id)
        if need.id not in self.numbers:
            self._number(need.id)
        self._known[need.id] = new
        self._places[need.id] = place
        insort(self._order, place)
        self._forget_lent()
        return True

    def drop(self, need: str) -> None:
        """Forget a need (one that was never there too)."""
        number = self.numbers.pop(need, None)
        if number is None:
            return
        self._leave_place(need)
        del self._known[need], self._places[need]
        self._numbered[number] = ""
        heappush(self._free, number)
        self._forget_lent()

    def ranked(self) -> tuple[Opportunity, ...]:
        """The opportunities of all needs, the largest first; ties by title, then id."""
        if self._ranked is None:
            self._ranked = tuple(self._known[need] for _, _, need in self._order)
        return self._ranked

    def numbered(self) -> tuple[str, ...]:
        """The needs by number; "" where a number is free."""
        if self._by_number is None:
            self._by_number = tuple(self._numbered)
        return self._by_number

    def weights(self) -> Weights:
        """What each number weighs; a free one nothing."""
        if self._weights is None:
            known = self._known
            self._weights = Weights([known[need].value if need else 0 for need in self._numbered])
        return self._weights

    def _number(self, need: str) -> None:
        if self._free:
            number = heappop(self._free)
            self._numbered[number] = need
        else:
            number = len(self._numbered)
            self._numbered.append(need)
        self.numbers[need] = number

    def _leave_place(self, need: str) -> None:
        if need in self._places:
            del self._order[bisect_left(self._order, self._places[need])]

    def _forget_lent(self) -> None:
        self._ranked = self._by_number = self._weights = None


def _place(need: Card, own: Opportunity) -> _Place:
    return -own.value, need.title, need.id
