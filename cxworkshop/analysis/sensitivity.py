"""Do the top five needs change when scores are a little off? Every score moved alone, and all together by chance.

Deterministic: a need's draws follow from its id, so neither the order of cards nor other needs change them. Pure.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass
from heapq import nsmallest

from cxworkshop.analysis.opportunity import opportunity_of
from cxworkshop.analysis.scores import by_title, score
from cxworkshop.model.board import Board
from cxworkshop.model.records import Card
from cxworkshop.words import N_

FORMULA = N_(
    "each score moved by ±20 % of its scale (±2 of 10, kept within 0…10): alone, and all together in 1,000 draws by"
    " chance, evenly spread; then the first five by opportunity are taken anew"
)
SOURCE = N_("one-at-a-time and Monte Carlo sensitivity analysis, A. Saltelli and others, Global Sensitivity Analysis")

TOP = 5
SHARE = 0.2
DRAWS = 1000
HIGHEST = 10.0  # of the scale of importance and satisfaction
SEED = "cxworkshop"
FIELDS = ("importance", "satisfaction")

_Key = tuple[float, str, str]


@dataclass(frozen=True)
class Swap:
    """One score moved alone changes the top: `need`'s `field` by `by` (as far as its scale allows it) lets `enters` in
    and puts `leaves` out."""

    need: str
    field: str
    by: float
    enters: str
    leaves: str


@dataclass(frozen=True)
class Sensitivity:
    """What moving the scores does to the needs with the largest opportunity.

    `top` are their ids as scored, the largest first (needs without an importance are left out: there is nothing to
    move); `scored` counts the needs that took part. `swaps` are the single moves that change the top, `share` maps a
    need to the share of draws (0…1) in which it is among the top, needs that never are left out; `kept` is the share
    of draws with the same top, in whatever order.
    """

    top: tuple[str, ...]
    scored: int
    draws: int
    kept: float
    share: dict[str, float]
    swaps: tuple[Swap, ...]

    @property
    def can_change(self) -> bool:
        """Whether there is a need beside the top that could enter it."""
        return self.scored > len(self.top)

    @property
    def leaving(self) -> list[tuple[str, float]]:
        """The needs of the top that leave it in some draws, with the share in which they do; the likeliest first."""
        found = [(need, 1 - self.share.get(need, 0.0)) for need in self.top]
        return sorted(((need, gone) for need, gone in found if gone > 0), key=lambda own: -own[1])

    @property
    def entering(self) -> list[tuple[str, float]]:
        """The needs that enter the top in some draws, with the share in which they do; the likeliest first."""
        found = [(need, share) for need, share in self.share.items() if need not in self.top]
        return sorted(found, key=lambda own: (-own[1], own[0]))


def sensitivity(board: Board, top: int = TOP, share: float = SHARE, draws: int = DRAWS) -> Sensitivity:
    """How firmly the `top` needs of a board stand when every score moves by up to `share` of its scale (0…1)."""
    return sensitivity_of(board.of_kind("need"), top, share, draws)


def sensitivity_of(needs: Iterable[Card], top: int = TOP, share: float = SHARE, draws: int = DRAWS) -> Sensitivity:
    """The same for any needs. Those without an importance take no part."""
    ranked = sorted((_key(need, _value(need)), need) for need in needs if score(need, "importance") is not None)
    order = [need for _, need in ranked]
    first = tuple(need.id for need in order[:top])
    if len(order) <= top:
        return Sensitivity(first, len(order), draws, 1.0, dict.fromkeys(first, 1.0), ())
    reach = share * HIGHEST
    kept, shares = _drawn(order, top, reach, draws)
    return Sensitivity(first, len(order), draws, kept, shares, tuple(_swaps(order, top, reach)))


def _value(need: Card, importance: float = 0.0, satisfaction: float = 0.0) -> float:
    """The opportunity with both scores moved, within their scale; an absent score stays absent."""
    moved = (_moved(score(need, "importance"), importance), _moved(score(need, "satisfaction"), satisfaction))
    return opportunity_of(*moved)


def _moved(value: float | None, by: float) -> float | None:
    return None if value is None else min(max(value + by, 0.0), HIGHEST)


def _key(need: Card, value: float) -> _Key:
    return (-value, *by_title(need))


def _swaps(order: list[Card], top: int, reach: float) -> Iterable[Swap]:
    """Every move of one score that changes who is among the top: down for those in it, up for those outside."""
    last, next_one = order[top - 1], order[top]
    for place, need in enumerate(order):
        inside = place < top
        rival = _key(next_one, _value(next_one)) if inside else _key(last, _value(last))
        for field in FIELDS:
            for by in (-reach, reach):
                if score(need, field) is None:
                    continue
                moved = _key(need, _value(need, **{field: by}))
                if inside and moved > rival:
                    yield Swap(need.id, field, _real(need, field, by), next_one.id, need.id)
                elif not inside and moved < rival:
                    yield Swap(need.id, field, _real(need, field, by), need.id, last.id)


def _real(need: Card, field: str, by: float) -> float:
    value = score(need, field) or 0.0
    return (_moved(value, by) or 0.0) - value


def _drawn(order: list[Card], top: int, reach: float, draws: int) -> tuple[float, dict[str, float]]:
    """The share of draws that keep the top, and of each need the share in which it is among the top."""
    able = sorted(_able(order, top, reach), key=by_title)  # so that ties go by place
    drawn = [_draws_of(need, reach, draws) for need in able]
    first = {place for place, need in enumerate(able) if need in order[:top]}
    count = [0] * len(able)
    kept = 0
    for values in zip(*drawn, strict=True):
        found = [place for _, place in nsmallest(top, zip(values, range(len(able)), strict=True))]
        kept += first.issuperset(found)
        for place in found:
            count[place] += 1
    return kept / draws, {need.id: n / draws for need, n in zip(able, count, strict=True) if n}


def _able(order: list[Card], top: int, reach: float) -> list[Card]:
    """The needs that can be among the top in any draw: what is out of reach need not be drawn."""
    lowest = sorted(-_value(need, -reach, reach) for need in order)
    surely = lowest[top - 1]  # so many needs have at least this, whatever is drawn
    return [need for need in order if -_value(need, reach, -reach) <= surely]


def _draws_of(need: Card, reach: float, draws: int) -> list[float]:
    """The opportunity of a need in every draw, negative so that the largest comes first."""
    chance = random.Random(f"{SEED}/{need.id}")
    importance, satisfaction = score(need, "importance"), score(need, "satisfaction")
    found = []
    for _ in range(draws):
        more, met = chance.uniform(-reach, reach), chance.uniform(-reach, reach)
        found.append(-opportunity_of(_moved(importance, more), _moved(satisfaction, met)))
    return found
