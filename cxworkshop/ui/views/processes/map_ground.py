"""What the map paints beside its boxes: the bands of the layers, a word while it waits, where the keys stand."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import mixed
from cxworkshop.ui.views.drawing import Look, window_look
from cxworkshop.ui.views.processes.box import broken
from cxworkshop.ui.views.processes.map_seen import SeenMap
from cxworkshop.ui.views.processes.picture import layer_name

AIR = 12.0  # pixels at most between the boxes of a layer and the edge of its band
EDGE = 8.0
_LINE = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


def paint_bands(painter: QPainter, look: Look, view: SeenMap) -> None:
    """The layers as tinted bands, their names on the left, in the part of the band that is seen."""
    assert view.picture is not None
    tints, air = look.theme.lane_tints, min(AIR, 30 * view.zoom)
    for layer, (top, bottom) in view.picture.shape.bands.items():
        y, high = view.offset.y() + top * view.zoom - air, (bottom - top) * view.zoom + 2 * air
        band = QRectF(0, y, view.width(), high)
        tint = look.theme.colour("surface") if layer < 2 else QColor(tints[min(layer - 2, len(tints) - 1)])
        painter.fillRect(band, mixed(tint, look.colour("wall"), 0.8))
        seen = band & QRectF(0, 0, view.width(), view.height())
        _paint_name(painter, look, layer_name(layer), QRectF(10, seen.y(), view.gutter - 14, seen.height()))


def _paint_name(painter: QPainter, look: Look, name: str, room: QRectF) -> None:
    font = look.font(12, QFont.Weight.DemiBold)
    line_high = QFontMetricsF(font).height()
    lines = broken(name, font, room.width() - 4, int(room.height() // line_high))
    if room.height() < line_high * len(lines):
        return
    painter.setFont(font)
    painter.setPen(look.colour("soft"))
    top = room.y() + (room.height() - line_high * len(lines)) / 2
    for number, line in enumerate(lines):
        painter.drawText(QRectF(room.x(), top + number * line_high, room.width(), line_high), _LINE, line)


def paint_waiting(painter: QPainter, view: SeenMap) -> None:
    """A quiet word in the lower right corner; in the middle where there is no picture yet."""
    look, text = window_look(), tr("laying out…")
    metrics = look.metrics(12)
    box = QRectF(0, 0, metrics.horizontalAdvance(text) + 20, metrics.height() + 8)
    if view.picture is None:
        box.moveCenter(QRectF(view.rect()).center())
    else:
        box.moveBottomRight(QPointF(view.width() - EDGE, view.height() - EDGE))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(look.colour("line"))
    painter.setBrush(look.colour("surface"))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setPen(look.colour("soft"))
    painter.setFont(look.font(12))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)


def paint_standing(painter: QPainter, look: Look, view: SeenMap) -> None:
    """The box the keys stand on while it is not selected."""
    if view.hasFocus() and view.chosen is None and view.standing is not None:
        painter.setPen(QPen(look.colour("focus"), 2, Qt.PenStyle.DotLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(view.place_of(view.standing).adjusted(-4, -4, 4, 4), 6, 6)
