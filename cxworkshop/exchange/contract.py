"""The fields of the interchange contract, which other programs rely on too; what else we declare is ours alone.

A field of ours that another program uses for something else is set aside under a name that cannot be one of ours, and
given back in JSON under its own: a foreign file is never refused for a field it could not know about.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from cxworkshop.model.cards import KINDS
from cxworkshop.model.fields import LONGEST_TEXT, Field
from cxworkshop.model.records import CARD, LINK, WORKSHOP, fields_of

ASIDE = "foreign:"  # before the name of a field that holds what it cannot hold

_OF_CARDS = {
    "journey": "side",
    "stage": "journey position selling",
    "persona": "side aim vip quote goals evidence",
    "touchpoint": "stage position channel moment_of_truth expectation experience memory evidence",
    "problem": "stage severity frequency evidence",
    "need": "stage importance satisfaction basis sample",
    "value": "stage",
    "process": "stage system internal",
    "role": "people manager",
    "improvement": "status impact effort confidence due systems",
    "safeguard": "metric limit every_days reaction",
    "objective": "",
    "key_result": "start target current due",
    "kpi": "unit direction baseline target every_days",
    "meeting": "at minutes questions consent",
    "recording": "file seconds clip_from clip_to consent",
    "note": "author stage",
}
_OF_RECORDS = {
    WORKSHOP: "title language cycle date attract_and_keep matters_most be_best",
    LINK: "verb source target",
    "exposure": "role at hours form meeting",
    "reading": "of at value",
    "vote": "round card voter points",
    "care_answer": "pair side voter score",
    "agenda": "title",
}


@cache
def extra_fields(table: str, kind: str = "") -> Mapping[str, Field]:
    """The declared fields of a table (for cards: of `kind`) that the contract does not name, by name."""
    if table == CARD and kind not in KINDS:
        return {}
    named = f"title note {_OF_CARDS.get(kind, '')}" if table == CARD else _OF_RECORDS[table]
    return {field.name: field for field in fields_of(table, kind) if field.name not in named.split()}


def set_aside(table: str, fields: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """The fields with every extra one that holds something else under another name; the names that were moved.

    What is too long to be kept as it is stays where it was, for the board to refuse with its own words.
    """
    moved = {
        name: ASIDE + name
        for name, field in _extras(table, fields).items()
        if name in fields and ASIDE + name not in fields and _is_foreign(field, fields[name])
    }
    return {moved.get(name, name): value for name, value in fields.items()}, list(moved)


def given_back(table: str, fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields with what was set aside under its own name again, unless our own field is filled in by now."""
    extras = _extras(table, fields)
    back = {
        ASIDE + name: name
        for name, field in extras.items()
        if ASIDE + name in fields and name not in fields and _is_foreign(field, fields[ASIDE + name])
    }
    return {back.get(name, name): value for name, value in fields.items()}


def _extras(table: str, fields: Mapping[str, Any]) -> Mapping[str, Field]:
    kind = fields.get("kind") if table == CARD else ""
    return extra_fields(table, kind) if isinstance(kind, str) else {}


def _is_foreign(field: Field, value: Any) -> bool:
    too_long = isinstance(value, str) and len(value) > LONGEST_TEXT
    return not too_long and field.problem(value) is not None
