"""The grid in its page: a hole asks for a touchpoint, a count selects its cards, a mark says where money is taken."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from cxworkshop.actions import cards
from cxworkshop.ui.views.chart import Chart
from cxworkshop.ui.views.drawing import Spot
from cxworkshop.ui.views.touchpoints.grid_drawing import Cell


class GridChart(Chart):
    """`hole_pressed` gives the id of a stage and a channel."""

    hole_pressed = Signal(str, str)

    def _press(self, spot: Spot) -> None:
        if not isinstance(spot, Cell):
            super()._press(spot)
        elif spot.marks:
            stage = self._room.board.card(spot.stage)
            selling = None if stage.get("selling") is True else True
            self._room.do(lambda board: cards.edit(board, stage.id, selling=selling))
        elif spot.hole:
            self.hole_pressed.emit(spot.stage, spot.channel)
        else:
            self._room.select(spot.cards)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        under = self.spot_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if under else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on a hole or a mark presses it; on a count it shows the card on the wall, as in every chart."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        at = self.spots[self._at] if self._at is not None else None
        if enter and at is not None and not at.card:
            self._press(at)
        else:
            super().keyPressEvent(event)
