"""The cards of a board as a search goes through them: in the order of stepping, their texts made ready. Knows no Qt.

Typing asks at every letter, so what does not depend on the letters is worked out once for a board.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from cxworkshop.model.board import Board, cell_order
from cxworkshop.model.cards import KINDS
from cxworkshop.model.records import Card
from cxworkshop.ui.find.facets import FACET_BY_NAME, searched
from cxworkshop.ui.find.wording import folded

_NOWHERE = (-1, -1)  # cards of no stage (personas, roles) come first, as they stand first on the wall
_KIND_NUMBERS = {kind: number for number, kind in enumerate(KINDS)}


class Entry(NamedTuple):
    """One card: its title and note `folded`, and where it comes among the cards of its kind and stage."""

    card: Card
    text: str
    place: tuple[Any, ...]


class Searchable:
    """What of a board can be found. After a change of the board make it anew with `last`: what is untouched is kept."""

    def __init__(self, board: Board, last: Searchable | None = None) -> None:
        self._board = board
        self._fitting: dict[tuple[str, str], frozenset[str]] = {}
        known: dict[str, Entry] = last._known if last is not None else {}
        found = {card.id: _entry(card, known.get(card.id)) for card in searched(board)}
        self._known: dict[str, Entry] = found
        stages = _stages(board)

        def key(own: Entry) -> tuple[Any, ...]:
            across, along = stages.get(str(own.card.stage), _NOWHERE)
            return across, _KIND_NUMBERS[own.card.kind], along, own.place

        self.entries = sorted(found.values(), key=key)

    def __len__(self) -> int:
        """How many cards a search goes through."""
        return len(self._known)

    def fitting(self, facet: str, value: str) -> frozenset[str]:
        """The ids of the cards that fit one value of a facet."""
        found = self._fitting.get((facet, value))
        if found is None:
            found = frozenset(FACET_BY_NAME[facet].cards(self._board, value))
            self._fitting[facet, value] = found
        return found


def _entry(card: Card, known: Entry | None) -> Entry:
    """Of a card; what is known of it is taken as long as nobody has changed it (records are never changed in place)."""
    if known is not None and known.card is card:
        return known
    return Entry(card, folded(f"{card.title}\n{card.note}"), (card.get("position", 0), *cell_order(card)))


def _stages(board: Board) -> dict[str, tuple[int, int]]:
    """The number of the journey and of the stage in it, by the stage's id."""
    return {
        stage.id: (across, along)
        for across, journey in enumerate(board.journeys())
        for along, stage in enumerate(board.stages(journey.id))
    }
