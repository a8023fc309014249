"""Readings over time as a small chart: line and points, levels (limit, baseline, target), since when it is late."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFont, QPainter, QPen, QPolygonF

from cxworkshop.analysis.series import Reading
from cxworkshop.ui import icons
from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.drawing import Look, Spot

_LEFT, _TOP, _BOTTOM = 6.0, 10.0, 18.0
_SMALL = 11.0


@dataclass(frozen=True)
class Level:
    """A line across: where, what it says, colour role, whether dashed."""

    value: float
    text: str
    role: str = "soft"
    dashed: bool = True


@dataclass(frozen=True)
class ReadingsDrawing:
    """`broken` are the keys of readings that break the limit; `late_by` the days by which the next one is overdue."""

    headline: str
    readings: Sequence[Reading]
    levels: Sequence[Level]
    broken: frozenset[str]
    late_by: float
    today: datetime.date
    kind: str

    def texts(self) -> list[str]:
        return [self.headline, *(self._said(own) for own in self.readings)]

    def _said(self, own: Reading) -> str:
        date, value = tr.date(own.at.isoformat()), tr.number(own.value, 3)
        if own.key in self.broken:
            return tr("{date}: {value}, breaks the limit", date=date, value=value)
        return tr("{date}: {value}", date=date, value=value)

    def paint(self, painter: QPainter, area: QRectF, look: Look) -> list[Spot]:
        names = max((look.metrics(_SMALL).horizontalAdvance(own.text) for own in self.levels), default=0.0)
        right = min(names + look.size(14), area.width() * 0.4)
        plot = area.adjusted(look.size(_LEFT), look.size(_TOP), -max(right, look.size(44)), -look.size(_BOTTOM))
        values = [own.value for own in self.readings] + [own.value for own in self.levels]
        if not values:
            return []
        low, high = min(values), max(values)
        room = (high - low) * 0.12 or max(abs(high) * 0.2, 1.0)
        scale = _Scale(plot, self._first(), self._last(), low - room, high + room)
        self._axis(painter, plot, look)
        self._levels(painter, plot, scale, look)
        self._late(painter, plot, scale, look)
        return self._points(painter, scale, look)

    def _first(self) -> datetime.datetime:
        return self.readings[0].at if self.readings else datetime.datetime.combine(self.today, datetime.time())

    def _last(self) -> datetime.datetime:
        now = datetime.datetime.combine(self.today, datetime.time())
        return max([now, *(own.at for own in self.readings)])

    def _axis(self, painter: QPainter, plot: QRectF, look: Look) -> None:
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawLine(plot.bottomLeft(), plot.bottomRight())
        painter.setFont(look.font(_SMALL))
        painter.setPen(look.colour("soft"))
        y = plot.bottom() + look.metrics(_SMALL).ascent() + look.size(2)
        first, last = tr.date(self._first().isoformat()), tr.date(self._last().isoformat())
        painter.drawText(QPointF(plot.x(), y), first)
        width = look.metrics(_SMALL).horizontalAdvance(last)
        if first != last and plot.width() > 2 * width + 12:
            painter.drawText(QPointF(plot.right() - width, y), last)

    def _levels(self, painter: QPainter, plot: QRectF, scale: _Scale, look: Look) -> None:
        metrics, taken = look.metrics(_SMALL), [float("-inf")]
        painter.setFont(look.font(_SMALL))
        for own in sorted(self.levels, key=lambda level: -level.value):
            y = scale.y(own.value)
            style = Qt.PenStyle.DashLine if own.dashed else Qt.PenStyle.SolidLine
            painter.setPen(QPen(look.colour(own.role), look.size(1.4), style))
            painter.drawLine(QPointF(plot.x(), y), QPointF(plot.right(), y))
            at = max(y + metrics.ascent() / 2 - 1, taken[-1] + metrics.lineSpacing())
            taken.append(at)
            painter.setPen(look.colour(own.role))
            painter.drawText(QPointF(plot.right() + look.size(6), at), own.text)

    def _late(self, painter: QPainter, plot: QRectF, scale: _Scale, look: Look) -> None:
        """From the day on which the next reading was due a hatched band, and a sign on it."""
        if not self.late_by or not self.readings:
            return
        due = datetime.datetime.combine(self.today, datetime.time()) - datetime.timedelta(days=self.late_by)
        x = min(max(scale.x(due), plot.x()), plot.right() - look.size(12))
        painter.fillRect(QRectF(x, plot.y(), plot.right() - x, plot.height()), _hatch(look))
        size = look.size(13)
        icons.draw(painter, "clock", look.colour("bad"), QRectF(plot.right() - size - 2, plot.y() + 1, size, size))

    def _points(self, painter: QPainter, scale: _Scale, look: Look) -> list[Spot]:
        points = [QPointF(scale.x(own.at), scale.y(own.value)) for own in self.readings]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.accent(self.kind), look.size(1.8)))
        painter.drawPolyline(QPolygonF(points))
        spots = []
        for own, at in zip(self.readings, points, strict=True):
            self._point(painter, own, at, look)
            reach = look.size(9)
            spots.append(Spot(QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach), "", self._said(own)))
        if points:
            self._newest(painter, points[-1], look)
        return spots

    def _point(self, painter: QPainter, own: Reading, at: QPointF, look: Look) -> None:
        """A filled point; one that breaks the limit is a cross, so that colour is not the only signal."""
        size = look.size(3.6)
        if own.key in self.broken:
            painter.setPen(QPen(look.colour("bad"), look.size(2.2)))
            painter.drawLine(at + QPointF(-size, -size), at + QPointF(size, size))
            painter.drawLine(at + QPointF(-size, size), at + QPointF(size, -size))
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.accent(self.kind))
        painter.drawEllipse(at, size, size)

    def _newest(self, painter: QPainter, at: QPointF, look: Look) -> None:
        text = tr.number(self.readings[-1].value, 2)
        painter.setFont(look.font(_SMALL, QFont.Weight.DemiBold))
        painter.setPen(look.colour("bad" if self.readings[-1].key in self.broken else "text"))
        width = look.metrics(_SMALL, QFont.Weight.DemiBold).horizontalAdvance(text)
        painter.drawText(QPointF(at.x() - width - look.size(6), at.y() - look.size(5)), text)


@dataclass(frozen=True)
class _Scale:
    plot: QRectF
    first: datetime.datetime
    last: datetime.datetime
    low: float
    high: float

    def x(self, at: datetime.datetime) -> float:
        whole = (self.last - self.first).total_seconds()
        share = (at - self.first).total_seconds() / whole if whole else 0.5
        return self.plot.x() + self.plot.width() * share

    def y(self, value: float) -> float:
        return self.plot.bottom() - self.plot.height() * (value - self.low) / (self.high - self.low)


def _hatch(look: Look) -> QBrush:
    colour = look.colour("bad")
    colour.setAlphaF(0.35)
    return QBrush(colour, Qt.BrushStyle.BDiagPattern)
