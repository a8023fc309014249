"""The pointer says that something takes a moment. For work of a second or two; what takes longer has a progress bar."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

MANY = 300  # cards at once, from which a change is felt


@contextmanager
def patience(wanted: bool = True) -> Iterator[None]:
    """Show the pointer that asks to wait while this lasts, where it is `wanted`."""
    if not wanted:
        yield
        return
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication

    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QGuiApplication.restoreOverrideCursor()
