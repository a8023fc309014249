"""The frame of a chart with two scales: grid, figures along it, names of the scales, and the key of its marks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from cxworkshop.ui.views.drawing import Look
from cxworkshop.ui.views.weighing.marks import paint_shape

SIZE = 11.0
_LINE = int(Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignVCenter)
Key = tuple[str, QColor, str]  # shape or line, colour, text
SOLID, DASHED, DOTTED, THIN = "solid", "dashed", "dotted", "thin"
LINES = {SOLID: (2.4, ()), DASHED: (1.6, (4.0, 3.0)), DOTTED: (1.6, (1.2, 2.2)), THIN: (1.4, ())}


def plot_in(area: QRectF, look: Look, rows: int) -> QRectF:
    """The rectangle within the axes; `rows` of the key stand above it."""
    metrics = look.metrics(SIZE)
    left = metrics.horizontalAdvance("10") + look.size(12)
    top = metrics.height() * (rows + 1) + look.size(10)
    right = look.size(18) + metrics.horizontalAdvance("15")
    return area.adjusted(left, top, -right, -metrics.height() * 2 - look.size(8))


def scale_in(plot: QRectF, look: Look) -> QRectF:
    """Where the scale itself lies within the plot: the rim has room for marks at its ends and for notes in corners."""
    across, down = look.size(20), look.size(12) + look.metrics(SIZE + 1).height()
    return plot.adjusted(across, down, -across, -down)


def place_on(plot: QRectF, across: float, up: float, low: float, high: float) -> QPointF:
    """Where two values on the scale low…high lie."""
    reach = high - low
    return QPointF(
        plot.left() + plot.width() * (across - low) / reach, plot.bottom() - plot.height() * (up - low) / reach
    )


def paint_axes(
    painter: QPainter,
    plot: QRectF,
    look: Look,
    low: int,
    high: int,
    names: tuple[str, str],
    step: int = 1,
) -> None:
    """Grid lines at every `step` with their figures, the names of both scales at their ends."""
    metrics = look.metrics(SIZE)
    inner = scale_in(plot, look)
    painter.setFont(look.font(SIZE))
    high_of = metrics.height()
    for value in range(low, high + 1, step):
        at = place_on(inner, value, value, low, high)
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawLine(QPointF(at.x(), plot.top()), QPointF(at.x(), plot.bottom()))
        painter.drawLine(QPointF(plot.left(), at.y()), QPointF(plot.right(), at.y()))
        painter.setPen(look.colour("soft"))
        under = QRectF(at.x() - 40, plot.bottom() + 3, 80, high_of)
        painter.drawText(under, int(_LINE | Qt.AlignmentFlag.AlignHCenter), str(value))
        beside = QRectF(plot.left() - 88, at.y() - high_of / 2, 80, high_of)
        painter.drawText(beside, int(_LINE | Qt.AlignmentFlag.AlignRight), str(value))
    across, up = names
    wide = metrics.horizontalAdvance(up) + 8
    painter.drawText(QRectF(plot.left(), plot.top() - high_of - 4, wide, high_of), _LINE, up)
    below = QRectF(plot.left(), plot.bottom() + high_of + 3, plot.width(), high_of)
    painter.drawText(below, int(_LINE | Qt.AlignmentFlag.AlignRight), across)


def line_pen(line: str, colour: QColor, look: Look) -> QPen:
    """The pen of a line of LINES."""
    width, dashes = LINES[line]
    pen = QPen(colour, look.size(width))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dashes:
        pen.setDashPattern(dashes)
    return pen


def key_rows(keys: Sequence[Key], look: Look, width: float) -> list[list[Key]]:
    """The key broken into rows of a width."""
    metrics = look.metrics(SIZE)
    rows: list[list[Key]] = [[]]
    used = 0.0
    for own in keys:
        wide = look.size(36) + metrics.horizontalAdvance(own[2])
        if rows[-1] and used + wide > width:
            rows.append([])
            used = 0.0
        rows[-1].append(own)
        used += wide
    return rows


def paint_key(painter: QPainter, rows: Sequence[Sequence[Key]], area: QRectF, look: Look) -> None:
    """The rows of the key at the top of an area."""
    metrics = look.metrics(SIZE)
    high = metrics.height()
    painter.setFont(look.font(SIZE))
    y = area.top()
    for row in rows:
        x = area.left()
        for shape, colour, text in row:
            if shape in LINES:
                painter.setPen(line_pen(shape, colour, look))
                painter.drawLine(QPointF(x, y + high / 2), QPointF(x + look.size(22), y + high / 2))
                x += look.size(28)
            elif shape:
                side = high * 0.62
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour)
                paint_shape(painter, shape, QRectF(x, y + (high - side) / 2, side, side))
                x += side + look.size(6)
            painter.setPen(look.colour("soft"))
            wide = metrics.horizontalAdvance(text) + 2
            painter.drawText(QRectF(x, y, wide, high), _LINE, text)
            x += wide + look.size(18)
        y += high
