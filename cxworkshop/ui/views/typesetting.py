"""Texts set in a drawing: broken into lines, ended by … where they do not fit. Knows fonts, no workshop."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from cxworkshop.ui import fonts
from cxworkshop.ui.views.drawing import Look

_LONGEST = 3000  # characters of a text that are looked at


@dataclass(frozen=True)
class Typesetter:
    """Sets texts with one painter in one look."""

    painter: QPainter
    look: Look

    def write(
        self,
        text: str,
        box: QRectF,
        size: float,
        *,
        weight: QFont.Weight = QFont.Weight.Normal,
        colour: str | QColor = "text",
        most: int = 1,
        italic: bool = False,
        right: bool = False,
    ) -> float:
        """Write into the width of `box` from its top, in at most `most` lines and within its height; gives the height
        used. `right` sets the lines to the right edge."""
        font = self.look.font(size, weight)
        font.setItalic(italic)
        metrics = QFontMetricsF(font)
        line = metrics.lineSpacing()
        fitting = min(most, int((box.height() + 1) // line))
        if fitting < 1 or box.width() < line or not text:
            return 0.0
        self.painter.setFont(font)
        self.painter.setPen(colour if isinstance(colour, QColor) else self.look.colour(colour))
        lines = broken(text, font, box.width(), fitting)
        for number, one in enumerate(lines):
            left = box.right() - metrics.horizontalAdvance(one) if right else box.left()
            self.painter.drawText(QPointF(left, box.top() + number * line + metrics.ascent()), one)
        return len(lines) * line

    def height(
        self, text: str, width: float, size: float, *, weight: QFont.Weight = QFont.Weight.Normal, most: int = 1
    ) -> float:
        """What `write` would use, without painting."""
        font = self.look.font(size, weight)
        return len(broken(text, font, width, most)) * QFontMetricsF(font).lineSpacing() if text else 0.0


def broken(text: str, font: QFont, width: float, most: int) -> list[str]:
    """The text in at most `most` lines of `width`; the last ends in … where there was more."""
    joined = " ".join(text[:_LONGEST].split())
    return list(_broken(joined, font.pixelSize(), font.weight(), font.italic(), round(width, 1), most))


@lru_cache(maxsize=2000)
def _broken(text: str, size: int, weight: QFont.Weight, italic: bool, width: float, most: int) -> tuple[str, ...]:
    font = fonts.font(size, weight)
    font.setItalic(italic)
    metrics = QFontMetricsF(font)
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    lines: list[str] = []
    layout.beginLayout()
    while len(lines) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start, end = line.textStart(), line.textStart() + line.textLength()
        if len(lines) == most - 1 and end < len(text):
            lines.append(elided(text[start : start + 400], metrics, width))
            break
        lines.append(text[start:end].rstrip())
    layout.endLayout()
    return tuple(lines)


def elided(text: str, metrics: QFontMetricsF, width: float) -> str:
    """The text ended by … so that it fits, also where all of it would fit (there is more behind it)."""
    kept = text
    while kept and metrics.horizontalAdvance(kept.rstrip() + "…") > width:
        kept = kept[: -max(1, len(kept) // 12)]
    return kept.rstrip() + "…"
