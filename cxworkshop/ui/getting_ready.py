"""After the first picture: loads what the next steps will ask for, so that neither the picture nor the steps wait."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterable
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

LATER = 700  # milliseconds after a workshop is shown
PAUSE = 30  # milliseconds between two modules: the window answers in between
OF_THE_WINDOW = ("cxworkshop.ui.inspector.card_sheet", "cxworkshop.ui.shared_screen.window")
BESIDE_IT = ("networkx",)  # 0.3 s, and knows nothing of Qt: loaded in a thread


class GettingReady(QObject):
    """Begins by itself. `begun` is the thread, once it runs."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting = list(OF_THE_WINDOW)
        self.begun: threading.Thread | None = None
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
