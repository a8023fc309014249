"""The page of the ranking: which processes move most of what customers miss, and what moves if one of them improves."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from cxworkshop.ui.bridge import Room
from cxworkshop.ui.parts.labels import Words
from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.chart import Chart
from cxworkshop.ui.views.drawing import window_look
from cxworkshop.ui.views.page import Page
from cxworkshop.ui.views.processes import told
from cxworkshop.ui.views.processes.facts import Facts
from cxworkshop.ui.views.processes.ranking import Ranking
from cxworkshop.ui.views.processes.to_wall import ToWall


class InfluencePage(Page):
    """Processes by influence; the one pressed last is open."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(room, parent)
        self._opened: str | None = None
        room.selection_changed.connect(self._open)
        room.document_changed.connect(self._forget)

    def build(self) -> None:
        self.lead, self.empty = Words(look="lead"), ToWall(self.room)
        self.chart = Chart(self.room, self.drawing, height=120)
        self.chart.wanted.connect(self.wanted)
        self.hint = Words(tr("Press a process: the needs that move if it improves show below it."), "small")
        for widget in (self.lead, self.hint, self.chart, self.empty):
            self.column.addWidget(widget)
        self.column.addStretch(1)

    def refresh(self) -> None:
        facts = Facts(self.room)
        drawing = self.drawing()
        self.headline.setText(drawing.headline)
        self.lead.setText(told.lead_of_influence(facts))
        some = bool(facts.map.influence)
        self.chart.setVisible(some)
        self.empty.setVisible(not some)
        self.hint.setVisible(some)
        self.chart.setFixedHeight(max(round(drawing.height(window_look())) + 4, 40))
        self.chart.refresh()

    def _open(self) -> None:
        """Another card is selected: a process is opened, needs keep open what they rest on."""
        chosen = self.room.board.find(self.room.selection[0]) if self.room.selection else None
        if chosen is None or not self._built or self._stale:
            return
        if chosen.kind == "process" and chosen.id != self._opened:
            self._opened = chosen.id
            self.refresh()
            self.staged_again.emit()
        place, body = self.chart.stand_on(chosen.id), self.area.widget()
        if place is not None and body is not None:
            corner = self.chart.mapTo(body, place.center().toPoint())
            self.area.ensureVisible(0, corner.y(), 0, round(2 * place.height()))

    def _forget(self) -> None:
        self._opened = None

    def drawing(self) -> Ranking:
        return Ranking(Facts(self.room), self._opened)
