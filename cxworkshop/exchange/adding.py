"""Adds the cards, links and records of an interchange document to a board, as a plan. Knows no file, no JSON text.

Cards that are there already, word for word, are skipped; cards whose id is taken by another card get a new id, and
links and mentions follow. The workshop's own fields are filled only where they are absent. A field of ours that holds
something else is kept under another name (see `contract`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from cxworkshop.errors import Refused
from cxworkshop.exchange.contract import set_aside
from cxworkshop.exchange.importing import Caution, ImportPlan, limited, refused_source, source_problem
from cxworkshop.model.board import Board
from cxworkshop.model.cards import KINDS
from cxworkshop.model.draft import Draft
from cxworkshop.model.ids import new_id
from cxworkshop.model.links import VERBS, verbs_between
from cxworkshop.model.records import (
    CARD,
    LINK,
    OUTSIDE,
    RECORD_TABLES,
    THE_WORKSHOP,
    WORKSHOP,
    fields_of,
    link_key,
    references,
    with_references,
)
from cxworkshop.words import N_

LISTS = {
    "exposure": "exposures",
    "reading": "readings",
    "vote": "votes",
    "care_answer": "care_answers",
    "agenda": "agenda",
}
FRAME = ("format", "version", "workshop", "cards", "links", *LISTS.values())

Fields = dict[str, Any]


def plan_addition(document: Mapping[str, Any], board: Board, source: str) -> ImportPlan:
    """The plan of adding `document` (DESIGN section 3) to `board`. `source` is its name for people.

    Raises SourceProblem; changes nothing.
    """
    adding = _Adding(document, board, source)
    try:
        return adding.plan()
    except Refused as problem:
        raise refused_source(problem, source) from problem
    except RecursionError:
        raise source_problem(N_("The data is nested too deeply."), source) from None


class _Adding:
    """One addition under way: the draft, the new ids, the counts and what is to be said about it."""

    def __init__(self, document: Mapping[str, Any], board: Board, source: str) -> None:
        self.document, self.board, self.source = document, board, source
        self.draft = Draft(board)
        self.renamed: dict[str, str] = {}
        self.counts: Counter[str] = Counter()
        self.cautions: list[Caution] = []
        self.skipped = 0
        self.emptied = 0
        self.foreign: Counter[str] = Counter()

    def plan(self) -> ImportPlan:
        self.add_workshop()
        self.add_cards()
        self.add_links()
        for table in RECORD_TABLES:
            self.add_records(table)
        if self.emptied:
            text = N_("{n} empty value (null) was taken as absent.")
            self.cautions.append(
                Caution(text, many=N_("{n} empty values (null) were taken as absent."), n=self.emptied)
            )
        self.cautions += [_foreign(name, many) for name, many in self.foreign.items()]
        changes = self.draft.changes(N_("Import of {source}"), source=self.source)
        return ImportPlan(changes, dict(self.counts), limited(self.cautions), self.skipped)

    def add_workshop(self) -> None:
        outside = {name: value for name, value in self.document.items() if name not in FRAME}
        own = self.document.get("workshop", {})
        if not isinstance(own, Mapping):
            raise source_problem(N_("“{name}” must be an object."), self.source, name="workshop")
        own = self.checked(WORKSHOP, own)
        for key, fields in ((THE_WORKSHOP, own), (OUTSIDE, outside)):
            here = self.draft.fields(WORKSHOP, key) or {}
            new = {name: value for name, value in fields.items() if name not in here}
            if new:
                self.draft.put(WORKSHOP, key, {**here, **new})
                self.counts[WORKSHOP] += len(new)

    def add_cards(self) -> None:
        given: dict[str, Fields] = {}
        for number, row in enumerate(self.rows("cards"), 1):
            card_id = row.get("id")
            if not isinstance(card_id, str) or not card_id:
                raise source_problem(
                    N_("Card {number} has no id, or one that is not a text."), self.source, number=number
                )
            fields = self.checked(CARD, {name: value for name, value in row.items() if name != "id"})
            if not isinstance(fields.get("kind"), str):
                raise source_problem(
                    N_("The card “{card}” does not say of which kind it is."), self.source, card=card_id[:60]
                )
            if card_id in given and frozen(given[card_id]) != frozen(fields):
                raise source_problem(N_("Two different cards have the id “{card}”."), self.source, card=card_id[:60])
            given[card_id] = fields
        self.put_cards(self.those_to_add(given))

    def those_to_add(self, given: dict[str, Fields]) -> dict[str, Fields]:
        """The cards not here yet, by the id of the document; those whose id is taken are noted in `renamed`."""
        new = {}
        for card_id, fields in given.items():
            here = self.board.find(card_id)
            if here is not None and frozen(here.fields) == frozen(fields):
                self.skipped += 1
                continue
            new[card_id] = fields
            if here is not None:
                self.renamed[card_id] = new_id(str(fields.get("kind", "c"))[:1] or "c")
        if self.renamed:
            text = N_("{n} card has an id that another card of the workshop has: it came in under a new one.")
            many = N_("{n} cards have ids that other cards of the workshop have: they came in under new ones.")
            self.cautions.append(Caution(text, many=many, n=len(self.renamed)))
        return new

    def put_cards(self, new: dict[str, Fields]) -> None:
        for card_id, fields in new.items():
            self.draft.put(CARD, self.renamed.get(card_id, card_id), self.followed(CARD, fields))
            self.counts[str(fields.get("kind"))] += 1
        astray = sum(
            1
            for fields in new.values()
            for _, target in references(CARD, fields)
            if self.draft.fields(CARD, self.renamed.get(target, target)) is None
        )
        if astray:
            text = N_("{n} card names a card that is not there (a stage or a journey).")
            many = N_("{n} cards name a card that is not there (a stage or a journey).")
            self.cautions.append(Caution(text, many=many, n=astray))

    def add_links(self) -> None:
        odd = 0
        for row in self.rows("links"):
            fields = self.followed_link(self.checked(LINK, row))
            verb, source, target = (str(fields.get(name)) for name in ("verb", "source", "target"))
            key = link_key(verb, source, target)
            here = self.draft.fields(LINK, key)
            if here is None:
                self.draft.put(LINK, key, fields)
                self.counts[LINK] += 1
                odd += not self.fits(verb, source, target)
            else:
                self.draft.put(LINK, key, {**fields, **here})
                self.skipped += 1
        if odd:
            text = N_("{n} link joins kinds of cards that its verb does not join; it is kept.")
            many = N_("{n} links join kinds of cards that their verbs do not join; they are kept.")
            self.cautions.append(Caution(text, many=many, n=odd))

    def followed_link(self, fields: Fields) -> Fields:
        for end in ("verb", "source", "target"):
            if not isinstance(fields.get(end), str):
                raise source_problem(N_("A link has no “{end}”, or one that is not a text."), self.source, end=end)
        for end in ("source", "target"):
            fields[end] = self.renamed.get(fields[end], fields[end])
            if self.draft.fields(CARD, fields[end]) is None:
                what = N_("A link leads to “{card}”, and there is no such card.")
                raise source_problem(what, self.source, card=fields[end][:60])
        return fields

    def fits(self, verb: str, source: str, target: str) -> bool:
        ends = [(self.draft.fields(CARD, end) or {}).get("kind") for end in (source, target)]
        known = verb in VERBS and all(kind in KINDS for kind in ends)
        return not known or any(out.verb == verb for out in verbs_between(str(ends[0]), str(ends[1])))

    def add_records(self, table: str) -> None:
        here = Counter(frozen(row.fields) for row in self.board.records(table))
        for row in self.rows(LISTS[table]):
            fields = self.followed(table, self.checked(table, row))
            content = frozen(fields)
            if here[content]:
                here[content] -= 1
                self.skipped += 1
                continue
            self.draft.put(table, new_id(table[0]), fields)
            self.counts[table] += 1

    def rows(self, name: str) -> list[Mapping[str, Any]]:
        found = self.document.get(name, [])
        if not isinstance(found, list):
            raise source_problem(N_("“{name}” must be a list."), self.source, name=name)
        for number, row in enumerate(found, 1):
            if not isinstance(row, Mapping):
                raise source_problem(N_("“{name}”, {number}: not an object."), self.source, name=name, number=number)
        return found

    def followed(self, table: str, fields: Fields) -> Fields:
        """The fields with every mention of a renamed card under its new id."""
        if not self.renamed:
            return fields
        return dict(with_references(table, fields, lambda own: self.renamed.get(own, own)))

    def checked(self, table: str, row: Mapping[str, Any]) -> Fields:
        """The row as the board can hold it: no null in a declared field, foreign values aside."""
        fields, foreign = set_aside(table, self.without_nulls(table, row))
        self.foreign.update(foreign)
        return fields

    def without_nulls(self, table: str, row: Mapping[str, Any]) -> Fields:
        """The row without declared fields that are null: an empty field is absent. Unknown ones keep their null."""
        if all(value is not None for value in row.values()):
            return dict(row)
        kind = row.get("kind")
        known = table != CARD or (isinstance(kind, str) and kind in KINDS)
        declared = {field.name for field in fields_of(table, kind if isinstance(kind, str) else "")} if known else set()
        kept = {name: value for name, value in row.items() if value is not None or name not in declared}
        self.emptied += len(row) - len(kept)
        return kept


def _foreign(name: str, many: int) -> Caution:
    """That so many records use the name of a field of ours for something else."""
    one = N_("In {n} place “{field}” holds something else than here: it is kept as it was, and JSON gives it back.")
    more = N_("In {n} places “{field}” holds something else than here: it is kept as it was, and JSON gives it back.")
    return Caution(one, {"field": name}, more, many)


def frozen(value: Any) -> Any:
    """`value` (JSON) as something hashable that is equal for equal JSON: 1 is 1.0, true is not 1."""
    if isinstance(value, Mapping):
        return "object", frozenset((name, frozen(item)) for name, item in value.items())
    if isinstance(value, list | tuple):
        return "list", tuple(frozen(item) for item in value)
    return isinstance(value, bool), value
