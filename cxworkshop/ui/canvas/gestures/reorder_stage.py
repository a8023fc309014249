"""Moves a stage to another place in its journey by dragging its name."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from cxworkshop.actions import journeys
from cxworkshop.model.boxes import TITLE_SIZE
from cxworkshop.ui.canvas.gestures.gesture import Gesture
from cxworkshop.ui.canvas.ink import elided, font
from cxworkshop.ui.canvas.wall import Wall
from cxworkshop.ui.speech import tr


class ReorderStage(Gesture):
    """A line shows between which stages it would stand."""

    wall: Wall

    cursor = Qt.CursorShape.ClosedHandCursor
    scrolls = True

    def __init__(self, wall: Wall, stage: str) -> None:
        super().__init__(wall)
        self._stage = stage

    def start(self, at: QPointF) -> None:
        self._at = at
        self.wall.hint(tr("Let go where the stage should stand; Esc cancels"))

    def goes_on(self) -> bool:
        return self.wall.picture.column_of_stage(self._stage) is not None

    def move(self, at: QPointF) -> None:
        self._at = at

    def end(self, at: QPointF) -> None:
        self._at = at
        before, _ = self._landing()
        self.wall.hint("")
        if not self.wall.viewport().rect().contains(at.toPoint()):
            return  # let go beside the wall: everything stays
        if before != self._stage:
            self.wall.room.do(lambda board: journeys.move_stage(board, self._stage, before), initiator=self.wall)

    def _landing(self) -> tuple[str | None, float]:
        """The stage it would come before (None: last), and the x of the line in wall units."""
        x, _ = self.wall.camera.to_wall(self._at.x(), 0)
        own = [column for column in self.wall.picture.layout.columns if column.role == "stage"]
        for column in own:
            if x < column.x + column.width / 2:
                return column.stage, column.x
        return None, own[-1].right

    def paint(self, painter: QPainter) -> None:
        _, line = self._landing()
        x, _ = self.wall.camera.to_screen(line, 0)
        painter.setPen(QPen(self.wall.ink.focus, 2.5))
        painter.drawLine(QPointF(x, 0), QPointF(x, self.wall.camera.height))

    def paint_over_names(self, painter: QPainter) -> None:
        wall = self.wall
        _, line = self._landing()
        x, _ = wall.camera.to_screen(line, 0)
        painter.setPen(QPen(wall.ink.focus, 2.5))
        painter.drawLine(QPointF(x, 0), QPointF(x, wall.camera.top))
        stage = wall.room.board.find(self._stage)
        box = QRectF(self._at.x() - 60, 4, 140, wall.camera.top - 8)
        painter.setBrush(wall.ink.surface)
        painter.setPen(wall.ink.ring)
        painter.drawRoundedRect(box, 6, 6)
        painter.setPen(wall.ink.text)
        painter.setFont(font(TITLE_SIZE))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, elided(stage.title if stage else "", 124, TITLE_SIZE))
