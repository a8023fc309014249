"""A small picture of a wall: lanes, and cards as bands of colour. Draws from the layout, knows no file."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from cxworkshop.analysis.backward_map import depths
from cxworkshop.model.board import Board
from cxworkshop.model.layout import LABEL_WIDTH, lay_out
from cxworkshop.ui import fonts
from cxworkshop.ui.theme import themes


def thumbnail(board: Board, width: int, height: int, sharpness: float) -> QPixmap:
    """The wall of the first journey, as wide as the picture; what is lower is cut off."""
    theme = themes.current
    made = QPixmap(round(width * sharpness), round(height * sharpness))
    made.setDevicePixelRatio(sharpness)
    made.fill(theme.colour("wall"))
    journeys = board.journeys()
    layout = lay_out(board, journeys[0].id if journeys else None, depths(board), fonts.title_width)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scale = width / max(layout.width - LABEL_WIDTH + 12, 1)
    painter.scale(scale, scale)
    painter.translate(12 - LABEL_WIDTH, -10)
    for lane in layout.lanes:
        if lane.lane.depth:
            painter.fillRect(
                QRectF(0, lane.y, layout.width * 2, lane.height), QColor(theme.lane_tints[min(lane.lane.depth, 4) - 1])
            )
    painter.setPen(Qt.PenStyle.NoPen)
    for card_id, box in layout.boxes.items():
        rect = QRectF(*box.rect)
        painter.setBrush(theme.colour("surface"))
        painter.setPen(theme.colour("strong_line"))
        painter.drawRoundedRect(rect, 8, 8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.accent(board.card(card_id).kind))
        painter.drawRoundedRect(QRectF(rect.x(), rect.y(), 14, rect.height()), 5, 5)
    painter.end()
    return made
