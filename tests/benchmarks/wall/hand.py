"""A hand at mouse and keyboard: sends the events a user's would, and says how long until all is painted."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.benchmarks.wall.clock import now

LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
_NONE, _PLAIN = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
_Type = QEvent.Type


class Paints(QObject):
    """Counts how often the widgets it watches, or anything in their windows, are painted."""

    def __init__(self, widgets: Iterable[QWidget]) -> None:
        super().__init__()
        self.n = 0
        for watched in {own for widget in widgets for own in (widget, widget.window())}:
            watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (_Type.Paint, _Type.UpdateRequest):
            self.n += 1
        return False


class Hand:
    """Works on `widget` (a viewport). A frame lasts until it and `others` are painted and no paint follows."""

    def __init__(self, widget: QWidget, *others: QWidget) -> None:
        self.widget = widget
        self.paints = Paints((widget, *others))

    # How long it takes

    def frame(self, work: Callable[[], object]) -> float:
        """Milliseconds from the work until it is painted and nothing more is."""
        first = last = self.paints.n
        start = now()
        work()
        for _ in range(20):
            QApplication.processEvents()
            if first < self.paints.n == last:
                break
            last = self.paints.n
        return (now() - start) * 1000

    def frames(self, many: int, work: Callable[[int], object]) -> float:
        """The median frame of so many, each with its number."""
        return statistics.median(self.frame(lambda own=number: work(own)) for number in range(many))  # type: ignore[misc]

    def settle(self) -> None:
        """Let everything happen that waits."""
        for _ in range(6):
            QApplication.processEvents()

    # Mouse

    def press(self, at: QPointF, button: Qt.MouseButton = LEFT, what: QEvent.Type = _Type.MouseButtonPress) -> None:
        self._send(what, at, button, button)

    def move(self, at: QPointF, held: Qt.MouseButton = LEFT) -> None:
        self._send(_Type.MouseMove, at, _NONE, held)

    def release(self, at: QPointF, button: Qt.MouseButton = LEFT) -> None:
        self._send(_Type.MouseButtonRelease, at, button, _NONE)

    def click(self, at: QPointF) -> None:
        self.move(at, _NONE)
        self.press(at)
        self.release(at)
        self.settle()

    def double_click(self, at: QPointF) -> None:
        self.click(at)
        self.press(at, what=_Type.MouseButtonDblClick)
        self.release(at)
        self.settle()

    def turn_wheel(self, at: QPointF, by: int, held: Qt.KeyboardModifier = _PLAIN) -> None:
        """`by` as the system tells it: 120 a notch, away from the user."""
        where = QPointF(self.widget.mapToGlobal(at))
        turned = QWheelEvent(at, where, QPoint(), QPoint(0, by), _NONE, held, Qt.ScrollPhase.NoScrollPhase, False)
        QApplication.sendEvent(self.widget, turned)

    def zoom(self, at: QPointF, by: int) -> None:
        """Turn the wheel while Ctrl is held."""
        self.turn_wheel(at, by, Qt.KeyboardModifier.ControlModifier)

    def _send(self, what: QEvent.Type, at: QPointF, button: Qt.MouseButton, held: Qt.MouseButton) -> None:
        event = QMouseEvent(what, at, QPointF(self.widget.mapToGlobal(at)), button, held, _PLAIN)
        QApplication.sendEvent(self.widget, event)


def key(widget: QWidget, code: Qt.Key, text: str = "") -> None:
    """Press and let go of a key in a widget."""
    for what in (_Type.KeyPress, _Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(what, code, _PLAIN, text))
