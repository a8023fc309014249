"""One box of the map: how large it is, what stands in it, how it is painted. Knows sizes in pixels, no board."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from cxworkshop.model.boxes import Rect
from cxworkshop.model.wrapping import Measure, wrap
from cxworkshop.ui import fonts
from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import LIGHT, mixed
from cxworkshop.ui.views.drawing import Look
from cxworkshop.ui.views.processes.chain import BOTH, FIRST, SECOND

_NORMAL, _MEDIUM, _BOLD = QFont.Weight.Normal, QFont.Weight.Medium, QFont.Weight.Bold
SEPARATOR = " · "
DOT = 1.15  # the room of the dot of closeness, in letters of the line it stands in
_FLAGS = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
FADED = 0.3
BADGES = {BOTH: "A+B", FIRST: "A", SECOND: "B"}


@dataclass(frozen=True)
class Sizes:
    """Of the boxes in pixels of where they are shown: letters, width, heights of lines, how many lines a title has and
    how many the line under it may become."""

    title: float
    meta: float
    width: float
    most: int
    pad: float
    band: float
    most_meta: int = 1

    @property
    def line(self) -> float:
        return self.title * 1.24

    @property
    def meta_line(self) -> float:
        return self.meta * 1.4

    @property
    def text_width(self) -> float:
        return self.width - self.band - 2 * self.pad

    def lines_of(self, title: str) -> tuple[str, ...]:
        return wrap(title, self.text_width, self.most, _measure(self.title))

    def size_of(self, face: Face) -> tuple[float, float]:
        lines = len(self.lines_of(face.title))
        return self.width, 2 * self.pad + lines * self.line + len(self.meta_of(face)) * self.meta_line

    def meta_of(self, face: Face) -> tuple[str, ...]:
        """The lines under the title: one with its tail, its middle cut; or, where there may be more and one is too
        short, as many as the words take, the tail behind the last or on a line of its own."""
        if not face.meta:
            return ()
        measure, room = _measure(self.meta, _NORMAL), self.meta_width(face)
        tail = face.tail
        if self.most_meta == 1 or measure(face.meta + tail) <= room:
            return (elided(face.meta, self.meta, room - measure(tail)) + tail,)
        *first, last = wrap(face.meta, room, self.most_meta, measure)
        if not tail or measure(last + tail) <= room:
            return *first, last + tail
        if len(first) + 1 < self.most_meta:
            return *first, last, tail.removeprefix(SEPARATOR)
        return *first, elided(last, self.meta, room - measure(tail)) + tail

    def meta_width(self, face: Face) -> float:
        return self.text_width - (self.meta * DOT if face.warmth is not None else 0)


@dataclass(frozen=True)
class Face:
    """What a box says. `tail` ends the line under the title and is never cut; `warmth` is that of the owner of a
    process ("" nobody), None for other kinds; `share` which of two compared needs rest on it."""

    kind: str
    title: str
    meta: str = ""
    tail: str = ""
    warmth: str | None = None
    share: str = ""


def for_window(scale: float) -> Sizes:
    """Boxes in the window at a text scale."""
    return Sizes(13 * scale, 12 * scale, 196 * scale, 3, 8 * scale, 5 * scale)


def for_screen(width: float, most_meta: int = 2) -> Sizes:
    """Boxes on the shared screen: letters of 24 pixels at least."""
    return Sizes(26, 24, width, 2, 10, 10, most_meta)


def colour_of_share(share: str, look: Look) -> QColor:
    """A: blue, B: magenta, both: amber; each is also written in a badge."""
    if share == BOTH:
        return look.theme.colour("lit")
    return look.accent("touchpoint" if share == FIRST else "improvement")


def paint_box(
    painter: QPainter, look: Look, sizes: Sizes, rect: Rect, face: Face, *, faded: bool, ring: str, number: int
) -> None:
    """The box in its place. `ring`: a role of the theme, or "" for none."""
    painter.setOpacity(FADED if faded else 1.0)
    box = QRectF(*rect)
    radius = sizes.pad * 0.8
    shape = QPainterPath()
    shape.addRoundedRect(box, radius, radius)
    painter.fillPath(shape, look.theme.colour("surface"))
    painter.save()
    painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
    painter.fillRect(QRectF(rect.x, rect.y, sizes.band, rect.height), look.theme.accent(face.kind))
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.colour("strong_line"), 1))
    if face.share:
        painter.setPen(QPen(colour_of_share(face.share, look), sizes.band * 0.6))
    painter.drawPath(shape)
    if ring:
        painter.setPen(QPen(look.theme.colour(ring), sizes.band * 0.7))
        reach = sizes.band * 0.8
        painter.drawRoundedRect(box.adjusted(-reach, -reach, reach, reach), radius + reach, radius + reach)
    _paint_text(painter, look, sizes, rect, face)
    if face.share or number:
        _paint_badge(painter, look, sizes, rect, face.share, BADGES.get(face.share) or str(number))
    painter.setOpacity(1.0)


def paint_far(painter: QPainter, look: Look, rect: Rect, face: Face, *, faded: bool, ring: str) -> None:
    """The box from so far that no text could be read: its place, kind and closeness."""
    painter.setOpacity(FADED if faded else 1.0)
    colour = colour_of_share(face.share, look) if face.share else look.theme.accent(face.kind)
    painter.fillRect(QRectF(*rect), mixed(colour, look.theme.colour("surface"), 0.55))
    if ring:
        painter.setPen(QPen(look.theme.colour(ring), rect.height * 0.12))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(*rect))
    painter.setOpacity(1.0)


def _paint_text(painter: QPainter, look: Look, sizes: Sizes, rect: Rect, face: Face) -> None:
    painter.setFont(fonts.font(sizes.title, _MEDIUM))
    painter.setPen(look.theme.colour("text"))
    x, y = rect.x + sizes.band + sizes.pad, rect.y + sizes.pad
    for line in sizes.lines_of(face.title):
        painter.drawText(QRectF(x, y, sizes.text_width + 2, sizes.line), _FLAGS, line)
        y += sizes.line
    if not face.meta:
        return
    if face.warmth is not None:
        paint_dot(painter, look, QPointF(x + sizes.meta * 0.4, y + sizes.meta_line / 2), sizes.meta * 0.4, face.warmth)
        x += sizes.meta * DOT
    painter.setFont(fonts.font(sizes.meta))
    painter.setPen(_on_card(look, "bad" if face.warmth == "" else "soft"))
    for line in sizes.meta_of(face):
        painter.drawText(QRectF(x, y, sizes.meta_width(face) + 2, sizes.meta_line), _FLAGS, line)
        y += sizes.meta_line


def _on_card(look: Look, role: str) -> QColor:
    """A colour on the ground of a card, which is white on the shared screen."""
    return (LIGHT if look.on_screen else look.theme).colour(role)


def paint_dot(painter: QPainter, look: Look, at: QPointF, radius: float, warmth: str, *, on_card: bool = True) -> None:
    """Close: a full dot; fading: a half; stranger or nobody: a ring. The shape says it as well as the colour."""
    nobody = _on_card(look, "bad") if on_card else look.colour("bad")
    colour = look.closeness(warmth) if warmth else nobody
    painter.setPen(QPen(colour, radius * 0.36))
    painter.setBrush(colour if warmth == "close" else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(at, radius, radius)
    if warmth == "fading":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawChord(QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius), 90 * 16, 180 * 16)


def _paint_badge(painter: QPainter, look: Look, sizes: Sizes, rect: Rect, share: str, text: str) -> None:
    """On the upper right corner: the distance, or which of two needs rest on it."""
    painter.setFont(fonts.font(sizes.meta, _BOLD))
    wide = max(_measure(sizes.meta, _BOLD)(text) + sizes.pad, sizes.meta_line)
    box = QRectF(rect.right - wide + sizes.pad / 2, rect.y - sizes.meta_line * 0.75, wide, sizes.meta_line)
    ground = colour_of_share(share, look) if share else look.theme.colour("lit")
    painter.setPen(QPen(look.colour("wall"), 1.5))
    painter.setBrush(ground)
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setPen(QColor("#FFFFFF" if _is_dark(ground) else "#1C2024"))
    painter.drawText(box, int(_FLAGS | Qt.AlignmentFlag.AlignHCenter), text)


def _is_dark(colour: QColor) -> bool:
    return 0.299 * colour.redF() + 0.587 * colour.greenF() + 0.114 * colour.blueF() < 0.55


def elided(text: str, size: float, width: float, weight: QFont.Weight = _NORMAL) -> str:
    """One line, ending in … where it does not fit."""
    return _metrics(size, weight).elidedText(text, Qt.TextElideMode.ElideRight, width)


def broken(text: str, font: QFont, width: float, most: int) -> tuple[str, ...]:
    """At most `most` lines of a width, the last ending in … where more would follow."""
    return wrap(text, width, max(most, 1), _measure(float(font.pixelSize()), font.weight()))


@lru_cache(maxsize=32)
def _metrics(size: float, weight: QFont.Weight = _MEDIUM) -> QFontMetricsF:
    fonts.load()
    return QFontMetricsF(fonts.font(size, weight))


@lru_cache(maxsize=32)
def _measure(size: float, weight: QFont.Weight = _MEDIUM) -> Measure:
    """The measure of a size, always the same object: `wrap` remembers by it."""
    return _metrics(size, weight).horizontalAdvance


def words_of_share(share: str) -> str:
    """Said of a box when two needs are compared."""
    return {
        BOTH: tr("both needs rest on it"),
        FIRST: tr("only need A rests on it"),
        SECOND: tr("only need B rests on it"),
    }.get(share, "")
