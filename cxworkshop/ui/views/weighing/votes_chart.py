"""The ranking of votes with − and + beside every row, for the mouse and for the keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent

from cxworkshop.ui import icons
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.theme import themes
from cxworkshop.ui.views.chart import Chart
from cxworkshop.ui.views.drawing import Spot
from cxworkshop.ui.views.weighing.bars import Bars

BUTTONS = 76.0  # pixels kept free at the right of every row
_SIDE = 28.0

Vote = Callable[[str], None]


class VotesChart(Chart):
    """`give` and `take` get the id of the card whose + or − was pressed."""

    def __init__(self, room: Room, make: Callable[[], Bars], give: Vote, take: Vote) -> None:
        self._give, self._take = give, take
        super().__init__(room, make, height=80)

    def zones(self, spot: Spot) -> tuple[QRectF, QRectF]:
        """Where the − and the + of a row lie."""
        side = _SIDE * themes.text_scale
        y = spot.area.center().y() - side / 2
        right = self.width() - 4.0
        return QRectF(right - 2 * side - 6, y, side, side), QRectF(right - side, y, side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = themes.current
        for spot in self.spots:
            if not event.rect().intersects(spot.area.adjusted(0, 0, BUTTONS * 2, 0).toAlignedRect()):
                continue
            for zone, name in zip(self.zones(spot), ("minus", "plus"), strict=True):
                painter.setPen(theme.colour("strong_line"))
                painter.setBrush(theme.colour("surface"))
                painter.drawRoundedRect(zone, 6, 6)
                inset = zone.width() * 0.25
                icons.draw(painter, name, theme.colour("text"), zone.adjusted(inset, inset, -inset, -inset))

    def _pressed_zone(self, at: QPointF) -> tuple[Vote, str] | None:
        for spot in self.spots:
            less, more = self.zones(spot)
            if less.contains(at):
                return self._take, spot.card
            if more.contains(at):
                return self._give, spot.card
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._pressed_zone(event.position()) if event.button() == Qt.MouseButton.LeftButton else None
        if found is None:
            super().mousePressEvent(event)
            return
        vote, card = found
        vote(card)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._pressed_zone(event.position()) is not None:
            self.mousePressEvent(event)  # two quick presses are two votes
        else:
            super().mouseDoubleClickEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if self._pressed_zone(event.position()) is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._vote_of(event):
            event.accept()  # the window's own shortcuts for these keys (zoom) wait
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        vote, card = self._vote_of(event), self._chosen()
        if vote is not None and card is not None:
            vote(card)
        else:
            super().keyPressEvent(event)

    def _vote_of(self, event: QKeyEvent) -> Vote | None:
        if self._chosen() is None:
            return None
        if event.text() in ("+", "="):
            return self._give
        return self._take if event.text() in ("-", "−", "_") else None

    def _chosen(self) -> str | None:
        """The card of the ranking that is selected."""
        shown = {spot.card for spot in self.spots}
        return next((own for own in self._room.selection if own in shown), None)
