"""Paints what is folded to a strip, and the small signs in the bands that fold and open lanes and stages."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from cxworkshop.model.boxes import ColumnBox, LaneBox
from cxworkshop.ui.canvas.camera import Camera
from cxworkshop.ui.canvas.ink import Ink, elided, font
from cxworkshop.ui.canvas.picture import Picture
from cxworkshop.ui.speech import tr

SIGN = 18.0  # pixels a sign may be pressed in, at the usual size of the bands


def lane_sign(lane: LaneBox, camera: Camera) -> QRectF:
    """Where the sign of a lane stands, in pixels: on the right of its name, in view as long as the lane is."""
    size = SIGN * camera.band
    top = max(camera.to_screen(0, lane.y)[1], float(camera.top))
    return QRectF(camera.left - size - 2, top + 4 * camera.band, size, size)


def stage_sign(column: ColumnBox, camera: Camera) -> QRectF:
    """Where the sign of a stage stands, in pixels: on the right of its name."""
    size = SIGN * camera.band
    right = camera.to_screen(column.right, 0)[0]
    if column.folded is not None:
        return QRectF(camera.to_screen(column.x, 0)[0], 0, column.width * camera.zoom, camera.top)
    return QRectF(right - size - 3, (camera.top - size) / 2, size, size)


def paint_lane_sign(painter: QPainter, ink: Ink, lane: LaneBox, camera: Camera) -> None:
    _chevron(painter, ink, lane_sign(lane, camera), "right" if lane.folded is not None else "down")


def paint_stage_sign(painter: QPainter, ink: Ink, column: ColumnBox, camera: Camera) -> None:
    _chevron(painter, ink, stage_sign(column, camera), "right" if column.folded is not None else "left")


def paint_folded_stages(painter: QPainter, ink: Ink, picture: Picture, camera: Camera, exposed: QRectF) -> None:
    """A strip a folded stage, its name written upwards, with how many cards it holds."""
    for column in picture.layout.columns:
        if column.folded is None:
            continue
        x, width = camera.to_screen(column.x, 0)[0], column.width * camera.zoom
        bottom = min(float(camera.height), camera.to_screen(0, picture.layout.height)[1])
        strip = QRectF(x, camera.top, width, bottom - camera.top)
        if not strip.intersects(exposed) or strip.height() <= 0:
            continue
        painter.fillRect(strip, ink.ground)
        stage = picture.board.find(column.stage)
        said = tr("{name} · {n}", name=stage.title if stage and stage.title else "–", n=column.folded)
        size = min(12.5, width * 0.5)
        if size >= 6:
            painter.save()
            painter.translate(x + width / 2, camera.top + 12)
            painter.rotate(90)
            painter.setFont(font(size, QFont.Weight.DemiBold))
            painter.setPen(ink.soft)
            painter.drawText(QPointF(0, size * 0.36), elided(said, strip.height() - 24, size, QFont.Weight.DemiBold))
            painter.restore()


def _chevron(painter: QPainter, ink: Ink, box: QRectF, way: str) -> None:
    centre, reach = box.center(), min(box.width(), box.height(), SIGN * 1.6) * 0.2
    if way == "down":
        corners = [QPointF(-reach, -reach / 2), QPointF(0, reach / 2), QPointF(reach, -reach / 2)]
    else:
        turned = 1 if way == "right" else -1
        corners = [
            QPointF(-turned * reach / 2, -reach),
            QPointF(turned * reach / 2, 0),
            QPointF(-turned * reach / 2, reach),
        ]
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink.soft, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.drawPolyline([centre + corner for corner in corners])
