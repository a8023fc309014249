"""Needs by opportunity: bars, and the figures they rest on, with the formula and its source."""

from __future__ import annotations

from cxworkshop.analysis.opportunity import FORMULA, LARGEST, SOURCE, Opportunity
from cxworkshop.exchange.drawing import colours
from cxworkshop.exchange.drawing.faces import title_of
from cxworkshop.exchange.drawing.text import lines_of
from cxworkshop.exchange.pdf_report.chapter import Chapter
from cxworkshop.exchange.pdf_report.sentences import STRONG, named
from cxworkshop.exchange.pdf_report.sheet import INNER
from cxworkshop.exchange.pdf_report.table import Cell, Column, draw_table


def draw(chapter: Chapter) -> None:
    """All needs in a table with bars; nothing where no need has been named."""
    sheet, tr = chapter.sheet, chapter.tr
    ranked = chapter.findings.map.opportunities
    if not ranked:
        return
    scored = [own for own in ranked if own.scored]
    if scored:
        headline = tr("The largest opportunity is “{need}”", need=named(chapter.card(scored[0].id), tr))
        strong = sum(own.value > STRONG for own in scored)
        lead = tr.plural(
            "{n} need lies above {limit} of {largest}: important, and not met.",
            "{n} needs lie above {limit} of {largest}: important, and not met.",
            strong,
            limit=STRONG,
            largest=LARGEST,
        )
    else:
        headline, lead = tr("The needs are named, and not yet scored"), ""
    sheet.page(headline, lead, tr("Needs"))
    columns = [
        Column(tr("Need"), 29),
        Column(tr("Opportunity"), 23),
        Column(tr("Importance"), 9, "end"),
        Column(tr("Satisfaction"), 14, "end"),
        Column(tr("Votes"), 7, "end"),
        Column(tr("Basis"), 18),
    ]
    draw_table(sheet, columns, [_row(chapter, own) for own in ranked])
    draw_formula(chapter, FORMULA, SOURCE)


def draw_formula(chapter: Chapter, formula: str, source: str) -> None:
    """A formula in small grey letters with its source, under the figures it made."""
    sheet, tr = chapter.sheet, chapter.tr
    sheet.need(30)
    sheet.y += 8
    text = tr("{formula}. Source: {source}.", formula=tr(formula).rstrip("."), source=tr(source).rstrip("."))
    sheet.paragraph(text, 8.5, colour=colours.PALE_GREY, width=INNER)


def _row(chapter: Chapter, own: Opportunity) -> list[Cell]:
    tr = chapter.tr
    votes = chapter.findings.votes.get(own.id)

    def bar(x: float, y: float, width: float) -> None:
        draw_bar(chapter, own, x, y - 8.5, width - 34, 11)
        if own.scored:
            chapter.sheet.pen.text(x + width - 4, y, tr.number(own.value), 10, colours.INK, "bold", "end")
        else:
            chapter.sheet.pen.text(x, y, tr("not scored"), 9.5, colours.PALE_GREY, "italic")

    return [
        Cell(title_of(chapter.card(own.id), tr), "medium"),
        Cell(draw=bar),
        Cell(tr.number(own.importance)),
        Cell(tr.number(own.satisfaction)),
        Cell(tr.number(votes)),
        Cell(basis(chapter, own), colour=colours.GREY),
    ]


def basis(chapter: Chapter, own: Opportunity) -> str:
    """What the scores of a need rest on, with the number of people asked."""
    tr = chapter.tr
    if not own.scored:
        return ""
    if own.basis == "customers":
        return tr("customer data, n = {n}", n=own.sample) if own.sample else tr("customer data")
    if own.basis == "room":
        return tr("room estimate, n = {n}", n=own.sample) if own.sample else tr("room estimate")
    return tr("basis not stated")


def draw_bar(chapter: Chapter, own: Opportunity, x: float, y: float, width: float, height: float) -> None:
    """The bar of one opportunity; `width` stands for the largest there can be."""
    pen = chapter.sheet.pen
    if not own.scored:
        return
    pen.rect(x, y, width, height, fill="#F3F4F6", radius=2)
    colour = colours.BAR_STRONG if own.value > STRONG else colours.BAR_WEAK
    pen.rect(x, y, max(width * own.value / LARGEST, 2), height, fill=colour, radius=2)


def draw_bars(chapter: Chapter, x: float, y: float, width: float, most: int) -> None:
    """The largest opportunities as bars with their names on the left; the sheet's `y` ends under them."""
    sheet, tr = chapter.sheet, chapter.tr
    names, long = width * 0.40, width * 0.32
    for own in chapter.findings.map.opportunities[:most]:
        lines = lines_of(title_of(chapter.card(own.id), tr), names, 10, most=2)
        height = 16.0 if len(lines) == 1 else 27.0
        at = y + height / 2 - (len(lines) - 1) * 6.5 + 3.5
        for line in lines:
            sheet.pen.text(x + names, at, line, 10, colours.INK, anchor="end")
            at += 13
        draw_bar(chapter, own, x + names + 10, y + height / 2 - 7.5, long, 15)
        right = x + names + 10 + long + 8
        middle = y + height / 2 + 3.5
        if own.scored:
            sheet.pen.text(right, middle, tr.number(own.value), 11, colours.INK, "bold")
        else:
            sheet.pen.text(x + names + 10, middle, tr("not scored"), 9.5, colours.PALE_GREY, "italic")
        votes = chapter.findings.votes.get(own.id)
        if votes:
            sheet.pen.text(right + 32, middle, tr("votes: {n}", n=tr.number(votes)), 9, colours.PALE_GREY)
        y += height + 9
    text = tr("opportunity = importance + max(importance − satisfaction, 0); A. Ulwick")
    sheet.y = y
    sheet.paragraph(text, 8.5, colour=colours.PALE_GREY, x=x, width=width)
