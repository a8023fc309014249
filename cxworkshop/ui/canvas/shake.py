"""A refusal: the card shakes its head. Where nothing may move, its red frame alone says it."""

from __future__ import annotations

import math

from PySide6.QtCore import QAbstractAnimation, QObject, QRect, QRectF, QVariantAnimation
from PySide6.QtGui import QPainter, QPen, Qt

from cxworkshop.ui.canvas.paint_lanes import lane_tint
from cxworkshop.ui.canvas.paint_wall import paint_one
from cxworkshop.ui.canvas.places import box_of
from cxworkshop.ui.canvas.wall import Wall

DURATION, REACH, TURNS = 380, 7.0, 3  # milliseconds, pixels, to and fro
MARGIN = 14


class Shake(QObject):
    """`offset` is how far the flashed card stands aside just now, in pixels."""

    def __init__(self, wall: Wall) -> None:
        super().__init__(wall)
        self._wall = wall
        self.offset = 0.0
        self._animation = QVariantAnimation(self, startValue=0.0, endValue=1.0, duration=DURATION)
        self._animation.valueChanged.connect(self._step)
        self._animation.finished.connect(lambda: self._step(1.0))

    @property
    def runs(self) -> bool:
        return self._animation.state() == QAbstractAnimation.State.Running

    def start(self) -> None:
        """Shake the card that is flashed, if anything may move."""
        self.stop()
        if self._wall.animated and self._wall.isVisible():
            self._animation.start()

    def stop(self) -> None:
        self._animation.stop()
        self.offset = 0.0

    def _step(self, passed: float) -> None:
        self.offset = REACH * (1.0 - passed) * math.sin(passed * TURNS * 2 * math.pi)
        area = self._area()
        if area is not None:
            self._wall.viewport().update(area)

    def _area(self) -> QRect | None:
        wall = self._wall
        if wall.flashed is None or wall.flashed not in wall.picture.boxes:
            return None
        box = box_of(wall.camera.rect_to_screen(wall.picture.rect(wall.flashed)))
        return box.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN).toAlignedRect()

    def paint(self, painter: QPainter) -> None:
        """The refused card where it is just now, framed, over the still picture."""
        wall, card = self._wall, self._wall.flashed
        if card is None or card not in wall.picture.boxes:
            return
        rect = wall.picture.rect(card)
        box = box_of(wall.camera.rect_to_screen(rect))
        if self.offset:
            self._clear(painter, card, box)
            paint_one(
                painter, wall.ink, wall.picture, wall.look, card, wall.camera,
                rect._replace(x=rect.x + self.offset / wall.camera.zoom),
            )  # fmt: skip
        painter.setPen(QPen(wall.ink.bad, 3.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.translated(self.offset, 0.0).adjusted(-3, -3, 3, 3), 9, 9)

    def _clear(self, painter: QPainter, card: str, box: QRectF) -> None:
        lane = self._wall.picture.layout.lane_box(self._wall.picture.boxes[card].lane)
        tint = lane_tint(self._wall.ink, lane) if lane is not None else None
        painter.fillRect(box.adjusted(-3, -3, 3, 4), tint or self._wall.ink.wall)
