"""The cached picture of everything on the wall that does not move: painted anew only where it must be.

Scrolling shifts it and paints the strips that come into view. Knows pixels, not cards.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap

Paint = Callable[[QPainter, QRectF], None]


class StaticLayer:
    """A pixmap as large as the viewport. `invalidate` after any change of what it shows."""

    def __init__(self) -> None:
        self._pixmap = QPixmap()
        self._key: tuple[object, ...] = ()
        self._at = QPoint()
        self._stale: list[QRect] = []
        self.painted = 0  # how often all of it was painted, for tests and measurements

    def invalidate(self) -> None:
        """All of it has to be painted again."""
        self._key = ()

    def damage(self, area: QRect) -> None:
        """Only this part of the viewport has to be painted again."""
        self._stale.append(area)

    def pixmap(self, size: QSize, ratio: float, at: QPoint, key: tuple[object, ...], paint: Paint) -> QPixmap:
        """The layer for a viewport of `size` scrolled to `at`; `key` names everything else it depends on."""
        whole = QRect(QPoint(0, 0), size)
        wanted = (size.width(), size.height(), ratio, *key)
        if wanted != self._key:
            self._key = wanted
            self._pixmap = QPixmap(round(size.width() * ratio), round(size.height() * ratio))
            self._pixmap.setDevicePixelRatio(ratio)
            self._paint([whole], paint)
            self.painted += 1
        else:
            self._shift(at, ratio, whole)
            self._paint([area & whole for area in self._stale], paint)
        self._at = QPoint(at)
        self._stale = []
        return self._pixmap

    def _shift(self, at: QPoint, ratio: float, whole: QRect) -> None:
        by = self._at - at
        if by.isNull():
            return
        exact = (by.x() * ratio).is_integer() and (by.y() * ratio).is_integer()
        kept = whole.translated(by) & whole
        if not exact or kept.isEmpty():
            self._stale = [whole]
            return
        self._stale = [area.translated(by) for area in self._stale]
        self._pixmap.scroll(round(by.x() * ratio), round(by.y() * ratio), self._pixmap.rect())
        self._stale += strips(whole, kept)

    def _paint(self, areas: list[QRect], paint: Paint) -> None:
        if not areas:
            return
        painter = QPainter(self._pixmap)
        try:
            for part in areas:
                if not part.isEmpty():
                    paint(painter, QRectF(part))
        finally:
            painter.end()  # a painter left open on a picture that is replaced takes the program down


def strips(whole: QRect, kept: QRect) -> list[QRect]:
    """What is left of `whole` without `kept`, which lies in one of its corners: at most two strips."""
    found = []
    if kept.width() < whole.width():
        left = whole.left() if kept.right() == whole.right() else kept.right() + 1
        found.append(QRect(left, whole.top(), whole.width() - kept.width(), whole.height()))
    if kept.height() < whole.height():
        top = whole.top() if kept.bottom() == whole.bottom() else kept.bottom() + 1
        found.append(QRect(kept.left(), top, kept.width(), whole.height() - kept.height()))
    return found
