"""A line of text that notices when several rows are pasted into it, as from a spreadsheet. Knows no workshop."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit

from cxworkshop.ui.canvas.lines import rows_in


class ManyLine(QLineEdit):
    """`several` gives the rows, each a list of cells, where more than one is pasted; one alone is pasted as ever."""

    several = Signal(list)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows = pasted_rows() if event.matches(QKeySequence.StandardKey.Paste) and not self.isReadOnly() else []
        if len(rows) > 1:
            self.several.emit(rows)
        else:
            super().keyPressEvent(event)


def pasted_rows() -> list[list[str]]:
    """The filled rows of the text on the clipboard, cell by cell; none where there is no text."""
    return rows_in(QApplication.clipboard().text())
