"""Texts in drawings: broken into lines of a width, never over its edge. Knows letters, no workshop."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from cxworkshop.model.wrapping import Measure, wrap
from cxworkshop.ui import fonts

NORMAL, STRONG = QFont.Weight.Normal, QFont.Weight.DemiBold
_LEFT = Qt.AlignmentFlag.AlignLeft


def broken(text: str, font: QFont, width: float, most: int) -> tuple[str, ...]:
    """A text in at most `most` lines no wider than `width`; what does not fit ends in …"""
    return wrap(text, max(width, 1.0), most, _measure(font.pixelSize(), font.weight()))


def write(
    painter: QPainter,
    box: QRectF,
    text: str,
    font: QFont,
    colour: QColor,
    most: int = 1,
    align: Qt.AlignmentFlag = _LEFT,
) -> float:
    """Write into `box`, in at most `most` lines and so many as it is high for, in its middle; gives the height used."""
    high = QFontMetricsF(font).height()
    lines = broken(text, font, box.width(), max(min(most, int(box.height() / high + 0.05)), 1))
    painter.setFont(font)
    painter.setPen(colour)
    top = box.top() + max(box.height() - high * len(lines), 0) / 2
    flags = int(align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
    for number, line in enumerate(lines):
        painter.drawText(QRectF(box.left(), top + number * high, box.width(), high), flags, line)
    return high * len(lines)


@lru_cache(maxsize=64)
def _measure(size: int, weight: QFont.Weight) -> Measure:
    return QFontMetricsF(fonts.font(size, weight)).horizontalAdvance
