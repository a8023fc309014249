"""Writes the report of a workshop as a PDF: the chapters in their order. The same board gives the same bytes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from cxworkshop.exchange.drawing.findings import Findings
from cxworkshop.exchange.options import ExportOptions
from cxworkshop.exchange.pdf_report import (
    aimed_at,
    all_cards,
    care,
    closeness,
    cover,
    curves,
    cycle,
    formulas,
    gap_list,
    goals,
    improvements,
    journeys,
    landscape,
    maps,
    meetings,
    needs,
    pains,
    persona_sheets,
    processes,
    strategy,
    summary,
    value_effort,
    votes,
)
from cxworkshop.exchange.pdf_report.chapter import Chapter
from cxworkshop.exchange.pdf_report.sheet import Sheet
from cxworkshop.i18n import Translator, translator
from cxworkshop.model.board import Board

CHAPTERS: tuple[Callable[[Chapter], None], ...] = (
    cover.draw,
    summary.draw,
    cycle.draw,
    aimed_at.draw,
    persona_sheets.draw,
    journeys.draw,
    curves.draw,
    needs.draw,
    landscape.draw,
    pains.draw,
    votes.draw,
    maps.draw,
    processes.draw,
    closeness.draw,
    meetings.draw,
    care.draw,
    value_effort.draw,
    improvements.draw,
    goals.draw,
    strategy.draw,
    gap_list.draw,
    all_cards.draw,
    formulas.draw,
)


def write_pdf(board: Board, target: Path | BinaryIO, options: ExportOptions) -> None:
    """Write the report in the language and on the paper of `options` to a path or a binary stream.

    Every figure that looks back does so from `options.today`. OSError where the path cannot be written.
    """
    data = report(board, options)
    if isinstance(target, Path):
        target.write_bytes(data)
    else:
        target.write(data)


def report(board: Board, options: ExportOptions) -> bytes:
    """The report as the bytes of a PDF."""
    tr = translator(options.language)
    title = cover.title(board, tr)
    sheet = Sheet(title, options.language, options.paper, header_line(board, tr))
    chapter = Chapter(sheet, Findings(board, options.today), tr, options)
    for draw in CHAPTERS:
        draw(chapter)
    return sheet.data()


def header_line(board: Board, tr: Translator) -> str:
    """What stands on top of every page."""
    title = cover.title(board, tr)
    cycle = board.workshop.get("cycle")
    if cycle is None:
        return tr("{title} · results of the workshop", title=title)
    return tr("{title} · results of the workshop · cycle {cycle}", title=title, cycle=cycle)
