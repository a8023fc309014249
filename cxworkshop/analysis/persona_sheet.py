"""What belongs to one persona, worst first: needs, problems, journeys lived through, the role it works as. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cxworkshop.analysis.experience import JourneyExperience, experiences
from cxworkshop.analysis.opportunity import ranked_needs
from cxworkshop.analysis.pain import pain
from cxworkshop.analysis.scores import by_title
from cxworkshop.model.board import Board
from cxworkshop.model.records import Card
from cxworkshop.words import N_

# How firm a persona is, said so that nobody takes a guess for a finding.
EVIDENCE = {
    "research": N_("Research: real people were asked"),
    "partly": N_("Partly researched: the rest is an assumption"),
    "assumption": N_("An assumption: nobody has asked them yet"),
    "": N_("Nobody has said how firm this is: take it for an assumption"),
}


@dataclass(frozen=True)
class PersonaSheet:
    """One persona with what is linked to it.

    `needs` by opportunity, `problems` by pain (the unscored last), ties by title, then id; `journeys` in their order,
    each with mean and peak-end of the touchpoints this persona walks (−5…+5); `roles` it works as, by title.
    """

    persona: Card
    needs: tuple[Card, ...]
    problems: tuple[Card, ...]
    journeys: tuple[JourneyExperience, ...]
    roles: tuple[Card, ...]

    @property
    def evidence(self) -> str:
        """How firm it is, in a sentence (English, marked)."""
        return EVIDENCE.get(str(self.persona.get("evidence") or ""), EVIDENCE[""])


def persona_sheet(board: Board, persona_id: str, lived: Sequence[JourneyExperience] | None = None) -> PersonaSheet:
    """The sheet of a persona; `lived` are all experiences of the board where the caller has them. KeyError: no card."""
    lived = experiences(board) if lived is None else lived
    has = board.targets(persona_id, "has")
    return PersonaSheet(
        board.card(persona_id),
        tuple(ranked_needs(card for card in has if card.kind == "need")),
        tuple(sorted((card for card in has if card.kind == "problem"), key=_by_pain)),
        tuple(own for own in lived if own.persona == persona_id),
        tuple(sorted(board.targets(persona_id, "works_as"), key=by_title)),
    )


def persona_order(board: Board) -> list[Card]:
    """Every persona: the external first, then as they came."""
    return sorted(board.of_kind("persona"), key=lambda card: board.side_of(card) == "internal")


def _by_pain(problem: Card) -> tuple[float, str, str]:
    return (-(pain(problem) or 0), *by_title(problem))
