"""A small picture of a wall: lanes, and cards as bands of colour. Draws from the layout, knows no file."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from cxworkshop.analysis.backward_map import depths
from cxworkshop.model.arrangement import lay_out
from cxworkshop.model.board import Board
from cxworkshop.model.boxes import HEADER_HEIGHT, LABEL_WIDTH
from cxworkshop.model.layout import WallLayout, edge_curve
from cxworkshop.ui import fonts
from cxworkshop.ui.theme import themes

_MARGIN = 10


def thumbnail(board: Board, width: int, height: int, sharpness: float) -> QPixmap:
    """The wall of the journey with the most touchpoints, whole, its cards filled with the tints of their kinds."""
    theme = themes.current
    made = QPixmap(round(width * sharpness), round(height * sharpness))
    made.setDevicePixelRatio(sharpness)
    made.fill(theme.colour("wall"))
    journeys = sorted(board.journeys(), key=lambda journey: -len(board.touchpoints(journey.id)))
    layout = lay_out(board, journeys[0].id if journeys else None, depths(board), fonts.title_width)
    wide, high = layout.width - LABEL_WIDTH, layout.height - HEADER_HEIGHT
    scale = min((width - 2 * _MARGIN) / max(wide, 1), (height - 2 * _MARGIN) / max(high, 1))
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate((width - wide * scale) / 2, (height - high * scale) / 2)
    painter.scale(scale, scale)
    painter.translate(-LABEL_WIDTH, -HEADER_HEIGHT)
    for lane in layout.lanes:
        if lane.lane.depth:
            tint = QColor(theme.lane_tints[min(lane.lane.depth, 4) - 1])
            painter.fillRect(QRectF(-9 * layout.width, lane.y, layout.width * 20, lane.height), tint)
    _draw_links(painter, board, layout)
    painter.setPen(Qt.PenStyle.NoPen)
    for card_id, box in layout.boxes.items():
        kind, rect = board.card(card_id).kind, QRectF(*box.rect)
        painter.setBrush(theme.tint(kind))
        painter.drawRoundedRect(rect, 10, 10)
        painter.setBrush(theme.accent(kind))
        painter.drawRoundedRect(QRectF(rect.x(), rect.y(), 26, rect.height()), 10, 10)
    painter.end()
    return made


def _draw_links(painter: QPainter, board: Board, layout: WallLayout) -> None:
    painter.setPen(QPen(themes.current.colour("lit"), 7))
    for verb in ("satisfies", "creates", "depends_on"):
        for link in board.links(verb):
            ends = [layout.boxes.get(end) for end in (link.source, link.target)]
            if ends[0] is not None and ends[1] is not None:
                points = [QPointF(*point) for point in edge_curve(ends[0].rect, ends[1].rect)]
                curve = QPainterPath(points[0])
                curve.cubicTo(*points[1:])
                painter.drawPath(curve)
