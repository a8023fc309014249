"""Fingers on the wall: a long press opens the menu. One finger drags as a mouse does, two pinch and pan (looking)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QTimer
from PySide6.QtGui import QInputDevice, QMouseEvent
from PySide6.QtWidgets import QApplication

from cxworkshop.ui.canvas import pressing
from cxworkshop.ui.canvas.places import place_at

if TYPE_CHECKING:
    from cxworkshop.ui.canvas.wall_view import WallView

LONG = 550  # milliseconds


class LongPress(QObject):
    """Runs while a finger rests where it was put down."""

    def __init__(self, wall: WallView) -> None:
        super().__init__(wall)
        self._wall = wall
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
        wall, at = self._wall, self._at
        self._at = None
        if at is None or wall.gesture is not None or wall.press is None:
            return
        wall.press = None  # lifting the finger afterwards is no click
        place = place_at(wall, at)
        pressing.select_for_menu(wall, place)
        from cxworkshop.ui.canvas.menus import menu_for

        menu_for(wall, place, at).popup(wall.viewport().mapToGlobal(at.toPoint()))
