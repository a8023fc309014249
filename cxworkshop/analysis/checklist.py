"""Which forgotten touchpoints are on the wall, which are not for this company, which are still open. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from cxworkshop.analysis.wording import stems
from cxworkshop.i18n import LANGUAGES, translator
from cxworkshop.model.board import Board
from cxworkshop.model.records import Card
from cxworkshop.model.touchpoint_types import TYPES, TouchpointType

SKIPPED = "checklist_skipped"  # a field of the workshop: ids of types that are not for this company


@dataclass(frozen=True)
class Item:
    """One type: the touchpoints that are of it, in the board's order, and whether the room said it is not for it."""

    type: TouchpointType
    cards: tuple[Card, ...]
    skipped: bool

    @property
    def open(self) -> bool:
        """Nobody has said anything about it yet."""
        return not self.cards and not self.skipped


def checklist(board: Board, side: str) -> list[Item]:
    """The checklist of a side, external or internal, in its order. A card may be of several types."""
    known = skipped(board)
    cards = [card for card in board.of_kind("touchpoint") if board.side_of(card) == side]
    said = [_said(card) for card in cards]
    return [Item(own, _cards_of(own, cards, said), own.id in known) for own in TYPES if own.side == side]


def skipped(board: Board) -> frozenset[str]:
    """The ids of the types that are not for this company; what a file holds there otherwise is passed over."""
    found = board.workshop.get(SKIPPED)
    return frozenset(own for own in found if isinstance(own, str)) if isinstance(found, list) else frozenset()


def _cards_of(own: TouchpointType, cards: Sequence[Card], said: Sequence[frozenset[str]]) -> tuple[Card, ...]:
    ways = _ways(own)
    return tuple(card for card, words in zip(cards, said, strict=True) if any(way <= words for way in ways))


def _said(card: Card) -> frozenset[str]:
    return frozenset(stems(card.title))


@cache
def _ways(own: TouchpointType) -> tuple[frozenset[str], ...]:
    """The ways of saying a type in any language, each as the stems that have to be there; its label is one."""
    return tuple(way for language in LANGUAGES for way in _ways_in(own, language))


def _ways_in(own: TouchpointType, language: str) -> Iterable[frozenset[str]]:
    tr = translator(language)
    for text in (tr(own.label), *tr(own.words).split("|")):
        way = frozenset(stems(text))
        if way:
            yield way
