"""How much rests on a process: the opportunity of the needs it reaches, halved with every step. Knows no board."""

from __future__ import annotations

from collections.abc import Sequence

from cxworkshop.analysis.distances import Distances, P, bits
from cxworkshop.analysis.opportunity import LARGEST
from cxworkshop.words import N_

FORMULA = N_("influence = Σ over the needs it reaches of opportunity / 20 × 0.5^(distance − 1)")
SOURCE = N_("cxworkshop: each step further from the customer halves what a process can do")

_UNITS = (1, 2, 10, 100)  # people score in whole numbers, halves, tenths; what is finer is taken in steps of 1/2^40
_FINEST = 2**40
_FEW = 6  # in a mask with so few needs it is quicker to visit each


def influence(distances: Distances[P], opportunities: Sequence[float]) -> dict[P, float]:
    """Σ over the needs n that p reaches of opportunity(n) / 20 × 0.5^(distance − 1), for each process that reaches one.

    `opportunities[k]` belongs to need number k. The sums of one distance are kept in whole numbers, so that the result
    does not depend on the order of the needs.
    """
    unit, whole = _whole(opportunities)
    planes = _planes(whole)
    found: dict[P, float] = {}
    for number, level in enumerate(distances.levels):
        share = 0.5**number / LARGEST / unit
        for process, mask in level.items():
            found[process] = found.get(process, 0.0) + _weight(mask, whole, planes) * share
    return found


def _whole(opportunities: Sequence[float]) -> tuple[int, list[int]]:
    """The opportunities as whole numbers of a unit, and how many units make 1."""
    distinct = set(opportunities)
    unit = next((unit for unit in _UNITS if all(_fits(value * unit) for value in distinct)), _FINEST)
    return unit, [round(value * unit) for value in opportunities]


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


def _weight(mask: int, whole: Sequence[int], planes: Sequence[tuple[int, int]]) -> int:
    """The sum of the weights of the needs in a mask."""
    if mask.bit_count() <= min(_FEW, len(planes)):
        total = 0
        while mask:
            lowest = mask & -mask
            total += whole[lowest.bit_length() - 1]
            mask ^= lowest
        return total
    return sum(weight * (mask & plane).bit_count() for weight, plane in planes)
