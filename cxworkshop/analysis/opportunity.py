"""Which need is the largest opportunity: importance that satisfaction does not meet. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cxworkshop.analysis.scores import by_title, score
from cxworkshop.model.board import Board
from cxworkshop.model.records import Card
from cxworkshop.words import N_

FORMULA = N_("opportunity = I + max(I − S, 0), 0…20 (I importance, S satisfaction, 0…10)")
SOURCE = N_("A. Ulwick, Outcome-Driven Innovation")

LARGEST = 20
IMPORTANCE_UNKNOWN = 5


@dataclass(frozen=True)
class Opportunity:
    """The opportunity of one need, `value` = I + max(I − S, 0) in 0…20 (Ulwick, ODI).

    `importance` and `satisfaction` are what was scored (None: nobody did; the formula then takes I = 5, S = I).
    `basis` is "room", "customers" or None, `sample` how many people were asked: shown with the number, never mixed.
    """

    id: str
    value: float
    importance: float | None
    satisfaction: float | None
    basis: str | None
    sample: int | None

    @property
    def scored(self) -> bool:
        """Whether anybody gave an importance; without one the number says only that nobody was asked."""
        return self.importance is not None


def opportunity(need: Card) -> Opportunity:
    """The opportunity of a need."""
    importance, satisfaction = score(need, "importance"), score(need, "satisfaction")
    sample = score(need, "sample")
    basis = need.get("basis")
    return Opportunity(
        need.id,
        opportunity_of(importance, satisfaction),
        importance,
        satisfaction,
        basis if basis in ("room", "customers") else None,
        int(sample) if sample is not None else None,
    )


def opportunity_of(importance: float | None, satisfaction: float | None) -> float:
    """I + max(I − S, 0); with no importance I = 5, with no satisfaction S = I."""
    wanted = IMPORTANCE_UNKNOWN if importance is None else importance
    met = wanted if satisfaction is None else satisfaction
    return wanted + max(wanted - met, 0)


def ranked_needs(needs: Iterable[Card]) -> list[Card]:
    """Needs by opportunity, the largest first; ties by title, then id."""
    return sorted(needs, key=lambda need: (-_value(need), *by_title(need)))


def opportunities(board: Board) -> list[Opportunity]:
    """The opportunity of every need, ranked."""
    return [opportunity(need) for need in ranked_needs(board.of_kind("need"))]


def _value(need: Card) -> float:
    return opportunity_of(score(need, "importance"), score(need, "satisfaction"))
