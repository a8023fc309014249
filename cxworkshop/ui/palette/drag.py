"""The picture under the cursor while a kind or a note is dragged: a card of that kind. Knows no workshop."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QMimeData, QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QDrag, QFont, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from cxworkshop.model.boxes import BAND, CARD_WIDTH
from cxworkshop.ui import fonts, icons
from cxworkshop.ui.theme import themes

_HEIGHT = 46.0


def drag(source: QWidget, mime_type: str, data: str, kind: str, text: str) -> None:
    """Drag `data` (of `mime_type`) from a widget, shown as a card of `kind` that says `text`; returns when dropped."""
    content = QMimeData()
    content.setData(mime_type, QByteArray(data.encode()))
    made = QDrag(source)
    made.setMimeData(content)
    picture = card_pixmap(kind, text, source.devicePixelRatioF())
    made.setPixmap(picture)
    made.setHotSpot(QPoint(round(CARD_WIDTH / 2), round(_HEIGHT / 2)))
    made.exec(Qt.DropAction.CopyAction | Qt.DropAction.MoveAction, Qt.DropAction.CopyAction)


def card_pixmap(kind: str, text: str, sharpness: float = 1.0) -> QPixmap:
    """A card of a kind as it will look on the wall."""
    theme = themes.current
    made = QPixmap(round(CARD_WIDTH * sharpness), round(_HEIGHT * sharpness))
    made.setDevicePixelRatio(sharpness)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(0.5, 0.5, CARD_WIDTH - 1, _HEIGHT - 1)
    painter.setPen(theme.colour("strong_line"))
    painter.setBrush(theme.colour("note" if kind == "note" else "surface"))
    painter.drawRoundedRect(box, 8, 8)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.accent(kind))
    painter.drawRoundedRect(QRectF(0.5, 0.5, BAND, _HEIGHT - 1), 2, 2)
    icons.draw(painter, kind, theme.accent(kind), QRectF(13, 14, 18, 18))
    painter.setPen(QColor(theme.on_note if kind == "note" else theme.text))
    painter.setFont(fonts.font(13, QFont.Weight.Medium))
    room = QRectF(38, 4, CARD_WIDTH - 46, _HEIGHT - 8)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, round(room.width()))
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
    painter.end()
    return made
