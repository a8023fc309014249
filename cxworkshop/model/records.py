"""The tables of a workshop: itself, cards, links and the records that are not cards. Declares, stores nothing."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from cxworkshop.errors import Refused
from cxworkshop.model.cards import KINDS
from cxworkshop.model.fields import (
    Field,
    check_json,
    choice,
    date,
    integer,
    long_text,
    moment,
    number,
    reference,
    text,
)
from cxworkshop.model.links import VERBS
from cxworkshop.words import N_

WORKSHOP, CARD, LINK = "workshop", "card", "link"
RECORD_TABLES = ("exposure", "reading", "vote", "care_answer", "agenda")
TABLES = (WORKSHOP, CARD, LINK, *RECORD_TABLES)

# In the workshop table the record THE_WORKSHOP holds the fields people know; OUTSIDE what else stood at the top of an
# imported document, kept to be given back.
THE_WORKSHOP, OUTSIDE = "workshop", "outside"

WORKSHOP_FIELDS = (
    text("title", N_("Title")),
    choice("language", N_("Language"), ("ru", N_("Russian")), ("en", N_("English"))),
    integer("cycle", N_("Cycle"), 1),
    date("date", N_("Date")),
    long_text("attract_and_keep", N_("Which customers to attract and keep")),
    long_text("matters_most", N_("What matters most to them")),
    long_text("be_best", N_("How to be the best at it")),
)
LINK_FIELDS = (
    text("verb", N_("Verb"), required=True),
    reference("source", N_("From"), "", required=True),
    reference("target", N_("To"), "", required=True),
)
_DIMENSIONS = (
    ("reliability", N_("reliability")),
    ("responsiveness", N_("responsiveness")),
    ("assurance", N_("assurance")),
    ("empathy", N_("empathy")),
    ("tangibles", N_("tangibles")),
)
_PAIRS = (("external/internal", N_("external / internal")), ("vip/small", N_("VIP / small")))
RECORD_FIELDS: dict[str, tuple[Field, ...]] = {
    "exposure": (
        reference("role", N_("Role"), "role", required=True),
        moment("at", N_("When")),
        number("hours", N_("Hours"), 0),
        choice("form", N_("Form"), ("direct", N_("face to face")), ("video", N_("on video"))),
        reference("meeting", N_("Meeting"), "meeting"),
        reference("recording", N_("Recording"), "recording"),
    ),
    "reading": (
        reference("of", N_("Reading of"), "", required=True),
        moment("at", N_("When")),
        number("value", N_("Measured value")),
    ),
    "vote": (
        text("round", N_("Round")),
        reference("card", N_("Card"), "", required=True),
        text("voter", N_("Voter")),
        number("points", N_("Points")),
    ),
    "care_answer": (
        choice("pair", N_("Pair"), *_PAIRS, ("hours/off_hours", N_("working hours / off hours"))),
        text("side", N_("Side")),
        text("voter", N_("Voter")),
        number("score", N_("Score"), 0, 10),
        choice("dimension", N_("Dimension"), *_DIMENSIONS),
        reference("card", N_("Internal service"), ""),
    ),
    "agenda": (text("title", N_("Title")),),
}


@dataclass(frozen=True, slots=True)
class Record:
    """One row of one table. `fields` holds what is known and what is not, where present; never change it in place."""

    table: str
    key: str
    fields: Mapping[str, Any]

    def get(self, name: str, default: Any = None) -> Any:
        return self.fields.get(name, default)

    def __getitem__(self, name: str) -> Any:
        return self.fields[name]


class Card(Record):
    """A card: its key is its id."""

    __slots__ = ()

    @property
    def id(self) -> str:
        return self.key

    @property
    def kind(self) -> str:
        return str(self.fields["kind"])

    @property
    def title(self) -> str:
        return str(self.fields.get("title", ""))

    @property
    def note(self) -> str:
        return str(self.fields.get("note", ""))

    @property
    def stage(self) -> str | None:
        return self.fields.get("stage")


class Link(Record):
    """A link: source verb target. Its key says the same (`link_key`), so that the same link drawn twice is one."""

    __slots__ = ()

    @property
    def verb(self) -> str:
        return str(self.fields["verb"])

    @property
    def source(self) -> str:
        return str(self.fields["source"])

    @property
    def target(self) -> str:
        return str(self.fields["target"])


def record(table: str, key: str, fields: Mapping[str, Any]) -> Record:
    """The record of the class that fits its table."""
    return _CLASSES.get(table, Record)(table, key, fields)


_CLASSES: dict[str, type[Record]] = {CARD: Card, LINK: Link}


def link_key(verb: str, source: str, target: str) -> str:
    """The key of a link, the same wherever the link is drawn."""
    return json.dumps([source, verb, target], ensure_ascii=False, separators=(",", ":"))


def fields_of(table: str, kind: str = "") -> tuple[Field, ...]:
    """The declared fields of a table (for cards: of `kind`)."""
    if table == CARD:
        return KINDS[kind].all_fields
    if table == LINK:
        return LINK_FIELDS
    return WORKSHOP_FIELDS if table == WORKSHOP else RECORD_FIELDS[table]


def references(table: str, fields: Mapping[str, Any]) -> Iterator[tuple[Field, str]]:
    """The reference fields of a record that are filled in, each with the id it names; a list once for each id."""
    for field in _reference_fields(table, str(fields.get("kind", ""))):
        value = fields.get(field.name)
        for target in value if isinstance(value, list) else (value,):
            if isinstance(target, str) and target:
                yield field, target


def with_references(table: str, fields: Mapping[str, Any], become: Callable[[str], str | None]) -> Mapping[str, Any]:
    """The fields with every id they refer to replaced by what it becomes; None takes it out (and an emptied list)."""
    moved: dict[str, Any] = {}
    for field in {field.name: field for field, _ in references(table, fields)}.values():
        value = fields[field.name]
        if isinstance(value, list):
            kept = [new for target in value if (new := become(target)) is not None]
            moved[field.name] = kept or None
        else:
            moved[field.name] = become(value)
    changed = {name: value for name, value in moved.items() if value != fields[name]}
    if not changed:
        return fields
    return {name: value for name, value in {**fields, **changed}.items() if name not in changed or value is not None}


def _reference_fields(table: str, kind: str) -> tuple[Field, ...]:
    found = _REFERENCES.get((table, kind if table == CARD else ""))
    if found is None:
        declared = fields_of(table, kind) if table != CARD or kind in KINDS else ()
        found = tuple(field for field in declared if field.type.value in ("reference", "references"))
        _REFERENCES[(table, kind if table == CARD else "")] = found
    return found


_REFERENCES: dict[tuple[str, str], tuple[Field, ...]] = {}


def check_record(table: str, key: str, fields: Mapping[str, Any]) -> None:
    """Raise Refused unless every known field fits its declaration and every unknown one can be stored."""
    kind, verb = fields.get("kind"), fields.get("verb")
    if table == CARD and not (isinstance(kind, str) and kind in KINDS):
        whose = _name(table, key, fields)
        raise Refused(N_("{whose}: there is no kind “{kind}”."), whose=whose, kind=str(kind)[:60])
    if table == LINK and not (isinstance(verb, str) and verb in VERBS):
        whose = _name(table, key, fields)
        raise Refused(N_("{whose}: there is no verb “{verb}”."), whose=whose, verb=str(verb)[:60])
    known, required = ({}, ()) if (table, key) == (WORKSHOP, OUTSIDE) else _declared(table, kind)
    for name in required:
        if name not in fields:
            raise Refused(N_("{whose}: “{field}” is missing."), whose=_name(table, key, fields), field=name)
    for name, value in fields.items():
        found = known.get(name)
        if found is None:
            if not (table == CARD and name == "kind"):
                whose = _name(table, key, fields)
                check_json(name, whose)
                check_json(value, whose)
        elif found[1](value) is not None:
            found[0].check(value, _name(table, key, fields))
    if not key.isascii():
        check_json(key, _name(table, key, fields))


Known = Mapping[str, tuple[Field, Callable[[Any], str | None]]]


def _declared(table: str, kind: Any) -> tuple[Known, tuple[str, ...]]:
    """The declared fields by name, and the names of those that must be there; looked up for every record, so kept."""
    of = kind if table == CARD else ""
    found = _DECLARED.get((table, of))
    if found is None:
        declared = fields_of(table, of)
        known = {field.name: (field, field.problem) for field in declared}
        found = _DECLARED[(table, of)] = known, tuple(field.name for field in declared if field.required)
    return found


_DECLARED: dict[tuple[str, str], tuple[Known, tuple[str, ...]]] = {}


def _name(table: str, key: str, fields: Mapping[str, Any]) -> str:
    if table == CARD:
        return f"{fields.get('kind', table)} {key!r}"[:80]
    if table == LINK:
        return f"{table} {fields.get('source')!r} {fields.get('verb')} {fields.get('target')!r}"[:120]
    return table
