"""Paints the warmth of the owners over the processes: how long ago those who decide last met a customer."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from cxworkshop.ui.canvas.ink import Ink
from cxworkshop.ui.canvas.picture import Picture

_GLOW = 9.0  # wall units around a card
_RADIUS = 8.0


def paint_warmth(painter: QPainter, ink: Ink, picture: Picture, cards: Iterable[str], zoom: float) -> None:
    """A frame and a ground around every process, in the colour of its owner's closeness; a stranger's is hatched and
    that of a process without owner an empty dashed frame, so that colour is not the only sign."""
    for card in cards:
        if picture.board.card(card).kind != "process":
            continue
        dot = picture.face(card).dot
        known = dot in ("close", "fading", "stranger")
        rect = picture.rect(card)
        box = QRectF(rect.x, rect.y, rect.width, rect.height).adjusted(-_GLOW, -_GLOW, _GLOW, _GLOW)
        colour = ink.closeness(dot) if known else ink.faint
        ground = QColor(colour)
        ground.setAlphaF(0.34)
        painter.setPen(QPen(colour, max(2.0, 1.5 / zoom), Qt.PenStyle.SolidLine if known else Qt.PenStyle.DashLine))
        painter.setBrush(ground if known else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        if dot == "stranger":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QBrush(colour, Qt.BrushStyle.BDiagPattern))
            painter.drawRoundedRect(box, _RADIUS, _RADIUS)
