"""The thoughts nobody has sorted yet, as yellow slips to be dragged to a stage of the wall."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from cxworkshop.model.board import Board
from cxworkshop.model.records import Card
from cxworkshop.ui import mime
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.palette.drag import drag
from cxworkshop.ui.parts.labels import Words
from cxworkshop.ui.speech import tr

MOST_SHOWN = 60


def unsorted_notes(board: Board) -> list[Card]:
    """The notes that lie in no stage, the newest first."""
    return [note for note in reversed(board.of_kind("note")) if board.stage_of(note) is None]


class NoteSlip(QFrame):
    """One thought: pressed, it is selected; dragged, it moves to the wall."""

    def __init__(self, room: Room, note: Card, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("NoteSlip")
        self._room, self.note = room, note
        self._pressed_at: QPointF | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(3)
        column.addWidget(Words(note.title or tr("(no title)"), "", self))
        author = str(note.get("author") or "")
        if author:
            column.addWidget(Words(author, "small", self))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAccessibleName(note.title)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position()
            self._room.select([self.note.id])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None or self._room.document.read_only:
            return
        if (event.position() - self._pressed_at).manhattanLength() >= QApplication.startDragDistance():
            self._pressed_at = None
            drag(self, mime.MOVE, self.note.id, "note", self.note.title)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = None

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._room.select([self.note.id])
