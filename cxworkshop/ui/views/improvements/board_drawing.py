"""The board of improvements for the shared screen: the columns, in each as many cards as six metres allow."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.drawing import Look, Spot
from cxworkshop.ui.views.improvements import card_face
from cxworkshop.ui.views.improvements.columns import COLUMNS, Face

_BOLD = QFont.Weight.DemiBold


class BoardDrawing:
    """Titles and who answers by when; what has no room is counted."""

    def __init__(self, headline: str, faces: dict[str, list[Face]]) -> None:
        self._headline, self._faces = headline, faces

    def texts(self) -> list[str]:
        found = [self._headline]
        for column in COLUMNS:
            own = self._faces[column.id]
            found.append(f"{tr(column.name)} · {len(own)}")
            found += [face.title for face in own[:6]]
        return found

    def paint(self, painter: QPainter, area: QRectF, look: Look) -> list[Spot]:
        gap = look.size(10)
        width = (area.width() - gap * (len(COLUMNS) - 1)) / len(COLUMNS)
        spots = []
        for number, column in enumerate(COLUMNS):
            own = QRectF(area.x() + number * (width + gap), area.y(), width, area.height())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("raised"))
            painter.drawRoundedRect(own, look.size(8), look.size(8))
            self._head(painter, own, f"{tr(column.name)} · {len(self._faces[column.id])}", look)
            spots += self._cards(painter, own, self._faces[column.id], look)
        return spots

    def _head(self, painter: QPainter, own: QRectF, text: str, look: Look) -> None:
        metrics = look.metrics(13, _BOLD)
        painter.setFont(look.font(13, _BOLD))
        painter.setPen(look.colour("text"))
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, own.width() - look.size(16))
        painter.drawText(QPointF(own.x() + look.size(8), own.y() + look.size(6) + metrics.ascent()), shown)

    def _cards(self, painter: QPainter, own: QRectF, faces: list[Face], look: Look) -> list[Spot]:
        spots: list[Spot] = []
        inside = own.adjusted(look.size(6), look.size(32), -look.size(6), -look.size(26))
        y = inside.y()
        for face in faces:
            tall = card_face.height(face, inside.width(), look)
            if y + tall > inside.bottom():
                break
            place = QRectF(inside.x(), y, inside.width(), tall)
            card_face.paint(painter, place, face, look)
            spots.append(Spot(place, face.id, card_face.tip(face)))
            y += tall + look.size(6)
        left = len(faces) - len(spots)
        if left:
            painter.setFont(look.font(12))
            painter.setPen(look.colour("soft"))
            line = QRectF(inside.x(), own.bottom() - look.size(24), inside.width(), look.size(20))
            text = tr.plural("and {n} more", "and {n} more", left)
            painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)
        return spots
