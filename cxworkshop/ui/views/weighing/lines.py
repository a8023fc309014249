"""Breaks a text into lines of a width, cut with … where it is too long. Knows fonts by their measures only."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF


def elided(text: str, metrics: QFontMetricsF, width: float) -> str:
    """One line, ending in … where it does not fit."""
    return metrics.elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, max(width, 1.0))


def wrapped(text: str, metrics: QFontMetricsF, width: float, most: int) -> list[str]:
    """At most `most` lines (at least one), broken between words; the last ends in … where more would follow."""
    words = text.split()
    lines: list[str] = []
    while words and len(lines) < most - 1:
        count = 1
        while count < len(words) and metrics.horizontalAdvance(" ".join(words[: count + 1])) <= width:
            count += 1
        lines.append(elided(" ".join(words[:count]), metrics, width))
        words = words[count:]
    if words or not lines:
        lines.append(elided(" ".join(words), metrics, width))
    return lines
