"""Breaks a text into lines of a width, cut with … where it is too long. Knows fonts by their measures only."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF

_MOST_WORDS = 30  # of a name; longer ones are elided anyway


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


def balanced(text: str, metrics: QFontMetricsF, width: float) -> list[str]:
    """One line where it fits, else two about as long as each other (no single short word below), the second elided
    where both together do not hold the text."""
    words = text.split()
    if metrics.horizontalAdvance(" ".join(words)) <= width:
        return wrapped(text, metrics, width, 1)
    cuts = ((" ".join(words[:at]), " ".join(words[at:])) for at in range(1, min(len(words), _MOST_WORDS)))
    fitting = [(max(metrics.horizontalAdvance(one) for one in cut), cut) for cut in cuts]
    best = min(fitting, default=None, key=lambda own: own[0])
    return list(best[1]) if best is not None and best[0] <= width else wrapped(text, metrics, width, 2)
