"""Where needs lie between importance and satisfaction: under-served, appropriately served, over-served. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from cxworkshop.analysis.opportunity import Opportunity
from cxworkshop.words import N_

FORMULA = N_("under-served: opportunity above 10; over-served: satisfaction above importance; appropriate: all between")
SOURCE = N_("A. Ulwick, What Customers Want: the opportunity landscape")

STRONG = 10.0  # an opportunity above this is worth acting on
LINES = (10.0, 12.0, 15.0)  # opportunities whose lines are drawn
HIGHEST = 10.0

UNDER, APPROPRIATE, OVER = "under", "appropriate", "over"
ZONES = {
    UNDER: N_("under-served"),
    APPROPRIATE: N_("appropriately served"),
    OVER: N_("over-served"),
}


def zone(own: Opportunity) -> str | None:
    """The zone of a need, None unless importance and satisfaction were both scored."""
    if own.importance is None or own.satisfaction is None:
        return None
    if own.value > STRONG:
        return UNDER
    return OVER if own.satisfaction > own.importance else APPROPRIATE


def line(opportunity: float) -> tuple[tuple[float, float], ...]:
    """The points (importance, satisfaction) between which every need has this opportunity, 10…20: 2 I − S = it."""
    return ((opportunity / 2, 0.0), (HIGHEST, 2 * HIGHEST - opportunity))


def placed(found: Iterable[Opportunity]) -> list[Opportunity]:
    """Those that have a place: both scores are there."""
    return [own for own in found if own.importance is not None and own.satisfaction is not None]
