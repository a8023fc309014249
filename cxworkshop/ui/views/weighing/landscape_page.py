"""The page of the landscape: the chart, how firmly the first needs stand, and the needs that were not scored."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from cxworkshop.analysis.sensitivity import FORMULA, SOURCE, Sensitivity, sensitivity
from cxworkshop.analysis.weighing_told import of_sensitivity
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.parts.labels import Caption, Words
from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.chart import Chart
from cxworkshop.ui.views.page import Page
from cxworkshop.ui.views.processes.to_wall import ToWall
from cxworkshop.ui.views.weighing.landscape import Landscape
from cxworkshop.ui.views.weighing.unscored import Unscored

MANY, REST = 60, 400  # needs from which the draws wait for a rest, and of so many milliseconds


class LandscapePage(Page):
    """Importance and satisfaction of every need."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        self._scores: tuple[object, ...] | None = None  # those that `_found` was worked out from
        self._found: Sensitivity | None = None
        super().__init__(room, parent)
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._draw_now)

    def build(self) -> None:
        self.lead = Words(look="lead")
        self.to_wall = ToWall(self.room)
        self.chart = Chart(self.room, self.drawing, height=430)
        self.chart.wanted.connect(self.wanted)
        self.firmness = Caption(tr("How firm the first five are"))
        self.said = Words()
        self.formula = Words(look="small")
        self.unscored = Unscored(self.room, tr("Not placed: importance or satisfaction is missing"))
        self.column.addWidget(self.lead)
        self.column.addWidget(self.to_wall)
        for widget in (self.chart, self.firmness, self.said, self.formula, self.unscored):
            self.column.addWidget(widget)
        self.column.setStretchFactor(self.chart, 100)
        self.column.addStretch(1)  # keeps an empty page together at its top

    def refresh(self) -> None:
        drawing = self.drawing()
        self.to_wall.setVisible(not drawing.shown and not drawing.left)
        self.headline.setText(drawing.headline)
        self.lead.setText(_lead(drawing))
        self.chart.setVisible(bool(drawing.shown))
        if drawing.shown:
            self.chart.refresh()
        self._work_out_firmness()
        self.unscored.show_cards([own.id for own in drawing.left])

    def drawing(self) -> Landscape:
        return Landscape(self.room.board)

    def _work_out_firmness(self) -> None:
        """The thousand draws, made again only where a score has changed; of many needs when the hand rests."""
        needs = self.room.board.of_kind("need")
        scores = tuple((need.id, need.title, need.get("importance"), need.get("satisfaction")) for need in needs)
        if self._found is None or scores != self._scores:
            self._scores = scores
            if len(needs) > MANY:
                self._rest.start()
                return
            self._found = sensitivity(self.room.board)
        self._tell(self._found)

    def _draw_now(self) -> None:
        self._found = sensitivity(self.room.board)
        self._tell(self._found)

    def _tell(self, found: Sensitivity) -> None:
        said = of_sensitivity(found, self.room.board, tr.translator)
        for widget in (self.firmness, self.said, self.formula):
            widget.setVisible(bool(said))
        self.said.setText(" ".join(said))
        self.formula.setText(tr("{formula}. Source: {source}.", formula=tr(FORMULA), source=tr(SOURCE)))


def _lead(drawing: Landscape) -> str:
    if drawing.shown:
        return tr("What lies at the lower right is important and not met: begin there.")
    if drawing.left:
        return tr("Press a need below and give it importance and satisfaction, 0 to 10, on the right: it appears here.")
    return tr(
        "Write down on the wall what customers need at each touchpoint (step 4). Then ask two questions of every need:"
        " how important is it, and how satisfied are they today?"
    )
