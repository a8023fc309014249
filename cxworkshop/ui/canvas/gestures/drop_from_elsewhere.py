"""Something carried in from another window or from beside the wall: the place where it would land lights up."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from cxworkshop.model.layout import Rect
from cxworkshop.ui.canvas.gestures.gesture import Gesture
from cxworkshop.ui.canvas.gestures.landing_marks import show_landing
from cxworkshop.ui.canvas.landing import Landing
from cxworkshop.ui.canvas.places import Place, place_at

if TYPE_CHECKING:
    from cxworkshop.ui.canvas.wall_view import WallView


class DropFromElsewhere(Gesture):
    """`tells` says what letting go at a place would do, `lane_of` in which lane it would land there: None for the whole
    stage, "" where no cell is meant. What is done at the end is up to who knows the data."""

    scrolls = True
    carried = True

    def __init__(self, wall: WallView, tells: Callable[[Place], str], lane_of: Callable[[Place], str | None]) -> None:
        super().__init__(wall)
        self._tells, self._lane_of = tells, lane_of
        self._landing = Landing()

    def start(self, at: QPointF) -> None:
        self._at = at

    def goes_on(self) -> bool:
        self._landing = Landing()
        self.move(self._at)
        return True

    def move(self, at: QPointF) -> None:
        self._at = at
        place = place_at(self.wall, at)
        landing = Landing(stage=place.stage, cell=self._cell(place))
        self.wall.hint(self._tells(place))
        if landing != self._landing:
            self._landing = landing
            show_landing(self.wall, landing)

    def _cell(self, place: Place) -> Rect | None:
        layout, lane = self.wall.picture.layout, self._lane_of(place)
        if place.column is None or lane == "":
            return None
        column = layout.columns[place.column]
        box = layout.lane_box(lane) if lane is not None else None
        if box is None:
            return Rect(column.x, 0.0, column.width, layout.height)
        return Rect(column.x, box.y, column.width, box.height)

    def end(self, at: QPointF) -> None:
        self.cancel()

    def cancel(self) -> None:
        show_landing(self.wall, Landing())

    def area(self) -> QRectF:
        return QRectF()
