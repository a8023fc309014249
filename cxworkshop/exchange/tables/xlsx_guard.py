"""Looks at a workbook's zip before anything opens it: bombs, DTDs, odd paths. Unpacks as a stream, keeps nothing."""

from __future__ import annotations

import io
import zipfile
import zlib

from cxworkshop.errors import SourceProblem
from cxworkshop.exchange.importing import source_problem
from cxworkshop.exchange.tables.sheet import MOST_ROWS, spaced
from cxworkshop.words import N_

MOST_BYTES = 50_000_000
MOST_UNPACKED = 120_000_000
MOST_PARTS = 2_000
MOST_CELLS = 1_000_000  # filled cells a sheet: reading XML is slower than reading CSV
STEEPEST = 200  # unpacked bytes a packed byte, above SMALL
SMALL = 20_000_000
_OLD_EXCEL = bytes.fromhex("d0cf11e0a1b11ae1")
_FORBIDDEN = (b"<!DOCTYPE", b"<!ENTITY")
_CHUNK = 1 << 20


def check_zip(data: bytes, source: str) -> None:
    """Raise SourceProblem unless `data` is a zip that is safe to unpack and whose XML declares no entities."""
    if len(data) > MOST_BYTES:
        raise source_problem(N_("The file is larger than {most} MB."), source, most=MOST_BYTES // 1_000_000)
    if not data:
        raise source_problem(N_("The file is empty."), source)
    if data.startswith(_OLD_EXCEL):
        todo = N_("Save it in Excel as .xlsx without a password and import that.")
        raise source_problem(N_("This is an old .xls file, or a workbook with a password."), source, todo)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_directory(archive, len(data), source)
            for part in archive.infolist():
                if part.filename.lower().endswith((".xml", ".rels", ".vml")):
                    _check_part(archive, part, source)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        NotImplementedError,
        RuntimeError,
        ValueError,
    ) as problem:
        raise damaged(source) from problem


def damaged(source: str) -> SourceProblem:
    """The error for a workbook that cannot be read as one."""
    todo = N_("Open it in Excel or LibreOffice, save it as .xlsx again and import that.")
    return source_problem(N_("This is not an Excel workbook, or it is damaged."), source, todo)


def _check_directory(archive: zipfile.ZipFile, packed: int, source: str) -> None:
    parts = archive.infolist()
    names = {part.filename for part in parts}
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS:
        raise source_problem(N_("The archive has more than {most} parts."), source, most=MOST_PARTS)
    if unpacked > MOST_UNPACKED or (unpacked > SMALL and unpacked > STEEPEST * packed):
        what = N_("The archive would unpack to {size} MB, far more than tables need.")
        raise source_problem(what, source, size=unpacked // 1_000_000)
    if len(names) < len(parts) or any(_is_odd(name) for name in names) or any(part.flag_bits & 1 for part in parts):
        raise source_problem(
            N_("The archive has parts that no workbook has (paths outside, doubles, passwords)."), source
        )


def _is_odd(name: str) -> bool:
    return name.startswith(("/", "\\")) or ":" in name or ".." in name.replace("\\", "/").split("/")


def _check_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo, source: str) -> None:
    tail, rows, cells = b"", 0, 0
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            seen = (tail + chunk).replace(b"\0", b"").upper()  # UTF-16 too
            if any(word in seen for word in _FORBIDDEN):
                raise source_problem(
                    N_("The workbook declares XML entities, which no Excel writes; it was not opened."), source
                )
            rows, cells = rows + chunk.count(b"</row>"), cells + chunk.count(b"</c>")
            if cells > MOST_CELLS or (rows > MOST_ROWS and cells > MOST_ROWS):
                what = N_("A sheet has more than {rows} rows or {cells} filled cells.")
                todo = N_("Keep the part with the cards, delete the rest and import it again.")
                raise source_problem(what, source, todo, rows=spaced(MOST_ROWS), cells=spaced(MOST_CELLS))
            tail = chunk[-32:]
