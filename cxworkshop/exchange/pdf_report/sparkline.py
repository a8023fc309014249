"""Readings over time as a line a few centimetres long, with the levels they are held against. Draws, judges nothing."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence

from cxworkshop.analysis.series import Reading
from cxworkshop.exchange.drawing.pdf_pen import PdfPen

LINE, LIMIT, GOAL = "#3A5BC7", "#A3262B", "#1F7A4D"
_TALL = 11.0


def sparkline(
    pen: PdfPen,
    readings: Sequence[Reading],
    levels: Sequence[tuple[float, str]],
    broken: Callable[[float], bool] = lambda value: False,
) -> Callable[[float, float, float], None]:
    """What a table's cell draws: the line, dashed levels in their colours, crosses on readings that break a limit."""

    def draw(x: float, y: float, width: float) -> None:
        if not readings:
            return
        values = [own.value for own in readings] + [value for value, _ in levels]
        low, high = min(values), max(values)
        room = (high - low) or 1.0
        first, last = readings[0].at, readings[-1].at

        def point(at: datetime.datetime, value: float) -> tuple[float, float]:
            whole = (last - first).total_seconds()
            share = (at - first).total_seconds() / whole if whole else 1.0
            return x + 3 + (width - 6) * share, y + 1 - _TALL * (value - low) / room

        for value, colour in levels:
            level = point(first, value)[1]
            pen.polyline([(x, level), (x + width, level)], colour, 0.7, (3, 2))
        points = [point(own.at, own.value) for own in readings]
        if len(points) > 1:
            pen.polyline(points, LINE, 1.1)
        for own, (across, down) in zip(readings, points, strict=True):
            if broken(own.value):
                pen.polyline([(across - 2.4, down - 2.4), (across + 2.4, down + 2.4)], LIMIT, 1.2)
                pen.polyline([(across - 2.4, down + 2.4), (across + 2.4, down - 2.4)], LIMIT, 1.2)
            else:
                pen.circle(across, down, 1.7, fill=LINE)

    return draw
