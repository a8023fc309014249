"""The matrix as it is worked on: drag a point to weigh its improvement anew, or Shift and an arrow key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from cxworkshop.actions import cards
from cxworkshop.analysis.scores import score
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.fonts import font
from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import themes
from cxworkshop.ui.views.chart import Chart
from cxworkshop.ui.views.weighing.matrix import HIGH, LOW, Matrix

_STEPS = {
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, 1.0),
    Qt.Key.Key_Down: (0.0, -1.0),
}
_SHIFT, _CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class MatrixChart(Chart):
    """Snaps to whole numbers, with Ctrl to halves. Esc while dragging leaves everything as it was."""

    def __init__(
        self, room: Room, make: Callable[[], Matrix], height: int = 430, parent: QWidget | None = None
    ) -> None:
        self.matrix = make()

        def made() -> Matrix:
            self.matrix = make()
            return self.matrix

        self._held: str | None = None
        self._from = QPointF()
        self._to: tuple[float, float] | None = None  # effort and impact under the pointer while dragging
        super().__init__(room, made, height, parent)

    # Dragging

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        spot = self.spot_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and spot is not None and spot.card:
            self._held, self._from = spot.card, event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is None:
            super().mouseMoveEvent(event)
            return
        far = (event.position() - self._from).manhattanLength() >= QApplication.startDragDistance()
        if self._to is not None or far:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.spot_at(event.position())  # painted anew after a change from elsewhere, so that its scale is known
            self._to = self.matrix.value_at(event.position(), halves=bool(event.modifiers() & _CTRL))
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        held, to = self._held, self._to
        self._held, self._to = None, None
        self.unsetCursor()
        self.update()
        if held is not None and to is not None and event.button() == Qt.MouseButton.LeftButton:
            self.weigh(held, *to)

    def weigh(self, card_id: str, effort: float, impact: float, group: str | None = None) -> None:
        """Give an improvement these scores; one step of undo."""
        if card_id in self._room.board.cards:
            scores = {"effort": _plain(effort), "impact": _plain(impact)}
            self._room.do(lambda board: cards.edit(board, card_id, **scores), group=group)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._to is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        at = self.matrix.place_of(*self._to)
        painter.setPen(QPen(themes.current.colour("focus"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(at, 14, 14)
        painter.setFont(font(13 * themes.text_scale))
        effort, impact = (tr.number(value) for value in self._to)
        painter.drawText(at + QPointF(20, -12), tr("impact {impact}, effort {effort}", impact=impact, effort=effort))

    # The keyboard's way

    def event(self, event: QEvent) -> bool:
        wanted = event.type() == QEvent.Type.ShortcutOverride and self._held is not None
        if wanted and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()  # it ends the drag, and nothing else
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        chosen = self._chosen()
        if key == Qt.Key.Key_Escape and self._held is not None:
            self._held, self._to = None, None
            self.unsetCursor()
            self.update()
        elif key in _STEPS and event.modifiers() & _SHIFT and chosen is not None:
            self._nudge(chosen, *_STEPS[key], size=0.5 if event.modifiers() & _CTRL else 1.0)
        else:
            super().keyPressEvent(event)

    def _chosen(self) -> str | None:
        """The improvement of the chart that is selected."""
        shown = {own.id for own in self.matrix.shown}
        return next((card for card in self._room.selection if card in shown), None)

    def _nudge(self, card_id: str, across: float, up: float, size: float) -> None:
        card = self._room.board.card(card_id)
        effort, impact = score(card, "effort") or LOW, score(card, "impact") or LOW
        effort, impact = effort + across * size, impact + up * size
        if LOW <= effort <= HIGH and LOW <= impact <= HIGH:
            self.weigh(card_id, effort, impact, group=f"weigh {card_id}")


def _plain(value: float) -> float | int:
    return int(value) if value == int(value) else value
