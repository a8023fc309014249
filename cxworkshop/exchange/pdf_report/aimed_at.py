"""The customers aimed at: what share of the work serves them, and the first of their needs beside the first of all."""

from __future__ import annotations

from collections.abc import Sequence

from cxworkshop.analysis import aimed, opportunity
from cxworkshop.analysis.serving import Serving, Share, headline, percent, serving, shares_said
from cxworkshop.exchange.drawing import colours
from cxworkshop.exchange.drawing.faces import title_of
from cxworkshop.exchange.drawing.text import shortened
from cxworkshop.exchange.pdf_report.chapter import Chapter
from cxworkshop.exchange.pdf_report.needs import draw_formula
from cxworkshop.exchange.pdf_report.sheet import INNER, LEFT
from cxworkshop.exchange.pdf_report.table import Cell, Column, draw_table
from cxworkshop.model.cards import KINDS
from cxworkshop.model.records import Card

_MOST = 5  # needs of each ranking: both stand on the page whatever their titles
_GAP = 32.0  # points between the two rankings
_TITLE = 290.0  # points of a title, two lines of its column


def draw(chapter: Chapter) -> None:
    """One page; nothing where no persona is marked attract or keep."""
    sheet, tr = chapter.sheet, chapter.tr
    own = serving(chapter.board, chapter.findings.map, tr)
    if not own.aimed_at:
        return
    said, shares = headline(own, tr), shares_said(own, tr)
    sheet.page(said, "" if said == shares else shares, tr("Customers"))
    _draw_share(chapter, own.needs, KINDS["need"].colour)
    _draw_share(chapter, own.improvements, KINDS["improvement"].colour)
    sheet.y += 12
    top, wide = sheet.y, (INNER - _GAP) / 2
    _draw_ranking(chapter, own, tr("First needs of those we aim at"), own.first, LEFT, wide)
    lowest, sheet.y = sheet.y, top
    _draw_ranking(chapter, own, tr("First of all needs"), own.all_needs, LEFT + wide + _GAP, wide)
    sheet.y = max(sheet.y, lowest)
    draw_formula(chapter, aimed.FORMULA, aimed.SOURCE)
    draw_formula(chapter, opportunity.FORMULA, opportunity.SOURCE)


def _draw_share(chapter: Chapter, share: Share, colour: str) -> None:
    sheet, tr = chapter.sheet, chapter.tr
    pen, y = sheet.pen, sheet.y
    pen.text(LEFT, y + 9, share.label, 10.5, colours.INK, "semibold")
    counted = tr("{part} of {all}", part=share.part, all=share.of)
    figure = f"{percent(share.value, tr)} · {counted}" if share.of else tr("none yet")
    pen.text(LEFT + INNER, y + 9, figure, 10.5, colours.INK, "semibold", anchor="end")
    pen.rect(LEFT, y + 15, INNER, 9, fill=colours.RULE, radius=4.5)
    if share.value:
        pen.rect(LEFT, y + 15, max(INNER * share.value, 9), 9, fill=colour, radius=4.5)
    sheet.y += 36


def _draw_ranking(chapter: Chapter, own: Serving, name: str, needs: Sequence[Card], x: float, wide: float) -> None:
    tr = chapter.tr
    columns = [Column(name, 50), Column(tr("Basis"), 34), Column(tr("Opportunity"), 20, "end")]
    rows = [_row(chapter, need, need.id in own.whose) for need in needs[:_MOST]]
    draw_table(chapter.sheet, columns, rows or [[Cell(tr("none yet")), Cell(), Cell()]], x, wide, air=4)


def _row(chapter: Chapter, need: Card, theirs: bool) -> list[Cell]:
    tr, own = chapter.tr, opportunity.opportunity(need)
    basis = {"room": tr("room estimate"), "customers": tr("customer data")}.get(own.basis or "", "–")
    asked = tr.plural("n = {n} person", "n = {n} people", own.sample) if own.sample else ""
    return [
        Cell(
            shortened(title_of(need, tr), _TITLE, 9.5, "medium"),
            "medium" if theirs else "regular",
            colours.INK if theirs else colours.GREY,
        ),
        Cell(", ".join(part for part in (basis, asked) if part), colour=colours.GREY),
        Cell(tr.number(own.value) if own.scored else "–", "semibold"),
    ]
