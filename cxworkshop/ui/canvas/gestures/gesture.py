"""What all gestures have in common."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractScrollArea


class Gesture:
    """One gesture from press to release. Points are pixels of the viewport. Only `end` changes the workshop.

    Each kind says of `wall` that it is a Wall; what they have in common needs no more than its viewport.
    """

    cursor: Qt.CursorShape | None = None
    scrolls = False  # whether the wall scrolls along when the pointer nears an edge
    carried = False  # whether it comes from outside the wall, as a drag of the system

    def __init__(self, wall: QAbstractScrollArea) -> None:
        self.wall = wall
        self.inside = False  # what is carried has been well inside the wall

    def start(self, at: QPointF) -> None:
        """The pointer has moved far enough from `at`, where it was pressed."""

    def move(self, at: QPointF) -> None:
        """The pointer is at `at` now."""

    def end(self, at: QPointF) -> None:
        """Let go at `at`: do it."""

    def goes_on(self) -> bool:
        """The wall was laid out anew while the gesture lasts: take hold again; False when what it held is gone."""
        return True

    def cancel(self) -> None:
        """Everything as before `start`."""

    def paint(self, painter: QPainter) -> None:
        """What moves, over everything else, in pixels."""

    def paint_over_names(self, painter: QPainter) -> None:
        """What moves over the stage names, in pixels."""

    def area(self) -> QRectF:
        """The pixels that `paint` may touch now."""
        return QRectF(self.wall.viewport().rect())
