"""The page of the blind spots: influential processes whose owners do not meet customers."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from cxworkshop.analysis import blind_spot
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.parts.buttons import Button
from cxworkshop.ui.parts.labels import Elided, Words
from cxworkshop.ui.planning import can_plan, plan_for_process
from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import themes
from cxworkshop.ui.views.chart import Chart
from cxworkshop.ui.views.page import Page
from cxworkshop.ui.views.processes import told
from cxworkshop.ui.views.processes.blind_drawing import BlindSpots
from cxworkshop.ui.views.processes.facts import Facts
from cxworkshop.ui.views.processes.to_wall import ToWall


class BlindSpotsPage(Page):
    """Influence against the owner's hours with customers."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(room, parent)
        self._process: str | None = None
        room.selection_changed.connect(self._selected)

    def build(self) -> None:
        self.lead, self.empty = Words(look="lead"), ToWall(self.room)
        self._drawn = self.drawing()
        self._largest: list[str] = []
        self.chart = Chart(self.room, lambda: self._drawn, height=round(400 * themes.text_scale))
        self.chart.wanted.connect(self.wanted)
        self.formula = Words(look="small")
        self.plan, self.whom = Button(tr("Plan a meeting"), "meeting"), Elided(look="soft")
        self.plan.clicked.connect(self._plan)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.plan)
        row.addWidget(self.whom, 1)
        self.column.addWidget(self.lead)
        self.column.addLayout(row)
        for widget in (self.chart, self.formula, self.empty):
            self.column.addWidget(widget)
        self.column.setStretchFactor(self.chart, 1)

    def refresh(self) -> None:
        facts = Facts(self.room)
        drawing = self._drawn = BlindSpots(facts)
        self.headline.setText(drawing.headline)
        self.lead.setText(told.lead_of_blind_spots(facts))
        self.chart.setVisible(bool(drawing.shown))
        self.empty.setVisible(not drawing.shown)
        self.formula.setVisible(bool(drawing.shown))
        self.formula.setText(
            tr("{formula}. Source: {source}.", formula=tr(blind_spot.FORMULA), source=tr(blind_spot.SOURCE))
        )
        self.chart.refresh()
        self._largest = [one.id for one in drawing.shown]
        self._offer_a_meeting()

    def _offer_a_meeting(self) -> None:
        """For those who decide on the process that is selected, else on the largest blind spot."""
        chosen = [*self.room.selection[:1], *self._largest]
        self._process = next((card for card in chosen if can_plan(self.room, card)), None)
        some = self._process is not None and not self.room.document.read_only
        self.plan.setVisible(some)
        self.whom.setVisible(some)
        if self._process is not None:
            title = self.room.board.card(self._process).title or tr("(no title)")
            self.whom.setText(tr("for those who decide on “{title}”", title=title))
            self.plan.setAccessibleName(tr("Plan a meeting for those who decide on “{title}”", title=title))

    def _plan(self) -> None:
        if self._process is not None:
            plan_for_process(self.room, self._process)

    def _selected(self) -> None:
        if self._built and self.isVisible():
            self._offer_a_meeting()

    def drawing(self) -> BlindSpots:
        return BlindSpots(Facts(self.room))
