"""Influence of a process against the distance of its owner: the corner above on the right is the blind spot."""

from __future__ import annotations

from collections.abc import Iterator

from cxworkshop.analysis.backward_map import ProcessFigures
from cxworkshop.exchange.drawing import colours, fonts
from cxworkshop.exchange.drawing.faces import title_of
from cxworkshop.exchange.drawing.text import shortened
from cxworkshop.exchange.pdf_report.chapter import Chapter
from cxworkshop.exchange.pdf_report.labels import HEIGHT, free_place
from cxworkshop.model.boxes import Rect
from cxworkshop.words import N_

BANDS = (("stranger", N_("stranger")), ("fading", N_("fading")), ("close", N_("close")))
MOST = 40  # points; more are a cloud, and the list has them all
SIZE, DOT = 9.0, 5.0
CORNER = 0.4  # of the largest influence


def draw_scatter(chapter: Chapter, x: float, y: float, width: float, height: float) -> float:
    """Draw the chart with its upper left corner at (x, y); gives the y under it."""
    pen, tr = chapter.sheet.pen, chapter.tr
    names = 14.0 + max(fonts.width(tr(label), SIZE) for _, label in BANDS)
    left, right, bottom = x + names, x + width, y + height
    band = height / len(BANDS)
    pen.rect(left + CORNER * (right - left), y, (1 - CORNER) * (right - left), band, fill=colours.COLD_CORNER)
    pen.text(right - 6, y + 11, tr("blind spot"), 8.5, colours.GREY, "italic", "end")
    for number, (_, label) in enumerate(BANDS):
        middle = y + (number + 0.5) * band
        pen.text(left - 8, middle + 3, tr(label), SIZE, colours.GREY, anchor="end")
        if number:
            pen.polyline([(left, y + number * band), (right, y + number * band)], colours.RULE, 0.7, (2, 3))
    pen.polyline([(left, y), (left, bottom), (right, bottom)], colours.EXPECTATION, 0.8)
    pen.text(right, bottom + 13, tr("influence on needs →"), SIZE, colours.GREY, anchor="end")
    pen.text(left, bottom + 13, tr("ring: nobody owns it"), SIZE, colours.PALE_GREY)
    _draw_points(chapter, left, y, right, band)
    return bottom + 22


def _draw_points(chapter: Chapter, left: float, top: float, right: float, band: float) -> None:
    findings, tr = chapter.findings, chapter.tr
    shown = [own for own in findings.map.processes if own.influence > 0][:MOST]
    if not shown:
        chapter.sheet.pen.text(
            left + 10, top + 20, tr("No process serves a need yet"), SIZE, colours.PALE_GREY, "italic"
        )
        return
    largest = shown[0].influence
    names = [name for name, _ in BANDS]
    taken = [Rect(right - 70, top, 70, 14)]  # the name of the corner
    for own in shown:
        number = names.index(findings.warmth(own.id) or "stranger")
        x = left + 10 + (right - left - 22) * own.influence / largest
        _draw_point(chapter, own, x, top + number * band, band, right, left, taken)


def _draw_point(
    chapter: Chapter,
    own: ProcessFigures,
    x: float,
    top: float,
    band: float,
    right: float,
    left: float,
    taken: list[Rect],
) -> None:
    pen = chapter.sheet.pen
    text = shortened(title_of(chapter.card(own.id), chapter.tr), 128, SIZE)
    wide = fonts.width(text, SIZE)
    frame = Rect(left, top, right - left, band)
    spots = (box for y in _heights(top + 10, top + band - 19) for box in _both_sides(x, y, wide))
    spot = free_place(taken, spots, frame)
    if spot is None:  # no room for its name: the list of processes has it
        _draw_dot(chapter, own.id, x, top + band - DOT - 2)
        return
    y = spot.y + HEIGHT / 2
    _draw_dot(chapter, own.id, x, y)
    pen.text(x + DOT + 4 if spot.x == x - DOT else spot.x, y + 3, text, SIZE, colours.INK)


def _both_sides(x: float, y: float, wide: float) -> Iterator[Rect]:
    """A dot with its name on the right, and on the left."""
    yield Rect(x - DOT, y - HEIGHT / 2, wide + 2 * DOT + 4, HEIGHT)
    yield Rect(x - DOT - 4 - wide, y - HEIGHT / 2, wide + 2 * DOT + 4, HEIGHT)


def _heights(first: float, last: float) -> Iterator[float]:
    """Places within a band: the middle first, then away from it."""
    middle = (first + last) / 2
    yield middle
    step = 12.0
    while step <= (last - first) / 2 + 1:
        yield middle - step
        yield middle + step
        step += 12.0


def _draw_dot(chapter: Chapter, process: str, x: float, y: float) -> None:
    warmth = chapter.findings.warmth(process)
    if warmth:
        chapter.sheet.pen.circle(x, y, DOT, fill=colours.WARMTH[warmth])
    else:
        chapter.sheet.pen.circle(x, y, DOT - 0.5, fill=colours.PAPER, stroke=colours.GREY)
