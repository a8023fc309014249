"""Copies a recording's file beside the workshop, a piece at a time between the window's own work; can be stopped."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from cxworkshop.errors import Told
from cxworkshop.exchange.media import copy_in


class Copying(QObject):
    """`moved` says how far it is (bytes done, of all), `finished` gives the copy, `failed` why there is none."""

    moved = Signal(object, object)
    finished = Signal(object)
    failed = Signal(object)

    def __init__(self, source: Path, workshop: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pieces = copy_in(source, workshop)
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._step)
        self._timer.start()
        self._copy: Path | None = None

    def stop(self) -> None:
        """Give up; nothing of the copy stays."""
        self._timer.stop()
        close = getattr(self._pieces, "close", None)
        if close is not None:
            close()

    def _step(self) -> None:
        try:
            done, whole, self._copy = next(self._pieces)
        except StopIteration:
            self._timer.stop()
            self.finished.emit(self._copy)
        except Told as problem:
            self._timer.stop()
            self.failed.emit(problem)
        else:
            self.moved.emit(done, whole)
