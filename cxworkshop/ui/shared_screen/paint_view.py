"""Draws a view on the shared screen: the step above, the drawing of the view below. Draws, decides nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from cxworkshop.model.steps import STEPS, step
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.fonts import load
from cxworkshop.ui.shared_screen.places import MARGIN
from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import PROJECTOR
from cxworkshop.ui.views import BY_ID
from cxworkshop.ui.views.drawing import screen_look

if TYPE_CHECKING:
    from cxworkshop.ui.views.drawing import Drawing

_TOP = 206.0  # where the drawing begins


class ViewPainter:
    """One moment of a view as the room sees it."""

    def __init__(self, room: Room, view: str, drawing: Drawing) -> None:
        load()
        own = BY_ID[view]
        at = step(room.step) if room.step in own.steps else step(own.steps[0]) if own.steps else None
        self._above = tr("Step {n} of {all}", n=at.number, all=len(STEPS)) if at else tr("Beside the path")
        self._name = tr(own.name)
        self._drawing = drawing

    @classmethod
    def of(cls, room: Room) -> ViewPainter | None:
        """What the room is shown, None where it is shown no view."""
        drawing = room.staged.make() if room.staged is not None else None
        if room.staged is None or drawing is None:
            return None
        return cls(room, room.staged.view, cast("Drawing", drawing))

    def texts(self) -> list[str]:
        """Every text shown, in reading order."""
        return [self._above, self._name, *self._drawing.texts()]

    def paint(self, painter: QPainter, whole: QRectF) -> None:
        painter.fillRect(whole, QColor(PROJECTOR.ground))
        look = screen_look()
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
        line = QRectF(MARGIN, 40, whole.width() - 2 * MARGIN, 44)
        painter.setFont(look.font(14))
        painter.setPen(look.colour("soft"))
        painter.drawText(line, flags, f"{self._above} · {self._name}")
        said = self._drawing.texts()
        font = look.font(21, QFont.Weight.Bold)
        painter.setFont(font)
        painter.setPen(look.colour("text"))
        headline = QRectF(MARGIN, 86, whole.width() - 2 * MARGIN, 112)
        wrapped = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)
        if said and painter.boundingRect(headline, wrapped, said[0]).height() > headline.height():
            painter.setFont(look.font(15, QFont.Weight.Bold))
        painter.drawText(headline, wrapped, said[0] if said else "")
        area = QRectF(MARGIN, _TOP, whole.width() - 2 * MARGIN, whole.height() - _TOP - 48)
        self._drawing.paint(painter, area, look)
