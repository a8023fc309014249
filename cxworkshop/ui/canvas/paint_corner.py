"""Paints the sign in the corner between the names: it opens the menu of all lanes and says how many are hidden."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from cxworkshop.ui.canvas.camera import Camera
from cxworkshop.ui.canvas.ink import Ink, elided, font, width_of
from cxworkshop.ui.canvas.picture import Picture
from cxworkshop.ui.speech import tr

SIZE, SMALL = 11.5, 10.5


def paint_corner(painter: QPainter, ink: Ink, picture: Picture, camera: Camera, hovered: bool) -> None:
    """“Lanes”, and below it how many are hidden, where some are."""
    scale, width, height = camera.band, camera.left, camera.top
    hidden = len(picture.layout.hidden)
    if hovered:
        painter.fillRect(QRectF(0, 0, width - 1, height - 1), ink.surface)
    size, left = SIZE * scale, 10 * scale
    y = height * (0.42 if hidden else 0.5) + (0 if hidden else size * 0.36)
    name = elided(tr("Lanes"), width - left - 26 * scale, size)
    painter.setFont(font(size))
    painter.setPen(ink.text if hovered else ink.soft)
    painter.drawText(QPointF(left, y), name)
    _paint_sign(painter, ink, QPointF(left + width_of(name, size) + 10 * scale, y - size * 0.32), 3.2 * scale)
    if hidden:
        small = SMALL * scale
        said = elided(tr.plural("{n} hidden", "{n} hidden", hidden), width - left - 6, small, QFont.Weight.DemiBold)
        painter.setFont(font(small, QFont.Weight.DemiBold))
        painter.setPen(ink.text)
        painter.drawText(QPointF(left, height * 0.84), said)


def _paint_sign(painter: QPainter, ink: Ink, centre: QPointF, reach: float) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink.soft, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    corners = [QPointF(-reach, -reach / 2), QPointF(0, reach / 2), QPointF(reach, -reach / 2)]
    painter.drawPolyline([centre + corner for corner in corners])
