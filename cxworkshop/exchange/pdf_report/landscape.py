"""Importance of needs against their satisfaction: what lies below the line is important and not met (Ulwick)."""

from __future__ import annotations

from collections.abc import Iterator

from cxworkshop.analysis.opportunity import Opportunity
from cxworkshop.exchange.drawing import colours, fonts
from cxworkshop.exchange.drawing.faces import title_of
from cxworkshop.exchange.drawing.text import shortened
from cxworkshop.exchange.pdf_report.chapter import Chapter
from cxworkshop.exchange.pdf_report.labels import HEIGHT, free_place
from cxworkshop.exchange.pdf_report.sentences import STRONG
from cxworkshop.exchange.pdf_report.sheet import draw_label
from cxworkshop.model.layout import Rect

SIZE, DOT, MOST = 9.0, 4.5, 30
HIGHEST = 10.0


def draw_landscape(chapter: Chapter, x: float, y: float, width: float, height: float) -> None:
    """The chart within the rectangle; only needs of which both figures were scored."""
    pen, tr = chapter.sheet.pen, chapter.tr
    draw_label(pen, x, y + 8, tr("Importance and satisfaction"))
    plot = Rect(x + 16, y + 20, width - 20, height - 38)
    for step in (0, 5, 10):
        at = plot.x + plot.width * step / HIGHEST
        pen.polyline([(at, plot.y), (at, plot.bottom)], colours.RULE, 0.7)
        pen.text(at, plot.bottom + 12, str(step), 8.5, colours.PALE_GREY, anchor="middle")
        at = plot.bottom - plot.height * step / HIGHEST
        pen.polyline([(plot.x, at), (plot.right, at)], colours.RULE, 0.7)
        pen.text(plot.x - 5, at + 3, str(step), 8.5, colours.PALE_GREY, anchor="end")
    # I + (I − S) = STRONG: below this line an opportunity is above STRONG
    pen.polyline([_at(plot, STRONG / 2, 0), _at(plot, HIGHEST, 2 * HIGHEST - STRONG)], colours.BAR_STRONG, 1.2, (4, 3))
    pen.text(plot.right - 6, plot.bottom - 6, tr("important, not met"), 8.5, colours.BAR_STRONG, "italic", "end")
    pen.text(plot.x + 6, plot.y + 12, tr("met already"), 8.5, colours.PALE_GREY, "italic")
    pen.text(plot.x + plot.width * 0.75, plot.bottom + 12, tr("importance →"), SIZE, colours.GREY, anchor="middle")
    pen.text(plot.x + 6, plot.y + plot.height * 0.25 + 3, tr("satisfaction ↑"), SIZE, colours.GREY)
    _draw_points(chapter, plot)


def _draw_points(chapter: Chapter, plot: Rect) -> None:
    pen = chapter.sheet.pen
    found = [own for own in chapter.findings.map.opportunities if _is_whole(own)][:MOST]
    taken = [Rect(plot.right - 110, plot.bottom - 17, 110, 17), Rect(plot.x, plot.y, 80, 16)]
    taken.append(Rect(plot.x, plot.y + plot.height * 0.25 - 8, 90, 16))
    points = [(own, *_at(plot, own.importance or 0, own.satisfaction or 0)) for own in found]
    taken += [Rect(x - DOT, y - DOT, 2 * DOT, 2 * DOT) for _, x, y in points]
    for own, x, y in points:
        colour = colours.BAR_STRONG if own.value > STRONG else colours.BAR_WEAK
        pen.circle(x, y, DOT, fill=colour)
        text = shortened(title_of(chapter.card(own.id), chapter.tr), 170, SIZE)
        spot = free_place(taken, _spots(x, y, fonts.width(text, SIZE)), plot)
        if spot is not None:
            pen.text(spot.x, spot.y + 9, text, SIZE, colours.INK)


def _spots(x: float, y: float, wide: float) -> Iterator[Rect]:
    for down in (0.0, HEIGHT, -HEIGHT, 2 * HEIGHT, -2 * HEIGHT):
        yield Rect(x - DOT - 4 - wide, y - HEIGHT / 2 + down, wide, HEIGHT)
        yield Rect(x + DOT + 4, y - HEIGHT / 2 + down, wide, HEIGHT)


def _is_whole(own: Opportunity) -> bool:
    return own.importance is not None and own.satisfaction is not None


def _at(plot: Rect, importance: float, satisfaction: float) -> tuple[float, float]:
    return plot.x + plot.width * importance / HIGHEST, plot.bottom - plot.height * satisfaction / HIGHEST
