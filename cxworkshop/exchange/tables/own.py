"""Reads the tables that we exported ourselves (CSV zip, XLSX) back into an interchange document, by their manifest.

People may have edited them in between: columns are found by their headings, a new row without an id is a new card.
"""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from cxworkshop.exchange.adding import LISTS
from cxworkshop.exchange.board_tables import FORMAT, VERSION
from cxworkshop.exchange.csv_zip import MANIFEST, delimiter_of, guarded, unguarded
from cxworkshop.exchange.importing import source_problem
from cxworkshop.exchange.tables.sheet import LONGEST_CELL, Bounds, Sheet
from cxworkshop.exchange.tables.values import OffScaleError, UnclearError, read_value
from cxworkshop.exchange.tables.xlsx_guard import check_zip
from cxworkshop.exchange.tables.xlsx_in import OUR_MANIFEST, hidden_sheets
from cxworkshop.model.cards import KINDS
from cxworkshop.model.fields import Field, FieldType
from cxworkshop.model.ids import new_id
from cxworkshop.model.records import CARD, LINK, OUTSIDE, WORKSHOP, fields_of
from cxworkshop.words import N_

_BY_WORD = (FieldType.NUMBER, FieldType.INTEGER, FieldType.FLAG, FieldType.CHOICE, FieldType.REFERENCES)
Rows = Sequence[Sequence[str]]


def document_of_zip(data: bytes, source: str) -> dict[str, Any]:
    """The document in a zip of our CSV tables. SourceProblem for any other zip."""
    check_zip(data, source)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        described = _manifest(archive.read(MANIFEST).decode("utf-8", "replace")) if MANIFEST in names else None
        if described is None:
            todo = N_("Unpack it and import the tables inside one by one.")
            raise source_problem(N_("This archive is not an export of a workshop."), source, todo)
        rows = {}
        for table in described["tables"]:
            name = f"{table['name']}.csv"
            if name in names:
                rows[table["name"]] = _csv_rows(archive.read(name), described["language"], source)
    return _document(described, rows, source)


def document_of_workbook(data: bytes, sheets: Sequence[Sheet], source: str) -> dict[str, Any] | None:
    """The document in a workbook that we exported; None for any other workbook."""
    hidden = hidden_sheets(data).get(OUR_MANIFEST)
    described = _manifest("".join(row[0] for row in hidden if row)) if hidden else None
    if described is None:
        return None
    by_name = {sheet.name: sheet.rows for sheet in sheets}
    rows = {table["name"]: by_name[table["sheet"]] for table in described["tables"] if table.get("sheet") in by_name}
    return _document(described, rows, source)


def _manifest(text: str) -> dict[str, Any] | None:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict) or found.get("format") != FORMAT or found.get("version") != VERSION:
        return None
    tables = found.get("tables")
    if not isinstance(tables, list) or found.get("language") not in ("ru", "en"):
        return None
    return found if all(_is_table(table) for table in tables) else None


def _is_table(table: Any) -> bool:
    if not isinstance(table, dict) or not all(isinstance(table.get(name), str) for name in ("name", "table", "kind")):
        return False
    if table["table"] not in (CARD, LINK, WORKSHOP, *LISTS) or (table["table"] == CARD and table["kind"] not in KINDS):
        return False
    columns = table.get("columns")
    return isinstance(columns, list) and all(
        isinstance(column, list) and len(column) == 3 and all(isinstance(part, str) for part in column)
        for column in columns
    )


def _csv_rows(data: bytes, language: str, source: str) -> Rows:
    text = data.decode("utf-8-sig", "replace")
    csv.field_size_limit(LONGEST_CELL)
    bounds = Bounds(source)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(language))
        return [bounds.take(row, number) for number, row in enumerate(reader, 1)]
    except csv.Error:
        raise source_problem(N_("A table in the archive cannot be read."), source) from None


def _document(described: Mapping[str, Any], tables: Mapping[str, Rows], source: str) -> dict[str, Any]:
    document: dict[str, Any] = {"cards": [], "links": [], **{name: [] for name in LISTS.values()}}
    for table in described["tables"]:
        rows = tables.get(table["name"], ())
        for fields in _records(table, rows, f"{source}, {table.get('sheet') or table['name']}"):
            _place(document, table, fields)
    return document


def _place(document: dict[str, Any], table: Mapping[str, Any], fields: dict[str, Any]) -> None:
    kind = table["kind"]
    if table["table"] == CARD:
        card_id = fields.pop("id", None) or new_id(kind[0])
        document["cards"].append({"id": card_id, "kind": kind, **fields})
    elif table["table"] == LINK:
        document["links"].append(fields)
    elif table["table"] == WORKSHOP:
        document.update(fields if kind == OUTSIDE else {"workshop": fields})
    else:
        document[LISTS[table["table"]]].append(fields)


def _records(table: Mapping[str, Any], rows: Rows, source: str) -> Iterable[dict[str, Any]]:
    if not rows:
        return
    declared = () if table["kind"] == OUTSIDE else fields_of(table["table"], table["kind"])
    by_name = {field.name: field for field in declared}
    places = _places(table["columns"], rows[0])
    for number, row in enumerate(rows[1:], 2):
        if any(row):
            cells = ((heading, name, form, row[at]) for at, (heading, name, form) in places.items() if at < len(row))
            yield {
                name: _value(by_name.get(name), form, cell, (source, number, heading))
                for heading, name, form, cell in cells
                if cell and form != "shown"
            }


def _places(columns: Sequence[Sequence[str]], headings: Sequence[str]) -> dict[int, tuple[str, str, str]]:
    """Place in the row → heading, field, form; a column that somebody added holds an unknown field of its name."""
    left = list(columns)
    places = {}
    for at, heading in enumerate(headings):
        found = next((column for column in left if heading in (column[0], guarded(column[0]))), None)
        if found is not None:
            left.remove(found)
            places[at] = (found[0], found[1], found[2])
        elif heading.strip():
            places[at] = (heading, heading, "added")
    return places


def _value(field: Field | None, form: str, cell: str, where: tuple[str, int, str]) -> Any:
    text = unguarded(cell)
    if form == "json":
        try:
            return json.loads(text)
        except (ValueError, RecursionError):
            return text  # edited by hand
    if field is None or form == "id" or field.type not in _BY_WORD:
        return text
    try:
        return read_value(field, text).value
    except (UnclearError, OffScaleError):
        source, number, heading = where
        what = N_("Row {row}, “{column}”: {cell} is no value of this field.")
        todo = N_("Correct it in the table and import it again.")
        raise source_problem(what, source, todo, row=number, column=heading, cell=text[:40]) from None
