"""Improvements by impact and effort in four named fields, and ranked by ICE."""

from __future__ import annotations

from cxworkshop.analysis.value_effort import (
    ASIDE,
    FIRST,
    FORMULA,
    MIDDLE,
    NOT_NOW,
    PLANNED,
    QUADRANTS,
    SOURCE,
    Weight,
    weights,
)
from cxworkshop.analysis.weighing_told import of_matrix
from cxworkshop.exchange.drawing import colours
from cxworkshop.exchange.drawing.faces import title_of
from cxworkshop.exchange.pdf_report.chapter import Chapter
from cxworkshop.exchange.pdf_report.needs import draw_formula
from cxworkshop.exchange.pdf_report.points import Numbered, Point, draw_numbered, draw_points, draw_rest
from cxworkshop.exchange.pdf_report.sheet import INNER, LEFT, LOWEST
from cxworkshop.exchange.pdf_report.table import Cell, Column, draw_table
from cxworkshop.model.cards import KINDS
from cxworkshop.model.layout import Rect

SIZE, RIM = 9.0, 18.0
LOW, HIGH = 1.0, 10.0
FIRST_GROUND = "#EFF7F2"


def draw(chapter: Chapter) -> None:
    """The matrix on a page, the ranking after it; nothing where no improvement has impact and effort."""
    sheet, tr = chapter.sheet, chapter.tr
    found = weights(chapter.board)
    shown = [own for own in found if own.quadrant is not None]
    if not shown:
        return
    left = len(found) - len(shown)
    lead = tr("What brings much and costs little stands at the upper left: begin there.")
    missing = tr.plural("{n} improvement is not weighed.", "{n} improvements are not weighed.", left) if left else ""
    sheet.page(of_matrix(found, chapter.board, tr), " ".join((lead, missing)).strip(), tr("Value and effort"))
    wide = INNER * 0.7
    plot = Rect(LEFT + 16, sheet.y + 14, wide - 30, LOWEST - sheet.y - 44)
    numbered = _draw_chart(chapter, plot, shown)
    rest = draw_numbered(chapter, numbered, LEFT + wide + 10, plot.y, INNER - wide - 10, LOWEST - 20)
    draw_rest(chapter, rest)
    _draw_ranking(chapter, found)


def _draw_chart(chapter: Chapter, plot: Rect, shown: list[Weight]) -> Numbered:
    pen, tr = chapter.sheet.pen, chapter.tr
    middle = _at(plot, MIDDLE, MIDDLE)
    pen.rect(plot.x, plot.y, middle[0] - plot.x, middle[1] - plot.y, fill=FIRST_GROUND)
    pen.rect(*plot, stroke=colours.RULE, line=0.7)
    for step in range(int(LOW), int(HIGH) + 1):
        x, y = _at(plot, step, step)
        pen.text(x, plot.bottom + 11, str(step), 8.5, colours.PALE_GREY, anchor="middle")
        pen.text(plot.x - 5, y + 3, str(step), 8.5, colours.PALE_GREY, anchor="end")
    pen.polyline([(middle[0], plot.y), (middle[0], plot.bottom)], colours.EXPECTATION, 0.9)
    pen.polyline([(plot.x, middle[1]), (plot.right, middle[1])], colours.EXPECTATION, 0.9)
    pen.text(plot.right, plot.bottom + 22, tr("effort →"), SIZE, colours.GREY, anchor="end")
    pen.text(plot.x, plot.y - 5, tr("impact ↑"), SIZE, colours.GREY)
    taken = []
    for name, right, low in (
        (FIRST, False, False),
        (PLANNED, True, False),
        (ASIDE, False, True),
        (NOT_NOW, True, True),
    ):
        x, y = plot.right - 5 if right else plot.x + 5, plot.bottom - 5 if low else plot.y + 11
        pen.text(x, y, tr(QUADRANTS[name]), SIZE, colours.GREY, "italic", "end" if right else "start")
        taken.append(Rect(x - 120 if right else x, y - 9, 120, 12))
    points = []
    for own in shown:
        x, y = _at(plot, own.effort or LOW, own.impact or LOW)
        colour = KINDS["improvement"].colour if own.ice is not None else colours.PALE_GREY
        points.append(Point(x, y, 4.5, own.ice is None, colour, title_of(chapter.card(own.id), tr)))
    return draw_points(chapter, points, plot, taken)


def _at(plot: Rect, effort: float, impact: float) -> tuple[float, float]:
    wide, tall = plot.width - 2 * RIM, plot.height - 2 * RIM
    reach = HIGH - LOW
    return plot.x + RIM + wide * (effort - LOW) / reach, plot.bottom - RIM - tall * (impact - LOW) / reach


def _draw_ranking(chapter: Chapter, found: list[Weight]) -> None:
    sheet, tr = chapter.sheet, chapter.tr
    sheet.follow()
    columns = [
        Column(tr("Improvement"), 44),
        Column(tr("Impact"), 10, "end"),
        Column(tr("Effort"), 10, "end"),
        Column(tr("Confidence"), 12, "end"),
        Column("ICE", 10, "end"),
        Column("", 20),
    ]
    draw_table(sheet, columns, [_row(chapter, own) for own in found])
    draw_formula(chapter, FORMULA, SOURCE)
    sheet.paragraph(tr("Basis: one estimate of the room for each score."), 8.5, colour=colours.PALE_GREY)


def _row(chapter: Chapter, own: Weight) -> list[Cell]:
    tr = chapter.tr
    figures = [Cell(tr.number(value)) for value in (own.impact, own.effort, own.confidence)]
    field = tr(QUADRANTS[own.quadrant]) if own.quadrant else tr("not scored")
    ice = Cell(tr.number(own.ice, 0), "semibold")
    return [Cell(title_of(chapter.card(own.id), tr), "medium"), *figures, ice, Cell(field, colour=colours.GREY)]
