"""People's tables as import plans, with a preview for the window. Reads bytes through the readers beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from cxworkshop.errors import Refused, WrongUse
from cxworkshop.exchange.importing import Caution, ImportPlan, limited, refused_source, source_problem
from cxworkshop.exchange.tables.csv_in import read_csv
from cxworkshop.exchange.tables.gathering import Gathering
from cxworkshop.exchange.tables.headings import is_target
from cxworkshop.exchange.tables.joining import is_number, named
from cxworkshop.exchange.tables.match import Column, Matched, match
from cxworkshop.exchange.tables.rows import Rows
from cxworkshop.exchange.tables.sheet import Sheet
from cxworkshop.exchange.tables.xlsx_in import read_xlsx
from cxworkshop.i18n import translator
from cxworkshop.model.board import Board
from cxworkshop.model.cards import KINDS
from cxworkshop.model.draft import Draft
from cxworkshop.words import N_

_PREVIEW_ROWS = 8
Progress = Callable[[int, int], None]


def unheard(row: int, of: int) -> None:
    """Progress that nobody listens to."""


@dataclass(frozen=True)
class TablePreview:
    """How one sheet was understood: the rows' kind, each column's target, the first rows under the headings as texts.

    `rows` is the number of rows that became cards; `encoding` and `delimiter` are "" for a workbook's sheet.
    """

    name: str
    kind: str
    columns: tuple[Column, ...]
    first: tuple[tuple[str, ...], ...]
    rows: int
    encoding: str = ""
    delimiter: str = ""


@dataclass(frozen=True)
class TablePlan(ImportPlan):
    """The plan of importing tables, with a preview a sheet."""

    previews: tuple[TablePreview, ...] = ()


def read_sheets(data: bytes, source: str, *, encoding: str | None = None, delimiter: str | None = None) -> list[Sheet]:
    """The sheets in `data`, a workbook or a text table by its first bytes."""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0")):
        return read_xlsx(data, source)
    return [read_csv(data, source, encoding=encoding, delimiter=delimiter)]


def plan_table(
    sheets: Sequence[Sheet],
    board: Board,
    *,
    as_kind: str | None = None,
    mapping: Mapping[str, Mapping[int, str]] | None = None,
    language: str = "en",
    source: str = "",
    progress: Progress = unheard,
) -> TablePlan:
    """What importing `sheets` into `board` would do. `mapping`: sheet name → column (from 0) → target (see `headings`).
    `progress` hears now and then which of how many rows is being read.

    SourceProblem with the row's number for a value off its scale, and where no column is known; WrongUse for a kind or
    target that does not exist.
    """
    _check_wishes(as_kind, mapping or {})
    gathering, tr = Gathering(board), translator(language)
    cautions = [caution for sheet in sheets for caution in sheet.warnings]
    reading: list[tuple[Sheet, Matched, Rows]] = []
    for sheet in sheets:
        matched = match(sheet, source, as_kind=as_kind, mapping=(mapping or {}).get(sheet.name))
        if matched is None:
            cautions.append(_skipped(sheet))
            continue
        name = f"{source}, {sheet.name}" if sheet.name and len(sheets) > 1 else source
        reading.append((sheet, matched, Rows(sheet, matched, gathering, tr, name)))
    if not reading:
        raise _nothing_known(sheets, source)
    done, whole = 0, sum(len(sheet.rows) for sheet, _, _ in reading)
    for sheet, matched, rows in reading:
        rows.read(lambda number, before=done: progress(before + number, whole))  # type: ignore[misc]
        done += len(sheet.rows)
        if matched.guessed:
            cautions.append(
                Caution(N_("Nothing says which kind of card the rows are: they come in as thoughts to sort."))
            )
    cautions += [caution for _, _, rows in reading for caution in rows.cautions]
    cautions += _join_pending([rows for _, _, rows in reading], gathering)
    if not any(rows.count for _, _, rows in reading):
        raise source_problem(N_("There are headings, and no rows under them."), source)
    return _plan(board, gathering, cautions, tuple(_preview(*one) for one in reading), source)


def _check_wishes(as_kind: str | None, mapping: Mapping[str, Mapping[int, str]]) -> None:
    if as_kind is not None and as_kind not in KINDS:
        known = ", ".join(KINDS)
        raise WrongUse(N_("There is no kind “{kind}”. Known: {known}."), kind=as_kind[:60], known=known)
    for target in (target for columns in mapping.values() for target in columns.values()):
        if not is_target(target):
            raise WrongUse(N_("A column cannot be “{target}”."), target=target[:60])


def _skipped(sheet: Sheet) -> Caution:
    return Caution(N_("Sheet “{sheet}” was left out: none of its headings is known."), {"sheet": sheet.name})


def _nothing_known(sheets: Sequence[Sheet], source: str) -> Exception:
    first = next((row for sheet in sheets for _, row in sheet.numbered()), ())
    headings = ", ".join(cell.strip()[:40] for cell in first[:8] if cell.strip())
    todo = N_(
        "Head the columns (Touchpoint, Stage, Channel, Process, Depends on…), or say which kind the rows are:"
        " in the window under “The rows are”, on the command line with --as process (or another kind)."
    )
    return source_problem(N_("No heading is known in the table: {headings}."), source, todo, headings=headings)


def _join_pending(readings: list[Rows], gathering: Gathering) -> list[Caution]:
    """Make the links to cards named in cells, once every sheet is read; a name nobody has becomes a card."""
    added: list[str] = []
    astray: list[str] = []
    for rows in readings:
        for target, card, cell in rows.pending:
            kind = {"depends_on": "process", "sets": "role", "next": "touchpoint"}[target]
            for name, found in named(cell, kind, gathering, rows.numbers):
                if found is None and is_number(name):
                    gathering.remark(card, [f"{rows.heading_of(target)}: {name}"])
                    astray.append(name)
                    continue
                if found is None:
                    found = gathering.make(kind, name)
                    added.append(name)
                ends = (found, card) if target == "sets" else (card, found)
                if not (target == "next" and found == card):
                    gathering.link(target, *ends)
    return [*_astray(astray), *_added(added)]


def _astray(numbers: list[str]) -> list[Caution]:
    one = N_("{n} row names a number that no row has ({names}); it is kept in the note.")
    many = N_("{n} times rows name numbers that no row has ({names}); they are kept in the notes.")
    return [Caution(one, {"names": _few(numbers)}, many, len(numbers))] if numbers else []


def _added(names: list[str]) -> list[Caution]:
    one = N_("{n} card is only named by others and was added: {names}.")
    many = N_("{n} cards are only named by others and were added: {names}.")
    return [Caution(one, {"names": _few(names)}, many, len(names))] if names else []


def _few(names: list[str]) -> str:
    return ", ".join(name[:40] for name in names[:5]) + ("…" if len(names) > 5 else "")


def _plan(
    board: Board, gathering: Gathering, cautions: list[Caution], previews: tuple[TablePreview, ...], source: str
) -> TablePlan:
    draft = Draft(board)
    try:
        counts = gathering.write(draft)
        changes = draft.changes(N_("Import of {source}"), source=source)
    except Refused as problem:
        raise refused_source(problem, source) from problem
    return TablePlan(changes, dict(counts), limited(cautions), len(gathering.reused), previews)


def _preview(sheet: Sheet, matched: Matched, rows: Rows) -> TablePreview:
    below = [row for number, row in sheet.numbered() if number - 1 > matched.header]
    first = tuple(below[:_PREVIEW_ROWS])
    return TablePreview(sheet.name, matched.kind, matched.columns, first, rows.count, sheet.encoding, sheet.delimiter)


def import_csv(
    data: bytes,
    board: Board,
    *,
    source: str,
    as_kind: str | None = None,
    language: str = "en",
    progress: Progress = unheard,
) -> ImportPlan:
    """What importing this CSV, TSV or text table (or our own zip of them) would do."""
    if data.startswith(b"PK\x03\x04"):
        from cxworkshop.exchange.adding import plan_addition
        from cxworkshop.exchange.tables.own import document_of_zip

        return plan_addition(document_of_zip(data, source), board, source)
    return plan_table(
        read_sheets(data, source), board, as_kind=as_kind, language=language, source=source, progress=progress
    )


def import_xlsx(
    data: bytes,
    board: Board,
    *,
    source: str,
    as_kind: str | None = None,
    language: str = "en",
    progress: Progress = unheard,
) -> ImportPlan:
    """What importing this workbook would do; one that we exported gives its cards back as they were."""
    from cxworkshop.exchange.tables.own import document_of_workbook

    sheets = read_xlsx(data, source)
    document = document_of_workbook(data, sheets, source)
    if document is not None and as_kind is None:
        from cxworkshop.exchange.adding import plan_addition

        return plan_addition(document, board, source)
    return plan_table(sheets, board, as_kind=as_kind, language=language, source=source, progress=progress)
