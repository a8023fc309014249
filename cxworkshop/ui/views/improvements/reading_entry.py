"""Enters the next reading of a safeguard or KPI: a number, Enter; the day is today's unless another is given."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cxworkshop.actions import readings
from cxworkshop.analysis.series import series
from cxworkshop.model.fields import date, number
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.inspector.text_editors import DateEditor, NumberEditor
from cxworkshop.ui.parts.buttons import Button, IconButton
from cxworkshop.ui.speech import tr
from cxworkshop.words import N_


class ReadingEntry(QWidget):
    """A day, a value, a button; the last reading can be taken back."""

    def __init__(self, room: Room, of: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room, self._of = room, of
        self.day = DateEditor(date("at", N_("When")))
        self.value = NumberEditor(number("value", N_("Measured value")))
        self.day.label.hide()
        self.value.label.hide()
        self.value.line.setPlaceholderText(tr("Measured value"))
        self.value.line.returnPressed.connect(self.add)
        self.enter = Button(tr("Enter reading"), "plus", "quiet", size=15)
        self.enter.clicked.connect(self.add)
        self.back = IconButton("trash", tr("Delete the newest reading"), size=15)
        self.back.clicked.connect(self.take_back)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.day.setMinimumWidth(126)
        self.value.setMinimumWidth(70)
        row.addWidget(self.day, 3)
        row.addWidget(self.value, 2)
        row.addWidget(self.enter, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.back, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setVisible(not room.document.read_only)
        self.day.show_value(room.today().isoformat())

    def refresh(self) -> None:
        """Offer to take back where there is something to take."""
        self.back.setEnabled(bool(series(self._room.board, self._of)))

    def add(self) -> None:
        """Note what stands in the fields; nothing where there is no number."""
        try:
            value = self.value.read(self.value.line.text().strip())
            at = self.day.read(self.day.line.text().strip())
        except ValueError:
            self.value.line.setFocus()
            return
        self.value.line.setModified(False)
        self.value.show_value(None)
        self.value.line.setPlaceholderText(tr("Measured value"))
        self._room.do(lambda board: readings.add(board, self._of, at, value))

    def take_back(self) -> None:
        """Delete the newest reading; undo brings it back."""
        own = series(self._room.board, self._of)
        if own:
            self._room.do(lambda board: readings.remove(board, own[-1].key))
