"""Cards gathered from tables: the same title is the same card, the workshop's own cards are reused. Knows no cells."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Mapping
from typing import Any

from cxworkshop.exchange.tables.headings import YE, YO
from cxworkshop.model.board import Board
from cxworkshop.model.cards import KINDS
from cxworkshop.model.changes import same
from cxworkshop.model.draft import Draft
from cxworkshop.model.ids import new_id
from cxworkshop.model.records import CARD, LINK, link_key

Fields = dict[str, Any]
_PLACED = ("stage", "touchpoint")  # the same title in another journey or stage is another card


def folded(title: str) -> str:
    """A title for comparing: case, yo or ye and gaps do not count; signs do (C# is not C++)."""
    return " ".join(unicodedata.normalize("NFC", title).casefold().replace(YO, YE).split())


class Gathering:
    """The cards and links being made. New ones are counted; fields of old ones are only filled where absent."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self.cards: dict[str, Fields] = {}  # touched ones, old and new
        self.new: set[str] = set()
        self.links: dict[str, tuple[str, str, str]] = {}
        self.reused: set[str] = set()
        self._known: dict[tuple[str, str, str | None], str] = {}
        self._places: Counter[str | None] = Counter()
        for card in board.cards.values():
            self._know(card.id, card.fields)

    def fields(self, card_id: str) -> Mapping[str, Any]:
        return self.cards[card_id] if card_id in self.cards else self.board.card(card_id).fields

    def kind(self, card_id: str) -> str:
        return str(self.fields(card_id)["kind"])

    def find(self, kind: str, title: str, cell: str | None = None) -> str | None:
        """The card of that kind and title, new or old; a touchpoint's `cell` is its stage, a stage's its journey."""
        return self._known.get((kind, folded(title), cell if kind in _PLACED else None))

    def card(self, kind: str, title: str, cell: str | None = None) -> str:
        """The card of that kind and title, made where there is none; gives its id."""
        return self.find(kind, title, cell) or self.make(kind, title, cell)

    def make(self, kind: str, title: str, cell: str | None = None) -> str:
        """A new card, even where one has the title; `cell` is its stage (of a stage: its journey)."""
        card_id = new_id(kind[0])
        fields: Fields = {"kind": kind}
        if title:
            fields["title"] = title
        self._put_in_cell(kind, fields, cell)
        self.cards[card_id] = fields
        self.new.add(card_id)
        self._know(card_id, fields)
        return card_id

    def _put_in_cell(self, kind: str, fields: Fields, cell: str | None) -> None:
        if cell is None:
            return
        if kind == "stage":
            fields["journey"] = cell
        elif KINDS[kind].has_stage:
            fields["stage"] = cell
        if kind in _PLACED:
            fields["position"] = self._places[cell]

    def _know(self, card_id: str, fields: Mapping[str, Any]) -> None:
        kind, title = str(fields["kind"]), folded(str(fields.get("title", "")))
        cell = fields.get("journey") if kind == "stage" else fields.get("stage") if kind == "touchpoint" else None
        if title:
            for place in {None, cell if isinstance(cell, str) else None}:
                self._known.setdefault((kind, title, place), card_id)
        if kind in _PLACED:
            position = fields.get("position")
            self._places[cell] = max(self._places[cell], int(position) + 1 if isinstance(position, int | float) else 0)

    def conflicts(self, card_id: str, values: Mapping[str, Any]) -> list[str]:
        """The names of those values that the card holds otherwise."""
        here = self.fields(card_id)
        return [name for name in values if name in here and not same(here, values, name)]

    def fill(self, card_id: str, values: Mapping[str, Any]) -> None:
        """Set those fields of the card that are absent."""
        here = self.fields(card_id)
        added = {name: value for name, value in values.items() if name not in here}
        if added:
            self.cards[card_id] = {**here, **added}
        if card_id not in self.new:
            self.reused.add(card_id)

    def remark(self, card_id: str, lines: list[str]) -> None:
        """Add lines to the card's note, each once."""
        note = str(self.fields(card_id).get("note", ""))
        known = set(note.split("\n"))
        fresh = [line for line in dict.fromkeys(lines) if line not in known and line != note]
        if fresh:
            self.cards[card_id] = {**self.fields(card_id), "note": "\n".join([*([note] if note else []), *fresh])}

    def link(self, verb: str, source: str, target: str) -> None:
        """Join two cards; a link that is there changes nothing."""
        key = link_key(verb, source, target)
        if self.board.get(LINK, key) is None:
            self.links[key] = (verb, source, target)

    def write(self, draft: Draft) -> Counter[str]:
        """Put everything into the draft; gives how many cards of each kind and links are new."""
        counts: Counter[str] = Counter()
        for card_id, fields in self.cards.items():
            draft.put(CARD, card_id, fields)
            if card_id in self.new:
                counts[str(fields["kind"])] += 1
        for verb, source, target in self.links.values():
            draft.add_link(verb, source, target)
            counts[LINK] += 1
        return counts
