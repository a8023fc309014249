"""The summary: one page for those who read one page, and what else the data says, sentence by sentence."""

from __future__ import annotations

from cxworkshop.exchange.drawing import colours
from cxworkshop.exchange.drawing.text import lines_of
from cxworkshop.exchange.pdf_report import improvements, needs, scatter
from cxworkshop.exchange.pdf_report.chapter import Chapter
from cxworkshop.exchange.pdf_report.sentences import Insight, insights
from cxworkshop.exchange.pdf_report.sheet import INNER, LEFT, draw_label

GAP = 36.0  # between two sentences side by side
AIR, LESS_AIR = 44.0, 34.0  # of a pair beside its lines; the second where all then fit one page


def draw(chapter: Chapter) -> None:
    """The page of figures, where there are any, then the sentences."""
    found = insights(chapter.findings, chapter.tr)
    if chapter.board.count("need") or chapter.board.count("process"):
        _draw_figures(chapter, found[0])
        found = found[1:]
    elif len(found) == 1:
        found = []  # it stands on the cover
    if found:
        _draw_sentences(chapter, found)


def _draw_figures(chapter: Chapter, first: Insight) -> None:
    sheet, tr = chapter.sheet, chapter.tr
    sheet.page(first.headline, first.support, tr("On one page"))
    top = sheet.y
    sheet.label(tr("Opportunities: importance and what is missing"))
    needs.draw_bars(chapter, LEFT, sheet.y, 360, most=6)
    bottom = sheet.y
    if chapter.board.count("process"):
        x = LEFT + 402
        draw_label(sheet.pen, x, top + 8, tr("Influence of a process and distance of its owner"))
        bottom = max(bottom, scatter.draw_scatter(chapter, x, top + 22, INNER - 402, 222))
    sheet.y = bottom + 8
    decided = improvements.decided(chapter.board)
    if decided and sheet.room > 90:
        improvements.draw_decided(chapter, decided, fit=True)


def _draw_sentences(chapter: Chapter, found: list[Insight]) -> None:
    """Two sentences side by side; under the figures where they fit there, else on a page of their own."""
    sheet, tr = chapter.sheet, chapter.tr
    wide = (INNER - GAP) / 2
    pairs = [found[start : start + 2] for start in range(0, len(found), 2)]
    broken_pairs = [[_broken(insight, wide) for insight in pair] for pair in pairs]
    heights = [max(AIR + 19 * len(head) + 14.5 * len(rest) for head, rest in broken) for broken in broken_pairs]
    title = tr("What else the wall says")
    if sheet.number > 1 and sheet.room > sum(heights) + 40:
        sheet.label(title, before=14)
        sheet.mark(title, 0)
    else:
        sheet.page(title, mark=title)
        if sum(heights) > sheet.room >= sum(heights) - (AIR - LESS_AIR) * len(heights):
            heights = [height - AIR + LESS_AIR for height in heights]
        if len(pairs[-1]) == 1 and sum(heights[:-1]) <= sheet.room < sum(heights):
            pairs, broken_pairs, heights = pairs[:-1], broken_pairs[:-1], heights[:-1]  # no page for one last sentence
    for pair, broken, height in zip(pairs, broken_pairs, heights, strict=True):
        sheet.need(height)
        for number, (insight, (head, rest)) in enumerate(zip(pair, broken, strict=True)):
            x = LEFT + number * (wide + GAP)
            sheet.pen.polyline([(x, sheet.y), (x + wide, sheet.y)], colours.RULE, 0.7)
            y = sheet.y + 18
            draw_label(sheet.pen, x, y, insight.about)
            y += 20
            for line in head:
                sheet.pen.text(x, y, line, 14.5, colours.INK, "semibold")
                y += 19
            y += 1
            for line in rest:
                sheet.pen.text(x, y, line, 10.5, colours.SOFT_INK)
                y += 14.5
        sheet.y += height


def _broken(insight: Insight, wide: float) -> tuple[list[str], list[str]]:
    return lines_of(insight.headline, wide, 14.5, "semibold", 3), lines_of(insight.support, wide, 10.5, most=4)
