"""Closeness: the hours of every role with customers, face to face and on video apart, and what strangers decide."""

from __future__ import annotations

from cxworkshop.analysis.closeness import ENOUGH_HOURS, FORMULA, SOURCE, Closeness
from cxworkshop.analysis.meetings import managers_first, rules_by_strangers
from cxworkshop.exchange.closeness_told import headline, hours_told, kept_back_told, last_met, warmth_name, window_told
from cxworkshop.exchange.drawing import colours
from cxworkshop.exchange.drawing.faces import title_of
from cxworkshop.exchange.pdf_report.chapter import Chapter
from cxworkshop.exchange.pdf_report.needs import draw_formula
from cxworkshop.exchange.pdf_report.table import Cell, Column, draw_table

_MOST = 5.0  # hours a bar shows; its number says how many there are
_VIDEO = "#A03A3A"


def draw(chapter: Chapter) -> None:
    """A page of its own; nothing where there is no role and nothing was left out."""
    sheet, tr, board, today = chapter.sheet, chapter.tr, chapter.board, chapter.findings.today
    roles = managers_first(board, today)
    left_out = kept_back_told(chapter.options.kept_back, tr)
    if not roles and not left_out:
        return
    sheet.page(headline(board, roles, tr), lead=left_out, mark=tr("Closeness"))
    if not roles:
        return
    columns = [
        Column(tr("Role"), 30),
        Column(tr("Closeness"), 12),
        Column(tr("Last meeting"), 24),
        Column(tr("Face to face, h"), 17),
        Column(tr("On video, h"), 17),
    ]
    draw_table(sheet, columns, [_row(chapter, own) for own in roles])
    draw_formula(chapter, FORMULA, SOURCE)
    sheet.paragraph(window_told(today, tr), 8.5, colour=colours.GREY)
    rules = rules_by_strangers(board, today)
    if rules:
        sheet.label(tr("Decided by strangers"), before=18, keep=min(len(rules) * 20.5, 200))
        named = [
            [Cell(title_of(chapter.card(rule.process), tr), "medium"), Cell(_said(chapter, rule.role, rule.verb))]
            for rule in rules
        ]
        draw_table(sheet, [Column("", 50), Column("", 50)], named, air=4.0)


def _said(chapter: Chapter, role: str, verb: str) -> str:
    title = title_of(chapter.card(role), chapter.tr)
    if verb == "owns":
        return chapter.tr("owned by “{role}”", role=title)
    return chapter.tr("its standard is set by “{role}”", role=title)


def _row(chapter: Chapter, own: Closeness) -> list[Cell]:
    tr = chapter.tr
    card = chapter.card(own.id)
    title = title_of(card, tr)
    shown = tr("{role} (manages)", role=title) if card.get("manager") is True else title
    return [
        Cell(shown, "medium"),
        Cell(warmth_name(own.closeness, tr), dot=colours.WARMTH[own.closeness]),
        Cell(last_met(own, tr), colour=colours.SOFT_INK),
        _bar(chapter, own.direct_hours, colours.WARMTH["close"], full=True),
        _bar(chapter, own.video_hours, _VIDEO, full=False),
    ]


def _bar(chapter: Chapter, hours: float, colour: str, *, full: bool) -> Cell:
    """A full bar, or a thin one for video, with the mark of two hours."""
    pen, tr = chapter.sheet.pen, chapter.tr

    def draw_it(x: float, y: float, width: float) -> None:
        room = width - 40
        if hours > 0:
            tall = 10.0 if full else 4.0
            pen.rect(x, y - 3.5 - tall / 2, max(room * min(hours / _MOST, 1), 1.5), tall, fill=colour, radius=1.5)
        mark = x + room * ENOUGH_HOURS / _MOST
        pen.polyline([(mark, y - 11), (mark, y + 4)], colours.HIGHLIGHT, 1.0)
        pen.text(x + width, y, hours_told(hours, tr), 9.5, colours.INK, anchor="end")

    return Cell(draw=draw_it)
