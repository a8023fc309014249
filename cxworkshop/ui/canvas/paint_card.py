"""Paints one card in wall units: band, title, figures, rings and badges. Knows no board and no layout."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPen

from cxworkshop.model.boxes import BAND, META_SIZE, PADDING, TEXT_WIDTH, TITLE_LINE, TITLE_SIZE, Rect
from cxworkshop.model.wrapping import wrap
from cxworkshop.ui import fonts
from cxworkshop.ui.canvas.faces import Face
from cxworkshop.ui.canvas.ink import FADED, Ink, elided, font, width_of
from cxworkshop.ui.speech import tr

RADIUS = 7.0
INSET = BAND + 9.0
UNDER_FADED = 0.72
SMALLEST_TEXT = 9.0  # pixels of a title while titles are shown
_BOLD = QFont.Weight.Bold
_MEDIUM = QFont.Weight.Medium


class Dress(NamedTuple):
    """How a card is shown this time. `ring`: "" none, "focus" selected, "soft" selected in a wall without the keyboard,
    "lit" the pressed card. `number`: the distance badge, 0 none, `dashed` when indirect."""

    faded: bool = False
    ring: str = ""
    number: int = 0


PLAIN = Dress()
FADED_DRESS = Dress(faded=True)
FOCUS_DRESS, SOFT_DRESS = Dress(ring="focus"), Dress(ring="soft")


def paint_card(
    painter: QPainter, ink: Ink, rect: Rect, kind: str, lines: tuple[str, ...], face: Face, dress: Dress = PLAIN
) -> None:
    """The whole card, as seen from near."""
    if dress.faded:
        _fade(painter, ink, rect)
    _paint_paper(painter, ink, rect, kind, dress)
    note = kind == "note"
    painter.setFont(ink.title)
    painter.setPen(ink.on_note if note else ink.text)
    x, y = rect.x + INSET, rect.y + PADDING + 12.5
    if not any(lines):
        painter.setPen(ink.soft)
        lines = (tr("(no title)"),)
    for line in lines:
        painter.drawText(QPointF(x, y), line)
        y += TITLE_LINE
    if face.meta or face.badge:
        _paint_meta(painter, ink, x, y, kind, face)
    if face.truth:
        _paint_truth(painter, ink, rect)
    if dress.number:
        paint_number(painter, ink, rect, dress.number)
    if dress.faded:
        painter.setOpacity(1.0)


def paint_title_only(
    painter: QPainter, ink: Ink, rect: Rect, kind: str, title: str, zoom: float, dress: Dress = PLAIN
) -> None:
    """The card with a title as large as it must be to be read at this zoom."""
    if dress.faded:
        _fade(painter, ink, rect)
    _paint_paper(painter, ink, rect, kind, dress)
    size = float(max(round(SMALLEST_TEXT / zoom), round(TITLE_SIZE)))
    pitch = size * 1.16
    most = max(int((rect.height - 6) / pitch), 1)
    shown = wrap(title or tr("(no title)"), (rect.width - BAND - 10) * TITLE_SIZE / size, most, fonts.title_width)
    painter.setFont(font(size, _MEDIUM))
    painter.setPen(ink.on_note if kind == "note" else ink.text if title else ink.soft)
    y = rect.y + (rect.height - len(shown) * pitch) / 2 + size * 0.94
    for line in shown:
        painter.drawText(QPointF(rect.x + BAND + 6, y), line)
        y += pitch
    if dress.number:
        paint_number(painter, ink, rect, dress.number, 1.5)
    if dress.faded:
        painter.setOpacity(1.0)


def paint_ring(painter: QPainter, ink: Ink, rect: Rect, ring: str, zoom: float) -> None:
    """The frame of a selected or pressed card; never thinner than two pixels on the screen."""
    reach = max(2.5, 2.0 / zoom)
    around = QRectF(rect.x - reach, rect.y - reach, rect.width + 2 * reach, rect.height + 2 * reach)
    pen = QPen({"lit": ink.lit_ring, "soft": ink.soft_ring}.get(ring, ink.ring))
    pen.setWidthF(max(pen.widthF(), 2.0 / zoom))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for one in (ink.lit_glow, pen) if ring == "lit" else (pen,):
        painter.setPen(one)
        painter.drawRoundedRect(around, RADIUS + reach, RADIUS + reach)


def _fade(painter: QPainter, ink: Ink, rect: Rect) -> None:
    """Dim what runs under a faded card, so that no link strikes its title through, then paint thinly."""
    painter.setOpacity(UNDER_FADED)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink.wall)
    painter.drawRoundedRect(QRectF(*rect), RADIUS, RADIUS)
    painter.setOpacity(FADED)


def _paint_paper(painter: QPainter, ink: Ink, rect: Rect, kind: str, dress: Dress) -> None:
    box = QRectF(*rect)
    if not dress.faded:
        painter.setPen(ink.shadow)
        painter.drawLine(QPointF(rect.x + 4, rect.bottom + 1), QPointF(rect.right - 4, rect.bottom + 1))
    painter.setPen(ink.frame)
    painter.setBrush(ink.note if kind == "note" else ink.surface)
    painter.drawRoundedRect(box, RADIUS, RADIUS)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink.accent[kind])
    painter.translate(rect.x, rect.y)
    painter.drawPath(_band(rect.height))
    painter.translate(-rect.x, -rect.y)


@lru_cache(maxsize=200)
def _band(height: float) -> QPainterPath:
    """The colour band on a card's left side, its upper left corner at (0, 0)."""
    path = QPainterPath(QPointF(BAND, 0.0))
    path.lineTo(BAND, height)
    path.arcTo(QRectF(0.0, height - 2 * RADIUS, 2 * RADIUS, 2 * RADIUS), 245.0, -65.0)
    path.arcTo(QRectF(0.0, 0.0, 2 * RADIUS, 2 * RADIUS), 180.0, -65.0)
    path.closeSubpath()
    return path


def _paint_meta(painter: QPainter, ink: Ink, x: float, y: float, kind: str, face: Face) -> None:
    """The line under the title; `y` is where a further title line would have its baseline."""
    y += 1.0
    width = TEXT_WIDTH
    if face.badge:
        wide = width_of(face.badge, META_SIZE, _BOLD) + 9.0
        box = QRectF(x + width - wide, y - 11.5, wide, 15.0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink.urgent if face.urgent else ink.tint["stage"])
        painter.drawRoundedRect(box, 4.0, 4.0)
        painter.setPen(ink.bad if face.urgent and not ink.theme.dark else ink.text)
        painter.setFont(ink.figure)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, face.badge)
        width -= wide + 5.0
    if face.dot:
        _paint_dot(painter, ink, QPointF(x + 4.5, y - 3.8), face)
        x, width = x + 14.0, width - 14.0
    room = width - (10.0 if face.pill else 0.0) - width_of(face.tail, META_SIZE)
    shown = elided(face.meta, room, META_SIZE) + face.tail
    if face.pill and shown:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink.tint[kind])
        painter.drawRoundedRect(QRectF(x - 1.0, y - 11.5, width_of(shown, META_SIZE) + 10.0, 15.0), 4.0, 4.0)
        x += 4.0
    painter.setFont(ink.meta)
    painter.setPen(ink.bad if face.alarm else ink.on_note if kind == "note" else ink.text if face.pill else ink.soft)
    painter.drawText(QPointF(x, y), shown)


def _paint_dot(painter: QPainter, ink: Ink, centre: QPointF, face: Face) -> None:
    """A filled dot for a score or somebody's closeness, a hollow one where nobody is responsible."""
    if face.dot == "nobody":
        painter.setPen(QPen(ink.bad, 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(centre, 3.6, 3.6)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink.pain(face.strength) if face.dot == "pain" else ink.closeness(face.dot))
    painter.drawEllipse(centre, 4.3, 4.3)


def _paint_truth(painter: QPainter, ink: Ink, rect: Rect) -> None:
    """The ◆ of a moment of truth, on the upper edge."""
    x, y, side = rect.right - 15.0, rect.y, 5.6
    path = QPainterPath(QPointF(x, y - side))
    for dx, dy in ((side, 0.0), (0.0, side), (-side, 0.0)):
        path.lineTo(x + dx, y + dy)
    path.closeSubpath()
    painter.setPen(QPen(ink.theme.colour("surface"), 1.5))
    painter.setBrush(ink.accent["touchpoint"])
    painter.drawPath(path)


def paint_number(painter: QPainter, ink: Ink, rect: Rect, number: int, scale: float = 1.0) -> None:
    """The distance badge of a lit process on its upper right corner."""
    radius = 8.5 * scale
    centre = QPointF(rect.right - 4.0, rect.y + 1.0)
    painter.setPen(QPen(ink.theme.colour("wall"), 1.5))
    painter.setBrush(ink.lit)
    painter.drawEllipse(centre, radius, radius)
    painter.setPen(ink.on_lit)
    painter.setFont(font(11.0 * scale, _BOLD))
    box = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))
