"""The marks of points on a chart, the notes on its ground, and texts legible over both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from cxworkshop.ui.views.drawing import Look
from cxworkshop.ui.views.weighing.lines import elided

NOTE_SIZE = 12.0  # of the letters of a note
CIRCLE, SQUARE, DIAMOND = "circle", "square", "diamond"


@dataclass(frozen=True)
class Point:
    """One mark: a card at `at`, `radius` in the window's pixels."""

    card: str
    at: QPointF
    radius: float
    shape: str
    colour: QColor
    name: str
    tip: str


@dataclass(frozen=True)
class Note:
    """A text on the ground of a chart, which names keep clear of."""

    box: QRectF
    text: str
    colour: QColor
    flags: Qt.AlignmentFlag


def mark_box(own: Point, look: Look) -> QRectF:
    """The square around a mark."""
    reach = look.size(own.radius)
    return QRectF(own.at.x() - reach, own.at.y() - reach, 2 * reach, 2 * reach)


def paint_mark(painter: QPainter, own: Point, look: Look) -> None:
    """One mark, with a ring where its card is selected."""
    box = mark_box(own, look)
    if own.card in look.selected:
        painter.setPen(QPen(look.colour("focus"), look.size(2.5)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box.adjusted(-4, -4, 4, 4))
    painter.setPen(QPen(look.colour("wall"), look.size(1.2)))
    painter.setBrush(own.colour)
    paint_shape(painter, own.shape, box)


def paint_shape(painter: QPainter, shape: str, box: QRectF) -> None:
    """A circle, a square or a diamond within a box, with the pen and brush of the moment."""
    if shape == SQUARE:
        inset = box.width() * 0.08
        painter.drawRect(box.adjusted(inset, inset, -inset, -inset))
    elif shape == DIAMOND:
        middle = box.center()
        corners = (
            QPointF(middle.x(), box.top()),
            QPointF(box.right(), middle.y()),
            QPointF(middle.x(), box.bottom()),
            QPointF(box.left(), middle.y()),
        )
        painter.drawPolygon(QPolygonF(corners))
    else:
        painter.drawEllipse(box)


def paint_notes(painter: QPainter, notes: Sequence[Note], look: Look) -> None:
    painter.setFont(look.font(NOTE_SIZE))
    for own in notes:
        painter.setPen(own.colour)
        haloed(painter, own.box, int(own.flags | Qt.TextFlag.TextSingleLine), own.text, look)


def note_at(plot: QRectF, text: str, colour: QColor, look: Look, right: bool, low: bool) -> Note:
    """A note in a corner of the plot."""
    metrics = look.metrics(NOTE_SIZE)
    gap = look.size(8)
    text = elided(text, metrics, plot.width() * 0.45)
    size = QSizeF(metrics.horizontalAdvance(text) + 2, metrics.height())
    x = plot.right() - gap - size.width() if right else plot.left() + gap
    y = plot.bottom() - gap / 2 - size.height() if low else plot.top() + gap / 2
    return Note(QRectF(QPointF(x, y), size), text, colour, Qt.AlignmentFlag.AlignVCenter)


def haloed(painter: QPainter, box: QRectF, flags: int, text: str, look: Look) -> None:
    """A line of text on a soft ground of its own, legible over lines and tints."""
    colour = painter.pen().color()
    ground = look.colour("wall")
    ground.setAlphaF(0.72)
    around = painter.boundingRect(box, flags, text).adjusted(-2, 0, 2, 0)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(around, 3, 3)
    painter.setPen(colour)
    painter.drawText(box, flags, text)
