"""A change being written: an overlay on a board that ends as a ChangeSet. Actions are written on it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from typing import Any

from cxworkshop.errors import Refused
from cxworkshop.model.board import Board
from cxworkshop.model.cards import KINDS
from cxworkshop.model.changes import ChangeSet, Label, difference
from cxworkshop.model.ids import new_id
from cxworkshop.model.records import (
    CARD,
    LINK,
    RECORD_TABLES,
    Card,
    check_record,
    link_key,
    references,
    with_references,
)
from cxworkshop.words import N_

Fields = dict[str, Any]
_REFERRED_KINDS = {field.refers_to for kind in KINDS.values() for field in kind.fields if field.refers_to}


class Draft:
    """Collects writes without touching the board; `changes` gives their net effect, checked by the declarations."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self._now: dict[tuple[str, str], Fields | None] = {}

    def fields(self, table: str, key: str) -> Mapping[str, Any] | None:
        """The record's fields as the draft stands (None: there is none)."""
        if (table, key) in self._now:
            return self._now[(table, key)]
        found = self.board.get(table, key)
        return found.fields if found else None

    def created(self, table: str) -> list[str]:
        """The keys of the records of `table` that this draft creates."""
        return [
            key for (name, key), now in self._now.items() if name == table and now and not self.board.get(table, key)
        ]

    def written(self, table: str) -> dict[str, None]:
        """The keys of the records of `table` that this draft writes, in that order."""
        return {key: None for name, key in self._now if name == table}

    def put(self, table: str, key: str, fields: Mapping[str, Any]) -> None:
        """Create the record, or replace all its fields."""
        self._now[(table, key)] = dict(fields)

    def set(self, table: str, key: str, **values: Any) -> None:
        """Change some fields of a record; a value of None makes the field absent. KeyError where there is no record."""
        old = self.fields(table, key)
        if old is None:
            raise KeyError(key)
        kept = {name: value for name, value in old.items() if name not in values}
        self.put(table, key, {**kept, **{name: value for name, value in values.items() if value is not None}})

    def remove(self, table: str, key: str) -> None:
        self._now[(table, key)] = None

    def add_card(self, kind: str, fields: Mapping[str, Any], card_id: str | None = None) -> str:
        """A new card; gives its id. Fields that are None are left out."""
        card_id = card_id or new_id(kind[0])
        filled = {name: value for name, value in fields.items() if value is not None}
        self.put(CARD, card_id, {"kind": kind, **filled})
        return card_id

    def add_link(self, verb: str, source: str, target: str) -> str:
        """A link between two cards, new or old; gives its key. Drawing one that is there changes nothing."""
        ends = [self.fields(CARD, end) for end in (source, target)]
        for end, found in zip((source, target), ends, strict=True):
            if found is None:
                raise Refused(N_("A link leads to “{card}”, and there is no such card."), card=end[:60])
        key = link_key(verb, source, target)
        if self.fields(LINK, key) is None:
            self.put(LINK, key, {"verb": verb, "source": source, "target": target})
        return key

    def delete_card(self, card_id: str) -> None:
        """Delete a card, its links and the records that mean nothing without it; other mentions become absent."""
        self.delete_cards([card_id])

    def delete_cards(self, card_ids: Iterable[str]) -> None:
        """The same for many cards, looking through everything once. KeyError where there is no such card."""
        gone = dict.fromkeys(card_ids)
        referred = any(self.card(card_id).kind in _REFERRED_KINDS for card_id in gone)
        for card_id in gone:
            self.remove(CARD, card_id)
            for link in self.board.links_of(card_id):
                self.remove(LINK, link.key)
        for (table, key), fields in list(self._now.items()):
            if table == LINK and fields and (fields["source"] in gone or fields["target"] in gone):
                self.remove(LINK, key)
        for table in (CARD, *RECORD_TABLES) if referred else RECORD_TABLES:
            drafted = [key for where, key in self._now if where == table]
            for key in [*self.board.table(table), *drafted]:
                self._forget(table, key, gone)

    def _forget(self, table: str, key: str, gone: Container[str]) -> None:
        fields = self.fields(table, key)
        if fields is None:
            return
        named = [field for field, target in references(table, fields) if target in gone]
        if any(field.required for field in named):
            self.remove(table, key)
        elif named:
            self.put(table, key, with_references(table, fields, lambda own: None if own in gone else own))

    def card(self, card_id: str) -> Card:
        """The card as the draft stands (KeyError where there is none)."""
        fields = self.fields(CARD, card_id)
        if fields is None:
            raise KeyError(card_id)
        return Card(CARD, card_id, fields)

    def changes(self, text: str = "", **values: str) -> ChangeSet:
        """The net effect, labelled for the undo list with a marked English text and its values. Raises Refused."""
        deltas = []
        for (table, key), after in self._now.items():
            old = self.board.get(table, key)
            if after is not None:
                check_record(table, key, after)
            delta = difference(table, key, old.fields if old else None, after)
            if delta is not None:
                deltas.append(delta)
        return ChangeSet(tuple(deltas), Label(text, values))
