"""The page of the blind spots: influential processes whose owners do not meet customers."""

from __future__ import annotations

from cxworkshop.analysis import blind_spot
from cxworkshop.ui.parts.labels import Words
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

    def build(self) -> None:
        self.lead, self.empty = Words(look="lead"), ToWall(self.room)
        self.chart = Chart(self.room, self.drawing, height=round(400 * themes.text_scale))
        self.chart.wanted.connect(self.wanted)
        self.formula = Words(look="small")
        for widget in (self.lead, self.chart, self.formula, self.empty):
            self.column.addWidget(widget)
        self.column.setStretchFactor(self.chart, 1)

    def refresh(self) -> None:
        facts = Facts(self.room)
        drawing = self.drawing()
        self.headline.setText(drawing.headline)
        self.lead.setText(told.lead_of_blind_spots(facts))
        self.chart.setVisible(bool(drawing.shown))
        self.empty.setVisible(not drawing.shown)
        self.formula.setVisible(bool(drawing.shown))
        self.formula.setText(
            tr("{formula}. Source: {source}.", formula=tr(blind_spot.FORMULA), source=tr(blind_spot.SOURCE))
        )
        self.chart.refresh()

    def drawing(self) -> BlindSpots:
        return BlindSpots(Facts(self.room))
