"""What cards can be filtered by besides text and scores, each a facet with its choices. Knows boards, no widgets.

A new facet is one entry in FACETS.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from cxworkshop.analysis.gaps import gaps
from cxworkshop.i18n import Translator
from cxworkshop.model.board import Board
from cxworkshop.model.cards import KINDS
from cxworkshop.model.records import Card
from cxworkshop.words import N_

UNSEARCHED = ("journey", "stage")  # they are the wall's columns, not cards on it


@dataclass(frozen=True)
class Choice:
    """One thing a facet can be set to: its value, kept in saved views, and its words in the reader's language."""

    value: str
    label: str


@dataclass(frozen=True)
class Facet:
    """`choices` lists what can be chosen now; `cards` gives the ids of the cards that fit one value."""

    name: str
    label: str
    icon: str
    choices: Callable[[Board, Translator], list[Choice]]
    cards: Callable[[Board, str], Iterable[str]]


def searched(board: Board) -> list[Card]:
    """The cards a search goes through, in the order in which they came."""
    return [card for card in board.cards.values() if card.kind not in UNSEARCHED]


def _kinds(board: Board, tr: Translator) -> list[Choice]:
    return [
        Choice(kind.name, tr(kind.plural))
        for kind in KINDS.values()
        if kind.name not in UNSEARCHED and board.count(kind.name)
    ]


def _stages(board: Board, tr: Translator) -> list[Choice]:
    """Stages from left to right, with the name of their journey where there are several."""
    journeys = board.journeys()
    return [
        Choice(stage.id, f"{journey.title} · {_title(stage, tr)}" if len(journeys) > 1 else _title(stage, tr))
        for journey in journeys
        for stage in board.stages(journey.id)
    ]


def _of_kind(kind: str) -> Callable[[Board, Translator], list[Choice]]:
    return lambda board, tr: [Choice(card.id, _title(card, tr)) for card in board.of_kind(kind)]


def _title(card: Card, tr: Translator) -> str:
    return card.title or tr("(no title)")


def _evidence(board: Board, tr: Translator) -> list[Choice]:
    declared = next(field for field in KINDS["touchpoint"].all_fields if field.name == "evidence")
    return [Choice(choice.value, tr(choice.label)) for choice in declared.choices]


def _gaps(board: Board, tr: Translator) -> list[Choice]:
    return [Choice(gap.code, tr(gap.label)) for gap in gaps(board)]


def _of_persona(board: Board, persona_id: str) -> Iterable[str]:
    """The persona, what it has, the touchpoints it walks; without a link, every journey of its side (DESIGN 5)."""
    persona = board.find(persona_id)
    if persona is None:
        return
    yield persona.id
    yield from (card.id for card in board.targets(persona.id, "has"))
    walked = board.targets(persona.id, "walks")
    if not walked:
        walked = [journey for journey in board.journeys() if board.side_of(journey) == board.side_of(persona)]
    for card in walked:
        yield card.id
        if card.kind == "journey":
            yield from (touchpoint.id for touchpoint in board.touchpoints(card.id))


def _of_owner(board: Board, role_id: str) -> Iterable[str]:
    yield role_id
    yield from (link.target for link in board.links_from(role_id, "owns"))


FACETS: tuple[Facet, ...] = (
    Facet("kind", N_("Kind"), "select_all", _kinds, lambda board, kind: (card.id for card in board.of_kind(kind))),
    Facet(
        "stage",
        N_("Stage"),
        "stage",
        _stages,
        lambda board, stage: (card.id for card in board.cards.values() if card.stage == stage),
    ),
    Facet("persona", N_("Persona"), "persona", _of_kind("persona"), _of_persona),
    Facet("owner", N_("Owner"), "role", _of_kind("role"), _of_owner),
    Facet(
        "evidence",
        N_("Evidence"),
        "check",
        _evidence,
        lambda board, value: (card.id for card in board.cards.values() if card.get("evidence") == value),
    ),
    Facet(
        "gap",
        N_("What is missing"),
        "warning",
        _gaps,
        lambda board, code: (card_id for gap in gaps(board) if gap.code == code for card_id in gap.ids),
    ),
)
FACET_BY_NAME = {facet.name: facet for facet in FACETS}
