"""A workshop in memory: records by table, links by card, the questions everybody asks. Knows no file and no screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from cxworkshop.errors import Refused
from cxworkshop.model.changes import ChangeSet, Delta, applied, fits
from cxworkshop.model.ids import natural
from cxworkshop.model.links import verbs_between
from cxworkshop.model.records import (
    CARD,
    LINK,
    TABLES,
    THE_WORKSHOP,
    WORKSHOP,
    Card,
    Link,
    Record,
    record,
)
from cxworkshop.words import N_


class Board:
    """The workshop's records. Changed only by `apply`; everything it hands out is to be read, not written."""

    def __init__(self) -> None:
        self._tables: dict[str, dict[str, Record]] = {table: {} for table in TABLES}
        self._by_kind: dict[str, dict[str, Card]] = {}
        self._out: dict[str, dict[str, Link]] = {}
        self._in: dict[str, dict[str, Link]] = {}
        self._by_verb: dict[str, dict[str, Link]] = {}

    # What there is

    def table(self, name: str) -> Mapping[str, Record]:
        """The records of a table by key."""
        return self._tables[name]

    def records(self, table: str) -> Iterator[Record]:
        return iter(self._tables[table].values())

    def get(self, table: str, key: str) -> Record | None:
        return self._tables[table].get(key)

    @property
    def workshop(self) -> Mapping[str, Any]:
        """The fields of the workshop itself (title, language, cycle, date, the three questions…)."""
        found = self._tables[WORKSHOP].get(THE_WORKSHOP)
        return found.fields if found else {}

    @property
    def cards(self) -> Mapping[str, Card]:
        return self._tables[CARD]  # type: ignore[return-value]

    def card(self, card_id: str) -> Card:
        """The card of that id (KeyError where there is none)."""
        return self.cards[card_id]

    def find(self, card_id: str | None) -> Card | None:
        """The card of that id, or None."""
        return self.cards.get(card_id) if card_id else None

    def of_kind(self, kind: str) -> list[Card]:
        """The cards of a kind, in the order in which they came."""
        return list(self._by_kind.get(kind, {}).values())

    def count(self, kind: str) -> int:
        return len(self._by_kind.get(kind, ()))

    def links(self, verb: str | None = None) -> list[Link]:
        """All links, or those of one verb."""
        if verb is None:
            return list(self._tables[LINK].values())  # type: ignore[arg-type]
        return list(self._by_verb.get(verb, {}).values())

    def links_from(self, card_id: str, verb: str | None = None) -> list[Link]:
        return [link for link in self._out.get(card_id, {}).values() if verb is None or link.verb == verb]

    def links_to(self, card_id: str, verb: str | None = None) -> list[Link]:
        return [link for link in self._in.get(card_id, {}).values() if verb is None or link.verb == verb]

    def links_of(self, card_id: str) -> list[Link]:
        """Every link the card is an end of, a link to itself once."""
        both = {**self._out.get(card_id, {}), **self._in.get(card_id, {})}
        return list(both.values())

    def targets(self, card_id: str, verb: str) -> list[Card]:
        """The cards that `card_id` has a link of that verb to."""
        return [self.cards[link.target] for link in self.links_from(card_id, verb)]

    def sources(self, card_id: str, verb: str) -> list[Card]:
        """The cards that have a link of that verb to `card_id`."""
        return [self.cards[link.source] for link in self.links_to(card_id, verb)]

    # What follows from it

    def journeys(self) -> list[Card]:
        """Journeys, the external ones first, then as they came."""
        return sorted(self.of_kind("journey"), key=lambda card: (self.side_of(card) == "internal", cell_order(card)))

    def stages(self, journey_id: str) -> list[Card]:
        """The stages of a journey from left to right (by `position`, then id)."""
        own = [stage for stage in self.of_kind("stage") if stage.get("journey") == journey_id]
        return sorted(own, key=_place)

    def stage_of(self, card: Card) -> Card | None:
        """The stage a card lies in; None for a card without one or with one that is not there."""
        stage = self.find(card.stage)
        return stage if stage is not None and stage.kind == "stage" else None

    def journey_of(self, card: Card) -> Card | None:
        """The journey a card belongs to: its own field for a stage, its stage's for the rest."""
        stage = card if card.kind == "stage" else self.stage_of(card)
        journey = self.find(stage.get("journey")) if stage else None
        return journey if journey is not None and journey.kind == "journey" else None

    def touchpoints(self, journey_id: str) -> list[Card]:
        """The touchpoints of a journey in the order of their stage's position, then their own (DESIGN section 4)."""
        rank = {stage.id: number for number, stage in enumerate(self.stages(journey_id))}
        own = [card for card in self.of_kind("touchpoint") if card.stage in rank]
        return sorted(own, key=lambda card: (rank[str(card.stage)], _place(card)))

    def side_of(self, card: Card) -> str:
        """ "external" or "internal": the card's own side, else its journey's; external where nothing is said."""
        own = card.get("side")
        if own is None:
            journey = self.journey_of(card)
            own = journey.get("side") if journey else None
        return "internal" if own == "internal" else "external"

    # What may be linked

    def verbs(self, source: Card, target: Card) -> list[str]:
        """The verbs that may stand between two cards, in order of declaration; empty where no link fits."""
        fitting = []
        for out in verbs_between(source.kind, target.kind):
            if source.id == target.id and out.verb != "depends_on":
                continue
            if out.source_side and self.side_of(source) != out.source_side:
                continue
            if out.target_side and self.side_of(target) != out.target_side:
                continue
            fitting.append(out.verb)
        return fitting

    def can_link(self, verb: str, source: Card, target: Card) -> bool:
        return verb in self.verbs(source, target)

    # Change

    def apply(self, changes: ChangeSet) -> None:
        """Take the changes in. The caller has checked them (`check`)."""
        for delta in changes.deltas:
            self._apply(delta)

    def _apply(self, delta: Delta) -> None:
        rows = self._tables[delta.table]
        old = rows.get(delta.key)
        fields = applied(old.fields if old else None, delta)
        new = None if fields is None else record(delta.table, delta.key, fields)
        if new is None:
            rows.pop(delta.key, None)
        else:
            rows[delta.key] = new
        self._index(delta.table, old, new)

    def _index(self, table: str, old: Record | None, new: Record | None) -> None:
        if table == CARD:
            self._index_card(old, new)
        elif table == LINK:
            self._index_link(old, new)

    def take(self, own: Record) -> None:
        """Take in a record that the board does not hold yet."""
        self._tables[own.table][own.key] = own
        self._index(own.table, None, own)

    def _index_card(self, old: Record | None, new: Record | None) -> None:
        if old is not None and (new is None or new.get("kind") != old.get("kind")):
            self._by_kind[old["kind"]].pop(old.key, None)
        if isinstance(new, Card):
            self._by_kind.setdefault(new.kind, {})[new.key] = new

    def _index_link(self, old: Record | None, new: Record | None) -> None:
        if isinstance(old, Link):
            self._out[old.source].pop(old.key, None)
            self._in[old.target].pop(old.key, None)
            self._by_verb[old.verb].pop(old.key, None)
        if isinstance(new, Link):
            self._out.setdefault(new.source, {})[new.key] = new
            self._in.setdefault(new.target, {})[new.key] = new
            self._by_verb.setdefault(new.verb, {})[new.key] = new

    def check(self, changes: ChangeSet) -> None:
        """Raise Refused unless every delta starts from what is here and no link would hang in the air."""
        for delta in changes.deltas:
            self._check_start(delta)
        made = {delta.key for delta in changes.deltas if delta.table == CARD and delta.creates}
        gone = {delta.key for delta in changes.deltas if delta.table == CARD and delta.deletes}
        cut = {delta.key for delta in changes.deltas if delta.table == LINK and delta.deletes}
        for delta in changes.deltas:
            if delta.table == LINK and delta.after is not None:
                self._check_ends({**(self._fields(delta) or {}), **delta.after}, made, gone)
        for card_id in gone - made:
            if any(link.key not in cut for link in self.links_of(card_id)):
                raise Refused(N_("A link would be left without its card."))

    def _fields(self, delta: Delta) -> Mapping[str, Any] | None:
        old = self._tables[delta.table].get(delta.key)
        return old.fields if old else None

    def _check_start(self, delta: Delta) -> None:
        if not fits(self._fields(delta), delta):
            raise Refused(N_("The workshop has changed since: this change no longer fits. Nothing was changed."))

    def _check_ends(self, link: Mapping[str, Any], made: set[str], gone: set[str]) -> None:
        for end in (link["source"], link["target"]):
            if end not in made and (end in gone or end not in self.cards):
                raise Refused(N_("A link leads to “{card}”, and there is no such card."), card=str(end)[:60])

    def snapshot(self) -> dict[str, dict[str, dict[str, Any]]]:
        """All records as plain data, for comparing whole workshops."""
        return {table: {key: dict(row.fields) for key, row in rows.items()} for table, rows in self._tables.items()}


def board_of(records: Iterable[Record]) -> Board:
    """A board holding these records."""
    board = Board()
    for own in records:
        board.take(own)
    return board


def cell_order(card: Card) -> tuple[Any, ...]:
    """The sort key of cards within one cell of the wall: where people put them, then id."""
    return (card.get("order", 0), natural(card.id), card.id)


def _place(card: Card) -> tuple[Any, ...]:
    return (card.get("position", 0), *cell_order(card))
