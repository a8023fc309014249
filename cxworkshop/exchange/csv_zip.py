"""The board as CSV tables in a zip, with a manifest by which our own reader gives the cards back. Deterministic.

Texts that a spreadsheet would run as a formula get an apostrophe before them, and so do texts that begin with one or
are empty on purpose; the reader takes it off again.
"""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path

from cxworkshop.exchange.board_tables import BoardTable, Cell, board_tables, manifest
from cxworkshop.exchange.importing import Caution
from cxworkshop.exchange.left_out import without_pictures
from cxworkshop.exchange.options import ExportOptions
from cxworkshop.i18n import translator
from cxworkshop.model.board import Board

MANIFEST = "manifest.json"
GUARD = "'"
_RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_DAY = (1980, 1, 1, 0, 0, 0)  # of every file in the zip, so that the same board gives the same bytes


def export(board: Board, path: Path, options: ExportOptions) -> list[Caution]:
    """Write the zip. Russian tables have semicolons and decimal commas, as Excel in Russian expects them."""
    tables = board_tables(board, translator(options.language))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for table in tables:
            _add(archive, f"{table.name}.csv", _csv(table, options.language).encode("utf-8-sig"))
        described = json.dumps(manifest(tables, options.language), ensure_ascii=False, indent=1)
        _add(archive, MANIFEST, described.encode("utf-8"))
    return without_pictures(board)


def _add(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    part = zipfile.ZipInfo(name, _DAY)
    part.compress_type = zipfile.ZIP_DEFLATED
    part.external_attr = 0o644 << 16
    archive.writestr(part, data)


def delimiter_of(language: str) -> str:
    return ";" if language == "ru" else ","


def _csv(table: BoardTable, language: str) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter_of(language), lineterminator="\r\n")
    writer.writerow([guarded(column.heading) for column in table.columns])
    for row in table.rows:
        writer.writerow([_written(cell, language) for cell in row])
    return text.getvalue()


def _written(cell: Cell, language: str) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return guarded(cell)
    return repr(cell).replace(".", ",") if language == "ru" else repr(cell)


def guarded(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would run it, or where it is "" or has one already."""
    return GUARD + text if not text or text.startswith((GUARD, *_RUNS)) or text.isspace() else text


def unguarded(text: str) -> str:
    """What `guarded` was given."""
    return text.removeprefix(GUARD)
