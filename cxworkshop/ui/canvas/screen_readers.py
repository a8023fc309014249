"""Lets screen readers ask for the parts of walls. What those are is loaded when somebody asks."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface

_installed: list[bool] = []


def install() -> None:
    """Let Qt ask here for walls. Once for the program; does nothing the second time."""
    if not _installed:
        QAccessible.installFactory(_make)
        _installed.append(True)


def _make(name: str, asked: QObject) -> QAccessibleInterface | None:
    if name != "WallView" or getattr(asked, "picture", None) is None:
        return None
    from cxworkshop.ui.canvas.accessible import made_for

    return made_for(asked)  # type: ignore[arg-type]
