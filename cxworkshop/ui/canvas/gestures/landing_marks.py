"""Shows where something dragged would land: the cell lit, a line between cards that step aside, a frame."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from cxworkshop.ui.canvas.ink import with_alpha
from cxworkshop.ui.canvas.landing import Landing

if TYPE_CHECKING:
    from cxworkshop.ui.canvas.wall_view import WallView


def make_room(wall: WallView, aside: Mapping[str, tuple[float, float]]) -> None:
    """Let these cards step aside, and all others stand where they belong."""
    boxes = wall.picture.layout.boxes
    moved = {}
    for card, (dx, dy) in aside.items():
        rect = boxes[card].rect
        moved[card] = rect._replace(x=rect.x + dx, y=rect.y + dy)
    if moved != wall.picture.moved:
        wall.picture.moved = moved
        wall.redraw()


def paint_landing(painter: QPainter, wall: WallView, landing: Landing) -> None:
    """Mark the landing, in wall units."""
    ink, zoom = wall.ink, wall.camera.zoom
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if landing.on is not None:
        painter.setPen(QPen(ink.lit if landing.fits else ink.bad, 2.6 / min(zoom, 1.0)))
        painter.drawRoundedRect(QRectF(*wall.picture.rect(landing.on)).adjusted(-3, -3, 3, 3), 9, 9)
        return
    if landing.cell is not None:
        painter.fillRect(QRectF(*landing.cell), with_alpha(ink.focus, 26))
    if landing.line is not None:
        painter.setPen(QPen(ink.focus, 3.0 / min(zoom, 1.0), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        x1, y1, x2, y2 = landing.line
        painter.drawLine(QPointF(x1, y1), QPointF(x2, y2))
