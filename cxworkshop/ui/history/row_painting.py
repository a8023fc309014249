"""Paints one line of the history: a rail with a dot for each change, what was done, when and by whom."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cxworkshop.ui import fonts
from cxworkshop.ui.history.timeline import Row
from cxworkshop.ui.theme import themes

_ROW, _DAY = 46, 30
_RAIL = 18  # pixels from the left
_WHAT, _BELOW = 13, 11
_Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """What stands has a filled dot, what is undone an empty one and softer words that say it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        row: Row = index.data(Qt.ItemDataRole.UserRole)
        return QSize(160, round((_DAY if row.state == "day" else _ROW) * themes.text_scale))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: Row = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = option.rect.adjusted(2, 0, -4, 0)
        if row.state == "day":
            self._paint_day(painter, rect, row)
        else:
            self._paint_ground(painter, option, rect, row)
            _paint_dot(painter, rect, row)
            self._paint_words(painter, rect, row)
        painter.restore()

    def _paint_day(self, painter: QPainter, rect: QRect, row: Row) -> None:
        painter.setFont(_font(_BELOW, QFont.Weight.DemiBold))
        painter.setPen(themes.current.colour("soft"))
        painter.drawText(rect.adjusted(10, 6, -8, 0), int(Qt.AlignmentFlag.AlignVCenter), row.what)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, row: Row) -> None:
        theme = themes.current
        over = bool(option.state & QStyle.StateFlag.State_MouseOver) and row.depth is not None
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = chosen and bool(option.state & QStyle.StateFlag.State_HasFocus)
        if over or chosen:
            painter.setBrush(theme.colour("raised"))
            painter.setPen(QPen(theme.colour("focus"), 1.0) if focused else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 7, 7)

    def _paint_words(self, painter: QPainter, rect: QRect, row: Row) -> None:
        theme, room = themes.current, rect.adjusted(_RAIL + 16, 5, -8, -5)
        plain = row.state in ("done", "now", "start")
        weight = QFont.Weight.DemiBold if row.state == "now" else QFont.Weight.Normal
        upper = QRect(room.x(), room.y(), room.width(), room.height() * 5 // 9)
        lower = QRect(room.x(), upper.bottom(), room.width(), room.bottom() - upper.bottom())
        for text, size, heavy, colour, part in (
            (row.what, _WHAT, weight, "text" if plain else "soft", upper),
            (row.below, _BELOW, QFont.Weight.Normal, "soft", lower),
        ):
            painter.setFont(_font(size, heavy))
            painter.setPen(theme.colour(colour))
            line = " ".join(text[:500].split())
            said = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, part.width())
            painter.drawText(part, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), said)


def _paint_dot(painter: QPainter, rect: QRect, row: Row) -> None:
    theme = themes.current
    centre = QPointF(rect.x() + _RAIL, rect.center().y() + 0.5)
    painter.setPen(QPen(theme.colour("strong_line"), 1.0))
    painter.drawLine(QPointF(centre.x(), rect.y()), QPointF(centre.x(), rect.bottom() + 1))
    stands = row.state in ("done", "now", "start")
    colour = theme.colour("focus" if row.state == "now" else "soft" if stands else "faint")
    painter.setPen(QPen(colour, 1.6))
    painter.setBrush(colour if stands else theme.colour("surface"))
    size = 6.0 if row.state == "now" else 4.0
    painter.drawEllipse(centre, size, size)


def _font(size: int, weight: QFont.Weight) -> QFont:
    return fonts.font(size * themes.text_scale, weight)
