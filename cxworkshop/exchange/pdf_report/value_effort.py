"""Improvements by impact and effort in four named fields, and ranked by ICE."""

from __future__ import annotations

from collections.abc import Sequence

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
from cxworkshop.exchange.pdf_report.table import Cell, Column, draw_table, fitting
from cxworkshop.model.boxes import Rect
from cxworkshop.model.cards import KINDS

SIZE, RIM = 9.0, 18.0
LOW, HIGH = 1.0, 10.0
ALONE, WITH_RANKING = 0.7, 0.56  # the width of the matrix without and with the ranking beside it
FORMULAS, HEAD = 50.0, 40.0  # points kept under both, and for the names of the ranking's columns
FIRST_GROUND = "#EFF7F2"


def draw(chapter: Chapter) -> None:
    """The matrix and the ranking, side by side where it is short, else the ranking on the pages after the matrix;
    nothing where no improvement has impact and effort."""
    sheet, tr = chapter.sheet, chapter.tr
    found = weights(chapter.board)
    shown = [own for own in found if own.quadrant is not None]
    if not shown:
        return
    left = len(found) - len(shown)
    lead = tr("What brings much and costs little stands at the upper left: begin there.")
    missing = tr.plural("{n} improvement is not weighed.", "{n} improvements are not weighed.", left) if left else ""
    sheet.page(of_matrix(found, chapter.board, tr), " ".join((lead, missing)).strip(), tr("Value and effort"))
    rows = [_row(chapter, own) for own in found]
    columns = _columns(chapter)
    room = LOWEST - sheet.y - FORMULAS - HEAD
    if fitting(columns[:-1], [row[:-1] for row in rows], room, INNER * (1 - WITH_RANKING) - 14) == len(rows):
        _draw_beside(chapter, shown, columns[:-1], [row[:-1] for row in rows])
        return
    wide = INNER * ALONE
    plot = Rect(LEFT + 16, sheet.y + 14, wide - 30, LOWEST - sheet.y - 44)
    numbered = _draw_chart(chapter, plot, shown)
    rest = draw_numbered(chapter, numbered, LEFT + wide + 10, plot.y, INNER - wide - 10, LOWEST - 20)
    draw_rest(chapter, rest)
    sheet.follow()
    draw_table(sheet, columns, rows)
    _draw_formulas(chapter)


def _draw_beside(
    chapter: Chapter, shown: list[Weight], columns: Sequence[Column], rows: Sequence[Sequence[Cell]]
) -> None:
    """The matrix with its whole ranking at the right of it, and the names that found no room under the ranking."""
    sheet = chapter.sheet
    top, wide = sheet.y, INNER * WITH_RANKING
    plot = Rect(LEFT + 16, top + 14, wide - 34, LOWEST - top - FORMULAS - 44)
    numbered = _draw_chart(chapter, plot, shown)
    x, width = LEFT + wide + 14, INNER - wide - 14
    draw_table(sheet, columns, rows, x, width)
    rest = draw_numbered(chapter, numbered, x, sheet.y + 12, width, plot.bottom)
    sheet.y = LOWEST - FORMULAS
    _draw_formulas(chapter)
    draw_rest(chapter, rest)


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


def _columns(chapter: Chapter) -> list[Column]:
    tr = chapter.tr
    return [
        Column(tr("Improvement"), 39),
        Column(tr("Impact"), 14, "end"),
        Column(tr("Effort"), 15, "end"),
        Column(tr("Confidence"), 21, "end"),
        Column("ICE", 11, "end"),
        Column("", 22),
    ]


def _draw_formulas(chapter: Chapter) -> None:
    draw_formula(chapter, FORMULA, SOURCE)
    basis = chapter.tr("Basis: one estimate of the room for each score.")
    chapter.sheet.paragraph(basis, 8.5, colour=colours.PALE_GREY)


def _row(chapter: Chapter, own: Weight) -> list[Cell]:
    tr = chapter.tr
    figures = [Cell(tr.number(value)) for value in (own.impact, own.effort, own.confidence)]
    field = tr(QUADRANTS[own.quadrant]) if own.quadrant else tr("not scored")
    ice = Cell(tr.number(own.ice, 0), "semibold")
    return [Cell(title_of(chapter.card(own.id), tr), "medium"), *figures, ice, Cell(field, colour=colours.GREY)]
