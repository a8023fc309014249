"""Lets screen readers ask for the parts of what paints itself: walls, charts, the map, boards. What those parts are is
loaded when somebody asks."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface

_READ_ALOUD = ("Chart", "MapView", "BoardView")  # Qt asks for a class and then for those it is made from
_installed: list[bool] = []


def install() -> None:
    """Let Qt ask here for them. Once for the program; does nothing the second time."""
    if not _installed:
        QAccessible.installFactory(_make)
        _installed.append(True)


def _make(name: str, asked: QObject) -> QAccessibleInterface | None:
    if name == "WallView" and getattr(asked, "picture", None) is not None:
        from cxworkshop.ui.canvas.accessible import made_for as wall_made_for

        return wall_made_for(asked)  # type: ignore[arg-type]
    if name in _READ_ALOUD and hasattr(asked, "heard"):
        from cxworkshop.ui.views.heard_parts import made_for

        return made_for(asked)  # type: ignore[arg-type]
    return None
