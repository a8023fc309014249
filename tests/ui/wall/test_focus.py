"""Whoever works on the wall keeps the keyboard, whatever is selected: nothing opens as a window on the way."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.window.conftest import settle


class Opened(QObject):
    """The names of the windows that open."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.names.append(type(watched).__name__)
        return False


@pytest.mark.parametrize("chosen", [("n1",), ("n1", "n3"), ("n1", "t1", "x1"), ("s3",), ()], ids=len)
def test_selecting_opens_no_window_and_leaves_the_keyboard_on_the_wall(window, chosen):
    window.wall.setFocus()
    window.the_room.select(["t2"])
    settle()
    opened, app = Opened(), QApplication.instance()
    app.installEventFilter(opened)
    try:
        window.the_room.select(chosen)
        settle()
    finally:
        app.removeEventFilter(opened)
    assert opened.names == []
    assert QApplication.focusWidget() is window.wall
