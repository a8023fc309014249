"""Shows where something dragged would land: the cell lit, a line between cards that step aside, a frame."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from cxworkshop.ui.canvas.landing import Landing
from cxworkshop.ui.canvas.wall import Wall


def show_landing(wall: Wall, landing: Landing) -> None:
    """Light the cell and let its neighbours step aside; `Landing()` puts everything back where it belongs."""
    boxes = wall.picture.layout.boxes
    moved = {}
    for card, (dx, dy) in landing.aside.items():
        rect = boxes[card].rect
        moved[card] = rect._replace(x=rect.x + dx, y=rect.y + dy)
    cell = landing.cell if landing.on is None else None
    if moved != wall.picture.moved or cell != wall.look.cell:
        wall.picture.moved, wall.look.cell = moved, cell
        wall.redraw()


def paint_landing(painter: QPainter, wall: Wall, landing: Landing) -> None:
    """The frame around the card it would be linked to, or the line between cards, in wall units."""
    ink, zoom = wall.ink, wall.camera.zoom
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if landing.on is not None:
        painter.setPen(QPen(ink.lit if landing.fits else ink.bad, 2.6 / min(zoom, 1.0)))
        painter.drawRoundedRect(QRectF(*wall.picture.rect(landing.on)).adjusted(-3, -3, 3, 3), 9, 9)
    elif landing.line is not None:
        painter.setPen(QPen(ink.focus, 3.0 / min(zoom, 1.0), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        x1, y1, x2, y2 = landing.line
        painter.drawLine(QPointF(x1, y1), QPointF(x2, y2))
