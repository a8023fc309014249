"""Importance of needs against their satisfaction in zones by opportunity (Ulwick), and how firm the first five are."""

from __future__ import annotations

from cxworkshop.analysis import landscape, sensitivity
from cxworkshop.analysis.landscape import APPROPRIATE, HIGHEST, LINES, OVER, UNDER, ZONES
from cxworkshop.analysis.opportunity import Opportunity
from cxworkshop.analysis.weighing_told import of_landscape, of_sensitivity
from cxworkshop.exchange.drawing import colours, fonts
from cxworkshop.exchange.drawing.faces import title_of
from cxworkshop.exchange.pdf_report.chapter import Chapter
from cxworkshop.exchange.pdf_report.points import Numbered, Point, draw_numbered, draw_points, draw_rest
from cxworkshop.exchange.pdf_report.sheet import INNER, LEFT, LOWEST
from cxworkshop.model.boxes import Rect

SIZE = 9.0
RIM = 16.0  # between the ends of the scale and the edges of the plot
SMALLEST, LARGEST = 4.0, 9.0  # radius of a mark without votes, and of the one with most
COLOURS = {"customers": "#B86E00", "room": "#0B63BC", None: "#80838D"}
UNDER_GROUND, OVER_GROUND = "#FBF1E2", "#F3F4F6"


def draw(chapter: Chapter) -> None:
    """A page with the chart and the note; nothing where no need has both scores."""
    sheet, tr = chapter.sheet, chapter.tr
    found = chapter.findings.map.opportunities
    shown = landscape.placed(found)
    if not shown:
        return
    sheet.page(of_landscape(found, chapter.board, tr), _lead(chapter, shown), tr("Landscape"))
    top, wide = sheet.y, INNER * 0.68
    plot = Rect(LEFT + 16, top + 14, wide - 40, LOWEST - top - 72)
    numbered = _draw_chart(chapter, plot, shown)
    x, width = LEFT + wide + 14, INNER - wide - 14
    _draw_firmness(chapter, x, width)
    rest = draw_numbered(chapter, numbered, x, sheet.y + 10, width, LOWEST - 40)
    sheet.y = LOWEST - 26
    formula = tr("{formula}. Source: {source}.", formula=tr(landscape.FORMULA), source=tr(landscape.SOURCE))
    sheet.paragraph(formula, 8.5, colour=colours.PALE_GREY, most=2)
    draw_rest(chapter, rest)


def _lead(chapter: Chapter, shown: list[Opportunity]) -> str:
    """How many needs rest on what, room and customers apart, and how many have no place."""
    tr = chapter.tr
    left = len(chapter.findings.map.opportunities) - len(shown)
    customers, room = (sum(own.basis == basis for own in shown) for basis in ("customers", "room"))
    said = [
        tr.plural("{n} need from customer data", "{n} needs from customer data", customers) if customers else "",
        tr.plural("{n} need estimated by the room", "{n} needs estimated by the room", room) if room else "",
        tr.plural("{n} need not scored", "{n} needs not scored", left) if left else "",
    ]
    return " · ".join(text for text in said if text)


def _draw_chart(chapter: Chapter, plot: Rect, shown: list[Opportunity]) -> Numbered:
    pen, tr = chapter.sheet.pen, chapter.tr
    _draw_zones(chapter, plot)
    for step in range(0, 11, 2):
        x, y = _at(plot, step, step)
        pen.polyline([(x, plot.y), (x, plot.bottom)], colours.RULE, 0.5)
        pen.polyline([(plot.x, y), (plot.right, y)], colours.RULE, 0.5)
        pen.text(x, plot.bottom + 11, str(step), 8.5, colours.PALE_GREY, anchor="middle")
        pen.text(plot.x - 5, y + 3, str(step), 8.5, colours.PALE_GREY, anchor="end")
    for value in LINES:
        ends = [_at(plot, *end) for end in landscape.line(value)]
        pen.polyline(ends, colours.BAR_STRONG, 1.2 if value == landscape.STRONG else 0.7, (4, 3))
        pen.text(plot.right + 4, ends[1][1] + 3, tr.number(value), 8.5, colours.BAR_STRONG)
    pen.text(plot.x + 5, plot.y + 11, tr(ZONES[OVER]), SIZE, colours.GREY, "italic")
    pen.text(plot.x + 5, plot.bottom - 5, tr(ZONES[APPROPRIATE]), SIZE, colours.GREY, "italic")
    pen.text(plot.right - 5, plot.bottom - 5, tr(ZONES[UNDER]), SIZE, colours.BAR_STRONG, "italic", "end")
    pen.text(plot.right, plot.bottom + 26, tr("importance →"), SIZE, colours.GREY, anchor="end")
    pen.text(plot.x, plot.y - 5, tr("satisfaction ↑"), SIZE, colours.GREY)
    _draw_key(chapter, plot, shown)
    rim = [Rect(plot.x, plot.y, 150, 14), Rect(plot.x, plot.bottom - 14, plot.width, 14)]
    return draw_points(chapter, [_point(chapter, plot, own) for own in shown], plot, rim)


def _draw_key(chapter: Chapter, plot: Rect, shown: list[Opportunity]) -> None:
    """What discs and squares are, under the chart."""
    pen, tr = chapter.sheet.pen, chapter.tr
    x, y = plot.x, plot.bottom + 26
    for basis, text in (("customers", tr("customer data")), ("room", tr("room estimate"))):
        if any(own.basis == basis for own in shown):
            if basis == "room":
                pen.rect(x, y - 7, 7, 7, fill=COLOURS[basis])
            else:
                pen.circle(x + 3.5, y - 3.5, 4, fill=COLOURS[basis])
            pen.text(x + 12, y, text, SIZE, colours.GREY)
            x += 34 + fonts.width(text, SIZE)
    if chapter.findings.votes:
        pen.text(x, y, tr("the larger the mark, the more votes"), SIZE, colours.PALE_GREY)


def _draw_zones(chapter: Chapter, plot: Rect) -> None:
    """The zones as bands of one point each: the pen knows rectangles."""
    pen = chapter.sheet.pen
    pen.rect(*plot, stroke=colours.RULE, line=0.7)
    low, high = _at(plot, 0, 0), _at(plot, HIGHEST, HIGHEST)
    steps = 160
    tall = (low[1] - high[1]) / steps
    for step in range(steps):
        satisfaction = HIGHEST * (step + 0.5) / steps
        y = low[1] - (step + 1) * tall
        under = _at(plot, (landscape.STRONG + satisfaction) / 2, 0)[0]
        pen.rect(under, y, high[0] - under, tall + 0.2, fill=UNDER_GROUND)
        pen.rect(low[0], y, _at(plot, satisfaction, 0)[0] - low[0], tall + 0.2, fill=OVER_GROUND)


def _point(chapter: Chapter, plot: Rect, own: Opportunity) -> Point:
    votes = chapter.findings.votes
    most = max(votes.values(), default=0)
    share = max(votes.get(own.id, 0), 0) / most if most > 0 else 0
    radius = (SMALLEST**2 + share * (LARGEST**2 - SMALLEST**2)) ** 0.5
    x, y = _at(plot, own.importance or 0, own.satisfaction or 0)
    title = title_of(chapter.card(own.id), chapter.tr)
    return Point(x, y, radius, own.basis == "room", COLOURS[own.basis], title)


def _at(plot: Rect, importance: float, satisfaction: float) -> tuple[float, float]:
    wide, tall = plot.width - 2 * RIM, plot.height - 2 * RIM
    return plot.x + RIM + wide * importance / HIGHEST, plot.bottom - RIM - tall * satisfaction / HIGHEST


def _draw_firmness(chapter: Chapter, x: float, width: float) -> None:
    """Whether the first five change when scores are a little off; the sheet's `y` ends under it."""
    sheet, tr = chapter.sheet, chapter.tr
    found = sensitivity.sensitivity(chapter.board)
    said = of_sensitivity(found, chapter.board, tr)
    if not said:
        return
    sheet.label(tr("How firm the first five are"), x)
    sheet.mark(tr("How firm the first five are"), 1)
    for text in said:
        sheet.paragraph(text, 9.5, x=x, width=width, most=6)
        sheet.y += 4
    formula = tr(sensitivity.FORMULA)
    source = tr(sensitivity.SOURCE)
    text = tr("{formula}. Source: {source}.", formula=formula, source=source)
    sheet.paragraph(text, 8, colour=colours.PALE_GREY, x=x, width=width, most=9)
