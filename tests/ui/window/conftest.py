"""The facilitator's window as a user has it before them: real, offscreen, with settings of its own."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from cxworkshop.paths import SESSIONS
from cxworkshop.ui import appearance
from cxworkshop.ui.main_window import MainWindow
from cxworkshop.ui.settings import Settings
from cxworkshop.ui.start.sources import make_workshop

TODAY = datetime.date(2026, 11, 22)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings nobody has chosen yet, but for the language."""
    made = Settings(tmp_path / "settings")
    made.language = "en"
    made.theme = "light"
    made.last_folder = tmp_path
    return made


@pytest.fixture
def open_window(qapp: QApplication, settings: Settings, tmp_path: Path) -> Iterator[Callable[..., MainWindow]]:
    """Opens windows: on the example of that name in a language, or (None) on the start screen."""
    windows: list[MainWindow] = []

    def opened(
        example: str | None = "coffee", language: str = "en", width: int = 1366, height: int = 768
    ) -> MainWindow:
        settings.language = language
        appearance.wear_settings(settings)
        window = MainWindow(settings)
        windows.append(window)
        window.resize(width, height)
        if example is not None:
            path = tmp_path / f"{example}{len(windows)}.cxw"
            window.use(make_workshop(SESSIONS / f"{example}.{language}.json", path, dated=False))
            window.the_room.today = lambda: TODAY
            window.wall.animated = False
        window.show()
        window.activateWindow()
        settle()
        window.make_commands()  # as the window does by itself a moment later
        return window

    yield opened
    for window in windows:
        window.close()
        window.deleteLater()  # else every later change of theme would dress it too
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    settle()


@pytest.fixture
def window(open_window: Callable[..., MainWindow]) -> MainWindow:
    """The window on the coffee example, in English."""
    return open_window()


def settle() -> None:
    """Let everything happen that waits for the event loop."""
    for _ in range(4):
        QApplication.processEvents()


class Keyboard:
    """Keys as the system sends them: shortcuts first, then the widget with the focus."""

    def press(
        self, key: Qt.Key | int, text: str = "", modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """One key, pressed and let go."""
        from PySide6.QtTest import QTest

        target = QApplication.focusWidget() or QApplication.activeWindow()
        assert target is not None, "nothing has the keyboard"
        if text and not text.isascii():
            self._press_cyrillic(target, key, text, modifiers)
        elif text:
            QTest.keyClick(target, text, modifiers)
        else:
            QTest.keyClick(target, Qt.Key(key), modifiers)
        settle()

    def _press_cyrillic(self, target: QWidget, key: int, text: str, modifiers: Qt.KeyboardModifier) -> None:
        """QTest aborts the interpreter on Cyrillic: ask for shortcuts first, then type, as the system does."""
        override = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers, text)
        override.ignore()
        QApplication.sendEvent(target, override)
        if not override.isAccepted():
            for action in target.window().actions():
                if any(own[0].key() == key and own[0].keyboardModifiers() == modifiers for own in action.shortcuts()):
                    action.trigger()
                    return
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(target, QKeyEvent(kind, key, modifiers, text))

    def type(self, text: str) -> None:
        """Letters, as any layout gives them, into what has the focus."""
        for letter in text:
            target = QApplication.focusWidget()
            assert target is not None, "nothing has the keyboard"
            QApplication.sendEvent(target, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))
        settle()


@pytest.fixture
def keyboard() -> Keyboard:
    return Keyboard()
