"""A pen that draws somewhere else on the sheet of another pen."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager

from cxworkshop.exchange.drawing.pen import Pen, Point


class Shifted:
    """Draws with `pen`, moved by (`dx`, `dy`)."""

    def __init__(self, pen: Pen, dx: float, dy: float) -> None:
        self.pen, self.dx, self.dy = pen, dx, dy

    def rect(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: str | None = None,
        stroke: str | None = None,
        line: float = 1.0,
        radius: float = 0.0,
    ) -> None:
        self.pen.rect(x + self.dx, y + self.dy, width, height, fill, stroke, line, radius)

    def circle(self, x: float, y: float, radius: float, fill: str | None = None, stroke: str | None = None) -> None:
        self.pen.circle(x + self.dx, y + self.dy, radius, fill, stroke)

    def polyline(self, points: Sequence[Point], stroke: str, line: float = 1.0, dash: Sequence[float] = ()) -> None:
        self.pen.polyline(self._moved(points), stroke, line, dash)

    def curve(self, points: Sequence[Point], stroke: str, line: float = 1.0, dash: Sequence[float] = ()) -> None:
        self.pen.curve(self._moved(points), stroke, line, dash)

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        colour: str = "#1C2024",
        weight: str = "regular",
        anchor: str = "start",
    ) -> None:
        self.pen.text(x + self.dx, y + self.dy, text, size, colour, weight, anchor)

    def clipped(self, x: float, y: float, width: float, height: float) -> AbstractContextManager[None]:
        return self.pen.clipped(x + self.dx, y + self.dy, width, height)

    def _moved(self, points: Sequence[Point]) -> list[Point]:
        return [(x + self.dx, y + self.dy) for x, y in points]
