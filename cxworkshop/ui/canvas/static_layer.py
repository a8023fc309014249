"""The cached picture of everything on the wall that does not move: painted anew only where it must be.

Scrolling shifts it and paints what comes into view, a little further than needed, so that most frames of a pan paint
nothing at all. Knows pixels, not cards.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QPainter, QPixmap, QRegion

Paint = Callable[[QPainter, QRegion], None]
AHEAD = 64  # pixels painted beyond the viewport, towards where the wall is scrolled


class StaticLayer:
    """A pixmap somewhat larger than the viewport. `invalidate` after any change of what it shows.

    `_base` is where the pixmap's corner lies and `_valid` what of it is painted, both in pixels of the scrolled wall.
    """

    def __init__(self) -> None:
        self._pixmap = QPixmap()
        self._key: tuple[object, ...] = ()
        self._base = QPoint()
        self._at = QPoint()
        self._valid = QRect()
        self._stale = QRegion()
        self._kept: Kept | None = None
        self.painted = 0  # how often all of it was painted, for tests and measurements

    def invalidate(self) -> None:
        """All of it has to be painted again."""
        self._key = ()

    def damage(self, area: QRegion) -> None:
        """Only this part of the viewport has to be painted again."""
        self._stale += area

    def empty(self) -> None:
        """Give the memory back: nothing will be shown any more."""
        self._pixmap, self._key, self._kept = QPixmap(), (), None

    def make_room(self, size: QSize, ratio: float) -> None:
        """Have the memory for a viewport of `size` at hand: its first use costs more than the painting."""
        wanted = _size_of(size, ratio)
        if (self._pixmap.width(), self._pixmap.height()) != wanted:
            self._pixmap, self._key, self._kept = QPixmap(*wanted), (), None
            self._pixmap.fill()

    def prepare(self, size: QSize, ratio: float, at: QPoint, key: tuple[object, ...], paint: Paint) -> None:
        """Bring it up to date for a viewport of `size` scrolled to `at`; `key` names everything else it depends on."""
        seen = QRect(at, size)
        wanted = (size.width(), size.height(), ratio, *key)
        exact = all((value * ratio).is_integer() for value in (at.x() - self._base.x(), at.y() - self._base.y()))
        if wanted != self._key or not exact:
            self._begin(seen, ratio)
            self._key = wanted
            self._paint([QRegion(seen)], seen, paint)
            self._valid = seen
            self.painted += 1
        else:
            self._follow(seen, ratio, paint)
        self._at, self._stale = QPoint(at), QRegion()

    def show(self, painter: QPainter) -> None:
        """Draw it on the viewport it was prepared for."""
        painter.drawPixmap(self._base - self._at, self._pixmap)

    def copy(self, painter: QPainter, area: QRegion, paint: Paint) -> None:
        """Draw a part of the viewport, or let it be painted where the layer does not hold it."""
        if not self._valid.contains(area.boundingRect().translated(self._at)):
            paint(painter, area)
            return
        painter.save()
        clip(painter, area)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        self.show(painter)
        painter.restore()

    def keep(self) -> None:
        """From now on remember what is painted over, so that it can be taken back."""
        self._kept = Kept()

    def take_back(self) -> bool:
        """Be as when `keep` was called; False where too much has gone on since: the layer stays as it is."""
        kept, self._kept = self._kept, None
        if kept is None:
            return False
        kept.give_back(self._pixmap)
        self._stale = QRegion()
        return True

    def let_go(self) -> None:
        """What was kept is not wanted any more."""
        self._kept = None

    def _begin(self, seen: QRect, ratio: float) -> None:
        self._kept = None
        self._base = seen.topLeft() - QPoint(AHEAD, AHEAD)
        wide, high = _size_of(seen.size(), ratio)
        if (self._pixmap.width(), self._pixmap.height()) != (wide, high):
            self._pixmap = QPixmap(wide, high)
        self._pixmap.setDevicePixelRatio(ratio)

    def _follow(self, seen: QRect, ratio: float, paint: Paint) -> None:
        """Bring what is there up to a scroll and to the damage."""
        stale = self._stale.translated(seen.topLeft()) & seen
        areas = [stale]
        if not stale.isEmpty():
            self._valid &= QRect(self._at, seen.size())  # what lies beyond the viewport is out of date as well
        wanted = self._with_room_ahead(seen)
        if not self._valid.contains(seen):
            self._shift_to(wanted, seen, ratio)
            kept = self._valid & wanted
            areas += map(QRegion, strips(wanted, kept) if not kept.isEmpty() else [wanted])
            self._valid = wanted
        self._paint([area for area in areas if not area.isEmpty()], seen, paint)

    def _with_room_ahead(self, seen: QRect) -> QRect:
        by = seen.topLeft() - self._at
        left, right = (AHEAD if by.x() < 0 else 0), (AHEAD if by.x() > 0 else 0)
        above, below = (AHEAD if by.y() < 0 else 0), (AHEAD if by.y() > 0 else 0)
        return seen.adjusted(-left, -above, right, below)

    def _shift_to(self, wanted: QRect, seen: QRect, ratio: float) -> None:
        """Move the pixmap over the wall until it holds `wanted`."""
        room = QRect(self._base, seen.size() + QSize(2 * AHEAD, 2 * AHEAD))
        if room.contains(wanted):
            return
        base = seen.topLeft() - QPoint(AHEAD, AHEAD)
        by = self._base - base
        self._kept = None
        if self._valid.intersects(wanted):
            self._pixmap.scroll(round(by.x() * ratio), round(by.y() * ratio), self._pixmap.rect())
        self._base = base
        self._valid &= QRect(base, room.size())

    def _paint(self, areas: list[QRegion], seen: QRect, paint: Paint) -> None:
        """Paint parts of the wall, given in its scrolled pixels."""
        if not areas:
            return
        if self._kept is not None:
            self._kept.take(self._pixmap, [area.translated(-self._base) for area in areas])
        painter = QPainter(self._pixmap)
        painter.translate(seen.topLeft() - self._base)
        try:
            for area in areas:
                paint(painter, area.translated(-seen.topLeft()))
        finally:
            painter.end()  # a painter left open on a picture that is replaced takes the program down


def _size_of(seen: QSize, ratio: float) -> tuple[int, int]:
    """Width and height of the picture for a viewport, in its own pixels."""
    return round((seen.width() + 2 * AHEAD) * ratio), round((seen.height() + 2 * AHEAD) * ratio)


class Kept:
    """The parts of a layer as they were before they were painted over."""

    def __init__(self) -> None:
        self._region = QRegion()
        self._parts: list[tuple[QPoint, QPixmap]] = []  # where in the layer's own pixels, and what was there

    def take(self, pixmap: QPixmap, areas: list[QRegion]) -> None:
        """These areas are about to be painted over."""
        ratio = pixmap.devicePixelRatio()
        for area in areas:
            pieces: list[QRect] = list(area - self._region)  # type: ignore[call-overload]
            for piece in pieces:
                left, top = math.floor(piece.left() * ratio), math.floor(piece.top() * ratio)
                right, bottom = math.ceil((piece.right() + 1) * ratio), math.ceil((piece.bottom() + 1) * ratio)
                self._parts.append((QPoint(left, top), pixmap.copy(left, top, right - left, bottom - top)))
            self._region += area

    def give_back(self, pixmap: QPixmap) -> None:
        """Put every part back where it was, the one taken first last: it is the oldest."""
        ratio = pixmap.devicePixelRatio()
        pixmap.setDevicePixelRatio(1.0)
        painter = QPainter(pixmap)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        for at, part in reversed(self._parts):
            part.setDevicePixelRatio(1.0)
            painter.drawPixmap(at, part)
        painter.end()
        pixmap.setDevicePixelRatio(ratio)


def clip(painter: QPainter, area: QRegion) -> None:
    """Let nothing be painted outside of this area; one rectangle is much cheaper than several."""
    if area.rectCount() == 1:
        painter.setClipRect(area.boundingRect())
    else:
        painter.setClipRegion(area)


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
