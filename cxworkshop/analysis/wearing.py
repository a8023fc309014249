"""What wears whom down: internal touchpoints, those who walk them, and the external touchpoints that pay for it. Pure.

A bad portal tires the clerk, and the tired clerk is rude at the counter: `feeds` links, read from the inside out.
"""

from __future__ import annotations

from dataclasses import dataclass

from cxworkshop.analysis.scores import by_title, score
from cxworkshop.model.board import Board
from cxworkshop.model.records import Card


@dataclass(frozen=True)
class Wear:
    """An internal touchpoint (`inside`), the personas who walk it (`who`), the external ones it tires (`outside`)."""

    inside: str
    who: tuple[str, ...]
    outside: tuple[str, ...]


def wears(board: Board) -> list[Wear]:
    """Every internal touchpoint that tires an external one: the worst experience first, then by title."""
    sources = {link.source for link in board.links("feeds")}
    cards = sorted((board.card(own) for own in sources), key=lambda card: (_experience(card), *by_title(card)))
    free = without_a_way(board)
    return [
        Wear(
            card.id,
            tuple(own.id for own in walkers(board, card, free)),
            tuple(own.id for own in sorted(board.targets(card.id, "feeds"), key=by_title)),
        )
        for card in cards
    ]


def wearing(board: Board, touchpoint: str) -> list[Card]:
    """The internal touchpoints that tire this one: the worst experience first, then by title."""
    return sorted(board.sources(touchpoint, "feeds"), key=lambda card: (_experience(card), *by_title(card)))


def worn_at(board: Board, need: str) -> dict[str, list[Card]]:
    """The touchpoints where a need arises that internal ones tire, by id, each with those."""
    places = sorted(board.targets(need, "arises_at"), key=by_title)
    return {card.id: found for card in places if (found := wearing(board, card.id))}


def without_a_way(board: Board) -> dict[str, list[Card]]:
    """The personas who say no way to walk, by side, "external" or "internal"."""
    found: dict[str, list[Card]] = {}
    saying = {link.source for link in board.links("walks")}
    for persona in board.of_kind("persona"):
        if persona.id not in saying:
            found.setdefault(board.side_of(persona), []).append(persona)
    return found


def walkers(board: Board, touchpoint: Card, free: dict[str, list[Card]] | None = None) -> list[Card]:
    """The personas who walk a touchpoint or its journey, by title; those who say no way walk all of their side.

    `free` is `without_a_way` of the board, for those who ask for many touchpoints.
    """
    journey = board.journey_of(touchpoint)
    said = {card.id: card for card in board.sources(touchpoint.id, "walks")}
    if journey is not None:
        said |= {card.id: card for card in board.sources(journey.id, "walks")}
    for persona in (without_a_way(board) if free is None else free).get(board.side_of(touchpoint), ()):
        said[persona.id] = persona
    return sorted(said.values(), key=by_title)


def _experience(card: Card) -> float:
    """Unscored ones after all others."""
    value = score(card, "experience")
    return 99.0 if value is None else value
