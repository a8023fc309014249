"""The page of the ranking: which processes move most of what customers miss, and what moves if one of them improves."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from cxworkshop.ui.bridge import Room
from cxworkshop.ui.parts.buttons import Button
from cxworkshop.ui.parts.labels import Words
from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.chart import Chart
from cxworkshop.ui.views.drawing import window_look
from cxworkshop.ui.views.page import Page
from cxworkshop.ui.views.processes import told
from cxworkshop.ui.views.processes.facts import Facts
from cxworkshop.ui.views.processes.ranking import Ranking
from cxworkshop.ui.views.processes.to_wall import ToWall

FIRST = 40  # processes that have a row before somebody asks for all


class InfluencePage(Page):
    """Processes by influence; the one pressed last is open."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(room, parent)
        chosen = room.board.find(room.selection[0]) if room.selection else None
        self._opened: str | None = chosen.id if chosen is not None and chosen.kind == "process" else None
        self._all = False
        self._sought = ""
        self._later_in_sight = QTimer(self, singleShot=True, interval=0)
        self._later_in_sight.timeout.connect(self._bring_into_sight)
        room.selection_changed.connect(self._open)
        room.document_changed.connect(self._forget)

    def build(self) -> None:
        self.lead, self.empty = Words(look="lead"), ToWall(self.room)
        self.chart = Chart(self.room, self._ranking, height=120)
        self.chart.wanted.connect(self.wanted)
        self.hint = Words(tr("Press a process: the needs that move if it improves show below it."), "small")
        self.more = Button(look="link")
        self.more.clicked.connect(self._show_all)
        for widget in (self.lead, self.hint, self.chart, self.empty):
            self.column.addWidget(widget)
        self.column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)

    def refresh(self) -> None:
        facts = Facts(self.room)
        drawing = self._ranking()
        self.headline.setText(drawing.headline)
        self.lead.setText(told.lead_of_influence(facts))
        some = bool(facts.map.influence)
        self.chart.setVisible(some)
        self.empty.setVisible(not some)
        self.hint.setVisible(some)
        self.chart.setFixedHeight(max(round(drawing.height(window_look())) + 4, 40))
        self.chart.refresh()
        self.more.setVisible(bool(drawing.hidden))
        self.more.setText(tr.plural("Show the only process", "Show all {n} processes", len(facts.map.influence)))

    def _show_all(self) -> None:
        self._all = True
        self.refresh()

    def _open(self) -> None:
        """Another card is selected: a process is opened, needs keep open what they rest on."""
        chosen = self.room.board.find(self.room.selection[0]) if self.room.selection else None
        if chosen is None or not self._built:
            return
        if chosen.kind == "process" and chosen.id != self._opened:
            self._opened = chosen.id
            if not self._stale:  # else it is shown with what has changed
                self.refresh()
            self.staged_again.emit()
        self._sought = chosen.id
        self._later_in_sight.start()

    def _bring_into_sight(self) -> None:
        """Scroll to what was selected, once the page has the height that its rows take now."""
        body = self.area.widget()
        if not self._built or body is None or self._sought not in self.room.selection:
            return
        if (layout := body.layout()) is not None:
            layout.activate()
            body.resize(body.width(), max(layout.minimumSize().height(), self.area.viewport().height()))
        place = self.chart.stand_on(self._sought)
        if place is not None:
            corner = self.chart.mapTo(body, place.center().toPoint())
            self.area.ensureVisible(0, corner.y(), 0, round(2 * place.height()))

    def _forget(self) -> None:
        self._opened, self._all = None, False

    def _ranking(self) -> Ranking:
        """What the page shows: of a crowd the first, until all are asked for."""
        return Ranking(Facts(self.room), self._opened, None if self._all else FIRST)

    def drawing(self) -> Ranking:
        return Ranking(Facts(self.room), self._opened)
