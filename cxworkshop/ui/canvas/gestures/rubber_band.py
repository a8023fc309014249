"""Selects all cards that a stretched rectangle touches."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from cxworkshop.ui.canvas.gestures.gesture import Gesture
from cxworkshop.ui.canvas.ink import with_alpha
from cxworkshop.ui.canvas.wall import Wall
from cxworkshop.ui.speech import tr


class RubberBand(Gesture):
    """Begins in wall units, so that it can be stretched further than the wall is in view."""

    wall: Wall

    scrolls = True

    def __init__(self, wall: Wall, *, adding: bool) -> None:
        super().__init__(wall)
        self._adding = adding

    def start(self, at: QPointF) -> None:
        self._from = self.wall.camera.to_wall(at.x(), at.y())
        self._at = at

    def move(self, at: QPointF) -> None:
        self._at = at
        count = len(self._cards())
        self.wall.hint(self.wall_hint(count))

    @staticmethod
    def wall_hint(count: int) -> str:
        """How many cards the rectangle touches."""
        return tr.plural("{n} card", "{n} cards", count)

    def end(self, at: QPointF) -> None:
        self._at = at
        kept = self.wall.room.selection if self._adding else ()
        self.wall.room.select([*kept, *self._cards()])
        self.wall.hint("")

    def paint(self, painter: QPainter) -> None:
        painter.setPen(QPen(self.wall.ink.focus, 1.2))
        painter.setBrush(with_alpha(self.wall.ink.focus, 28))
        painter.drawRect(self._rect())

    def area(self) -> QRectF:
        return self._rect().adjusted(-3, -3, 3, 3)

    def _rect(self) -> QRectF:
        start = QPointF(*self.wall.camera.to_screen(*self._from))
        return QRectF(start, self._at).normalized()

    def _cards(self) -> list[str]:
        rect = self._rect()
        area = self.wall.camera.rect_to_wall(rect.x(), rect.y(), max(rect.width(), 1), max(rect.height(), 1))
        found = self.wall.picture.cards_in(area)
        return sorted(found, key=lambda card: (self.wall.picture.rect(card).y, self.wall.picture.rect(card).x))
