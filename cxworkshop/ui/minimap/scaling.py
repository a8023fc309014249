"""Where a point of the wall lies on its small map and back. Geometry only; knows no Qt."""

from __future__ import annotations

from dataclasses import dataclass

from cxworkshop.model.boxes import HEADER_HEIGHT, LABEL_WIDTH, Rect
from cxworkshop.ui.canvas.camera import Camera

WIDEST, HIGHEST, PADDING = 176.0, 120.0, 7.0  # pixels


@dataclass(frozen=True)
class Scaling:
    """`width` and `height` of the map in pixels; `scale` pixels for each wall unit."""

    width: int
    height: int
    scale: float

    @classmethod
    def of(cls, wide: float, high: float) -> Scaling:
        """For a wall of that size (wall units): as large as the corner allows, in the wall's proportions."""
        wide, high = max(wide - LABEL_WIDTH, 1.0), max(high - HEADER_HEIGHT, 1.0)
        scale = min((WIDEST - 2 * PADDING) / wide, (HIGHEST - 2 * PADDING) / high)
        return cls(round(max(wide * scale, 24) + 2 * PADDING), round(max(high * scale, 24) + 2 * PADDING), scale)

    def to_map(self, rect: Rect) -> Rect:
        return Rect(
            PADDING + (rect.x - LABEL_WIDTH) * self.scale,
            PADDING + (rect.y - HEADER_HEIGHT) * self.scale,
            rect.width * self.scale,
            rect.height * self.scale,
        )

    def to_wall(self, x: float, y: float) -> tuple[float, float]:
        return LABEL_WIDTH + (x - PADDING) / self.scale, HEADER_HEIGHT + (y - PADDING) / self.scale


def fits(camera: Camera, wide: float, high: float) -> bool:
    """Whether a wall of that size shows whole at this zoom."""
    across = (wide - LABEL_WIDTH) * camera.zoom <= camera.width - camera.left
    return across and (high - HEADER_HEIGHT) * camera.zoom <= camera.height - camera.top


def scroll_to_centre(camera: Camera, x: float, y: float) -> tuple[int, int]:
    """How far to scroll (pixels) for a point of the wall to stand in the middle of what is seen."""
    across = (x - LABEL_WIDTH) * camera.zoom - (camera.width - camera.left) / 2
    return round(across), round((y - HEADER_HEIGHT) * camera.zoom - (camera.height - camera.top) / 2)
