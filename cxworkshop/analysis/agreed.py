"""How improvements stand: what they lack to be agreed, who answers for them (RACI), what they are worth (ICE). Pure."""

from __future__ import annotations

from dataclasses import dataclass

from cxworkshop.analysis.scores import by_title, score
from cxworkshop.model.agreement import OPEN, Missing, missing_for_agreement, missing_of_safeguard
from cxworkshop.model.board import Board
from cxworkshop.model.records import Card
from cxworkshop.words import N_

__all__ = ["OPEN", "Missing", "Raci", "accountable", "ice", "missing_for_agreement", "missing_of_safeguard", "raci"]

ICE_FORMULA = N_("ICE = impact × confidence × ease, ease = 11 − effort; 1…1000")
ICE_SOURCE = N_("S. Ellis, Hacking Growth (ICE)")
RACI_SOURCE = N_("RACI: accountable (exactly one), responsible, consulted, informed")

PARTS = {"R": "responsible", "C": "consulted", "I": "informed"}  # letter -> field of the improvement
HIGHEST_EASE = 11


@dataclass(frozen=True)
class Raci:
    """Who has which part in one improvement: role id -> its letters in the order "ARCI".

    `accountable` are the roles that own it: exactly one is right.
    """

    id: str
    letters: dict[str, str]
    accountable: tuple[str, ...]

    @property
    def gap(self) -> str | None:
        """ "none" where nobody answers for it, "several" where more than one does; None: exactly one."""
        if len(self.accountable) == 1:
            return None
        return "several" if self.accountable else "none"


def ice(card: Card) -> float | None:
    """Impact × confidence × ease, ease = 11 − effort, 1…1000; None where one of the three was not estimated."""
    impact, confidence, effort = (score(card, name) for name in ("impact", "confidence", "effort"))
    if impact is None or confidence is None or effort is None:
        return None
    return impact * confidence * (HIGHEST_EASE - effort)


def ranked(cards: list[Card]) -> list[Card]:
    """Improvements by ICE, the largest first, those without one last; ties by title, then id."""
    return sorted(cards, key=lambda card: (-(ice(card) or 0.0), *by_title(card)))


def accountable(board: Board, card: Card) -> list[Card]:
    """The roles that own it, by title, then id."""
    return sorted((own for own in board.sources(card.id, "owns") if own.kind == "role"), key=by_title)


def raci(board: Board, card: Card) -> Raci:
    """Who has which part in an improvement; ids of roles that are gone are passed over."""
    owners = tuple(own.id for own in accountable(board, card))
    letters = dict.fromkeys(owners, "A")
    for letter, name in PARTS.items():
        for role in card.get(name) or ():
            if role in board.cards:
                letters[role] = letters.get(role, "") + letter
    return Raci(card.id, letters, owners)
