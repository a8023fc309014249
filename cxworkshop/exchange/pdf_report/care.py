"""The care test: a mirror of each pair that was answered, the internal services, and what tires whom."""

from __future__ import annotations

from cxworkshop.analysis.care import FORMULA, SOURCE, Care, care
from cxworkshop.analysis.care_mirror import Half, Row, mirror, services, voters, weakest, weakest_of_all
from cxworkshop.analysis.care_told import (
    DIMENSION_NAMES,
    HIGHEST,
    PAIR_NAMES,
    SIDE_NAMES,
    told_figures,
    told_weakest,
)
from cxworkshop.analysis.wearing import wears
from cxworkshop.exchange.drawing import colours
from cxworkshop.exchange.drawing.faces import title_of
from cxworkshop.exchange.drawing.text import shortened
from cxworkshop.exchange.pdf_report.chapter import Chapter
from cxworkshop.exchange.pdf_report.needs import draw_formula
from cxworkshop.exchange.pdf_report.sheet import INNER, LEFT
from cxworkshop.exchange.pdf_report.table import Cell, Column, draw_table
from cxworkshop.model.cards import KINDS

ROW, BAR, NAMES, VALUE = 15.5, 9.5, 170.0, 34.0
GAP = 12.0  # between the mirrors of two pairs
ALARM, TRACK = "#A3262B", "#EEF0F3"
_INKS = (KINDS["touchpoint"].colour, KINDS["persona"].colour)


def draw(chapter: Chapter) -> None:
    """The mirrors, the services, the chains; nothing where the test was not taken and nothing is tied."""
    sheet, tr, board = chapter.sheet, chapter.tr, chapter.board
    answered = [own for own in care(board) if own.answers]
    tied = wears(board)
    if not answered and not tied:
        return
    worst = weakest_of_all(board)
    headline = told_weakest(worst, tr) if worst is not None else tr("As careful inside as outside?")
    n = len(voters(board))
    lead = tr.plural("{n} person has answered.", "{n} people have answered.", n) if n else ""
    sheet.page(headline, lead, tr("Care test"))
    for own in answered:
        if own is answered[-1] and len(answered) > 1:
            sheet.need(GAP + _height(chapter, own) + _height_after(chapter))  # else little would stand alone on a page
        _draw_pair(chapter, own, 0.0 if own is answered[0] else GAP)
    if answered:
        draw_formula(chapter, FORMULA, SOURCE)
    _draw_services(chapter)
    if tied:
        _draw_wears(chapter)


def _height(chapter: Chapter, own: Care) -> float:
    return 36 + len(mirror(chapter.board, own.pair)) * ROW


def _height_after(chapter: Chapter) -> float:
    """What formula, services and chains take at least, in points; 0 where only the formula follows or all is long."""
    lists = (sum(own.mean is not None for own in services(chapter.board)), len(wears(chapter.board)))
    height = sum(52 + 20.5 * count for count in lists if count)
    return height + 40 if 0 < height < 250 else 0


def _draw_pair(chapter: Chapter, own: Care, before: float) -> None:
    sheet, tr = chapter.sheet, chapter.tr
    rows = mirror(chapter.board, own.pair)
    before = 0.0 if sheet.need(before + _height(chapter, own)) else before
    pen, middle = sheet.pen, LEFT + INNER / 2
    sheet.label(tr(PAIR_NAMES[own.pair]), before=before, keep=0)
    pen.text(LEFT + INNER, sheet.y - 10, told_figures(own, tr), 9.5, colours.INK, "semibold", "end")
    one, other = (tr(SIDE_NAMES[side]) for side in own.pair.split("/"))
    sheet.y += 9
    pen.text(middle - NAMES / 2, sheet.y, one, 9.5, _INKS[0], "semibold", "end")
    pen.text(middle + NAMES / 2, sheet.y, other, 9.5, _INKS[1], "semibold")
    sheet.y += 6
    worst = weakest(chapter.board, own.pair)
    for row in rows:
        alarm = worst.side if worst is not None and worst.dimension == row.dimension else ""
        _draw_row(chapter, own.pair, row, alarm)
        sheet.y += ROW
    sheet.y += 9


def _draw_row(chapter: Chapter, pair: str, row: Row, alarm: str) -> None:
    """Two bars from the middle outwards, their values at the ends; `alarm` is the side that fails here worst."""
    pen, tr, y = chapter.sheet.pen, chapter.tr, chapter.sheet.y
    middle, base = LEFT + INNER / 2, y + ROW / 2 + 3.2
    name = shortened(tr(DIMENSION_NAMES[row.dimension]), NAMES - 12, 9.5, "semibold")
    pen.text(middle, base, name, 9.5, colours.INK, "semibold" if alarm else "regular", "middle")
    length = (INNER - NAMES) / 2 - VALUE
    for side, half, ink, sign in zip(pair.split("/"), (row.first, row.second), _INKS, (-1, 1), strict=True):
        inner = middle + sign * NAMES / 2
        _draw_bar(chapter, inner, y + (ROW - BAR) / 2, length, half, ink, sign)
        colour = ALARM if side == alarm else colours.INK
        anchor = "end" if sign < 0 else "start"
        pen.text(inner + sign * (length + 6), base, tr.number(half.mean), 10, colour, "semibold", anchor)


def _draw_bar(chapter: Chapter, inner: float, y: float, length: float, half: Half, ink: str, sign: int) -> None:
    pen = chapter.sheet.pen
    pen.rect(inner - length if sign < 0 else inner, y, length, BAR, fill=TRACK, radius=2)
    if half.mean is not None and half.mean > 0:
        share = length * min(half.mean / HIGHEST, 1.0)
        pen.rect(inner - share if sign < 0 else inner, y, share, BAR, fill=ink, radius=2)


def _draw_services(chapter: Chapter) -> None:
    sheet, tr = chapter.sheet, chapter.tr
    rated = [own for own in services(chapter.board) if own.mean is not None]
    if not rated:
        return
    sheet.label(tr("Services and tools inside"), before=18, keep=60)
    columns = [Column(tr("Service or tool"), 64), Column(tr("Mean, 0–10"), 18, "end"), Column("n", 18, "end")]
    rows = [
        [Cell(title_of(chapter.card(own.card), tr), "medium"), Cell(tr.number(own.mean)), Cell(str(own.n))]
        for own in rated
    ]
    draw_table(sheet, columns, rows, air=4.0)


def _draw_wears(chapter: Chapter) -> None:
    sheet, tr = chapter.sheet, chapter.tr
    sheet.label(tr("What tires whom"), before=18, keep=60)
    columns = [
        Column(tr("Bad inside"), 34),
        Column(tr("tires"), 30),
        Column(tr("and the customer feels it here"), 36),
    ]
    rows = [
        [
            Cell(title_of(chapter.card(own.inside), tr), "medium"),
            Cell(_titles(chapter, own.who) or tr("those who use it")),
            Cell(_titles(chapter, own.outside)),
        ]
        for own in wears(chapter.board)
    ]
    draw_table(sheet, columns, rows, air=4.0)


def _titles(chapter: Chapter, cards: tuple[str, ...]) -> str:
    return ", ".join(title_of(chapter.card(card), chapter.tr) for card in cards)
