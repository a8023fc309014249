"""Draws a link from a card's handle to another card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from cxworkshop.actions.links import no_link, sentences
from cxworkshop.ui.canvas import linking
from cxworkshop.ui.canvas.gestures.gesture import Gesture
from cxworkshop.ui.speech import tr

if TYPE_CHECKING:
    from cxworkshop.ui.canvas.wall_view import WallView


class DrawLink(Gesture):
    """A line follows the pointer; over a card it says what the link would mean, or why there is none."""

    cursor = Qt.CursorShape.CrossCursor
    scrolls = True

    def __init__(self, wall: WallView, source: str) -> None:
        super().__init__(wall)
        self._source = source
        self._target: str | None = None
        self._fits = True

    def start(self, at: QPointF) -> None:
        self._at = at
        self.wall.hint(tr("Let go over the card to link with; Esc cancels"))

    def goes_on(self) -> bool:
        if self._source not in self.wall.picture.boxes:
            return False
        self._target = None
        self.move(self._at)
        return True

    def move(self, at: QPointF) -> None:
        self._at = at
        over = self.wall.picture.card_at(*self.wall.camera.to_wall(at.x(), at.y()))
        target = over if over != self._source else None
        if target != self._target:
            self._target = target
            self._tell()

    def _tell(self) -> None:
        if self._target is None:
            self._fits = True
            self.wall.hint(tr("Let go over the card to link with; Esc cancels"))
            return
        board = self.wall.room.board
        fitting = sentences(board, self._source, self._target)
        self._fits = bool(fitting)
        self.wall.hint(
            linking.reading(board, fitting[0]) if fitting else no_link(board, self._source, self._target).told(tr)
        )

    def end(self, at: QPointF) -> None:
        self.move(at)
        if self._target is None:
            self.wall.hint("")
        else:
            where = self.wall.viewport().mapToGlobal(at.toPoint())
            linking.link(self.wall, self._source, self._target, at=where)

    def paint(self, painter: QPainter) -> None:
        linking.paint_draft(painter, self.wall, self._source, self._target, self._at, fits=self._fits)
