"""The goals: each objective with its grade, below it the key results that show how far it is, then the KPIs."""

from __future__ import annotations

from cxworkshop.analysis import goals as grading
from cxworkshop.analysis.goals import KeyResultGrade, ObjectiveGrade
from cxworkshop.analysis.goals_told import told_goals
from cxworkshop.analysis.scores import by_title, score
from cxworkshop.exchange.drawing import colours
from cxworkshop.exchange.drawing.faces import title_of
from cxworkshop.exchange.pdf_report.chapter import Chapter
from cxworkshop.exchange.pdf_report.kpis import draw_kpis
from cxworkshop.exchange.pdf_report.needs import draw_formula
from cxworkshop.exchange.pdf_report.table import Cell, Column, draw_table

_COLOURS = {"green": "#4CA46F", "yellow": "#E0B040", "red": "#D0605E"}
_ALARM = "#A3262B"


def draw(chapter: Chapter) -> None:
    """A page of goals; where there are only KPIs they follow the last chapter; nothing where there are none either."""
    sheet, tr = chapter.sheet, chapter.tr
    found = grading.objectives(chapter.board)
    if not found:
        if chapter.board.count("kpi"):
            draw_kpis(chapter)
        return
    sheet.page(told_goals(found, tr), mark=tr("Goals"))
    columns = [
        Column(tr("Objective, its key results"), 40),
        Column(tr("Start"), 10, "end"),
        Column(tr("Current"), 10, "end"),
        Column(tr("Target"), 10, "end"),
        Column(tr("Due"), 12, "end"),
        Column(tr("Grade"), 18),
    ]
    rows = []
    for own in found:
        rows.append(_objective(chapter, own))
        rows += [_result(chapter, result) for result in own.key_results]
    draw_table(sheet, columns, rows)
    draw_formula(chapter, grading.FORMULA, grading.SOURCE)
    draw_kpis(chapter)


def _objective(chapter: Chapter, own: ObjectiveGrade) -> list[Cell]:
    """The objective, who answers for it, the mean of its key results."""
    tr, card = chapter.tr, chapter.card(own.id)
    owners = ", ".join(title_of(role, tr) for role in sorted(chapter.board.sources(own.id, "owns"), key=by_title))
    title = title_of(card, tr)
    named = tr("{title} · {owner}", title=title, owner=owners) if owners else title
    if not own.key_results:
        return [Cell(named, "medium"), *[Cell()] * 4, Cell(tr("no key result"), colour=_ALARM)]
    return [Cell(named, "medium"), *[Cell()] * 4, _grade(chapter, own.grade)]


def _result(chapter: Chapter, result: KeyResultGrade) -> list[Cell]:
    tr, card = chapter.tr, chapter.card(result.id)
    figures = [Cell(tr.number(score(card, name), 2)) for name in ("start", "current", "target")]
    due = Cell(tr.date(str(card.get("due"))) if card.get("due") else "–")
    return [Cell(title_of(card, tr), indent=14), *figures, due, _grade(chapter, result.grade)]


def _grade(chapter: Chapter, grade: float | None) -> Cell:
    """A bar with its number; colour is not the only signal."""

    def draw_bar(x: float, y: float, width: float) -> None:
        pen = chapter.sheet.pen
        pen.rect(x, y - 8.5, width - 34, 11, fill="#F3F4F6", radius=2)
        if grade is not None:
            colour = _COLOURS[grading.colour(grade) or "red"]
            pen.rect(x, y - 8.5, max((width - 34) * grade, 2), 11, fill=colour, radius=2)
        pen.text(x + width, y, chapter.tr.number(grade, 2), 9.5, colours.INK, anchor="end")

    return Cell(draw=draw_bar)
