"""F6 and Shift+F6: the keyboard from one part of the window to the next. Tab belongs to the wall while cards are
selected, so this is also the way out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from cxworkshop.ui.main_window import MainWindow
    from cxworkshop.ui.workspace import Workspace


def go(window: MainWindow, by: int) -> None:
    """Give the keyboard to the next (`by` 1) or the part before (-1) that can take it."""
    workspace = window.workspace
    if workspace is None or not workspace.isVisible():
        return
    parts = parts_of(workspace)
    here = at(parts, QApplication.focusWidget())
    for step in range(1, len(parts) + 1):
        target = first_field(parts[(here + by * step) % len(parts)])
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)
            return


def parts_of(workspace: Workspace) -> list[QWidget]:
    """The parts of the window in reading order."""
    return [
        workspace.top, workspace.steps, workspace.palette_panel, workspace.views.bar, workspace.views.stack,
        workspace.inspector, workspace.status,
    ]  # fmt: skip


def at(parts: list[QWidget], focus: QWidget | None) -> int:
    """The number of the part that has the keyboard; the wall's (or the view's) where none has."""
    for number, part in enumerate(parts):
        if focus is not None and (part is focus or part.isAncestorOf(focus)):
            return number
    return 4


def first_field(part: QWidget) -> QWidget | None:
    """The first widget of a part that can be reached by Tab, None where there is none to be seen."""
    if _takes_focus(part):
        return part
    inside = [widget for widget in part.findChildren(QWidget) if _takes_focus(widget)]
    return min(inside, key=lambda widget: _corner(part, widget), default=None)


def _takes_focus(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisible() and widget.isEnabled()


def _corner(part: QWidget, widget: QWidget) -> tuple[int, int]:
    corner = widget.mapTo(part, widget.rect().topLeft())
    return corner.y(), corner.x()
