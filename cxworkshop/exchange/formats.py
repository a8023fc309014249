"""The formats in and out, named once here; a new format is one module beside this one and one line in FORMATS.

Never opens a workshop file: closing a second descriptor of an open workshop drops SQLite's locks.
"""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import Any

from cxworkshop.errors import FileProblem, WrongUse
from cxworkshop.exchange.importing import Caution, ImportPlan, source_problem
from cxworkshop.exchange.left_out import held_without_consent, without_consent
from cxworkshop.exchange.options import ExportOptions
from cxworkshop.model.board import Board
from cxworkshop.reasons import reason_of
from cxworkshop.words import N_

WORKSHOP_SUFFIX = ".cxw"
Progress = Callable[[int, int], None]
LARGEST_SOURCE = 200_000_000  # bytes read from one source, whatever its format; the formats' own caps are lower


@dataclass(frozen=True)
class Format:
    """One format by its `suffix` (no dot). `label` is English, marked.

    `write` and `read` name functions as "module:function" inside `cxworkshop.exchange`, imported when used; "" where
    the format goes one way only. write(board, path, options) may give Cautions: what was written, what is missing;
    read(data, board, source=, as_kind=, language=). `options` are the names of the ExportOptions fields that the writer
    heeds. `tells` is whether the format holds meetings and recordings, so that those without consent are missing.
    """

    suffix: str
    label: str
    write: str = ""
    read: str = ""
    options: tuple[str, ...] = ("language", "anonymise")
    tells: bool = True


FORMATS: tuple[Format, ...] = (
    Format("json", N_("Workshop as JSON"), "json_format:export", "json_format:import_bytes", ("anonymise",)),
    Format("xlsx", N_("Excel workbook"), "xlsx_out:export", "tables.importing:import_xlsx"),
    Format("csv", N_("CSV tables, zipped"), "csv_zip:export", "tables.importing:import_csv"),
    Format("zip", N_("CSV tables, zipped"), "csv_zip:export", "tables.importing:import_csv"),
    Format("tsv", N_("Table, tab-separated"), read="tables.importing:import_csv"),
    Format("txt", N_("Table as text"), read="tables.importing:import_csv"),
    Format("pdf", N_("Report"), "pdf_report.report:write_pdf", options=("language", "anonymise", "paper", "today")),
    Format(
        "svg", N_("Wall as vectors"), "drawing.svg:write_svg", options=("language", "anonymise", "paper"), tells=False
    ),
    Format(
        "png", N_("Wall as a picture"), "drawing.png:write_png", options=("language", "anonymise", "paper"), tells=False
    ),
    Format("ics", N_("Calendar of meetings"), "ics:export", options=("language", "anonymise", "today"), tells=False),
)


def format_of(path: Path, *, writing: bool) -> Format:
    """The format of a path by its suffix. WrongUse, naming those known, where there is none."""
    able = [one for one in FORMATS if (one.write if writing else one.read)]
    suffix = path.suffix.lower().removeprefix(".")
    for one in able:
        if one.suffix == suffix:
            return one
    known = ", ".join(one.suffix for one in able)
    if not suffix:
        what = N_("“{name}” has no suffix that says what kind of file it is. Known: {known}.")
    elif suffix == WORKSHOP_SUFFIX.removeprefix(".") and not writing:
        what = N_("“{name}” is a workshop; it is opened or merged, not imported.")
    elif writing:
        what = N_("“{name}”: there is no export to “{suffix}”. Known: {known}.")
    else:
        what = N_("“{name}”: there is no import from “{suffix}”. Known: {known}.")
    raise WrongUse(what, name=path.name, suffix=suffix, known=known)


def export(board: Board, path: Path, options: ExportOptions, *, beside: Path | None = None) -> tuple[Caution, ...]:
    """Write the board to `path` in the format of its suffix; an older file there is replaced only by a whole new one.

    `beside` is the file in the same folder that is written first (None: of any free name); whoever ends this process
    in the middle removes it. Gives what to know about the file: what was written, what was left out. WrongUse for an
    unknown suffix, FileProblem where the disk refuses.
    """
    chosen = format_of(path, writing=True)
    from cxworkshop.analysis.consent import withheld
    from cxworkshop.exchange.consented import consented

    kept_back = withheld(board, options.today)
    many = len(kept_back.recordings) + len(kept_back.meetings)
    whole = chosen.suffix == "json" and not options.anonymise  # plain JSON is the workshop itself and stays whole
    if not whole:
        board, options = consented(board, options.today)[0], replace(options, kept_back=many)
    if options.anonymise:
        from cxworkshop.exchange.anonymise import anonymised

        board = anonymised(board, options.language)
    write: Callable[[Board, Path, ExportOptions], Iterable[Caution] | None] = _function(chosen.write)
    with _told_about(path):
        if beside is None:
            handle, name = tempfile.mkstemp(prefix=".", suffix=path.suffix, dir=path.parent)
            os.close(handle)
            beside = Path(name)
        try:
            notes = tuple(write(board, beside, options) or ())
            _flush(beside)
            os.chmod(beside, _usual_mode(path))
            os.replace(beside, path)
        finally:
            beside.unlink(missing_ok=True)
    if whole:
        return (*notes, *held_without_consent(many))
    return (*notes, *(without_consent(many) if chosen.tells else ()))


def _flush(path: Path) -> None:
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def _usual_mode(path: Path) -> int:
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


@contextlib.contextmanager
def _told_about(path: Path) -> Any:
    try:
        yield
    except OSError as problem:
        raise FileProblem(
            _REASONS.get(problem.errno or 0, N_("“{name}” cannot be written: {reason}.")),
            N_("The workshop is unchanged, and so is an older file of that name."),
            N_("Choose another place, or free this one, and export again."),
            name=path.name,
            folder=str(path.parent),
            reason=reason_of(problem),
        ) from problem


_REASONS = {
    errno.ENOSPC: N_("The disk is full: “{name}” was not written."),
    errno.EDQUOT: N_("The disk is full: “{name}” was not written."),
    errno.ENOENT: N_("There is no folder “{folder}”."),
    errno.ENOTDIR: N_("There is no folder “{folder}”."),
    errno.EACCES: N_("You may not write to “{folder}”."),
    errno.EPERM: N_("You may not write to “{folder}”."),
    errno.EROFS: N_("“{folder}” can only be read, not written."),
    errno.EISDIR: N_("“{name}” is a folder."),
    errno.ENAMETOOLONG: N_("The name “{name}” is too long."),
}


def import_file(
    path: Path, board: Board, *, as_kind: str | None = None, language: str = "en", progress: Progress | None = None
) -> ImportPlan:
    """What importing the file at `path` into `board` would do; a table's plan is a `TablePlan` with its preview.

    `as_kind` names the kind of card that a table's rows are (None: seen from its headings); `language` is that of
    texts written into cards; `progress` hears which of how many rows of a table is being read. WrongUse for an unknown
    suffix, SourceProblem where the file cannot be read as it should.
    """
    chosen = format_of(path, writing=False)
    read: Callable[..., ImportPlan] = _function(chosen.read)
    heard = {"progress": progress} if progress and chosen.read.startswith("tables.") else {}
    return read(read_bytes(path), board, source=path.name, as_kind=as_kind, language=language, **heard)


def read_bytes(path: Path) -> bytes:
    """The bytes of an import source. SourceProblem where it cannot be read; never a workshop file."""
    if path.suffix.lower() == WORKSHOP_SUFFIX:
        raise WrongUse(N_("“{name}” is a workshop; it is opened or merged, not imported."), name=path.name)
    try:
        if path.stat().st_size > LARGEST_SOURCE:
            raise source_problem(N_("The file is larger than {most} MB."), path.name, most=LARGEST_SOURCE // 1_000_000)
        return path.read_bytes()
    except FileNotFoundError:
        raise source_problem(N_("There is no file “{name}”."), path.name, name=str(path)) from None
    except IsADirectoryError:
        raise source_problem(N_("“{name}” is a folder."), path.name, name=str(path)) from None
    except OSError as problem:
        what = N_("The file cannot be read: {reason}.")
        raise source_problem(what, path.name, reason=reason_of(problem)) from problem


def _function(dotted: str) -> Callable[..., Any]:
    module, name = dotted.split(":")
    found: Callable[..., Any] = getattr(import_module(f"cxworkshop.exchange.{module}"), name)
    return found
