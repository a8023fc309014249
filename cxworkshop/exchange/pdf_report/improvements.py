"""The improvements: what was decided, by whom and until when, and the safeguard that keeps each from sliding back."""

from __future__ import annotations

from collections.abc import Sequence

from cxworkshop.analysis import agreed
from cxworkshop.analysis import held as holding
from cxworkshop.analysis.scores import by_title, score
from cxworkshop.exchange.drawing import colours
from cxworkshop.exchange.drawing.faces import choice_label, title_of
from cxworkshop.exchange.pdf_report.chapter import Chapter
from cxworkshop.exchange.pdf_report.holding import draw_holding, draw_parts
from cxworkshop.exchange.pdf_report.needs import draw_formula
from cxworkshop.exchange.pdf_report.table import Cell, Column, draw_table, fitting
from cxworkshop.model.board import Board
from cxworkshop.model.records import Card

DECIDED = ("agreed", "doing", "done", "held", "slipping", "rolled_back")


def decided(board: Board) -> list[Card]:
    """The improvements the room decided on, by due date, then title."""
    found = [card for card in board.of_kind("improvement") if card.get("status") in DECIDED]
    return sorted(found, key=lambda card: (str(card.get("due", "~")), *by_title(card)))


def draw(chapter: Chapter) -> None:
    """What was decided and what is still an idea; nothing where there is neither."""
    sheet, tr = chapter.sheet, chapter.tr
    made = decided(chapter.board)
    ideas = agreed.ranked([own for own in chapter.board.of_kind("improvement") if own.get("status") not in DECIDED])
    if not made and not ideas:
        return
    if made:
        headline = tr.plural("The room decided on {n} improvement", "The room decided on {n} improvements", len(made))
    else:
        headline = tr("There are ideas; nothing has been decided yet")
    sheet.page(headline, _lead(chapter, made), tr("Improvements"))
    if made:
        draw_decided(chapter, made)
        draw_parts(chapter, made)
        draw_holding(chapter, made)
    if ideas:
        sheet.label(tr("Ideas, not decided yet"), before=22, keep=70)
        columns = [
            Column(tr("Idea"), 40),
            Column(tr("Changes"), 30),
            Column(tr("Impact"), 10, "end"),
            Column(tr("Effort"), 10, "end"),
            Column(tr("Confidence"), 10, "end"),
            Column(tr("ICE"), 8, "end"),
        ]
        draw_table(sheet, columns, [_idea(chapter, card) for card in ideas])
    draw_formula(chapter, agreed.ICE_FORMULA, agreed.ICE_SOURCE)
    if made:
        draw_formula(chapter, holding.FORMULA, holding.SOURCE)


def _lead(chapter: Chapter, made: Sequence[Card]) -> str:
    bare = sum(not chapter.board.sources(card.id, "protects") for card in made)
    if not made:
        return ""
    if not bare:
        return chapter.tr("Each has a safeguard that shows when it slides back.")
    return chapter.tr.plural(
        "{n} of them has no safeguard: nothing will show when it slides back.",
        "{n} of them have no safeguard: nothing will show when they slide back.",
        bare,
    )


def draw_decided(chapter: Chapter, made: Sequence[Card], fit: bool = False) -> None:
    """What was decided as a table; with `fit` only the rows the page has room for."""
    sheet, tr = chapter.sheet, chapter.tr
    columns = [
        Column("" if fit else tr("Improvement"), 25),
        Column("" if fit else tr("Changes"), 20),
        Column("" if fit else tr("Owner"), 13),
        Column("" if fit else tr("Due"), 11),
        Column("" if fit else tr("State"), 11),
        Column("" if fit else tr("Safeguard"), 25 if fit else 36),
    ]
    if not fit:
        columns.insert(2, Column(tr("ICE"), 6, "end"))
    states = {own.id: own.held for own in holding.held(chapter.board, chapter.findings.today)}
    rows = [_row(chapter, card, states.get(card.id), fit) for card in made]
    if fit:
        rows = rows[: fitting(columns, rows, sheet.room - 24)]
        if not rows:
            return
        sheet.label(tr("Decided"), keep=0)
    draw_table(sheet, columns, rows)


def _row(chapter: Chapter, card: Card, state: str | None, fit: bool) -> list[Cell]:
    tr, board = chapter.tr, chapter.board
    owners = sorted(board.sources(card.id, "owns"), key=by_title)
    due = tr("by {date}", date=tr.date(str(card.get("due")))) if card.get("due") else "–"
    slips = state in ("slipping", "rolled_back")
    marked = state is None and card.get("status") in ("slipping", "rolled_back")
    said = choice_label(card, "status", tr, state) if slips else choice_label(card, "status", tr)
    guards = sorted(board.sources(card.id, "protects"), key=by_title)
    kept = _guard if fit else _whole_guard
    cells = [
        Cell(title_of(card, tr), "medium"),
        Cell(_changed(chapter, card) if fit else _with_systems(chapter, card)),
        Cell(", ".join(title_of(owner, tr) for owner in owners) or tr("no owner"), colour=_alarm(owners)),
        Cell(due),
        Cell(said, colour="#A3262B" if slips or marked else colours.GREY),
        Cell("; ".join(kept(chapter, own) for own in guards) or tr("no safeguard"), colour=_alarm(guards)),
    ]
    if not fit:
        cells.insert(2, Cell(tr.number(agreed.ice(card), 0)))
    return cells


def _with_systems(chapter: Chapter, card: Card) -> str:
    """What it changes, and the systems it takes."""
    changed, systems = _changed(chapter, card), str(card.get("systems") or "")
    if not systems:
        return changed
    return chapter.tr("{changed}; systems: {systems}", changed=changed or "–", systems=systems)


def _whole_guard(chapter: Chapter, card: Card) -> str:
    """A safeguard with who checks it and what is done when its limit is broken."""
    tr = chapter.tr
    parts = [_guard(chapter, card)]
    checkers = ", ".join(title_of(own, tr) for own in sorted(chapter.board.sources(card.id, "owns"), key=by_title))
    if checkers:
        parts.append(tr("checked by: {role}", role=checkers))
    if card.get("reaction"):
        parts.append(tr("if broken: {reaction}", reaction=str(card.get("reaction"))))
    return ", ".join(parts)


def _alarm(there: Sequence[Card]) -> str:
    return colours.INK if there else "#A3262B"


def _idea(chapter: Chapter, card: Card) -> list[Cell]:
    figures = [Cell(chapter.tr.number(score(card, name))) for name in ("impact", "effort", "confidence")]
    worth = Cell(chapter.tr.number(agreed.ice(card), 0))
    return [Cell(title_of(card, chapter.tr), "medium"), Cell(_changed(chapter, card)), *figures, worth]


def _changed(chapter: Chapter, card: Card) -> str:
    targets = chapter.board.targets(card.id, "improves")
    return ", ".join(title_of(target, chapter.tr) for target in targets)


def _guard(chapter: Chapter, card: Card) -> str:
    tr = chapter.tr
    metric = str(card.get("metric") or title_of(card, tr))
    limit = str(card.get("limit", "")).replace("<=", "≤").replace(">=", "≥").replace(" ", "\u00a0")
    every = score(card, "every_days")
    if every is None:
        return tr("{metric} {limit}", metric=metric, limit=limit).strip()
    return tr.plural(
        "{metric} {limit}, every day", "{metric} {limit}, every {n} days", int(every), metric=metric, limit=limit
    )
