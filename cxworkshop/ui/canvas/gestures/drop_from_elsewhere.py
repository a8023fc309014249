"""Something carried in from another window or from beside the wall: the place where it would land lights up."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF

from cxworkshop.model.boxes import Rect
from cxworkshop.ui.canvas.gestures.carried import Carried
from cxworkshop.ui.canvas.landing import Landing
from cxworkshop.ui.canvas.place import Place
from cxworkshop.ui.canvas.places import place_at
from cxworkshop.ui.canvas.wall import Wall


class DropFromElsewhere(Carried):
    """`tells` says what letting go at a place would do, `lane_of` in which lane it would land there: None for the whole
    stage, "" where no cell is meant. What is done at the end is up to who knows the data."""

    def __init__(self, wall: Wall, tells: Callable[[Place], str], lane_of: Callable[[Place], str | None]) -> None:
        super().__init__(wall)
        self._tells, self._lane_of = tells, lane_of

    def move(self, at: QPointF) -> None:
        self._at = at
        place = place_at(self.wall, at)
        self.wall.hint(self._tells(place))
        self.show(Landing(stage=place.stage, cell=self._cell(place)))

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

    def area(self) -> QRectF:
        return QRectF()
