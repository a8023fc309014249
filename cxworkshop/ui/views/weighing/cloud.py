"""Points on a chart with their names: labels that never overlap, a legend for those that only got a number; of a crowd
of points only the first have numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Protocol

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from cxworkshop.ui import fonts
from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.drawing import Look, Spot
from cxworkshop.ui.views.weighing.axes import scale_in
from cxworkshop.ui.views.weighing.crowd import paint_crowd
from cxworkshop.ui.views.weighing.labels import Name, Place, Taken, place, places_shared, spread
from cxworkshop.ui.views.weighing.lines import balanced, elided
from cxworkshop.ui.views.weighing.marks import Note, Point, haloed, mark_box, paint_mark, paint_notes

SIZE = 12.0  # of the letters of a name
NAME_WIDTH = 168.0
LEGEND_WIDTH = 250.0
MANY = 60  # points whose names never all find room
FEW = 3  # numbers whose names stand in an empty place of the plot
_BOLD = QFont.Weight.DemiBold


class Cloud(Protocol):
    """A chart of points: its plot within an area, what lies behind the points, the points, most important first."""

    def frame(self, area: QRectF, look: Look) -> QRectF: ...

    def notes(self, plot: QRectF, look: Look) -> list[Note]: ...

    def points(self, plot: QRectF, look: Look) -> list[Point]: ...

    def paint_ground(self, painter: QPainter, area: QRectF, plot: QRectF, look: Look) -> None: ...


def paint_cloud(painter: QPainter, area: QRectF, look: Look, cloud: Cloud) -> tuple[QRectF, list[Spot]]:
    """Paint a chart into `area`; gives its plot and its spots. Where names do not fit, a legend stands on the right."""
    plot = cloud.frame(area, look)
    found = _spread(cloud.points(plot, look), plot, look)
    crowded = len(found) > MANY
    places = [] if crowded else _places(found, plot, cloud.notes(plot, look), look)
    legend = None if crowded else _free_corner(found, places, cloud.notes(plot, look), plot, look)
    if crowded or (legend is None and any(own.box is None or own.numbered for own in places)):
        wide = min(look.size(LEGEND_WIDTH), area.width() * 0.3)
        legend = QRectF(area.right() - wide, area.top(), wide, area.height())
        area = area.adjusted(0, 0, -wide - look.size(18), 0)
        plot = cloud.frame(area, look)
        found = _spread(cloud.points(plot, look), plot, look)
        if crowded:
            cloud.paint_ground(painter, area, plot, look)
            paint_crowd(painter, plot, legend, found, cloud.notes(plot, look), look)
            return plot, _spots(found, look)
        places = _places(found, plot, cloud.notes(plot, look), look)
    cloud.paint_ground(painter, area, plot, look)
    for own in reversed(found):
        paint_mark(painter, own, look)
    paint_notes(painter, cloud.notes(plot, look), look)
    _paint_names(painter, found, places, look)
    if legend is not None:
        _paint_legend(painter, found, places, legend, look)
    return plot, _spots(found, look)


def _spots(points: Sequence[Point], look: Look) -> list[Spot]:
    return [Spot(mark_box(own, look), own.card, own.tip) for own in points]


def _free_corner(
    points: Sequence[Point], places: Sequence[Place], notes: Sequence[Note], plot: QRectF, look: Look
) -> QRectF | None:
    """An empty place within the plot for the legend of a few numbers, which are not worth a column of their own; None
    where there are none, too many, or no such place."""
    named = [own.name for own, spot in zip(points, places, strict=True) if spot.numbered]
    if not 0 < len(named) <= FEW or any(spot.box is None for spot in places):
        return None
    metrics = look.metrics(SIZE)
    wide = metrics.horizontalAdvance("000") + look.size(14) + max(metrics.horizontalAdvance(own) for own in named)
    high = (metrics.height() + look.size(2)) * len(named)
    taken = Taken()
    leaders = [QRectF(*own.leader).normalized() for own in places if own.leader is not None]
    boxes = [own.box for own in places if own.box is not None]
    for box in (*boxes, *leaders, *(mark_box(own, look) for own in points), *(own.box for own in notes)):
        taken.add(box.adjusted(-8, -4, 8, 4))
    below = plot.top() + metrics.height() * 4  # clear of the notes and the names of the axes
    for y in range(round(below), round(plot.bottom() - high), 8):
        for x in range(round(plot.left() + look.size(24)), round(plot.right() - wide), 16):
            corner = QRectF(x, y, wide, high)
            if not taken.meets(corner):
                return corner
    return None


def _spread(points: Sequence[Point], plot: QRectF, look: Look) -> list[Point]:
    """The points moved apart where they lie on each other; each says how many others have its scores."""
    own_places = [own.at for own in points]
    places = spread(own_places, look.size(9), scale_in(plot, look))
    return [
        replace(own, at=at, tip=_with_others(own.tip, others))
        for own, at, others in zip(points, places, places_shared(own_places), strict=True)
    ]


def _with_others(said: str, others: int) -> str:
    if not others:
        return said
    more = tr.plural("{n} other has exactly these scores", "{n} others have exactly these scores", others)
    return f"{said}\n{more}"


def _places(points: Sequence[Point], plot: QRectF, notes: Sequence[Note], look: Look) -> list[Place]:
    metrics = look.metrics(SIZE)
    high = metrics.height()
    names = []
    for number, own in enumerate(points, 1):
        lines, wide = _lines(own.name, look.font(SIZE).pixelSize(), look.size(NAME_WIDTH))
        short = QSizeF(metrics.horizontalAdvance(str(number)) + 2, high)
        names.append(Name(mark_box(own, look), QSizeF(wide + 2, high * len(lines)), short))
    return place(names, plot, [own.box for own in notes])


@lru_cache(maxsize=4_000)
def _lines(name: str, pixels: int, width: float) -> tuple[tuple[str, ...], float]:
    """A name in lines, and how wide the widest of them is."""
    metrics = QFontMetricsF(fonts.font(pixels))
    lines = tuple(balanced(name, metrics, width))
    return lines, max(metrics.horizontalAdvance(line) for line in lines)


def _paint_names(painter: QPainter, points: Sequence[Point], places: Sequence[Place], look: Look) -> None:
    for number, (own, spot) in enumerate(zip(points, places, strict=True), 1):
        if spot.box is None:
            continue
        if spot.leader is not None:
            painter.setPen(QPen(look.colour("faint"), look.size(0.9)))
            painter.drawLine(*spot.leader)
        chosen = own.card in look.selected
        painter.setFont(look.font(SIZE, _BOLD if spot.numbered or chosen else QFont.Weight.Normal))
        painter.setPen(look.colour("text"))
        lines = (
            [str(number)]
            if spot.numbered
            else list(_lines(own.name, look.font(SIZE).pixelSize(), look.size(NAME_WIDTH))[0])
        )
        right = spot.box.right() <= own.at.x()
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        high = spot.box.height() / len(lines)
        for row, line in enumerate(lines):
            box = QRectF(spot.box.x() - 12, spot.box.y() + row * high, spot.box.width() + 24, high)
            box = box.adjusted(12, 0, 0, 0) if not right else box.adjusted(0, 0, -12, 0)
            haloed(painter, box, int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), line, look)


def _paint_legend(
    painter: QPainter, points: Sequence[Point], places: Sequence[Place], area: QRectF, look: Look
) -> None:
    """The numbers with their names, as many as have room; of the rest, how many there are."""
    metrics = look.metrics(SIZE)
    high = metrics.height() + look.size(2)
    rows = [(number, own) for number, (own, spot) in enumerate(zip(points, places, strict=True), 1) if spot.numbered]
    hidden = sum(spot.box is None for spot in places)
    room = max(int(area.height() // high), 1)
    if len(rows) + bool(hidden) > room:
        hidden += len(rows) - (room - 1)
        rows = rows[: room - 1]
    column = metrics.horizontalAdvance("000") + look.size(6)
    painter.setPen(look.colour("text"))
    flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
    y = area.top()
    for number, own in rows:
        painter.setFont(look.font(SIZE, _BOLD))
        painter.drawText(QRectF(area.x(), y, column, high), flags, str(number))
        painter.setFont(look.font(SIZE))
        text = elided(own.name, metrics, area.width() - column)
        painter.drawText(QRectF(area.x() + column, y, area.width() - column + 4, high), flags, text)
        y += high
    if hidden:
        painter.setFont(look.font(SIZE))
        painter.setPen(look.colour("soft"))
        text = tr.plural("and {n} more point", "and {n} more points", hidden)
        painter.drawText(QRectF(area.x(), y, area.width(), high), flags, elided(text, metrics, area.width()))
