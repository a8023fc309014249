"""The strategy as a chain, a row a need: need, process, improvement, KPI, key result, objective, and the gaps in it."""

from __future__ import annotations

from cxworkshop.analysis import opportunity
from cxworkshop.analysis.strategy import COLUMN_OF, COLUMNS, GAPS, UNTRACKED, Row, strategy, whole
from cxworkshop.exchange.drawing import colours
from cxworkshop.exchange.drawing.faces import title_of
from cxworkshop.exchange.pdf_report.chapter import Chapter
from cxworkshop.exchange.pdf_report.needs import draw_formula
from cxworkshop.exchange.pdf_report.table import Cell, Column, draw_table
from cxworkshop.model.cards import KINDS

MOST_ROWS = 60
MOST_CARDS = 3  # of one column; where there are more, the last gives way to their count
MOST_LETTERS = 30  # of a title that shares its cell with others
_ALARM = "#A3262B"


def draw(chapter: Chapter) -> None:
    """A page where anything of steps 8 and 9 is there; without it every row would only be a list of gaps."""
    board = chapter.board
    if not board.count("need") or not any(board.count(kind) for kind in ("improvement", "objective", "kpi")):
        return
    rows = strategy(board, chapter.findings.map)
    sheet, tr = chapter.sheet, chapter.tr
    lead = tr("Each row reads from a customer’s need to the objective that serves it; what is red is missing.")
    sheet.page(_headline(chapter, rows), lead, tr("Strategy"))
    columns = [Column(tr(KINDS[kind].label), 10) for kind in COLUMNS]
    draw_table(sheet, columns, [[_cell(chapter, row, kind) for kind in COLUMNS] for row in rows[:MOST_ROWS]], air=5.0)
    left = len(rows) - MOST_ROWS
    if left > 0:
        sheet.paragraph(tr.plural("and {n} more need", "and {n} more needs", left), 9.5, colour=colours.GREY)
    draw_formula(chapter, opportunity.FORMULA, opportunity.SOURCE)


def _headline(chapter: Chapter, rows: list[Row]) -> str:
    tr, done = chapter.tr, whole(rows)
    if done == len(rows):
        return tr.plural("The chain of {n} need is whole", "The chains of all {n} needs are whole", done)
    return tr.plural(
        "{n} of {all} needs has a whole chain up to an objective",
        "{n} of {all} needs have a whole chain up to an objective",
        done,
        all=len(rows),
    )


def _cell(chapter: Chapter, row: Row, kind: str) -> Cell:
    tr = chapter.tr
    code = next((own for own in row.gaps if COLUMN_OF[own] == kind), None)
    ids = row.column(kind)
    if code is not None and (not ids or code == UNTRACKED):
        return Cell(tr(GAPS[code]), colour=_ALARM)
    if not ids:
        return Cell("–", colour=colours.GREY)
    shown = ids if len(ids) <= MOST_CARDS else ids[: MOST_CARDS - 1]
    titles = [title_of(chapter.card(own), tr) for own in shown]
    if len(ids) > 1:
        titles = [_short(title) for title in titles]
    left = len(ids) - len(shown)
    more = [tr.plural("and {n} more", "and {n} more", left)] if left else []
    return Cell("; ".join([*titles, *more]), "medium" if kind == "need" else "regular")


def _short(title: str) -> str:
    return title if len(title) <= MOST_LETTERS else f"{title[: MOST_LETTERS - 1].rstrip()}…"
