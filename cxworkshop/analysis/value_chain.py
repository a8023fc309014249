"""What the company creates for each need, and which processes create it: the chain need, value, process. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cxworkshop.analysis.opportunity import opportunity, ranked_needs
from cxworkshop.analysis.scores import by_title
from cxworkshop.analysis.similar import nearest
from cxworkshop.model.board import Board
from cxworkshop.model.records import Card

_MOST = 3  # suggestions


@dataclass(frozen=True)
class Created:
    """A value and the processes that create it directly, by title."""

    value: Card
    processes: tuple[Card, ...]


@dataclass(frozen=True)
class Chain:
    """A need with the values that satisfy it, by title; a need of None stands for a value nobody needs."""

    need: Card | None
    values: tuple[Created, ...]

    @property
    def opportunity(self) -> float | None:
        """Of the need (0…20), None where nobody scored it."""
        own = opportunity(self.need) if self.need is not None else None
        return own.value if own is not None and own.scored else None


def chains(board: Board) -> list[Chain]:
    """A chain for every need, the largest opportunity first, then one for every value nobody needs, by title."""
    needs = ranked_needs(board.of_kind("need"))
    found = [Chain(need, _created(board, board.sources(need.id, "satisfies"))) for need in needs]
    return [*found, *(Chain(None, _created(board, [value])) for value in values_without_need(board))]


def needs_without_value(board: Board) -> list[Card]:
    """Promises nobody keeps, the largest opportunity first."""
    return [need for need in ranked_needs(board.of_kind("need")) if not board.sources(need.id, "satisfies")]


def values_without_need(board: Board) -> list[Card]:
    """Work for nobody, by title, then id."""
    return sorted((own for own in board.of_kind("value") if not board.targets(own.id, "satisfies")), key=by_title)


def suggestions(card: Card, others: Sequence[Card]) -> list[Card]:
    """Up to three cards worth linking to: those of like titles first, then those of the same stage, by title."""
    alike = nearest(card.title, others, most=_MOST)
    near = [own for own in sorted(others, key=by_title) if card.stage is not None and own.stage == card.stage]
    return list({own.id: own for own in (*alike, *near)}.values())[:_MOST]


def _created(board: Board, values: Sequence[Card]) -> tuple[Created, ...]:
    return tuple(
        Created(value, tuple(sorted(board.sources(value.id, "creates"), key=by_title)))
        for value in sorted(values, key=by_title)
    )
