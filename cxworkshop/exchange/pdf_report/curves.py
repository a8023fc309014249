"""Each journey as each persona lives through it: mean beside peak-end, where peak and end lie, where most is lost."""

from __future__ import annotations

from cxworkshop.analysis.experience import (
    GAP_FORMULA,
    GAP_SOURCE,
    PEAK_END_FORMULA,
    PEAK_END_SOURCE,
    JourneyExperience,
    experience,
    experiences,
)
from cxworkshop.analysis.losses import count_scored, largest_loss
from cxworkshop.analysis.scores import score
from cxworkshop.analysis.weighing_told import named, of_curve, signed
from cxworkshop.exchange.drawing.faces import title_of
from cxworkshop.exchange.pdf_report.chapter import Chapter
from cxworkshop.exchange.pdf_report.needs import draw_formula
from cxworkshop.exchange.pdf_report.table import Cell, Column, draw_table

_MOST = 40  # rows; every persona of a journey makes one


def draw(chapter: Chapter) -> None:
    """One row for each journey and persona; nothing where no touchpoint of a journey has been scored."""
    sheet, tr, board = chapter.sheet, chapter.tr, chapter.board
    found = [own for own in experiences(board) if own.mean is not None]
    if not found:
        return
    cards = [board.card(card) for card in found[0].touchpoints]
    lead = tr("Each journey as each persona walks it; n is the number of touchpoints scored.")
    sheet.page(of_curve(cards, experience(found[0].id, None, cards), board, tr), lead, tr("Curves"))
    columns = [
        Column(tr("Journey"), 18),
        Column(tr("Persona"), 16),
        Column("n", 4, "end"),
        Column(tr("Mean"), 8, "end"),
        Column(tr("Peak-end"), 9, "end"),
        Column(tr("Peak"), 15),
        Column(tr("End"), 15),
        Column(tr("Largest loss"), 17),
    ]
    draw_table(sheet, columns, [_row(chapter, own) for own in found[:_MOST]])
    if len(found) > _MOST:
        sheet.paragraph(tr.plural("and {n} more", "and {n} more", len(found) - _MOST), 10)
    draw_formula(chapter, PEAK_END_FORMULA, PEAK_END_SOURCE)
    draw_formula(chapter, GAP_FORMULA, GAP_SOURCE)


def _row(chapter: Chapter, own: JourneyExperience) -> list[Cell]:
    tr, board = chapter.tr, chapter.board
    cards = [board.card(card) for card in own.touchpoints]
    loss = largest_loss(cards)
    persona = board.find(own.persona)
    lost = ""
    if loss is not None:
        lost = tr(
            "{touchpoint}: {expectation} → {experience}",
            touchpoint=named(loss, tr),
            expectation=signed(score(loss, "expectation"), tr),
            experience=signed(score(loss, "experience"), tr),
        )
    return [
        Cell(title_of(board.card(own.id), tr), "medium"),
        Cell(title_of(persona, tr) if persona else ""),
        Cell(str(count_scored(cards))),
        Cell(signed(own.mean, tr)),
        Cell(signed(own.peak_end, tr), "semibold"),
        Cell(_at(chapter, own.peak, own.peak_at)),
        Cell(_at(chapter, own.end, own.end_at)),
        Cell(lost),
    ]


def _at(chapter: Chapter, value: float | None, card: str | None) -> str:
    if card is None:
        return ""
    tr = chapter.tr
    return tr("{touchpoint}: {score}", touchpoint=named(chapter.card(card), tr), score=signed(value, tr))
