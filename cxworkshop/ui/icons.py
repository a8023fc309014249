"""Pictures of kinds and commands: SVG files drawn in `currentColor`, coloured as the theme says. Knows no widgets.

All of them were drawn for this program and fall under its licence; a new one has 24 × 24 units and lines of 1.7.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from cxworkshop.paths import RESOURCES
from cxworkshop.ui.theme import themes

FOLDER = RESOURCES / "icons"
_SHARPNESS = 3.0  # device pixels drawn for each pixel: enough for every screen


def icon(name: str, role: str = "text") -> QIcon:
    """The icon of that name in a colour of the theme of the moment, faint where it is disabled."""
    made = QIcon(pixmap(name, themes.current.colour(role)))
    made.addPixmap(pixmap(name, themes.current.colour("faint")), QIcon.Mode.Disabled)
    return made


def pixmap(name: str, colour: QColor, size: int = 24) -> QPixmap:
    """The icon as a picture of `size` pixels in any colour; an empty one where there is no such icon."""
    return _pixmap(name, colour.name(QColor.NameFormat.HexRgb), size)


def draw(painter: QPainter, name: str, colour: QColor, rect: QRectF) -> None:
    """Draw the icon into `rect` with the painter's own sharpness."""
    renderer = _renderer(name, colour.name(QColor.NameFormat.HexRgb))
    if renderer is not None:
        renderer.render(painter, rect)


@lru_cache(maxsize=500)
def _pixmap(name: str, colour: str, size: int) -> QPixmap:
    made = QPixmap(round(size * _SHARPNESS), round(size * _SHARPNESS))
    made.setDevicePixelRatio(_SHARPNESS)
    made.fill(Qt.GlobalColor.transparent)
    renderer = _renderer(name, colour)
    if renderer is not None:
        painter = QPainter(made)
        renderer.render(painter, QRectF(0, 0, size, size))
        painter.end()
    return made


@lru_cache(maxsize=500)
def _renderer(name: str, colour: str) -> QSvgRenderer | None:
    path = FOLDER / f"{name}.svg"
    if not name or not path.exists():
        return None
    return QSvgRenderer(QByteArray(path.read_bytes().replace(b"currentColor", colour.encode())))
