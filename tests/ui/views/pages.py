"""Turning to a view, and what of its page is cut off."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton

from tests.ui.window.conftest import settle


def turn_to(window, view: str) -> None:
    window.workspace.views.choose(view)
    settle()


def clipped_texts(root) -> list[str]:
    """The visible one-line labels and the buttons below `root` whose text is wider than they are, and does not end in
    an ellipsis."""
    found = []
    for label in root.findChildren(QLabel):
        if type(label).__name__ == "Elided" or not label.isVisible() or label.wordWrap() or not label.text():
            continue
        if label.fontMetrics().horizontalAdvance(label.text()) > label.width() + 2:
            found.append(label.text())
    for button in root.findChildren(QPushButton):
        if button.isVisible() and button.text() and button.sizeHint().width() > button.width() + 2:
            found.append(button.text())
    return found
