"""The pen that draws on a page of a PDF through reportlab. Turns drawing units, y downwards, into points, y upwards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

from cxworkshop.exchange.drawing import fonts
from cxworkshop.exchange.drawing.pen import Point
from cxworkshop.exchange.drawing.text import printable


@cache
def _colour(code: str) -> Any:
    from reportlab.lib.colors import HexColor

    return HexColor(code)


class PdfPen:
    """Draws on the current page of `canvas`; (0, 0) lies at (`left`, `top`) points, one unit is `scale` points."""

    def __init__(self, canvas: Any, left: float, top: float, scale: float = 1.0) -> None:
        self.canvas, self.left, self.top, self.scale = canvas, left, top, scale

    def at(self, x: float, y: float, scale: float) -> PdfPen:
        """A pen for a drawing placed at (x, y) whose units are `scale` of this pen's."""
        px, py = self._point(x, y)
        return PdfPen(self.canvas, px, py, self.scale * scale)

    def _point(self, x: float, y: float) -> Point:
        return self.left + x * self.scale, self.top - y * self.scale

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
        self._ink(fill, stroke, line)
        px, py = self._point(x, y + height)
        box = (px, py, width * self.scale, height * self.scale)
        if radius:
            rounded = min(radius, width / 2, height / 2) * self.scale
            self.canvas.roundRect(*box, rounded, stroke=int(stroke is not None), fill=int(fill is not None))
        else:
            self.canvas.rect(*box, stroke=int(stroke is not None), fill=int(fill is not None))

    def circle(self, x: float, y: float, radius: float, fill: str | None = None, stroke: str | None = None) -> None:
        self._ink(fill, stroke, 1.0)
        px, py = self._point(x, y)
        self.canvas.circle(px, py, radius * self.scale, stroke=int(stroke is not None), fill=int(fill is not None))

    def polyline(self, points: Sequence[Point], stroke: str, line: float = 1.0, dash: Sequence[float] = ()) -> None:
        path = self.canvas.beginPath()
        path.moveTo(*self._point(*points[0]))
        for point in points[1:]:
            path.lineTo(*self._point(*point))
        self._stroke(path, stroke, line, dash)

    def curve(self, points: Sequence[Point], stroke: str, line: float = 1.0, dash: Sequence[float] = ()) -> None:
        start, *rest = (self._point(*point) for point in points)
        path = self.canvas.beginPath()
        path.moveTo(*start)
        path.curveTo(*rest[0], *rest[1], *rest[2])
        self._stroke(path, stroke, line, dash)

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        colour: str = "#1C2024",
        weight: str = "regular",
        anchor: str = "start",
        spacing: float = 0.0,
    ) -> None:
        """As every pen's, and with `spacing` more room after each letter."""
        text = printable(text)
        if not text:
            return
        canvas = self.canvas
        canvas.setFillColor(_colour(colour))
        canvas.setFont(fonts.font_name(weight), size * self.scale)
        px, py = self._point(x, y)
        if anchor != "start":
            wide = (fonts.width(text, size, weight) + spacing * len(text)) * self.scale
            px -= wide / 2 if anchor == "middle" else wide
        canvas.drawString(px, py, text, charSpace=spacing * self.scale)

    @contextmanager
    def clipped(self, x: float, y: float, width: float, height: float) -> Iterator[None]:
        canvas = self.canvas
        canvas.saveState()
        path = canvas.beginPath()
        px, py = self._point(x, y + height)
        path.rect(px, py, width * self.scale, height * self.scale)
        canvas.clipPath(path, stroke=0, fill=0)
        try:
            yield
        finally:
            canvas.restoreState()

    def _ink(self, fill: str | None, stroke: str | None, line: float) -> None:
        if fill is not None:
            self.canvas.setFillColor(_colour(fill))
        if stroke is not None:
            self.canvas.setStrokeColor(_colour(stroke))
            self.canvas.setLineWidth(line * self.scale)
            self.canvas.setDash()

    def _stroke(self, path: Any, stroke: str, line: float, dash: Sequence[float]) -> None:
        self.canvas.setStrokeColor(_colour(stroke))
        self.canvas.setLineWidth(line * self.scale)
        self.canvas.setDash([length * self.scale for length in dash] if dash else [])
        self.canvas.setLineCap(1)
        self.canvas.setLineJoin(1)
        self.canvas.drawPath(path, stroke=1, fill=0)
