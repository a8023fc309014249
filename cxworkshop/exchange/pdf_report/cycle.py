"""What held since the cycle before: improvements by their readings, and what touchpoints remember of their scores."""

from __future__ import annotations

from collections.abc import Sequence

from cxworkshop.analysis import held as holding
from cxworkshop.analysis.compare_told import STATES, Teller
from cxworkshop.analysis.comparison import Change
from cxworkshop.analysis.ghost import compare_remembered, is_next_cycle, remembers
from cxworkshop.analysis.held import Held, SafeguardState
from cxworkshop.analysis.held_told import told_held, told_marked
from cxworkshop.exchange.drawing import colours
from cxworkshop.exchange.drawing.faces import title_of
from cxworkshop.exchange.pdf_report.chapter import Chapter
from cxworkshop.exchange.pdf_report.needs import draw_formula
from cxworkshop.exchange.pdf_report.sheet import LEFT
from cxworkshop.exchange.pdf_report.table import Cell, Column, draw_table

_WORST_FIRST = ("rolled_back", "slipping", "held")
_INKS = {"held": "#1F7A4D", "slipping": "#96600A", "rolled_back": "#A3262B"}
_MOST = 60  # lines; the comparison with the old file has them all
_SECTIONS = ("journey", "touchpoint")  # whose changes the remembered scores can tell


def draw(chapter: Chapter) -> None:
    """A page of a second or later cycle; nothing of a first one."""
    sheet, tr, board = chapter.sheet, chapter.tr, chapter.board
    if not is_next_cycle(board):
        return
    states = holding.held(board, chapter.findings.today)
    sheet.page(told_held(states, tr), told_marked(board, states, tr), tr("What held"))
    judged = sorted((own for own in states if own.held), key=lambda own: _WORST_FIRST.index(str(own.held)))
    if judged:
        columns = [
            Column(tr("Improvement"), 34),
            Column(tr("State"), 14),
            Column(tr("Safeguard"), 34),
            Column(tr("Newest reading"), 18),
        ]
        draw_table(sheet, columns, [_row(chapter, own) for own in judged])
        draw_formula(chapter, holding.FORMULA, holding.SOURCE)
    if remembers(board):
        _draw_remembered(chapter)


def _row(chapter: Chapter, own: Held) -> list[Cell]:
    tr = chapter.tr
    worst = next((one for one in own.safeguards if one.state == own.held), own.safeguards[0])
    guard = chapter.card(worst.id)
    limit = str(guard.get("limit", "")).replace("<=", "≤").replace(">=", "≥")
    metric = str(guard.get("metric") or title_of(guard, tr))
    return [
        Cell(title_of(chapter.card(own.id), tr), "medium"),
        Cell(tr(STATES[own.held]), "medium", _INKS[str(own.held)]),
        Cell(f"{metric} {limit}".strip()),
        Cell(_reading(chapter, worst)),
    ]


def _reading(chapter: Chapter, own: SafeguardState) -> str:
    tr = chapter.tr
    if own.newest is None:
        return "–"
    value = tr.number(own.newest, 2)
    return tr("{value}, {date}", value=value, date=tr.date(own.at.isoformat())) if own.at else value


def _draw_remembered(chapter: Chapter) -> None:
    """What rose and fell by the scores that touchpoints keep of the cycle before."""
    sheet, tr, board = chapter.sheet, chapter.tr, chapter.board
    found = compare_remembered(board, chapter.findings.today)
    teller = Teller(found, board, board, tr)
    every = [own for kind in _SECTIONS for own in found.changes if own.kind == kind and own.figure]
    changes = both_ways(every)
    sheet.label(tr("Since the cycle before, by the scores its touchpoints had"), before=20, keep=30)
    if not changes:
        sheet.paragraph(tr("Nothing changed."), 10)
    for own in changes:
        colour = {"rose": _INKS["held"], "fell": _INKS["rolled_back"]}.get(own.change, colours.INK)
        sheet.need(29)
        mark = {"rose": "↑", "fell": "↓"}.get(own.change, "·")
        sheet.pen.text(LEFT, sheet.y + 10, mark, 10, colour, "semibold")
        sheet.paragraph(teller.sentence(own), 10, x=LEFT + 14, width=700, most=2)
    if len(every) > len(changes):
        sheet.paragraph(tr.plural("and {n} more", "and {n} more", len(every) - len(changes)), 10, x=LEFT + 14)


def both_ways(changes: Sequence[Change]) -> list[Change]:
    """As many as are printed: where there are too many, of each sort the first, so that what fell is not left out."""
    if len(changes) <= _MOST:
        return list(changes)
    sorts = list(dict.fromkeys(own.change for own in changes))
    return [own for sort in sorts for own in [one for one in changes if one.change == sort][: _MOST // len(sorts)]]
