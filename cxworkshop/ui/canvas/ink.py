"""The pens, brushes and fonts of one theme, made once. Knows colours, not where anything stands."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap

from cxworkshop.model.boxes import META_SIZE, TITLE_SIZE
from cxworkshop.model.cards import KINDS
from cxworkshop.ui import fonts
from cxworkshop.ui.canvas.stamps import Stamps
from cxworkshop.ui.theme import Theme, mixed

FADED = 0.22  # opacity of what does not carry the pressed need

CURVES = ("expectation", "memory", "experience")


class Ink:
    """What a theme is painted with. Pens of links are cosmetic: one device pixel at any zoom, and therefore fast."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.stamps = Stamps()
        surface, wall = theme.colour("surface"), theme.colour("wall")
        self.wall, self.surface = QBrush(wall), QBrush(surface)
        self.veil = QBrush(with_alpha(wall, round(255 * (1.0 - FADED))))
        self.ground = QBrush(theme.colour("ground"))
        self.text, self.soft, self.faint = theme.colour("text"), theme.colour("soft"), theme.colour("faint")
        self.bad, self.focus, self.lit = theme.colour("bad"), theme.colour("focus"), theme.colour("lit")
        self.line = hairline(theme.colour("line"))
        self.dashes = dashed(theme.colour("line"))
        self.frame = QPen(theme.colour("strong_line"), 1.0)
        self.shadow = QPen(QColor(0, 0, 0, 60 if theme.dark else 16), 1.5)
        contrast = theme.name == "contrast"
        self.loud = hairline(mixed(self.faint, wall, 1.0 if contrast else 0.72))
        self.quiet = hairline(mixed(self.faint, wall, 0.6 if contrast else 0.34))
        self.raised = QPen(self.soft, 1.6)
        self.lit_pen = QPen(self.lit, 3.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        self.lit_dashed = QPen(self.lit, 3.0, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
        self.lit_dashed.setDashPattern([2.6, 1.8])
        self.on_lit = QColor("#1C2024")
        self.landing = with_alpha(self.focus, 30)
        self.ring = QPen(self.focus, 2.0)
        self.soft_ring = QPen(mixed(self.focus, wall, 0.55), 2.0)
        self.lit_ring = QPen(self.lit, 2.5)
        self.lit_glow = QPen(with_alpha(self.lit, 110), 5.0)
        self.accent = {kind: QBrush(theme.accent(kind)) for kind in KINDS}
        self.tint = {kind: QBrush(theme.tint(kind)) for kind in KINDS}
        self.far = {kind: QBrush(mixed(theme.accent(kind), surface, 0.45)) for kind in KINDS}
        self.note, self.on_note = QBrush(theme.colour("note")), theme.colour("on_note")
        self.lane_tints = [QBrush(QColor(tint)) for tint in theme.lane_tints]
        self.urgent = QBrush(mixed(self.bad, surface, 0.24))
        self.title = font(TITLE_SIZE, QFont.Weight.Medium)
        self.meta = font(META_SIZE)
        self.figure = font(META_SIZE, QFont.Weight.Bold)

    def closeness(self, name: str) -> QColor:
        """The colour of close, fading, stranger."""
        return self.theme.closeness(name)

    def pain(self, strength: float) -> QColor:
        """The colour of a problem's dot: the redder the worse."""
        return mixed(self.bad, self.theme.colour("surface"), 0.35 + 0.65 * min(strength, 1.0))

    def curve(self, name: str) -> QPen:
        """The pen of expectation, experience or memory."""
        colour = {"expectation": self.faint, "experience": self.theme.accent("touchpoint")}.get(
            name, self.theme.accent("persona")
        )
        pen = QPen(colour, 2.4 if name == "experience" else 1.6)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if name != "experience":
            pen.setDashPattern([4, 3] if name == "expectation" else [1.2, 2.2])
        return pen


def hairline(colour: QColor) -> QPen:
    """A pen of one device pixel at any zoom."""
    pen = QPen(colour, 1.0)
    pen.setCosmetic(True)
    return pen


DASH_AND_GAP = 8
DASHES = 4096  # pixels of dashes made at once: drawing a strip of them is much faster than tiling a short one


def dashed(colour: QColor) -> QPixmap:
    """A line one pixel wide: dashes and gaps of the same length."""
    tile = QPixmap(1, DASHES)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    for y in range(0, DASHES, DASH_AND_GAP):
        painter.fillRect(0, y, 1, DASH_AND_GAP // 2, colour)
    painter.end()
    return tile


def with_alpha(colour: QColor, alpha: int) -> QColor:
    made = QColor(colour)
    made.setAlpha(alpha)
    return made


@lru_cache(maxsize=200)
def font(size: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The family at a size, made once."""
    fonts.load()
    return fonts.font(size, weight)


@lru_cache(maxsize=200)
def metrics(size: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFontMetricsF:
    return QFontMetricsF(font(size, weight))


@lru_cache(maxsize=20_000)
def elided(text: str, width: float, size: float, weight: QFont.Weight = QFont.Weight.Normal) -> str:
    """`text` on one line no wider than `width`, ending in … where something had to go."""
    return metrics(size, weight).elidedText(" ".join(text[:500].split()), Qt.TextElideMode.ElideRight, width)


@lru_cache(maxsize=20_000)
def width_of(text: str, size: float, weight: QFont.Weight = QFont.Weight.Normal) -> float:
    return metrics(size, weight).horizontalAdvance(text)
