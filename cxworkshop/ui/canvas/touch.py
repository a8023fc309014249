"""Fingers on the wall: a long press opens the menu. One finger drags as a mouse does, two pinch and pan (looking)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, QTimer
from PySide6.QtGui import QInputDevice, QMouseEvent
from PySide6.QtWidgets import QApplication

LONG = 550  # milliseconds


class LongPress(QObject):
    """Runs while a finger rests where it was put down; then `held` is told the point, in pixels of the viewport."""

    def __init__(self, parent: QObject, held: Callable[[QPointF], None]) -> None:
        super().__init__(parent)
        self._held = held
        self._at: QPointF | None = None
        self._timer = QTimer(self, singleShot=True, interval=LONG)
        self._timer.timeout.connect(self._open)

    @property
    def waits(self) -> bool:
        return self._timer.isActive()

    def pressed(self, event: QMouseEvent) -> None:
        """Begin to wait if it was a finger."""
        self.stop()
        if event.pointingDevice().type() == QInputDevice.DeviceType.TouchScreen:
            self._at = event.position()
            self._timer.start()

    def moved(self, event: QMouseEvent) -> None:
        """The finger drags: no long press."""
        reach = QApplication.startDragDistance()
        if self._at is not None and (event.position() - self._at).manhattanLength() >= reach:
            self.stop()

    def stop(self) -> None:
        self._timer.stop()
        self._at = None

    def _open(self) -> None:
        at, self._at = self._at, None
        if at is not None:
            self._held(at)
