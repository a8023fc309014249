"""What a drawing needs from the paper it is drawn on. Lengths in drawing units, y grows downwards, colours #rrggbb."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Protocol

Point = tuple[float, float]


class Pen(Protocol):
    """Draws on one sheet. None as a colour: not filled, not stroked. `dash` are lengths of strokes and gaps."""

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
        """A rectangle with rounded corners."""

    def circle(self, x: float, y: float, radius: float, fill: str | None = None, stroke: str | None = None) -> None:
        """A disc or ring around (x, y)."""

    def polyline(self, points: Sequence[Point], stroke: str, line: float = 1.0, dash: Sequence[float] = ()) -> None:
        """A line through all points."""

    def curve(self, points: Sequence[Point], stroke: str, line: float = 1.0, dash: Sequence[float] = ()) -> None:
        """One cubic Bézier curve: start, two control points, end."""

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
        """One line of text with its baseline at y; `anchor` start, middle or end."""

    def clipped(self, x: float, y: float, width: float, height: float) -> AbstractContextManager[None]:
        """While it lasts, nothing outside the rectangle is drawn."""
