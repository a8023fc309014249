"""Moves a lane to another place among the lanes by dragging its name; the lanes of processes go as one."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from cxworkshop.model.boxes import LaneBox
from cxworkshop.ui.canvas import lane_verbs
from cxworkshop.ui.canvas.gestures.gesture import Gesture
from cxworkshop.ui.canvas.ink import elided, font
from cxworkshop.ui.canvas.wall import Wall
from cxworkshop.ui.speech import tr

SIZE = 12.5


class ReorderLane(Gesture):
    """A line shows between which lanes it would stand."""

    wall: Wall

    cursor = Qt.CursorShape.ClosedHandCursor
    scrolls = True

    def __init__(self, wall: Wall, lane: str) -> None:
        super().__init__(wall)
        self._lane = lane

    def start(self, at: QPointF) -> None:
        self._at = at
        self.wall.hint(tr("Let go where the lane should stand; Esc cancels"))

    def goes_on(self) -> bool:
        return self.wall.picture.layout.lane_box(self._lane) is not None

    def move(self, at: QPointF) -> None:
        self._at = at

    def end(self, at: QPointF) -> None:
        self._at = at
        self.wall.hint("")
        if not self.wall.viewport().rect().contains(at.toPoint()):
            return  # let go beside the wall: everything stays
        place, before, _ = self._landing()
        if not self._stays(place):
            lane_verbs.put_before(self.wall, self._lane, before)
        lane_verbs.take(self.wall, self._lane)

    def _blocks(self) -> list[list[LaneBox]]:
        found: dict[str, list[LaneBox]] = {}
        for box in self.wall.picture.layout.lanes:
            found.setdefault(box.lane.block, []).append(box)
        return list(found.values())

    def _landing(self) -> tuple[int, str | None, float]:
        """At which place among the blocks it would stand, the lane it would come before (None: below all), and the y
        of the line in wall units."""
        _, y = self.wall.camera.to_wall(0, self._at.y())
        blocks = self._blocks()
        for number, block in enumerate(blocks):
            if y < (block[0].y + block[-1].bottom) / 2:
                return number, block[0].lane.id, block[0].y
        return len(blocks), None, blocks[-1][-1].bottom

    def _stays(self, place: int) -> bool:
        """Whether this is where it stands already: before itself or before the one that follows it."""
        own = next(n for n, block in enumerate(self._blocks()) if any(box.lane.id == self._lane for box in block))
        return place in (own, own + 1)

    def paint(self, painter: QPainter) -> None:
        _, y = self.wall.camera.to_screen(0, self._landing()[2])
        painter.setPen(QPen(self.wall.ink.focus, 2.5))
        painter.drawLine(QPointF(0, y), QPointF(self.wall.camera.width, y))

    def paint_over_names(self, painter: QPainter) -> None:
        wall = self.wall
        _, y = wall.camera.to_screen(0, self._landing()[2])
        painter.setPen(QPen(wall.ink.focus, 2.5))
        if y >= wall.camera.top - 1:
            painter.drawLine(QPointF(0, y), QPointF(wall.camera.left, y))
        found = wall.picture.layout.lane_box(self._lane)
        if found is None:
            return
        name = tr("Processes") if found.lane.depth is not None else found.lane.name(tr)
        box = QRectF(6, self._at.y() - 15, wall.camera.left + 24, 30)
        painter.setBrush(wall.ink.surface)
        painter.setPen(wall.ink.ring)
        painter.drawRoundedRect(box, 6, 6)
        painter.setPen(wall.ink.text)
        painter.setFont(font(SIZE))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, elided(name, box.width() - 16, SIZE))
