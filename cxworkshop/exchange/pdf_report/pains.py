"""Problems by severity × frequency as bars, with what each rests on."""

from __future__ import annotations

from cxworkshop.analysis.pain import FORMULA, SOURCE, Pain, pains
from cxworkshop.analysis.scores import score
from cxworkshop.analysis.weighing_told import of_pains
from cxworkshop.exchange.drawing import colours
from cxworkshop.exchange.drawing.faces import choice_label, title_of
from cxworkshop.exchange.pdf_report.chapter import Chapter
from cxworkshop.exchange.pdf_report.needs import draw_formula
from cxworkshop.exchange.pdf_report.table import Cell, Column, draw_table

WORST = 100.0


def draw(chapter: Chapter) -> None:
    """A table with bars; nothing where no problem has been named."""
    sheet, tr = chapter.sheet, chapter.tr
    found = pains(chapter.board)
    if not found:
        return
    left = sum(own.pain is None for own in found)
    lead = tr.plural("{n} problem is not scored.", "{n} problems are not scored.", left) if left else ""
    sheet.page(of_pains(found, chapter.board, tr), lead, tr("Pains"))
    columns = [
        Column(tr("Problem"), 36),
        Column(tr("Pain of a problem"), 22),
        Column(tr("Severity"), 9, "end"),
        Column(tr("Frequency"), 9, "end"),
        Column(tr("Touchpoints"), 9, "end"),
        Column(tr("Evidence"), 15),
    ]
    draw_table(sheet, columns, [_row(chapter, own) for own in found])
    draw_formula(chapter, FORMULA, SOURCE)


def _row(chapter: Chapter, own: Pain) -> list[Cell]:
    tr, card = chapter.tr, chapter.card(own.id)

    def bar(x: float, y: float, width: float) -> None:
        pen = chapter.sheet.pen
        if own.pain is None:
            pen.text(x, y, tr("not scored"), 9.5, colours.PALE_GREY, "italic")
            return
        long = width - 34
        pen.rect(x, y - 8.5, long, 11, fill="#F3F4F6", radius=2)
        pen.rect(x, y - 8.5, max(long * own.pain / WORST, 2), 11, fill="#CE2C31", radius=2)
        pen.text(x + width - 4, y, tr.number(own.pain), 10, colours.INK, "bold", "end")

    raised = len(chapter.board.sources(own.id, "raises"))
    return [
        Cell(title_of(card, tr), "medium"),
        Cell(draw=bar),
        Cell(tr.number(score(card, "severity"))),
        Cell(tr.number(score(card, "frequency"))),
        Cell(str(raised)),
        Cell(choice_label(card, "evidence", tr), colour=colours.GREY),
    ]
