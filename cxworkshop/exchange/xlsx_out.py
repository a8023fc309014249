"""The board as an Excel workbook: an overview with the backward map, a sheet a kind, links, records. Deterministic.

Every text is stored as a text, so that none runs as a formula; a hidden sheet holds the manifest by which our own
reader gives the cards back. Excel takes 32,767 characters a cell: longer texts are cut, with … at their end.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from cxworkshop.exchange.board_tables import BoardTable, Cell, board_tables, manifest
from cxworkshop.exchange.csv_zip import GUARD
from cxworkshop.exchange.importing import Caution
from cxworkshop.exchange.left_out import cut_short, without_consent, without_pictures
from cxworkshop.exchange.options import ExportOptions
from cxworkshop.exchange.overview import Row, lacking_rows, overview_rows
from cxworkshop.i18n import Translator, translator
from cxworkshop.model.board import Board
from cxworkshop.model.cards import KINDS
from cxworkshop.words import N_

LONGEST = 32_767
_BLOCKED = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]|_x(?=[0-9A-Fa-f]{4}_)")
_SHEET_SIGNS = re.compile(r"[\[\]:*?/\\']")
_DAY = (1980, 1, 1, 0, 0, 0)
_WIDEST, _NARROWEST = 60, 9  # in characters


def export(board: Board, path: Path, options: ExportOptions) -> list[Caution]:
    """Write the workbook with headings in `options.language`; what it lacks is said on its first sheet too."""
    from openpyxl import Workbook

    tr = translator(options.language)
    tables = board_tables(board, tr)
    book = Workbook(write_only=True)
    names = _sheet_names(tables, tr)
    cells = (cell for table in tables for row in table.rows for cell in row)
    notes = [*without_pictures(board), *cut_short(cells, LONGEST)]
    lacks = [note.told(tr) for note in (*notes, *without_consent(options.kept_back))]
    _overview(book, names[0], [*overview_rows(board, tr, options.today), *lacking_rows(lacks, tr)])
    for table, name in zip(tables, names[1:], strict=True):
        _sheet(book, table, name)
    _manifest(book, tables, names[1:], options.language)
    data = io.BytesIO()
    book.save(data)
    path.write_bytes(_steady(data.getvalue()))
    return notes


def _sheet_names(tables: Sequence[BoardTable], tr: Translator) -> list[str]:
    """The overview's name and one a table: at most 31 characters, none twice, none of Excel's forbidden signs."""
    names: list[str] = []
    for title in (tr(N_("Overview")), *(table.title for table in tables)):
        name = base = _SHEET_SIGNS.sub(" ", title).strip()[:31] or "?"
        number = 2
        while name.casefold() in (known.casefold() for known in names):
            name = f"{base[:27]} {number}"
            number += 1
        names.append(name)
    return names


def _overview(book: Any, name: str, rows: Sequence[Row]) -> None:
    page = book.create_sheet(name)
    for letter, width in zip("ABCDEFG", _widths([row.cells for row in rows]), strict=False):
        page.column_dimensions[letter].width = width
    for row in rows:
        page.append([_cell(page, cell, bold=row.heading) for cell in row.cells])


def _sheet(book: Any, table: BoardTable, name: str) -> None:
    from openpyxl.utils import get_column_letter

    page = book.create_sheet(name)
    page.freeze_panes = "A2"
    page.auto_filter.ref = f"A1:{get_column_letter(len(table.columns))}{len(table.rows) + 1}"
    if table.kind in KINDS:
        page.sheet_properties.tabColor = KINDS[table.kind].colour.lstrip("#")
    headings = [column.heading for column in table.columns]
    for number, width in enumerate(_widths([headings, *table.rows]), 1):
        page.column_dimensions[get_column_letter(number)].width = width
    page.append([_cell(page, heading, bold=True) for heading in headings])
    for row in table.rows:
        page.append([_cell(page, cell) for cell in row])


def _widths(rows: Sequence[Sequence[Cell]]) -> list[float]:
    widths = [_NARROWEST] * max((len(row) for row in rows), default=0)
    for row in rows[:500]:
        for number, cell in enumerate(row):
            longest = max((len(line) for line in str(cell)[:500].split("\n")), default=0) if cell is not None else 0
            widths[number] = min(max(widths[number], longest + 3), _WIDEST)
    return [float(width) for width in widths]


def _cell(page: Any, value: Cell, bold: bool = False) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font

    if value is None:
        return None
    text = escaped(value) if isinstance(value, str) else ""
    cell = WriteOnlyCell(page, text if isinstance(value, str) else value)
    if isinstance(value, str):
        cell.data_type = "s"  # "=1+1" is a title, not a formula
        if "\n" in text or len(text) > _WIDEST:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    if bold:
        cell.font = Font(bold=True)
    return cell


def escaped(text: str) -> str:
    """The text as a workbook can hold it: control characters as _xHHHH_, an apostrophe before "" and Excel's errors."""
    if not text or text.isspace() or text.startswith((GUARD, "#")):
        text = GUARD + text
    if len(text) > LONGEST:
        text = text[: LONGEST - 1] + "…"
    held = _BLOCKED.sub(lambda found: "_x005F_x" if len(found[0]) > 1 else f"_x{ord(found[0]):04X}_", text)
    return held if len(held) <= LONGEST else held[: LONGEST - 1] + "…"


def _manifest(book: Any, tables: Iterable[BoardTable], names: Sequence[str], language: str) -> None:
    page = book.create_sheet("cxworkshop")
    page.sheet_state = "hidden"
    described = manifest(tables, language)
    for table, name in zip(described["tables"], names, strict=True):
        table["sheet"] = name
    text = json.dumps(described, ensure_ascii=True)
    for start in range(0, len(text), 30_000):
        page.append([_cell(page, text[start : start + 30_000])])


def _steady(data: bytes) -> bytes:
    """The same workbook without the moment of its making, so that the same board gives the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as made, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in made.infolist():
            content = made.read(part)
            if part.filename == "docProps/core.xml":
                content = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"1980-01-01T00:00:00Z", content)
            steady = zipfile.ZipInfo(part.filename, _DAY)
            steady.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(steady, content)
    return out.getvalue()
