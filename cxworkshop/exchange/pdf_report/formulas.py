"""The closing page: how each figure of the report is computed, and who taught it."""

from __future__ import annotations

from types import ModuleType

from cxworkshop.analysis import (
    aimed,
    attention,
    backward_map,
    blind_spot,
    care,
    closeness,
    critical_few,
    experience,
    goals,
    held,
    influence,
    landscape,
    opportunity,
    pain,
    sensitivity,
    value_effort,
)
from cxworkshop.exchange.drawing import colours
from cxworkshop.exchange.pdf_report import votes
from cxworkshop.exchange.pdf_report.chapter import Chapter
from cxworkshop.exchange.pdf_report.table import Cell, Column, draw_table
from cxworkshop.words import N_

_PLAIN: tuple[tuple[str, ModuleType], ...] = (
    (N_("Opportunity"), opportunity),
    (N_("Distance, depth"), backward_map),
    (N_("Influence"), influence),
    (N_("Closeness"), closeness),
    (N_("Blind spot"), blind_spot),
    (N_("Where to begin"), critical_few),
    (N_("Attention"), attention),
    (N_("Pain of a problem"), pain),
    (N_("Landscape"), landscape),
    (N_("How firm the first five are"), sensitivity),
    (N_("Fewer, but better"), aimed),
    (N_("Value and effort"), value_effort),
    (N_("Held or slipping"), held),
    (N_("Goals and key results"), goals),
    (N_("Care test"), care),
)
FIGURES: tuple[tuple[str, str, str], ...] = (
    *((name, str(module.FORMULA), str(module.SOURCE)) for name, module in _PLAIN),
    (N_("Gaps of experience"), experience.GAP_FORMULA, experience.GAP_SOURCE),
    (N_("Peak and end"), experience.PEAK_END_FORMULA, experience.PEAK_END_SOURCE),
    (N_("Votes"), votes.FORMULA, votes.SOURCE),
)


def draw(chapter: Chapter) -> None:
    """One table of names, formulas and sources."""
    sheet, tr = chapter.sheet, chapter.tr
    lead = tr(
        "Every figure looks back from {date}. Room estimates and customer data are never mixed.",
        date=tr.date(chapter.options.today.isoformat()),
    )
    sheet.page(tr("How the figures are computed"), lead, tr("How the figures are computed"))
    columns = [Column(tr("Figure"), 14), Column(tr("Formula"), 50), Column(tr("Source"), 36)]
    rows = [
        [Cell(tr(name), "medium"), Cell(tr(formula)), Cell(tr(source), colour=colours.GREY)]
        for name, formula, source in FIGURES
    ]
    draw_table(sheet, columns, rows, air=2.5)
