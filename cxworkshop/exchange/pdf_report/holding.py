"""Who has which part in what was decided, and whether it holds: parts (RACI), safeguards with their readings."""

from __future__ import annotations

from collections.abc import Sequence

from cxworkshop.analysis import held as holding
from cxworkshop.analysis.agreed import RACI_SOURCE, Raci, raci
from cxworkshop.analysis.held import SafeguardState, keeps
from cxworkshop.analysis.series import Reading, bound, series
from cxworkshop.exchange.drawing import colours
from cxworkshop.exchange.drawing.faces import choice_label, title_of
from cxworkshop.exchange.pdf_report.chapter import Chapter
from cxworkshop.exchange.pdf_report.sparkline import LIMIT, sparkline
from cxworkshop.exchange.pdf_report.table import Cell, Column, draw_table
from cxworkshop.model.records import Card

_ALARM = "#A3262B"
_LETTERS = ("A", "R", "C", "I")


def draw_parts(chapter: Chapter, made: Sequence[Card]) -> None:
    """Who answers, does, advises and is told; nothing where only owners are known (they stand in the table before)."""
    tr, found = chapter.tr, [raci(chapter.board, card) for card in made]
    if not any(set("".join(own.letters.values())) - {"A"} for own in found):
        return
    chapter.sheet.label(tr("Who has which part"), before=22, keep=70)
    chapter.sheet.mark(tr("Who has which part"), 1)
    names = (tr("Improvement"), tr("Accountable"), tr("Responsible"), tr("Consulted"), tr("Informed"))
    columns = [Column(name, width) for name, width in zip(names, (30, 18, 18, 17, 17), strict=True)]
    draw_table(chapter.sheet, columns, [_parts(chapter, card, own) for card, own in zip(made, found, strict=True)])
    chapter.sheet.y += 6
    chapter.sheet.paragraph(tr(RACI_SOURCE), 8.5, colour=colours.PALE_GREY)


def _parts(chapter: Chapter, card: Card, own: Raci) -> list[Cell]:
    tr = chapter.tr
    cells = [Cell(title_of(card, tr), "medium")]
    for letter in _LETTERS:
        roles = [title_of(chapter.card(role), tr) for role, letters in own.letters.items() if letter in letters]
        text = ", ".join(roles)
        if letter == "A" and own.gap is not None:
            several = tr("several answer: {roles}", roles=text)
            cells.append(Cell(several if roles else tr("nobody answers"), colour=_ALARM))
        else:
            cells.append(Cell(text or "–"))
    return cells


def draw_holding(chapter: Chapter, made: Sequence[Card]) -> None:
    """Each safeguard that was ever read: its readings as a line, the newest, what it says."""
    rows = [_row(chapter, card, own) for card in made for own in _states(chapter, card) if own.newest is not None]
    if not rows:
        return
    tr = chapter.tr
    chapter.sheet.label(tr("Does it hold?"), before=22, keep=70)
    chapter.sheet.mark(tr("Does it hold?"), 1)
    columns = [
        Column(tr("Improvement"), 28),
        Column(tr("Safeguard"), 26),
        Column(tr("Readings"), 22),
        Column(tr("Newest"), 12),
        Column(tr("State"), 12),
    ]
    draw_table(chapter.sheet, columns, rows)


def _states(chapter: Chapter, card: Card) -> Sequence[SafeguardState]:
    found = holding.held(chapter.board, chapter.findings.today)
    return next((own.safeguards for own in found if own.id == card.id), ())


def _row(chapter: Chapter, card: Card, state: SafeguardState) -> list[Cell]:
    tr, guard = chapter.tr, chapter.card(state.id)
    readings = readings_until_today(chapter, guard.id)
    limit = bound(guard.get("limit"))
    levels = [(limit[1], LIMIT)] if limit else []
    line = sparkline(chapter.sheet.pen, readings, levels, lambda value: keeps(guard.get("limit"), value) is False)
    newest = tr("{value} on {date}", value=tr.number(state.newest, 2), date=tr.date(str(state.at or "")))
    slips = state.state in (holding.SLIPPING, holding.ROLLED_BACK)
    said = choice_label(card, "status", tr, state.state) if state.state else "–"
    metric = str(guard.get("metric") or title_of(guard, tr))
    shown = str(guard.get("limit") or "").replace("<=", "≤").replace(">=", "≥")
    return [
        Cell(title_of(card, tr), "medium"),
        Cell(tr("{metric} {limit}", metric=metric, limit=shown).strip()),
        Cell(draw=line),
        Cell(newest),
        Cell(tr("{state}, late", state=said) if state.days_late else said, colour=_ALARM if slips else colours.GREY),
    ]


def readings_until_today(chapter: Chapter, card_id: str) -> list[Reading]:
    """The readings of a card up to the day of the report, the oldest first."""
    return [own for own in series(chapter.board, card_id) if own.at.date() <= chapter.findings.today]
