"""Needs and problems in a table: where each arises, how much it matters, what it rests on. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cxworkshop.analysis.grounds import Grounds, grounds
from cxworkshop.analysis.opportunity import opportunity
from cxworkshop.analysis.pain import pain
from cxworkshop.analysis.scores import by_title
from cxworkshop.model.board import Board
from cxworkshop.model.records import Card


@dataclass(frozen=True)
class Row:
    """One need or problem. `touchpoints` are where it arises, in the order of the journey; `figure` is the opportunity
    of a need (0…20) or the pain of a problem (1…100), None where the scores it needs were not given."""

    card: Card
    touchpoints: tuple[Card, ...]
    figure: float | None
    grounds: Grounds


def rows(board: Board, kind: str, *, by_touchpoint: bool = False) -> list[Row]:
    """The rows of a kind, need or problem: the largest figure first and the unscored last, or (`by_touchpoint`) along
    the journeys and within a touchpoint the largest first; without a touchpoint last. Ties by title, then id."""
    places = _places(board)
    found = [_row(board, card, places) for card in board.of_kind(kind)]
    found.sort(key=lambda row: (row.figure is None, -(row.figure or 0.0), *by_title(row.card)))
    if by_touchpoint:
        found.sort(key=lambda row: _place_of(row, places))
    return found


def _row(board: Board, card: Card, places: dict[str, int]) -> Row:
    if card.kind == "need":
        where: Iterable[Card] = board.targets(card.id, "arises_at")
        own = opportunity(card)
        figure = own.value if own.scored else None
    else:
        where, figure = board.sources(card.id, "raises"), pain(card)
    known = sorted(where, key=lambda touchpoint: (places.get(touchpoint.id, len(places)), *by_title(touchpoint)))
    return Row(card, tuple(known), figure, grounds(board, card))


def _places(board: Board) -> dict[str, int]:
    """Every touchpoint and stage in the order in which one comes by it."""
    found: list[str] = []
    for journey in board.journeys():
        touchpoints = board.touchpoints(journey.id)
        for stage in board.stages(journey.id):
            found += [stage.id, *(card.id for card in touchpoints if card.stage == stage.id)]
    return {card_id: number for number, card_id in enumerate(found)}


def _place_of(row: Row, places: dict[str, int]) -> int:
    last = len(places)
    if row.touchpoints:
        return places.get(row.touchpoints[0].id, last)
    return places.get(str(row.card.stage), last)
