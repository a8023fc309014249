"""How wide a title is in the charts of the care test. Knows no board.

The same function for the same size, so that `wrap` remembers what it has broken into lines.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QFont, QFontMetricsF

from cxworkshop.model.wrapping import Measure
from cxworkshop.ui import fonts

WEIGHT = QFont.Weight.Medium


@lru_cache(maxsize=16)
def measure_of_titles(pixels: int) -> Measure:
    """The measure of titles at a size in pixels."""
    return QFontMetricsF(fonts.font(pixels, WEIGHT)).horizontalAdvance
