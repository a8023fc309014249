"""After the first picture: makes and loads what the next steps will ask for, so that neither picture nor steps wait.

What a picture does not show is not imported by the modules that draw it, but by the function that needs it; it is named
here, so that it is there before a hand can ask for it.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

if TYPE_CHECKING:
    from cxworkshop.ui.main_window import MainWindow

SOON = 20  # milliseconds after the first picture, before anybody has read it
LATER = 700  # milliseconds after the first picture
PAUSE = 30  # milliseconds between two modules: the window answers in between
OF_THE_WINDOW = (
    "cxworkshop.ui.canvas.gestures",
    "cxworkshop.ui.inspector.card_sheet",
    "cxworkshop.ui.canvas.menus",
    "cxworkshop.ui.canvas.title_editor",
    "cxworkshop.ui.canvas.link_picker",
    "cxworkshop.ui.canvas.dropping",
    "cxworkshop.ui.find.bar",
    "cxworkshop.ui.history.panel",
    "cxworkshop.ui.shared_screen.window",
)
BESIDE_IT = ("networkx",)  # 0.3 s, and knows nothing of Qt: loaded in a thread


class GettingReady(QObject):
    """Begins by itself when the window has been painted for the first time. `begun` is the thread, once it runs."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._waiting = list(OF_THE_WINDOW)
        self.begun: threading.Thread | None = None
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._painted)  # when its parts have been painted too
        return False

    def _painted(self) -> None:
        QTimer.singleShot(SOON, self, self._begin)

    def _begin(self) -> None:
        self._window.make_commands()
        QTimer.singleShot(LATER, self, self.go_on)

    def go_on(self) -> None:
        """Load one more module."""
        missing = [name for name in self._waiting if name not in sys.modules]
        if missing:
            import_module(missing[0])
            self._waiting = missing[1:]
            QTimer.singleShot(PAUSE, self, self.go_on)
        elif self.begun is None:
            self.begun = threading.Thread(target=_load, args=(BESIDE_IT,), daemon=True)
            self.begun.start()


def _load(names: Iterable[str]) -> None:
    for name in names:
        import_module(name)
