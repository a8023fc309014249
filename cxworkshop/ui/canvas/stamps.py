"""Cards painted once and stamped many times, as long as the zoom stays. Knows pixels and keys, not cards.

A key says everything a stamp shows, so nothing has to be thrown away when the workshop changes. While the zoom changes
from frame to frame nothing is kept: making pictures that are used once costs more than painting (measured: by a third).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPixmap

MOST = 6_000_000  # device pixels kept, 24 MB: several screens full of cards

Draw = Callable[[QPainter], None]  # draws in wall units, the card's upper left corner at (0, 0)


class Stamps:
    """The stamps of one zoom and one screen."""

    def __init__(self) -> None:
        self._scale: tuple[float, float] = (0.0, 0.0)
        self._seen = 0
        self._pixels = 0
        self._stamps: dict[Hashable, QPixmap] = {}

    def begin(self, zoom: float, ratio: float) -> None:
        """Painting at this zoom and device pixel ratio begins."""
        if (zoom, ratio) != self._scale:
            self._scale, self._seen = (zoom, ratio), 0
            self._forget()
        self._seen += 1

    def _forget(self) -> None:
        self._stamps.clear()
        self._pixels = 0

    def put(self, painter: QPainter, at: QPointF, size: tuple[float, float, float], key: Hashable, draw: Draw) -> None:
        """Draw at a point (pixels), or stamp what was drawn before under this key.

        `size`: width, height and how far the drawing reaches beyond them on every side, in wall units.
        """
        zoom, ratio = self._scale
        place = QPointF(round(at.x() * ratio) / ratio, round(at.y() * ratio) / ratio)
        stamp = self._stamps.get(key)
        if stamp is None and self._seen < 2:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(place)
            painter.scale(zoom, zoom)
            draw(painter)
            painter.restore()
            return
        margin = -(-size[2] * zoom // 1)  # whole pixels
        if stamp is None:
            stamp = self._made(size[0] * zoom + 2 * margin + 1, size[1] * zoom + 2 * margin + 1, margin, draw)
            self._pixels += stamp.width() * stamp.height()
            if self._pixels > MOST:
                self._forget()
            self._stamps[key] = stamp
        painter.drawPixmap(place - QPointF(margin, margin), stamp)

    def _made(self, width: float, height: float, margin: float, draw: Draw) -> QPixmap:
        zoom, ratio = self._scale
        stamp = QPixmap(round(width * ratio) + 1, round(height * ratio) + 1)
        stamp.setDevicePixelRatio(ratio)
        stamp.fill(Qt.GlobalColor.transparent)
        painter = QPainter(stamp)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(margin, margin)
            painter.scale(zoom, zoom)
            draw(painter)
        finally:
            painter.end()
        return stamp
