"""Meetings with customers: planned, held with who attended and what was revealed; recordings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from cxworkshop.analysis.meetings import attendance, calendar, planned_roles, screenings
from cxworkshop.exchange.closeness_told import hours_told
from cxworkshop.exchange.drawing import colours
from cxworkshop.exchange.drawing.faces import title_of
from cxworkshop.exchange.meetings_told import headline, when
from cxworkshop.exchange.pdf_report.chapter import Chapter
from cxworkshop.exchange.pdf_report.table import Cell, Column, draw_table
from cxworkshop.model.records import Card, Record

Row = Callable[[Chapter, Card], list[Cell]]
MOST = 30  # rows of a table; the list of cards has them all
_SHARES = (25.0, 15.0, 18.0, 20.0, 22.0)


def draw(chapter: Chapter) -> None:
    """Nothing where there is neither a meeting nor a recording."""
    board, tr = chapter.board, chapter.tr
    dates = calendar(board, chapter.findings.today)
    recordings = sorted(board.of_kind("recording"), key=lambda card: (card.title, card.id))
    if not (dates.upcoming or dates.past or dates.undated or recordings):
        return
    chapter.sheet.page(headline(board, dates, tr), mark=tr("Meetings"))
    ahead = [board.card(own) for own in (*dates.upcoming, *dates.undated)]
    names = (tr("Meeting"), tr("When"), tr("Whom we meet"), tr("Who is to attend"), tr("Questions"))
    _table(chapter, tr("Upcoming"), names, ahead, _planned)
    names = (tr("Meeting"), tr("When"), tr("Whom we meet"), tr("Who attended"), tr("What was revealed"))
    _table(chapter, tr("Past"), names, [board.card(own) for own in dates.past], _held)
    names = (tr("Recording"), tr("Consent: until"), tr("Recorded at"), tr("Who watched it"), tr("What it shows"))
    _table(chapter, tr("Recordings"), names, recordings, _recorded)


def _table(chapter: Chapter, label: str, names: Sequence[str], cards: Sequence[Card], row: Row) -> None:
    sheet, tr = chapter.sheet, chapter.tr
    if not cards:
        return
    sheet.label(label, before=18, keep=90)
    columns = [Column(name, share) for name, share in zip(names, _SHARES, strict=True)]
    draw_table(sheet, columns, [row(chapter, card) for card in cards[:MOST]])
    if len(cards) > MOST:
        said = tr.plural("and {n} more", "and {n} more", len(cards) - MOST)
        sheet.y += 8
        sheet.paragraph(said, 8.5, colour=colours.GREY)


def _planned(chapter: Chapter, card: Card) -> list[Cell]:
    roles = (title_of(role, chapter.tr) for role in planned_roles(chapter.board, card))
    return [*_begun(chapter, card), Cell("; ".join(roles)), Cell(_line(card.get("questions")))]


def _held(chapter: Chapter, card: Card) -> list[Cell]:
    there = _hours(chapter, attendance(chapter.board, card.id))
    return [*_begun(chapter, card), Cell(there), Cell(_titles(chapter, card, "reveals"))]


def _recorded(chapter: Chapter, card: Card) -> list[Cell]:
    until = chapter.tr.date(card.get("consent_until")) or "–"
    return [
        Cell(title_of(card, chapter.tr), "medium"),
        Cell(until, colour=colours.SOFT_INK),
        Cell(_titles(chapter, card, "of")),
        Cell(_hours(chapter, screenings(chapter.board, card.id))),
        Cell(_titles(chapter, card, "shows")),
    ]


def _begun(chapter: Chapter, card: Card) -> list[Cell]:
    return [
        Cell(title_of(card, chapter.tr), "medium"),
        Cell(when(card, chapter.tr), colour=colours.SOFT_INK),
        Cell(_titles(chapter, card, "meets")),
    ]


def _titles(chapter: Chapter, card: Card, verb: str) -> str:
    return "; ".join(title_of(own, chapter.tr) for own in chapter.board.targets(card.id, verb))


def _hours(chapter: Chapter, rows: Iterable[Record]) -> str:
    """Who was there and for how long; a role that is gone is passed over."""
    said = []
    for row in rows:
        role, hours = chapter.board.find(row.get("role")), row.get("hours")
        if role is not None:
            long = hours_told(hours, chapter.tr).replace(" ", "\u00a0") if hours is not None else ""
            said.append(" ".join(part for part in (title_of(role, chapter.tr), long) if part))
    return "; ".join(said)


def _line(text: object) -> str:
    return " ".join(text.split()) if isinstance(text, str) else ""
