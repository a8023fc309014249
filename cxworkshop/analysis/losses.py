"""Where along a journey customers lose most against what they expected. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from cxworkshop.analysis.experience import gaps_of
from cxworkshop.model.records import Card


def largest_loss(touchpoints: Sequence[Card]) -> Card | None:
    """The touchpoint with the lowest gap 1 (experience − expectation) below 0, the earliest on a tie; None: no loss."""
    found: Card | None = None
    lowest = 0.0
    for card in touchpoints:
        gap = gaps_of(card).gap1
        if gap is not None and gap < lowest:
            found, lowest = card, gap
    return found


def count_scored(touchpoints: Sequence[Card], name: str = "experience") -> int:
    """How many of them have this score."""
    return sum(card.get(name) is not None for card in touchpoints)
