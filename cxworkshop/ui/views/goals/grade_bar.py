"""Paints a grade as a bar with its number and a word, in the window and on the shared screen."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from cxworkshop.analysis import goals as grading
from cxworkshop.ui import icons
from cxworkshop.ui.views.drawing import Look
from cxworkshop.ui.views.goals.nodes import ROLES, SIGNS, grade_text

_SMALL = 12.0


def paint_grade(painter: QPainter, area: QRectF, grade: float | None, look: Look) -> None:
    """A bar over the left part of `area`, sign and words over the rest; without a grade only words."""
    colour = grading.colour(grade)
    metrics = look.metrics(_SMALL)
    words = grade_text(grade)
    sign = look.size(13)
    needed = metrics.horizontalAdvance(words) + sign + look.size(12)
    bar = QRectF(area.x(), area.center().y() - look.size(4), max(area.width() - needed, 0), look.size(8))
    if bar.width() < look.size(24):
        bar.setWidth(0)
    if bar.width():
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("line"))
        painter.drawRoundedRect(bar, look.size(4), look.size(4))
        if grade is not None and colour is not None:
            filled = QRectF(bar.x(), bar.y(), max(bar.width() * grade, look.size(4)), bar.height())
            painter.setBrush(look.colour(ROLES[colour]))
            painter.drawRoundedRect(filled, look.size(4), look.size(4))
    x = bar.right() + look.size(8) if bar.width() else area.x()
    if colour is not None:
        place = QRectF(x, area.center().y() - sign / 2, sign, sign)
        icons.draw(painter, SIGNS[colour], look.colour("text"), place)
        x += sign + look.size(4)
    painter.setFont(look.font(_SMALL))
    painter.setPen(look.colour("text" if colour else "soft"))
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(area.right() - x, 0))
    painter.drawText(QPointF(x, area.center().y() + metrics.ascent() / 2 - look.size(1.5)), shown)
