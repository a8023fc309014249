"""How much rests on a process: the opportunity of the needs it reaches, halved with every step. Knows no board."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from cxworkshop.analysis.distances import Distances, P, bits
from cxworkshop.analysis.opportunity import LARGEST
from cxworkshop.words import N_

FORMULA = N_("influence = Σ over the needs it reaches of opportunity / 20 × 0.5^(distance − 1)")
SOURCE = N_("cxworkshop: each step further from the customer halves what a process can do")

_UNITS = (1, 2, 10, 100)  # people score in whole numbers, halves, tenths; what is finer is taken in steps of 1/2^40
_FINEST = 2**40
_FEW = 6  # in a mask with so few needs it is quicker to visit each


class Weights:
    """What each need weighs, in whole numbers of a unit, so that a sum does not depend on the order of the needs.

    `opportunities[k]` belongs to need number k. `unit` says how many units make 1.
    """

    def __init__(self, opportunities: Sequence[float]) -> None:
        self._opportunities = opportunities

    @cached_property
    def unit(self) -> int:
        distinct = set(self._opportunities)
        return next((unit for unit in _UNITS if all(_fits(value * unit) for value in distinct)), _FINEST)

    @cached_property
    def _whole(self) -> list[int]:
        return [round(value * self.unit) for value in self._opportunities]

    @cached_property
    def _planes(self) -> list[tuple[int, int]]:
        return _planes(self._whole)

    def of(self, mask: int) -> int:
        """The sum of the weights of the needs in a mask, in units."""
        if mask.bit_count() <= min(_FEW, len(self._planes)):
            total, whole = 0, self._whole
            while mask:
                lowest = mask & -mask
                total += whole[lowest.bit_length() - 1]
                mask ^= lowest
            return total
        return sum(weight * (mask & plane).bit_count() for weight, plane in self._planes)

    def share(self, distance: int) -> float:
        """What one unit adds to the influence of a process at that distance."""
        return 0.5 ** (distance - 1) / LARGEST / self.unit


def influence(distances: Distances[P], opportunities: Sequence[float]) -> dict[P, float]:
    """Σ over the needs n that p reaches of opportunity(n) / 20 × 0.5^(distance − 1), for each process that reaches one.

    `opportunities[k]` belongs to need number k.
    """
    return influence_by(distances, Weights(opportunities))


def influence_by(distances: Distances[P], weights: Weights) -> dict[P, float]:
    """`influence`, where the needs have been weighed already."""
    found: dict[P, float] = {}
    for distance, level in enumerate(distances.levels, 1):
        share = weights.share(distance)
        for process, mask in level.items():
            found[process] = found.get(process, 0.0) + weights.of(mask) * share
    return found


def influence_of(row: Iterable[tuple[int, int]], weights: Weights) -> float:
    """The influence of one process from (distance, mask of the needs exactly that far), the nearest first.

    The same to the last digit as that of `influence`.
    """
    total = 0.0
    for distance, mask in row:
        total += weights.of(mask) * weights.share(distance)
    return total


def _fits(value: float) -> bool:
    return abs(value - round(value)) < 1e-9


def _planes(whole: Sequence[int]) -> list[tuple[int, int]]:
    """Masks with a weight each, few of them, whose weights add up to every need's own.

    Either one mask for each weight there is, or one for each binary digit, whichever are fewer.
    """
    by_weight: dict[int, int] = {}
    by_digit: dict[int, int] = {}
    for number, weight in enumerate(whole):
        by_weight[weight] = by_weight.get(weight, 0) | 1 << number
        for digit in bits(weight):
            by_digit[1 << digit] = by_digit.get(1 << digit, 0) | 1 << number
    fewer = min(by_weight, by_digit, key=len)
    return [(weight, mask) for weight, mask in fewer.items() if weight]
