"""A board as tables: one a kind, the links, one a record table, with headings in a language. Knows no file format.

The manifest says which column is which field, so that our own reader gives the cards back as they were. Columns:
`id`; a declared field under its label; of a reference its title too, for people ("shown", not read back), of several
all of them, joined by commas; fields we do not know, as JSON.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from cxworkshop.exchange.tables.values import joined_ids
from cxworkshop.i18n import Translator
from cxworkshop.model.board import Board
from cxworkshop.model.cards import KINDS
from cxworkshop.model.fields import Field, FieldType
from cxworkshop.model.links import VERBS
from cxworkshop.model.records import (
    CARD,
    LINK,
    OUTSIDE,
    RECORD_TABLES,
    THE_WORKSHOP,
    WORKSHOP,
    Record,
    fields_of,
)
from cxworkshop.words import N_

FORMAT, VERSION = "cxworkshop-tables", 1
Cell = str | int | float | None

_TITLES = {
    WORKSHOP: N_("Workshop"),
    OUTSIDE: N_("Other data"),
    LINK: N_("Links"),
    "exposure": N_("Exposures"),
    "reading": N_("Readings"),
    "vote": N_("Votes"),
    "care_answer": N_("Care test answers"),
    "agenda": N_("Agenda"),
}


@dataclass(frozen=True)
class TableColumn:
    """A column: its heading, the field it holds, and its `form`: "id", "field", "json" or "shown" (for people only)."""

    heading: str
    field: str
    form: str


@dataclass(frozen=True)
class BoardTable:
    """`name` for a file, `title` for people; rows of texts, numbers and None, as wide as `columns`."""

    name: str
    title: str
    table: str
    kind: str
    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]


def board_tables(board: Board, tr: Translator) -> list[BoardTable]:
    """Every table of the board that holds anything, the cards' first."""
    tables = [
        _table(board, tr, kind.name, kind.plural, CARD, kind.name, board.of_kind(kind.name))
        for kind in KINDS.values()
        if board.count(kind.name)
    ]
    for name in (LINK, *RECORD_TABLES):
        rows = sorted(board.records(name), key=lambda row: row.key) if name != LINK else list(board.records(LINK))
        if rows:
            tables.append(_table(board, tr, f"{name}s".replace("agendas", "agenda"), _TITLES[name], name, "", rows))
    for key in (THE_WORKSHOP, OUTSIDE):
        found = board.get(WORKSHOP, key)
        if found is not None and found.fields:
            tables.append(_table(board, tr, key, _TITLES[key], WORKSHOP, key, [found]))
    return tables


def manifest(tables: Iterable[BoardTable], language: str) -> dict[str, Any]:
    """What our reader needs to know about the tables: of each its columns' headings, fields and forms."""
    described = [
        {
            "name": one.name,
            "title": one.title,
            "table": one.table,
            "kind": one.kind,
            "columns": [[column.heading, column.field, column.form] for column in one.columns],
        }
        for one in tables
    ]
    return {"format": FORMAT, "version": VERSION, "language": language, "tables": described}


def _table(
    board: Board, tr: Translator, name: str, title: str, table: str, kind: str, rows: Iterable[Record]
) -> BoardTable:
    rows = list(rows)
    declared = () if kind == OUTSIDE else fields_of(table, kind)
    used = {name for row in rows for name in row.fields}
    shown = [field for field in declared if field.name in used or field.shown]
    shown = [field for field in shown if field.type is not FieldType.IMAGE]  # nobody reads a picture in a cell
    unknown = sorted(used - {field.name for field in declared} - ({"kind"} if table == CARD else set()))
    columns: list[TableColumn] = [TableColumn("id", "id", "id")] if table == CARD else []
    for field in shown:
        if field.type in (FieldType.REFERENCE, FieldType.REFERENCES) or (table, field.name) == (LINK, "verb"):
            columns.append(TableColumn(tr(field.label), field.name, "shown"))
            columns.append(TableColumn(f"{tr(field.label)} (id)", field.name, "field"))
        else:
            columns.append(TableColumn(tr(field.label), field.name, "field"))
    columns += [TableColumn(field, field, "json") for field in unknown]
    by_name = {field.name: field for field in declared}
    cells = tuple(tuple(_cell(board, tr, row, column, by_name) for column in columns) for row in rows)
    return BoardTable(name, tr(title), table, kind, tuple(columns), cells)


def _cell(board: Board, tr: Translator, row: Record, column: TableColumn, declared: Mapping[str, Field]) -> Cell:
    if column.form == "id":
        return row.key
    if column.field not in row.fields:
        return None
    value = row.fields[column.field]
    if column.form == "json":
        return json.dumps(value, ensure_ascii=False)
    if column.form == "shown":
        if column.field == "verb":
            return tr(VERBS[value].label) if value in VERBS else str(value)
        named = [board.find(own) for own in (value if isinstance(value, list) else [value])]
        return ", ".join(card.title for card in named if card)
    return _shown_value(tr, declared[column.field], value)


def _shown_value(tr: Translator, field: Field, value: Any) -> Cell:
    if field.type is FieldType.FLAG:
        return tr(N_("yes")) if value else tr(N_("no"))
    if field.type is FieldType.CHOICE:
        return next((tr(choice.label) for choice in field.choices if choice.value == value), str(value))
    if field.type is FieldType.REFERENCES and isinstance(value, list):
        return joined_ids(value)
    return value if isinstance(value, int | float) else str(value)
