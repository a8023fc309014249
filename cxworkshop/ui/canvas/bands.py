"""The frozen names of the lanes and of the stages, kept as two pictures as long as they show the same.

Knows what they depend on, not how they are painted.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap

from cxworkshop.ui.canvas import paint_lanes
from cxworkshop.ui.canvas.wall import Wall
from cxworkshop.ui.speech import tr

Paint = Callable[[QPainter], None]


class Band:
    """One of the two: a picture and what it was painted for."""

    def __init__(self) -> None:
        self._pixmap = QPixmap()
        self._key: tuple[object, ...] = ()

    def show(
        self, painter: QPainter, width: int, height: int, ratio: float, key: tuple[object, ...], paint: Paint
    ) -> None:
        """Draw it at (0, 0), so many pixels wide and high; painted anew where `key` is another one."""
        wanted = (width, height, ratio, *key)
        if wanted != self._key:
            size = math.ceil(width * ratio), math.ceil(height * ratio)
            if (self._pixmap.width(), self._pixmap.height()) != size:
                self._pixmap = QPixmap(*size)
            self._pixmap.setDevicePixelRatio(ratio)
            self._pixmap.fill(Qt.GlobalColor.transparent)  # where a scale of the screen leaves a part of a pixel
            on = QPainter(self._pixmap)
            try:
                on.setRenderHint(QPainter.RenderHint.Antialiasing)
                paint(on)
            finally:
                on.end()
            self._key = wanted
        painter.drawPixmap(0, 0, self._pixmap)


class Bands:
    """Both bands of one wall."""

    def __init__(self) -> None:
        self._lanes, self._stages = Band(), Band()

    def show_lanes(self, painter: QPainter, wall: Wall, taken: str | None, hovered: str | None) -> None:
        """The names of the lanes, on the left: the one that keys work on, the one under the pointer."""
        ink, picture, camera = wall.ink, wall.picture, wall.camera
        key = (ink, picture.layout.lanes, camera.y, camera.zoom, tr.language, taken, hovered)
        ratio = wall.viewport().devicePixelRatioF()
        self._lanes.show(
            painter, camera.left, camera.height, ratio, key,
            lambda on: paint_lanes.paint_lane_names(on, ink, picture, camera, taken, hovered),
        )  # fmt: skip

    def show_stages(self, painter: QPainter, wall: Wall, hovered: str | None) -> None:
        """The names of the stages, on top, and the corner; `hovered`: the stage under the pointer, or "+"."""
        ink, picture, camera = wall.ink, wall.picture, wall.camera
        columns = picture.layout.columns
        stages = tuple(picture.board.find(column.stage) for column in columns)
        chosen = tuple(own.stage for own in columns if own.stage is not None and own.stage in wall.look.chosen)
        key = (ink, columns, stages, chosen, hovered, picture.journey, camera.x, camera.zoom, tr.language)
        ratio = wall.viewport().devicePixelRatioF()
        self._stages.show(
            painter, camera.width, camera.top, ratio, key,
            lambda on: paint_lanes.paint_stage_names(on, ink, picture, camera, chosen, hovered),
        )  # fmt: skip
