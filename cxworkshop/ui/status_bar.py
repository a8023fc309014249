"""The line at the bottom: what is on the wall, what the keys do now, what undo would take back, the zoom."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QWidget

from cxworkshop.model.board import Board
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.parts.buttons import IconButton
from cxworkshop.ui.parts.labels import Elided, Words
from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import themes
from cxworkshop.words import N_

HINT = N_("Enter — new card · L — link · / — find")
ZOOMS = (0.25, 0.5, 0.75, 1.0, 1.5, 2.0)


def counted(board: Board) -> str:
    """What is there: "6 stages · 24 cards · 31 links"."""
    stages = board.count("stage")
    cards = len(board.cards) - stages - board.count("journey")
    return " · ".join(
        [
            tr.plural("{n} stage", "{n} stages", stages),
            tr.plural("{n} card", "{n} cards", cards),
            tr.plural("{n} link", "{n} links", len(board.links())),
        ]
    )


class StatusBar(QFrame):
    """`zoom_wanted` gives a scale, or 0 for the whole wall."""

    zoom_wanted = Signal(float)
    undo_wanted = Signal()
    history_wanted = Signal()

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("StatusBar")
        self._room = room
        self._hinted = ""
        self._percent = 100
        self._counts, self._hint = Words("", "", self, wrap=False), Elided("", "", self)
        self._undo, self._zoom = QPushButton(self), QPushButton(self)
        self.history = IconButton("clock", "", self, size=14)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 2, 10, 2)
        row.setSpacing(18)
        row.addWidget(self._counts)
        row.addWidget(self._hint, 1)
        undoing = QHBoxLayout()
        undoing.setSpacing(2)
        undoing.addWidget(self._undo)
        undoing.addWidget(self.history)
        row.addLayout(undoing)
        row.addWidget(self._zoom)
        for button in (self._undo, self._zoom):
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._undo.clicked.connect(self.undo_wanted)
        self._undo.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._undo.customContextMenuRequested.connect(lambda _: self.history_wanted.emit())
        self.history.clicked.connect(self.history_wanted)
        self._zoom.clicked.connect(self._choose_zoom)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.refresh)
        room.changed.connect(lambda _: self._later.start())
        room.document_changed.connect(self.refresh)
        tr.changed.connect(self.refresh)
        themes.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        self.setFixedHeight(round(30 * themes.text_scale))
        self._counts.setText(counted(self._room.board))
        label = self._room.document.undo_label
        told = tr(label.text, **label.values) if label is not None and label.text else ""
        metrics = self._undo.fontMetrics()
        whole = tr("Undo: {what}", what=told)
        self._undo.setText(metrics.elidedText(whole, Qt.TextElideMode.ElideRight, 300))
        self._undo.setToolTip(whole)
        self._undo.setVisible(bool(told))
        keys = QKeySequence("Ctrl+H").toString(QKeySequence.SequenceFormat.NativeText)
        self.history.say(tr("History"), keys)
        self.show_hint(self._hinted)
        self.show_zoom(self._percent / 100)

    def show_hint(self, hint: str) -> None:
        """Show what the keys do now; an empty hint: the usual one."""
        self._hinted = hint
        self._hint.setText(hint or tr(HINT))

    def show_zoom(self, zoom: float) -> None:
        self._percent = round(zoom * 100)
        self._zoom.setText(tr("{n} %", n=self._percent))
        self._zoom.setToolTip(tr("Zoom"))

    def _choose_zoom(self) -> None:
        menu = QMenu(self)
        for zoom in reversed(ZOOMS):
            action = menu.addAction(tr("{n} %", n=round(zoom * 100)))
            action.triggered.connect(lambda _=False, chosen=zoom: self.zoom_wanted.emit(chosen))
        menu.addSeparator()
        menu.addAction(tr("Whole wall")).triggered.connect(lambda: self.zoom_wanted.emit(0.0))
        corner = self._zoom.mapToGlobal(self._zoom.rect().topRight())
        menu.popup(corner - QPoint(menu.sizeHint().width(), menu.sizeHint().height()))
