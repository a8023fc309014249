"""The processes by influence: how far from the need, who owns them, how long ago the owner met a customer."""

from __future__ import annotations

from cxworkshop.analysis import blind_spot, influence
from cxworkshop.analysis.backward_map import ProcessFigures
from cxworkshop.analysis.scores import by_title
from cxworkshop.exchange.drawing import colours
from cxworkshop.exchange.drawing.faces import title_of
from cxworkshop.exchange.drawing.findings import since
from cxworkshop.exchange.pdf_report.chapter import Chapter
from cxworkshop.exchange.pdf_report.needs import draw_formula
from cxworkshop.exchange.pdf_report.sentences import named
from cxworkshop.exchange.pdf_report.table import Cell, Column, draw_table


def draw(chapter: Chapter) -> None:
    """The list; nothing where there is no process."""
    sheet, tr = chapter.sheet, chapter.tr
    ranked = chapter.findings.map.processes
    if not ranked:
        return
    first = ranked[0]
    if first.influence > 0:
        headline = tr("Most rests on “{process}”", process=named(chapter.card(first.id), tr))
    else:
        headline = tr("No process serves a need yet")
    sheet.page(headline, _lead(chapter), tr("Processes by influence"))
    columns = [
        Column(tr("Process"), 26),
        Column(tr("Influence"), 14),
        Column(tr("Depth"), 9, "end"),
        Column(tr("Needs"), 10, "end"),
        Column("", 1),
        Column(tr("Owner"), 22),
        Column(tr("Last met a customer"), 13),
        Column(tr("Blind spot"), 13),
    ]
    largest = max(first.influence, 1e-9)
    draw_table(sheet, columns, [_row(chapter, own, largest) for own in ranked])
    draw_formula(chapter, influence.FORMULA, influence.SOURCE)
    sheet.y -= 5
    draw_formula(chapter, blind_spot.FORMULA, blind_spot.SOURCE)


def _lead(chapter: Chapter) -> str:
    idle = len(chapter.findings.map.orphans.processes_without_need)
    if not idle:
        return ""
    return chapter.tr.plural(
        "{n} process serves no need: nobody’s wish leads to it.",
        "{n} processes serve no need: nobody’s wish leads to them.",
        idle,
    )


def _row(chapter: Chapter, own: ProcessFigures, largest: float) -> list[Cell]:
    findings, tr = chapter.findings, chapter.tr
    owner = findings.owner(own.id)
    closeness = findings.owner_closeness(own.id)
    more = _more_of(chapter, own.id)

    def bar(value: float | None, colour: str) -> Cell:
        def draw_it(x: float, y: float, width: float) -> None:
            pen = chapter.sheet.pen
            if value:
                pen.rect(x, y - 8.5, max((width - 32) * value / largest, 1.5), 11, fill=colour, radius=2)
            pen.text(x + width - 2, y, tr.number(value, 2), 9.5, colours.INK, anchor="end")

        return Cell(draw=draw_it)

    return [
        Cell(title_of(chapter.card(own.id), tr), "medium"),
        bar(own.influence, "#7FB8BA"),
        Cell(tr.number(own.depth)),
        Cell(tr.number(len(own.needs))),
        Cell(),
        Cell(" · ".join([title_of(owner, tr), *more]), dot=colours.WARMTH[findings.warmth(own.id)])
        if owner
        else Cell(" · ".join([tr("no owner"), *more]), colour="#A3262B"),
        Cell(since(closeness, tr) or "–", colour=colours.GREY),
        bar(own.blind_spot, colours.WARMTH["stranger"]),
    ]


def _more_of(chapter: Chapter, process: str) -> list[str]:
    """Who sets the standard of a process, the system it runs on, whether it serves the inside."""
    board, tr = chapter.findings.board, chapter.tr
    setters = sorted(board.sources(process, "sets"), key=by_title)
    said = [tr("its standard is set by “{role}”", role=title_of(role, tr)) for role in setters]
    card = chapter.card(process)
    if system := str(card.get("system") or "").strip():
        said.append(tr("system: {system}", system=system))
    return [*said, tr("internal service")] if card.get("internal") else said
