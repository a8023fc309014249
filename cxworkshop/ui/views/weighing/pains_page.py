"""The page of pains: every problem by severity × frequency as bars, and those that were not scored."""

from __future__ import annotations

from cxworkshop.analysis.pain import FORMULA, SOURCE, Pain, pains
from cxworkshop.analysis.scores import score
from cxworkshop.analysis.weighing_told import of_pains
from cxworkshop.model.board import Board
from cxworkshop.ui.parts.labels import Words
from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import themes
from cxworkshop.ui.views.chart import Chart
from cxworkshop.ui.views.page import Page
from cxworkshop.ui.views.processes.to_wall import ToWall
from cxworkshop.ui.views.weighing.bars import Bars, Row
from cxworkshop.ui.views.weighing.tips import evidence_of, tip
from cxworkshop.ui.views.weighing.unscored import Unscored

WORST = 100.0


class PainsPage(Page):
    """Which problem hurts most."""

    def build(self) -> None:
        self.lead = Words(look="lead")
        self.to_wall = ToWall(self.room)
        self._shown = Bars("", [], WORST)
        self.chart = Chart(self.room, lambda: self._shown, height=80)
        self.chart.wanted.connect(self.wanted)
        formula = tr("{formula}. Source: {source}.", formula=tr(FORMULA), source=tr(SOURCE))
        self.formula = Words(formula, "small")
        self.unscored = Unscored(
            self.room,
            tr("Not ranked: severity or frequency is missing"),
            tr("Press one and score it on the right, 1 to 10: how bad is it, and how often does it come?"),
        )
        self.column.addWidget(self.lead)
        self.column.addWidget(self.to_wall)
        for widget in (self.chart, self.formula, self.unscored):
            self.column.addWidget(widget)
        self.column.addStretch(1)

    def refresh(self) -> None:
        drawing = self._shown = self.drawing()
        self.to_wall.setVisible(not self.room.board.count("problem"))
        self.headline.setText(drawing.headline)
        self.lead.setText(_lead(drawing, self.room.board))
        for widget in (self.chart, self.formula):
            widget.setVisible(bool(drawing.rows))
        self.chart.use_height(drawing.height(themes.text_scale))
        self.chart.refresh()
        self.unscored.show_cards([own.id for own in pains(self.room.board) if own.pain is None])

    def drawing(self) -> Bars:
        return pain_bars(self.room.board)


def pain_bars(board: Board) -> Bars:
    """The scored problems, the worst first; a whole bar is the worst there can be."""
    found = pains(board)
    rows = [_row(own, board) for own in found if own.pain is not None]
    return Bars(of_pains(found, board, tr.translator), rows, WORST)


def _row(own: Pain, board: Board) -> Row:
    card = board.card(own.id)
    severity, frequency = tr.number(score(card, "severity")), tr.number(score(card, "frequency"))
    said = tr(
        "pain {pain} = severity {severity} × frequency {frequency}",
        pain=tr.number(own.pain),
        severity=severity,
        frequency=frequency,
    )
    told = tip(card.title, said, f"{evidence_of(card)} · {_raised(card.id, board)}", FORMULA, SOURCE)
    name = card.title or tr("(no title)")
    return Row(card.id, "problem", name, own.pain, tr.number(own.pain), f"{severity} × {frequency}", told)


def _raised(problem: str, board: Board) -> str:
    count = len(board.sources(problem, "raises"))
    return tr.plural("raised at {n} touchpoint", "raised at {n} touchpoints", count)


def _lead(drawing: Bars, board: Board) -> str:
    if drawing.rows:
        return tr("How bad it is times how often it comes; the longest bar first.")
    if board.count("problem"):
        return tr("Two questions for each problem: how bad is it when it happens, and how often does it happen?")
    return tr("Write down on the wall what goes wrong at each touchpoint (step 4), then come back and rank it.")
