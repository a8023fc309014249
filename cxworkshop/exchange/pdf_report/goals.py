"""The goals: each objective with the key results that show how far it is."""

from __future__ import annotations

from cxworkshop.analysis import goals as grading
from cxworkshop.analysis.goals import KeyResultGrade
from cxworkshop.analysis.scores import score
from cxworkshop.exchange.drawing import colours
from cxworkshop.exchange.drawing.faces import title_of
from cxworkshop.exchange.pdf_report.chapter import Chapter
from cxworkshop.exchange.pdf_report.kpis import draw_kpis
from cxworkshop.exchange.pdf_report.needs import draw_formula
from cxworkshop.exchange.pdf_report.table import Cell, Column, draw_table

_COLOURS = {"green": "#4CA46F", "yellow": "#E0B040", "red": "#D0605E"}


def draw(chapter: Chapter) -> None:
    """The goals where the last chapter ended; nothing where there are none."""
    sheet, tr = chapter.sheet, chapter.tr
    found = grading.objectives(chapter.board)
    if not found:
        if chapter.board.count("kpi"):
            draw_kpis(chapter)
        return
    if sheet.room < 190:
        sheet.page(tr("Where we want to be next"), mark=tr("Goals"))
    else:
        sheet.label(tr("Goals"), before=26)
        sheet.mark(tr("Goals"), 0)
    columns = [
        Column(tr("Objective"), 25),
        Column(tr("Key result"), 26),
        Column(tr("Start"), 11, "end"),
        Column(tr("Current"), 11, "end"),
        Column(tr("Target"), 11, "end"),
        Column(tr("Grade"), 16),
    ]
    rows = []
    for own in found:
        title = title_of(chapter.card(own.id), tr)
        for number, result in enumerate(own.key_results):
            rows.append([Cell("" if number else title, "medium"), *_result(chapter, result)])
        if not own.key_results:
            rows.append([Cell(title, "medium"), Cell(tr("no key result"), colour="#A3262B"), *[Cell()] * 4])
    draw_table(sheet, columns, rows)
    draw_formula(chapter, grading.FORMULA, grading.SOURCE)
    draw_kpis(chapter)


def _result(chapter: Chapter, result: KeyResultGrade) -> list[Cell]:
    tr, card = chapter.tr, chapter.card(result.id)

    def draw_grade(x: float, y: float, width: float) -> None:
        pen = chapter.sheet.pen
        pen.rect(x, y - 8.5, width - 34, 11, fill="#F3F4F6", radius=2)
        if result.grade is not None:
            colour = _COLOURS[grading.colour(result.grade) or "red"]
            pen.rect(x, y - 8.5, max((width - 34) * result.grade, 2), 11, fill=colour, radius=2)
        pen.text(x + width, y, tr.number(result.grade, 2), 9.5, colours.INK, anchor="end")

    figures = [Cell(tr.number(score(card, name), 2)) for name in ("start", "current", "target")]
    return [Cell(title_of(card, tr)), *figures, Cell(draw=draw_grade)]
