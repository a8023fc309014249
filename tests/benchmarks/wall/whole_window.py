"""The same in the whole program: the facilitator's window with all its panels, and the shared screen beside it."""

from __future__ import annotations

import statistics
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest

from cxworkshop.document import Document
from cxworkshop.ui import appearance
from cxworkshop.ui.main_window import MainWindow
from cxworkshop.ui.settings import Settings
from cxworkshop.ui.shared_screen.window import SharedScreen
from tests.benchmarks.wall.editing import edit_titles
from tests.benchmarks.wall.hand import Hand
from tests.benchmarks.wall.looking import SIZE


def open_window(path: Path, folder: Path) -> MainWindow:
    """The facilitator's window with a workshop, shown."""
    settings = Settings(folder / "window settings")
    settings.language = "en"
    settings.theme = "light"
    appearance.wear_settings(settings)
    window = MainWindow(settings, Document.open(path))
    window.resize(*SIZE)
    window.wall.animated = False
    window.show()
    settle()
    return window


def settle(seconds: float = 0.0) -> None:
    """Let everything happen that waits, for so long."""
    end = time.perf_counter() + seconds
    while True:
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        if time.perf_counter() >= end:
            break


def work_in_both_windows(path: Path, folder: Path) -> dict[str, float]:
    """An edit with both windows open."""
    window = open_window(path, folder)
    shared = SharedScreen(window.the_room)
    shared.resize(*SIZE)
    shared.show()
    settle(1.5)  # what is loaded after the first picture
    letter, kept = edit_titles(window.wall, window, shared)
    found = {"a letter typed, both windows": letter, "edit, both windows": kept}
    hand = Hand(window.wall.viewport(), window, shared)
    found["Ctrl+A, both windows"] = statistics.median(_select_all(window, hand) for _ in range(5))
    shared.close()
    window.close()
    return found


def _select_all(window: MainWindow, hand: Hand) -> float:
    """Ctrl+A, as the system tells the window: its shortcut finds the command."""
    window.the_room.select(())
    window.activateWindow()
    hand.settle()
    window.wall.setFocus()
    took = hand.frame(lambda: QTest.keyClick(window.wall, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier))
    assert set(window.the_room.selection) >= set(window.wall.picture.boxes), "Ctrl+A left cards out"
    return took
