"""Where everything on the wall of one journey lies: lanes, columns and card rectangles. Pure geometry.

The canvas and the report both draw from this; neither arranges anything itself. `arrangement.lay_out` makes it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from cxworkshop.model.blocks import Boxes
from cxworkshop.model.boxes import CardBox, ColumnBox, LaneBox, Rect
from cxworkshop.model.lanes import Lane


@dataclass(frozen=True)
class WallLayout:
    """The whole wall of one journey. `curve_x`: the x of each touchpoint's point on the experience curve. `hidden`: the
    lanes that people have hidden, and how many cards of this wall each holds."""

    journey: str | None
    lanes: tuple[LaneBox, ...]
    columns: tuple[ColumnBox, ...]
    boxes: Boxes
    width: float
    height: float
    curve_x: Mapping[str, float] = field(default_factory=dict)
    hidden: tuple[tuple[Lane, int], ...] = ()

    def lane_at(self, y: float) -> LaneBox | None:
        return next((box for box in self.lanes if box.y <= y < box.bottom), None)

    def column_at(self, x: float) -> ColumnBox | None:
        return next((box for box in self.columns if box.x <= x < box.right), None)

    def lane_box(self, lane_id: str) -> LaneBox | None:
        return next((box for box in self.lanes if box.lane.id == lane_id), None)

    def cell(self, lane_id: str, column: int) -> list[CardBox]:
        """The cards of one cell, in reading order."""
        return [box for box in self.boxes.values() if box.lane == lane_id and box.column == column]


def edge_curve(source: Rect, target: Rect) -> tuple[tuple[float, float], ...]:
    """The cubic Bézier curve of a link: start, two control points, end.

    Leaves from and arrives at the sides that face each other, above and below first, so that it runs between cards.
    """
    (sx, sy), (tx, ty) = source.centre, target.centre
    if source.bottom <= target.y or target.bottom <= source.y:
        down = source.bottom <= target.y
        y1, y2 = (source.bottom, target.y) if down else (source.y, target.bottom)
        reach = max(abs(y2 - y1) / 2, 14.0) * (1 if down else -1)
        return (sx, y1), (sx, y1 + reach), (tx, y2 - reach), (tx, y2)
    right = sx <= tx
    x1, x2 = (source.right, target.x) if right else (source.x, target.right)
    reach = max(abs(x2 - x1) / 2, 14.0) * (1 if right else -1)
    return (x1, sy), (x1 + reach, sy), (x2 - reach, ty), (x2, ty)
