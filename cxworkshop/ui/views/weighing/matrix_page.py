"""The page of value and effort: the matrix to drag points in, and the improvements not weighed yet."""

from __future__ import annotations

from cxworkshop.analysis.value_effort import FORMULA, SOURCE
from cxworkshop.ui.parts.labels import Words
from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.page import Page
from cxworkshop.ui.views.processes.to_wall import ToWall
from cxworkshop.ui.views.weighing.matrix import Matrix
from cxworkshop.ui.views.weighing.matrix_chart import MatrixChart
from cxworkshop.ui.views.weighing.unscored import Unscored


class MatrixPage(Page):
    """Impact and effort of every improvement."""

    def build(self) -> None:
        self.lead = Words(look="lead")
        self.to_wall = ToWall(self.room)
        self.chart = MatrixChart(self.room, self.drawing)
        self.chart.wanted.connect(self.wanted)
        self.hint = Words(tr("Drag a point, or press Shift and an arrow key; with Ctrl in halves."), "soft")
        formula = tr("{formula}. Source: {source}.", formula=tr(FORMULA), source=tr(SOURCE))
        self.formula = Words(formula, "small")
        self.unscored = Unscored(
            self.room,
            tr("Not placed: impact or effort is missing"),
            tr("Press one and give it impact and effort, 1 to 10, on the right; it then appears in the matrix."),
        )
        self.column.addWidget(self.lead)
        self.column.addWidget(self.to_wall)
        for widget in (self.chart, self.hint, self.formula, self.unscored):
            self.column.addWidget(widget)
        self.column.setStretchFactor(self.chart, 100)
        self.column.addStretch(1)  # keeps an empty page together at its top

    def refresh(self) -> None:
        drawing = self.drawing()
        self.to_wall.setVisible(not drawing.shown and not drawing.left)
        self.headline.setText(drawing.headline)
        self.lead.setText(_lead(drawing))
        for widget in (self.chart, self.hint, self.formula):
            widget.setVisible(bool(drawing.shown))
        self.chart.refresh()
        self.unscored.show_cards([own.id for own in drawing.left])

    def drawing(self) -> Matrix:
        return Matrix(self.room.board)


def _lead(drawing: Matrix) -> str:
    if drawing.shown:
        return tr("What brings much and costs little stands at the upper left: begin there.")
    if drawing.left:
        return tr("Two questions decide: how much would it change for customers, and how much work is it?")
    return tr(
        "Add improvements to the wall (step 8): from any problem or need, what would you change? Then weigh them here"
        " by impact and effort."
    )
