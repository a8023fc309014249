"""The cover: title, cycle, date, the strongest sentence, and the three questions with their answers."""

from __future__ import annotations

from cxworkshop.exchange.drawing import colours
from cxworkshop.exchange.drawing.text import ELLIPSIS, lines_of, paragraphs
from cxworkshop.exchange.pdf_report.chapter import Chapter
from cxworkshop.exchange.pdf_report.sentences import insights
from cxworkshop.exchange.pdf_report.sheet import HEIGHT, INNER, LEFT, WIDTH, draw_label
from cxworkshop.i18n import Translator
from cxworkshop.model.board import Board
from cxworkshop.model.records import WORKSHOP_FIELDS

QUESTIONS = ("attract_and_keep", "matters_most", "be_best")
_ACCENTS = ("#6E56CF", "#B86E00", "#0D7377")


def title(board: Board, tr: Translator) -> str:
    """The workshop's title, or a word in its place."""
    return str(board.workshop.get("title") or "").strip() or tr("Workshop without a title")


def draw(chapter: Chapter) -> None:
    """The cover, and answers too long for it on a page after it."""
    sheet, tr, board = chapter.sheet, chapter.tr, chapter.board
    sheet.page(mark=title(board, tr), plain=True)
    sheet.pen.rect(0, 0, WIDTH, 6, fill=colours.INK)
    draw_label(sheet.pen, LEFT, 74, tr("Results of the workshop"))
    sheet.y = 92
    sheet.paragraph(title(board, tr), 38, "bold", width=INNER - 60, leading=44, most=3)
    sheet.y += 4
    sheet.paragraph(_when(chapter), 12, colour=colours.GREY)
    sheet.y = max(sheet.y + 22, 216)
    first = insights(chapter.findings, tr)[0]
    top = sheet.y
    sheet.paragraph(first.headline, 21, "semibold", x=LEFT + 18, width=620, leading=27, most=3)
    sheet.y += 2
    sheet.paragraph(first.support, 12, colour=colours.SOFT_INK, x=LEFT + 18, width=620, leading=17, most=3)
    sheet.pen.rect(LEFT, top + 4, 4, sheet.y - top, fill=colours.HIGHLIGHT, radius=2)
    sheet.pen.text(LEFT, HEIGHT - 34, "cxworkshop", 9, colours.PALE_GREY)
    _draw_questions(chapter, max(sheet.y + 34, 372))


def _when(chapter: Chapter) -> str:
    tr, workshop = chapter.tr, chapter.board.workshop
    cycle, date = workshop.get("cycle"), tr.date(workshop.get("date"))
    parts = [tr("Cycle {cycle}", cycle=cycle) if cycle is not None else "", date]
    return " · ".join(part for part in parts if part) or tr("No date set")


def _draw_questions(chapter: Chapter, top: float) -> None:
    sheet, tr = chapter.sheet, chapter.tr
    labels = {field.name: field.label for field in WORKSHOP_FIELDS}
    gap = 28.0
    wide = (INNER - 2 * gap) / 3
    most = int((HEIGHT - 62 - top - 34) / 15.5)
    heads = [lines_of(tr(labels[name]), wide, 11, "semibold", 2) for name in QUESTIONS]
    deepest = max(len(lines) for lines in heads)
    left_over = []
    for number, (name, accent) in enumerate(zip(QUESTIONS, _ACCENTS, strict=True)):
        x = LEFT + number * (wide + gap)
        sheet.pen.rect(x, top, 26, 3, fill=accent, radius=1.5)
        y = top + 22
        for line in heads[number]:
            sheet.pen.text(x, y, line, 11, colours.INK, "semibold")
            y += 14.5
        answer = str(chapter.board.workshop.get(name) or "")
        y = top + 30 + deepest * 14.5
        lines = [line for part in paragraphs(answer[:20_000]) for line in lines_of(part, wide, 11)]
        if len(lines) > most:
            left_over.append((labels[name], answer))
            lines = [*lines[: most - 1], lines[most - 1].rstrip(" .,;") + ELLIPSIS]
        if not lines:
            sheet.pen.text(x, y, tr("Not answered yet"), 11, colours.PALE_GREY, "italic")
        for line in lines:
            sheet.pen.text(x, y, line, 11, colours.SOFT_INK)
            y += 15.5
    if left_over:
        sheet.page(tr("The answers in full"), mark=tr("The answers in full"), level=1)
        for label, answer in left_over:
            sheet.label(tr(label), before=8)
            for part in paragraphs(answer[:20_000]):
                sheet.paragraph(part, 11, width=640)
