"""Closeness as a shape beside its colour: a full dot, a half one, a ring. Knows colours and places, no workshop."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from cxworkshop.ui.views.drawing import Look


def paint_warmth(painter: QPainter, centre: QPointF, radius: float, closeness: str, look: Look) -> None:
    """close: full; fading: half full; stranger: an empty ring."""
    colour = look.closeness(closeness)
    ring = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
    painter.setPen(QPen(colour, max(radius * 0.32, 1.4)))
    painter.setBrush(colour if closeness == "close" else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(ring)
    if closeness == "fading":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPie(ring, 270 * 16, 180 * 16)
