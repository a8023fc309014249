"""The board of improvements for the shared screen: the columns, in each as many cards as six metres allow."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.drawing import Look, Spot
from cxworkshop.ui.views.improvements import card_face
from cxworkshop.ui.views.improvements.card_face import Lines
from cxworkshop.ui.views.improvements.columns import COLUMNS, Face

_BOLD = QFont.Weight.DemiBold
_AIR, _MORE = 6.0, 22.0  # pixels of the window below a card, and for what says how many more there are
_STEPS = (Lines(2, 1), Lines(2, 2), Lines(3, 2), Lines(4, 2), Lines(6, 2))  # from the shortest card to the whole title


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
        inside = own.adjusted(look.size(6), look.size(32), -look.size(6), -look.size(8))
        shown = _fitting(faces, inside.width(), inside.height(), look)
        y = inside.y()
        for face, most in shown:
            tall = card_face.height(face, inside.width(), look, most)
            place = QRectF(inside.x(), y, inside.width(), tall)
            card_face.paint(painter, place, face, look, most=most)
            spots.append(Spot(place, face.id, card_face.tip(face)))
            y += tall + look.size(_AIR)
        left = len(faces) - len(spots)
        if left:
            painter.setFont(look.font(12))
            painter.setPen(look.colour("soft"))
            line = QRectF(inside.x() + look.size(4), y - look.size(2), inside.width(), look.size(_MORE))
            text = tr.plural("and {n} more", "and {n} more", left)
            painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)
        return spots


def _fitting(faces: list[Face], width: float, height: float, look: Look) -> list[tuple[Face, Lines]]:
    """As many cards as fit at their shortest; the room that is left goes to their titles, from the top."""
    shown: list[tuple[Face, Lines]] = []
    free = height + look.size(_AIR)
    for number, face in enumerate(faces):
        tall = card_face.height(face, width, look, _STEPS[0]) + look.size(_AIR)
        kept = look.size(_MORE) if number < len(faces) - 1 else 0.0
        if tall > free - kept and (shown or tall > free):
            break
        shown.append((face, _STEPS[0]))
        free -= tall
    free -= look.size(_MORE) if len(shown) < len(faces) else 0.0
    for one, other in pairwise(_STEPS):
        for number, (face, _) in enumerate(shown):
            longer = card_face.height(face, width, look, other) - card_face.height(face, width, look, one)
            if shown[number][1] == one and longer <= free:
                shown[number] = face, other
                free -= longer
    return shown
