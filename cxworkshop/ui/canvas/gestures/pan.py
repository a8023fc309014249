"""Moves the wall under the hand: middle button, or Space held."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt

from cxworkshop.ui.canvas.gestures.gesture import Gesture
from cxworkshop.ui.canvas.wall import Wall


class Pan(Gesture):
    """The point pressed stays under the pointer."""

    wall: Wall

    cursor = Qt.CursorShape.ClosedHandCursor

    def start(self, at: QPointF) -> None:
        self._from = at
        self._scroll = self.wall.scroll_place()

    def move(self, at: QPointF) -> None:
        by = at - self._from
        self.wall.scroll_to(self._scroll.x() - round(by.x()), self._scroll.y() - round(by.y()))

    def cancel(self) -> None:
        self.wall.scroll_to(self._scroll.x(), self._scroll.y())

    def area(self) -> QRectF:
        return QRectF()
