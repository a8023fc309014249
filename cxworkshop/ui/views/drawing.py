"""What a chart is to those who show it: painted into any area, for the window or for the shared screen."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from cxworkshop.ui import fonts
from cxworkshop.ui.theme import LIGHT, PROJECTOR, Theme, themes

SMALLEST_ON_SCREEN = 24.0  # pixels at 1920 x 1080: readable from six metres
ON_SCREEN_SCALE = 2.0  # of the window's sizes


@dataclass(frozen=True)
class Spot:
    """A place of a drawing that can be hovered, pressed and reached by arrow keys.

    `card` is the card it stands for ("" for none); `tip` what it says: the figure with its formula, n and basis.
    """

    area: QRectF
    card: str = ""
    tip: str = ""


@dataclass(frozen=True)
class Look:
    """Colours and fonts for one place a drawing is shown at. Sizes are given as for the window."""

    theme: Theme
    scale: float = 1.0
    on_screen: bool = False
    selected: frozenset[str] = field(default_factory=frozenset)

    def size(self, size: float) -> float:
        """A length or letter size of the window as it is here."""
        return size * self.scale

    def font(self, size: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The font at a window's `size` in pixels; on the shared screen never below what six metres allow."""
        scaled = self.size(size)
        return fonts.font(max(scaled, SMALLEST_ON_SCREEN) if self.on_screen else scaled, weight)

    def metrics(self, size: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFontMetricsF:
        return QFontMetricsF(self.font(size, weight))

    def colour(self, role: str) -> QColor:
        """A colour of the theme; on the dark ground of the shared screen texts and lines are light."""
        if self.on_screen and role in _ON_DARK:
            return QColor(_ON_DARK[role])
        return self.theme.colour(role)

    def accent(self, kind: str) -> QColor:
        """The colour of a kind, light enough for the ground it is drawn on."""
        colour = self.theme.accent(kind)
        return QColor(LIGHT.accent(kind)).lighter(150) if self.on_screen else colour

    def closeness(self, closeness: str | None) -> QColor:
        return self.theme.closeness(closeness)


_ON_DARK = {
    "text": "#FFFFFF",
    "soft": "#C7CCD4",
    "faint": "#9BA3AF",
    "surface": "#1B222B",
    "raised": "#262E39",
    "line": "#38424F",
    "strong_line": "#5A6675",
    "wall": "#10141A",
    "bad": "#FF8A8F",
    "good": "#4CC38A",
    "link": "#8CC4FF",
}


def window_look(selected: frozenset[str] = frozenset()) -> Look:
    """The look of the window of the moment."""
    return Look(themes.current, themes.text_scale, selected=selected)


def screen_look() -> Look:
    """The look of the shared screen, for an area in units of 1920 x 1080."""
    return Look(PROJECTOR, ON_SCREEN_SCALE, on_screen=True)


class Drawing(Protocol):
    """One moment of a chart, worked out when made, painted as often and as large as needed.

    Its headline, the first of its texts, is written above it by those who show it; `paint` does not paint it.
    """

    def paint(self, painter: QPainter, area: QRectF, look: Look) -> list[Spot]:
        """Paint into `area` and give the spots that were painted, in the order one walks through them."""
        ...

    def texts(self) -> list[str]:
        """What it says, in reading order (for screen readers and for tests); the first is its headline."""
        ...
