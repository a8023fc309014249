"""The first rows of a table that is to be imported, with a list above each column: what it is taken for."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem, QWidget

from cxworkshop.exchange.tables.headings import KEPT, LEFT_OUT, target_choices
from cxworkshop.exchange.tables.importing import TablePreview
from cxworkshop.ui.parts.combo import Combo
from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import themes

MOST_COLUMNS = 40
_NARROWEST = 150  # pixels of a column


class PreviewTable(QTableWidget):
    """`chosen` gives column (from 0) and target when the user takes a column for something else."""

    chosen = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalHeader().hide()
        self.setWordWrap(False)
        self.lists: list[Combo] = []

    def show_preview(self, preview: TablePreview) -> None:
        """Show a sheet as it is understood."""
        columns = preview.columns[:MOST_COLUMNS]
        self.clear()
        self.setColumnCount(len(columns))
        self.setRowCount(1 + len(preview.first))
        self.setHorizontalHeaderLabels([column.heading or tr("Column {n}", n=column.index + 1) for column in columns])
        choices = [(label, target) for target, label in target_choices(tr.language)]
        self.lists = []
        for place, column in enumerate(columns):
            chosen = self._list(place, column.index, column.target, choices)
            self.setCellWidget(0, place, chosen)
            self.setColumnWidth(place, max(_NARROWEST, self.fontMetrics().horizontalAdvance(chosen.currentText()) + 60))
            for number, row in enumerate(preview.first, 1):
                self._show_cell(number, place, row[column.index] if column.index < len(row) else "", column.target)
        self.setRowHeight(0, 40)

    def _list(self, place: int, index: int, target: str, choices: list[tuple[str, str]]) -> Combo:
        chosen = Combo()
        chosen.fill(choices, target)
        chosen.setMaxVisibleItems(16)
        chosen.activated.connect(lambda _: self.chosen.emit(index, str(chosen.currentData())))
        heading = self.horizontalHeaderItem(place)
        chosen.setAccessibleName(heading.text() if heading is not None else "")
        self.lists.append(chosen)
        return chosen

    def _show_cell(self, row: int, place: int, text: str, target: str) -> None:
        item = QTableWidgetItem(" ".join(text.split())[:200])
        if target in (LEFT_OUT, KEPT):
            item.setForeground(QColor(themes.current.soft))
        self.setItem(row, place, item)
