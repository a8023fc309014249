"""What has no answer yet: the gaps of the wall, and the processes that wait for each other."""

from __future__ import annotations

from cxworkshop.analysis.gaps import gaps
from cxworkshop.exchange.drawing.faces import title_of
from cxworkshop.exchange.pdf_report.chapter import Chapter
from cxworkshop.exchange.pdf_report.table import Cell, Column, draw_table
from cxworkshop.model.records import Card

MOST_NAMED = 12


def draw(chapter: Chapter) -> None:
    """The list; nothing where every question has its answer."""
    sheet, tr = chapter.sheet, chapter.tr
    found = gaps(chapter.board)
    loops = chapter.findings.map.loops
    if not found and not loops:
        return
    many = sum(len(gap.ids) for gap in found)
    headline = tr.plural("{n} place on the wall has no answer yet", "{n} places on the wall have no answer yet", many)
    lead = tr("They are no faults: they are the questions of the next meeting.")
    sheet.page(headline, lead, tr("What has no answer yet"))
    rows = [
        [Cell(gap.told(tr), "medium"), Cell(_names(chapter, [chapter.card(card_id) for card_id in gap.ids]))]
        for gap in found
    ]
    for loop in loops:
        cards = [chapter.card(process) for process in (*loop[:MOST_NAMED], loop[0])]
        names = " → ".join(title_of(card, tr) for card in cards)
        rows.append([Cell(tr("Processes wait for each other in a circle."), "medium"), Cell(names)])
    draw_table(sheet, [Column("", 34), Column("", 66)], rows)


def _names(chapter: Chapter, cards: list[Card]) -> str:
    tr = chapter.tr
    names = " · ".join(title_of(card, tr) for card in cards[:MOST_NAMED])
    left = len(cards) - MOST_NAMED
    return tr.plural("{cards} and {n} more", "{cards} and {n} more", left, cards=names) if left > 0 else names
