"""How the wall is looked at: zoom, scroll, the frozen bands of names. Turns wall units into pixels and back; no Qt."""

from __future__ import annotations

from dataclasses import dataclass

from cxworkshop.model.boxes import HEADER_HEIGHT, LABEL_WIDTH, Rect

SMALLEST, LARGEST = 0.1, 4.0
NEAR, TITLES, FAR = 0.6, 0.3, 0.16  # from these zooms on: whole cards, titles, coloured cards; below: counts
MARGIN = 96  # pixels one can scroll past the last column and lane


@dataclass
class Camera:
    """Pixels are logical pixels of the viewport. `x` and `y` are how far the body is scrolled, in whole pixels.

    The bands (lane names on the left, stage names on top) stay where they are; the body lies in the rest.
    """

    zoom: float = 1.0
    x: int = 0
    y: int = 0
    width: int = 0
    height: int = 0

    @property
    def band(self) -> float:
        """The scale of the bands: they follow the zoom only as far as they stay readable."""
        zoom = self.zoom
        return 0.85 if zoom < 0.85 else min(zoom, 1.25)

    @property
    def left(self) -> int:
        """Where the body begins, in pixels: the width of the lane names."""
        return round(LABEL_WIDTH * self.band)

    @property
    def top(self) -> int:
        return round(HEADER_HEIGHT * self.band)

    @property
    def origin(self) -> tuple[float, float]:
        """Where the wall's point (0, 0) lies in pixels."""
        zoom, band = self.zoom, self.band
        left, top = round(LABEL_WIDTH * band) - self.x, round(HEADER_HEIGHT * band) - self.y
        return left - LABEL_WIDTH * zoom, top - HEADER_HEIGHT * zoom

    def to_screen(self, x: float, y: float) -> tuple[float, float]:
        left, top = self.origin
        return left + x * self.zoom, top + y * self.zoom

    def to_wall(self, x: float, y: float) -> tuple[float, float]:
        left, top = self.origin
        return (x - left) / self.zoom, (y - top) / self.zoom

    def rect_to_screen(self, rect: Rect) -> Rect:
        (left, top), zoom, (x, y, width, height) = self.origin, self.zoom, rect
        return Rect(left + x * zoom, top + y * zoom, width * zoom, height * zoom)

    def rect_to_wall(self, x: float, y: float, width: float, height: float) -> Rect:
        wall_x, wall_y = self.to_wall(x, y)
        return Rect(wall_x, wall_y, width / self.zoom, height / self.zoom)

    @property
    def seen(self) -> Rect:
        """The part of the wall in view, in wall units."""
        return self.rect_to_wall(self.left, self.top, max(self.width - self.left, 1), max(self.height - self.top, 1))

    @property
    def detail(self) -> str:
        """What a card shows at this zoom: "near" everything, "titles", "far" its colour, "counts" only how many."""
        if self.zoom >= NEAR:
            return "near"
        return "titles" if self.zoom >= TITLES else "far" if self.zoom >= FAR else "counts"

    def span(self, width: float, height: float) -> tuple[int, int]:
        """How far one can scroll right and down on a wall of that size, in pixels."""
        wide = (width - LABEL_WIDTH) * self.zoom + MARGIN - (self.width - self.left)
        high = (height - HEADER_HEIGHT) * self.zoom + MARGIN - (self.height - self.top)
        return max(round(wide), 0), max(round(high), 0)

    def fitting(self, rect: Rect, margin: float = 24.0) -> float:
        """The zoom at which `rect` just fits the body (at most 100 %)."""
        zoom = 1.0
        for _ in range(2):  # the bands follow the zoom
            probe = Camera(zoom, 0, 0, self.width, self.height)
            wide = (self.width - probe.left - margin) / max(rect.width, 1.0)
            high = (self.height - probe.top - margin) / max(rect.height, 1.0)
            zoom = min(max(min(wide, high), SMALLEST), 1.0)
        return zoom
