"""What a user sees in a window: every text of every visible widget."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QTableWidget, QWidget


def texts(root: QWidget, *, with_tips: bool = False) -> list[str]:
    """The visible texts below `root`, without those people typed into fields."""
    found = [text for widget in [root, *root.findChildren(QWidget)] if widget.isVisible() for text in _of(widget)]
    if with_tips:
        found += [widget.toolTip() for widget in root.findChildren(QWidget) if widget.isVisible()]
        found += [widget.accessibleName() for widget in root.findChildren(QWidget) if widget.isVisible()]
    return [text for text in found if text]


def _of(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QComboBox):
        yield widget.currentText()
    elif isinstance(widget, QLineEdit | QPlainTextEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QTableWidget):
        for column in range(widget.columnCount()):
            heading = widget.horizontalHeaderItem(column)
            yield heading.text() if heading is not None else ""


def fields(root: QWidget) -> list[str]:
    """What stands in the visible fields below `root`."""
    found = []
    for widget in root.findChildren(QWidget):
        if widget.isVisible() and isinstance(widget, QLineEdit):
            found.append(widget.text())
        elif widget.isVisible() and isinstance(widget, QPlainTextEdit):
            found.append(widget.toPlainText())
    return [text for text in found if text]
