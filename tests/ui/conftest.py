"""An application without a screen, a room with the coffee example, a clean clipboard."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication

from cxworkshop.document import Document
from cxworkshop.exchange.adding import plan_addition
from cxworkshop.paths import SESSIONS
from cxworkshop.ui import fonts, mime
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.canvas import WallView
from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import themes

TODAY = datetime.date(2026, 11, 22)


@pytest.fixture(scope="session", autouse=True)
def clean_clipboard(qapp: QApplication) -> Iterator[None]:
    """What a test leaves on the offscreen clipboard would crash the program when it ends."""
    yield
    qapp.clipboard().clear()


@pytest.fixture(autouse=True)
def plain_window(qapp: QApplication) -> Iterator[None]:
    """Every test begins in English and in light colours. What it leaves open goes with it: a window that stays would be
    dressed and painted at every later change of theme or language, and keep the pictures of its wall."""
    fonts.load()
    tr.set_language("en")
    themes.put_on("light")
    yield
    for window in qapp.topLevelWidgets():
        window.close()
        if window.parent() is None:
            window.deleteLater()
    qapp.clipboard().clear()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # what was deleted goes now, not with the last test


@pytest.fixture
def open_room(tmp_path: Path, qapp: QApplication) -> Iterator[Callable[..., Room]]:
    """Makes rooms: of the example `coffee` in a language, of any interchange document, or (None) empty."""
    rooms: list[Room] = []

    def opened(content: str | dict | None = "en") -> Room:
        document = Document.create(tmp_path / f"workshop{len(rooms)}.cxw")
        given = (
            json.loads((SESSIONS / f"coffee.{content}.json").read_text("utf-8"))
            if isinstance(content, str)
            else content
        )
        if given is not None:
            document.apply(plan_addition(given, document.board, "example").changes, origin="import")
        room = Room(document)
        room.today = lambda: TODAY
        rooms.append(room)
        return room

    yield opened
    for room in rooms:
        room.close()


@pytest.fixture
def room(open_room: Callable[..., Room]) -> Room:
    """The coffee example, open for work."""
    return open_room()


@pytest.fixture
def open_wall(qapp: QApplication) -> Callable[..., WallView]:
    """Shows a wall of a room in a window of its own, large enough for the example."""

    def opened(room: Room, width: int = 1500, height: int = 1300) -> WallView:
        view = WallView(room)
        view.animated = False
        view.resize(width, height)
        view.show()
        view.setFocus()
        qapp.processEvents()
        return view

    return opened


@pytest.fixture
def wall(room: Room, open_wall: Callable[..., WallView]) -> WallView:
    """The wall of the coffee example."""
    return open_wall(room)


class Hand:
    """A user's hand on a wall: real mouse, key and drag events sent to its viewport."""

    def __init__(self, wall: WallView) -> None:
        self.wall = wall

    def at(self, card: str, across: float = 0.5, down: float = 0.5) -> QPoint:
        """A point of a card, in pixels of the viewport."""
        rect = self.wall.camera.rect_to_screen(self.wall.picture.rect(card))
        return QPoint(round(rect.x + rect.width * across), round(rect.y + rect.height * down))

    def cell(self, stage: str, lane: str, down: float = 0.5) -> QPoint:
        """A point of a cell, near its right edge where cards leave room."""
        column = self.wall.picture.column_of_stage(stage)
        box = self.wall.picture.layout.lane_box(lane)
        assert column is not None and box is not None
        x, y = self.wall.camera.to_screen(column.right - 3, box.y + box.height * down)
        return QPoint(round(x), round(y))

    def stage(self, stage: str) -> QPoint:
        """The middle of a stage's name."""
        column = self.wall.picture.column_of_stage(stage)
        assert column is not None
        return QPoint(round(self.wall.camera.to_screen(column.x + column.width / 2, 0)[0]), self.wall.camera.top // 2)

    def mouse(
        self,
        what: QEvent.Type,
        at: QPoint,
        button: Qt.MouseButton = Qt.MouseButton.LeftButton,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        held: bool | None = None,
    ) -> None:
        """One mouse event. `held`: whether the button is down (None: as the event says)."""
        down = held if held is not None else what == QEvent.Type.MouseButtonPress
        buttons = button if down else Qt.MouseButton.NoButton
        own = Qt.MouseButton.NoButton if what == QEvent.Type.MouseMove else button
        where = self.wall.viewport().mapToGlobal(at)
        event = QMouseEvent(what, QPointF(at), QPointF(where), own, buttons, modifiers)
        QApplication.sendEvent(self.wall.viewport(), event)

    def hover(self, at: QPoint) -> None:
        self.mouse(QEvent.Type.MouseMove, at, held=False)

    def press(self, at: QPoint, **own: Any) -> None:
        self.mouse(QEvent.Type.MouseButtonPress, at, **own)

    def drag_over(self, start: QPoint, end: QPoint, **own: Any) -> None:
        """Move with the button down from start to end in a few steps."""
        for step in range(1, 6):
            way = QPointF(start) + (QPointF(end) - QPointF(start)) * step / 5
            self.mouse(QEvent.Type.MouseMove, way.toPoint(), held=True, **own)

    def release(self, at: QPoint, **own: Any) -> None:
        self.mouse(QEvent.Type.MouseButtonRelease, at, **own)
        QApplication.processEvents()

    def click(self, at: QPoint, **own: Any) -> None:
        self.press(at, **own)
        self.release(at, **own)

    def double_click(self, at: QPoint) -> None:
        self.click(at)
        self.mouse(QEvent.Type.MouseButtonDblClick, at)
        self.release(at)

    def drag(self, start: QPoint, end: QPoint, **own: Any) -> None:
        """Press, move, let go."""
        self.press(start, **own)
        self.drag_over(start, end, **own)
        self.release(end, **own)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A key pressed and let go where the focus is."""
        target = QApplication.focusWidget() or self.wall
        for what in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(target, QKeyEvent(what, key, modifiers))
        QApplication.processEvents()

    def type(self, text: str) -> None:
        """Letters as any keyboard layout gives them (QTest aborts on Cyrillic)."""
        for letter in text:
            target = QApplication.focusWidget()
            assert target is not None, "nothing has the keyboard"
            event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(target, event)

    def wheel(self, at: QPoint, turn: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Turn the wheel by eighths of a degree."""
        where = QPointF(self.wall.viewport().mapToGlobal(at))
        event = QWheelEvent(
            QPointF(at), where, QPoint(), QPoint(0, turn), Qt.MouseButton.NoButton, modifiers,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(self.wall.viewport(), event)

    def carry(self, data: QMimeData, at: QPoint) -> None:
        """Bring something from elsewhere over the wall."""
        copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(self.wall.viewport(), QDragEnterEvent(at, copy, data, left, none))
        QApplication.sendEvent(self.wall.viewport(), QDragMoveEvent(at, copy, data, left, none))

    def drop(self, data: QMimeData, at: QPoint) -> None:
        """Bring it and let go."""
        self.carry(data, at)
        copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(self.wall.viewport(), QDropEvent(QPointF(at), copy, data, left, none))
        QApplication.processEvents()

    def leave(self) -> None:
        """Take what was brought away again (Esc while dragging)."""
        QApplication.sendEvent(self.wall.viewport(), QDragLeaveEvent())

    def palette(self, kind: str) -> QMimeData:
        """A kind as the palette gives it to a drag."""
        data = QMimeData()
        data.setData(mime.KIND, kind.encode())
        return data

    def colour(self, at: QPoint) -> QColor:
        """The colour a user sees at a point."""
        return self.wall.viewport().grab().toImage().pixelColor(at)


@pytest.fixture
def hand(wall: WallView) -> Hand:
    return Hand(wall)


@pytest.fixture
def hand_on() -> type[Hand]:
    """For a wall of the test's own."""
    return Hand
