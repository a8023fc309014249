"""The bar on top: which workshop, which journey, and the few buttons a facilitator needs at hand."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QWidget

from cxworkshop.actions import workshop
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.journeys import JourneySwitch
from cxworkshop.ui.parts.buttons import Button, IconButton
from cxworkshop.ui.parts.elided_line import ElidedLine
from cxworkshop.ui.parts.labels import Elided
from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import themes

_WIDEST_TITLE = 340
_ROOMY = 1250  # below this width the pill shows its keys only and the subtitle goes


class TopBar(QFrame):
    """Signals name what was pressed; the window knows what to do."""

    find_wanted = Signal()
    screen_wanted = Signal()
    pdf_wanted = Signal()

    def __init__(self, room: Room, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("TopBar")
        self._room = room
        self.title = ElidedLine(self)
        self.title.setObjectName("WorkshopTitle")
        self.title.editingFinished.connect(self._rename)
        self.title.textChanged.connect(self._fit_title)
        self.subtitle = Elided("", "soft", self)
        self.journeys = JourneySwitch(room, self)
        self.search = Button("", "search", "pill", self, size=16)
        self.share = Button("", "screen", "primary", self, size=16)
        self.pdf = Button("", "pdf", "", self, size=16)
        self.more = IconButton("menu", "", self)
        self.more.setMenu(menu)
        self._lay_out()
        self.search.clicked.connect(self.find_wanted)
        self.share.clicked.connect(self.screen_wanted)
        self.pdf.clicked.connect(self.pdf_wanted)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.refresh)
        room.changed.connect(lambda _: self._later.start())
        room.document_changed.connect(self.refresh)
        tr.changed.connect(self.refresh)
        themes.changed.connect(self.refresh)
        self.refresh()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 12, 0)
        row.setSpacing(10)
        row.addWidget(self.title)
        row.addWidget(self.subtitle)
        row.addSpacing(4)
        row.addWidget(self.journeys)
        row.addStretch(1)
        for button in (self.search, self.share, self.pdf, self.more):
            row.addWidget(button)

    def refresh(self) -> None:
        """Show title, cycle and words as they are now."""
        self.setFixedHeight(round(50 * themes.text_scale))
        own = self._room.board.workshop
        if not (self.title.hasFocus() and self.title.isModified()):
            self.title.setText(str(own.get("title") or ""))
            self.title.setCursorPosition(0)
        self.title.setPlaceholderText(tr("Untitled workshop"))
        self.title.setAccessibleName(tr("Title of the workshop"))
        self.title.setReadOnly(self._room.document.read_only)
        self.subtitle.setText(self._state(own.get("cycle")))
        self.pdf.setText(tr("PDF"))
        self.pdf.setToolTip(tr("Write the report as PDF"))
        self.share.setText(tr("Shared screen"))
        self.share.setToolTip(tr("Show the room its own window"))
        self.more.say(tr("Menu"))
        self._fit()

    def _state(self, cycle: object) -> str:
        number = cycle if isinstance(cycle, int) else 1
        if self._room.document.read_only:
            return tr("Cycle {n} · for reading only", n=number)
        return tr("Cycle {n} · saved", n=number)

    def _fit(self) -> None:
        keys = QKeySequence("Ctrl+K").toString(QKeySequence.SequenceFormat.NativeText)
        roomy = self.width() >= _ROOMY * themes.text_scale
        self.search.setText(tr("Find or do   {keys}", keys=keys) if roomy else keys)
        self.search.setToolTip(tr("Find a card or a command"))
        self.subtitle.setVisible(roomy)
        self._fit_title()

    def _fit_title(self) -> None:
        text = self.title.text() or self.title.placeholderText()
        needed = self.title.fontMetrics().horizontalAdvance(text) + 24
        self.title.setFixedWidth(max(min(needed, _WIDEST_TITLE), 120))
        self.title.setToolTip(text if needed > _WIDEST_TITLE else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _rename(self) -> None:
        title = self.title.text().strip()
        self.title.setModified(False)
        if title != str(self._room.board.workshop.get("title") or "") and not self._room.document.read_only:
            self._room.do(lambda board: workshop.edit(board, title=title or None), initiator=self)
