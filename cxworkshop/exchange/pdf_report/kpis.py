"""The KPIs of the report: what each measures, from where to where, its readings as a line."""

from __future__ import annotations

from cxworkshop.analysis.scores import by_title, score
from cxworkshop.exchange.drawing.faces import title_of
from cxworkshop.exchange.pdf_report.chapter import Chapter
from cxworkshop.exchange.pdf_report.holding import readings_until_today
from cxworkshop.exchange.pdf_report.sparkline import GOAL, sparkline
from cxworkshop.exchange.pdf_report.table import Cell, Column, draw_table
from cxworkshop.model.records import Card


def draw_kpis(chapter: Chapter) -> None:
    """Every KPI: what it measures, from where to where, its readings as a line."""
    tr, board = chapter.tr, chapter.board
    kpis = sorted(board.of_kind("kpi"), key=by_title)
    if not kpis:
        return
    chapter.sheet.label(tr("KPIs"), before=22, keep=70)
    chapter.sheet.mark(tr("KPIs"), 1)
    columns = [
        Column(tr("KPI"), 28),
        Column(tr("Measures"), 26),
        Column(tr("Baseline"), 10, "end"),
        Column(tr("Newest"), 10, "end"),
        Column(tr("Target"), 10, "end"),
        Column(tr("Readings"), 16),
    ]
    draw_table(chapter.sheet, columns, [_kpi(chapter, card) for card in kpis])


def _kpi(chapter: Chapter, card: Card) -> list[Cell]:
    tr, readings = chapter.tr, readings_until_today(chapter, card.id)
    target = score(card, "target")
    measured = ", ".join(title_of(own, tr) for own in chapter.board.targets(card.id, "measures"))
    newest = tr.number(readings[-1].value, 2) if readings else "–"
    levels = [(target, GOAL)] if target is not None else []
    unit, title = str(card.get("unit") or ""), title_of(card, tr)
    return [
        Cell(tr("{title}, {unit}", title=title, unit=unit) if unit else title, "medium"),
        Cell(measured or "–"),
        Cell(tr.number(score(card, "baseline"), 2)),
        Cell(newest),
        Cell(tr.number(target, 2)),
        Cell(draw=sparkline(chapter.sheet.pen, readings, levels)),
    ]
