"""Reads the sheets of an Excel workbook as texts, through openpyxl and guards of our own. Knows no cards.

The size a sheet claims is never believed: rows are counted as they come.
"""

from __future__ import annotations

import datetime
import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from cxworkshop.errors import SourceProblem
from cxworkshop.exchange.importing import Caution, source_problem
from cxworkshop.exchange.tables.sheet import MOST_ROWS, Bounds, Sheet, without_empty_end
from cxworkshop.exchange.tables.xlsx_guard import check_zip, damaged
from cxworkshop.words import N_

MOST_SHEETS = 100
OUR_MANIFEST = "cxworkshop"  # the hidden sheet by which we know our own workbooks
MOST_PADDED = 20_000_000  # cells counted as openpyxl hands them out, empty ones before a far cell too
_ERRORS = {"#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!", "#GETTING_DATA", "#SPILL!", "#CALC!"}
_ESCAPE = re.compile(r"_x((?![dD][89a-fA-F])[0-9A-Fa-f]{4})_")  # not halves of characters
_MERGE = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')


def read_xlsx(data: bytes | Path, source: str = "XLSX") -> list[Sheet]:
    """The visible sheets that hold anything, in order. SourceProblem for anything else, hostile or too large."""
    data = data.read_bytes() if isinstance(data, Path) else data
    check_zip(data, source)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            sheets = list(_sheets(data, source))
    except SourceProblem:
        raise
    except Exception as problem:  # openpyxl raises whatever a damaged part leads it to
        raise damaged(source) from problem
    if not sheets:
        raise source_problem(N_("The workbook holds no visible sheet with anything in it."), source)
    return sheets


def _sheets(data: bytes, source: str) -> Iterator[Sheet]:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    bounds = Bounds(source)
    hidden = [str(page.title) for page in book.worksheets if page.sheet_state != "visible"]
    try:
        for page in book.worksheets[:MOST_SHEETS]:
            if page.sheet_state != "visible":
                continue
            sheet = _sheet(page, data, bounds, source)
            if sheet.rows:
                yield replace(sheet, warnings=(*sheet.warnings, *_hidden_caution(hidden)))
                hidden = []
    finally:
        book.close()


def _hidden_caution(names: list[str]) -> tuple[Caution, ...]:
    names = [name for name in names if name != OUR_MANIFEST]
    one = N_("{n} hidden sheet of the workbook was left out: {names}.")
    many = N_("{n} hidden sheets of the workbook were left out: {names}.")
    told = ", ".join(name[:40] for name in names[:5]) + ("…" if len(names) > 5 else "")
    return (Caution(one, {"names": told}, many, len(names)),) if names else ()


def hidden_sheets(data: bytes) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The rows of the hidden sheets of a workbook that `read_xlsx` accepted, by name (at most 2,000 rows each)."""
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    try:
        found = {}
        for page in book.worksheets[:MOST_SHEETS]:
            if page.sheet_state != "visible":
                page.reset_dimensions()
                rows = page.iter_rows(max_row=2_000, max_col=50, values_only=True)
                found[str(page.title)] = tuple(tuple(_text(value) for value in row) for row in rows)
        return found
    finally:
        book.close()


def _sheet(page: Any, data: bytes, bounds: Bounds, source: str) -> Sheet:
    page.reset_dimensions()
    rows: list[tuple[str, ...]] = []
    errors = padded = 0
    first_error = 0
    for number, values in enumerate(page.iter_rows(values_only=True), 1):
        padded += len(values) + 1
        if padded > MOST_PADDED:
            raise source_problem(N_("The sheet “{sheet}” is far too wide."), source, sheet=str(page.title))
        row = [_text(value) for value in values]
        for place, cell in enumerate(row):
            if cell in _ERRORS:
                row[place], errors, first_error = "", errors + 1, first_error or number
        taken = bounds.take(row, number)
        if taken or number <= MOST_ROWS:
            rows.append(taken)
    filled = without_empty_end(_fill_merged(rows, _merges(page, data)))
    return Sheet(str(page.title), filled, warnings=_error_caution(str(page.title), errors, first_error))


def _error_caution(sheet: str, errors: int, row: int) -> tuple[Caution, ...]:
    if not errors:
        return ()
    one = N_("Sheet “{sheet}”, row {row}: a cell holds an Excel error and was taken as empty.")
    many = N_("Sheet “{sheet}”: {n} cells hold Excel errors and were taken as empty, the first in row {row}.")
    return (Caution(one, {"sheet": sheet, "row": row}, many, errors),)


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), value) if "_x" in value else value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime.datetime):
        whole_day = value.time() == datetime.time()
        return value.date().isoformat() if whole_day else value.isoformat(timespec="minutes")
    if isinstance(value, datetime.time):
        return value.isoformat(timespec="minutes")
    return str(value)


def _merges(page: Any, data: bytes) -> list[tuple[int, int, int]]:
    """The merged ranges that span rows: column, first row, last row, all from 0 (openpyxl's stream leaves them out)."""
    part = str(getattr(page, "_worksheet_path", "")).lstrip("/")
    if not part:
        return []
    found: list[tuple[int, int, int]] = []
    tail = b""
    with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(part) as stream:
        while chunk := stream.read(1 << 20):
            seen = tail + chunk
            for left, top, _, bottom in _MERGE.findall(seen):
                if int(bottom) > int(top) and len(found) < 10_000:
                    found.append((_column(left), int(top) - 1, int(bottom) - 1))
            tail = seen[seen.rfind(b"<") :][-400:]
    return found


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def _fill_merged(rows: list[tuple[str, ...]], merges: list[tuple[int, int, int]]) -> list[tuple[str, ...]]:
    """A value merged over several rows stands in each of them (people merge the stage over its touchpoints)."""
    left = MOST_ROWS
    for column, top, bottom in merges:
        if top >= len(rows) or column >= len(rows[top]) or not rows[top][column]:
            continue
        for number in range(top + 1, min(bottom + 1, len(rows))):
            left -= 1
            if left < 0:
                return rows
            if rows[number]:
                padded = [*rows[number], *[""] * (column + 1 - len(rows[number]))]
                padded[column] = rows[top][column]
                rows[number] = tuple(padded)
    return rows
