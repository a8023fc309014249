"""All readings of a safeguard or KPI, the newest first: each can be put right or deleted, not only the newest."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.actions import readings
from cxworkshop.analysis.series import Reading, series
from cxworkshop.model.fields import moment, number
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.inspector.text_editors import DateEditor, NumberEditor
from cxworkshop.ui.parts.buttons import Button, IconButton
from cxworkshop.ui.speech import tr
from cxworkshop.words import N_

_FEW = 12  # rows before the rest is asked for


class ReadingsList(QWidget):
    """Folded until somebody presses its button; `rows` are by key of the reading."""

    def __init__(self, room: Room, of: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room, self._of = room, of
        self.rows: dict[str, _Row] = {}
        self._whole = False
        self.fold = Button("", "chevron_down", "link", size=14)
        self.fold.setCheckable(True)
        self.fold.toggled.connect(lambda _: self.refresh())
        self.more = Button("", look="link")
        self.more.clicked.connect(self._show_whole)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(self.fold)
        head.addStretch(1)
        self._column.addLayout(head)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self._column.addLayout(self._rows)
        self._column.addWidget(self.more)

    def refresh(self) -> None:
        """Show the readings as they are now."""
        own = list(reversed(series(self._room.board, self._of)))
        self.setVisible(bool(own) and not self._room.document.read_only)
        self.fold.setText(
            tr("Hide the readings")
            if self.fold.isChecked()
            else tr.plural("Correct or delete: {n} reading", "Correct or delete: {n} readings", len(own))
        )
        shown = (own if self._whole else own[:_FEW]) if self.fold.isChecked() else []
        if [one.key for one in shown] != list(self.rows):
            self._make([one.key for one in shown])
        for one in shown:
            self.rows[one.key].show_reading(one)
        left = len(own) - len(shown)
        self.more.setVisible(bool(shown) and left > 0)
        self.more.setText(tr.plural("Show {n} more", "Show {n} more", left))

    def _make(self, keys: list[str]) -> None:
        for row in self.rows.values():
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()  # not at once: the change may come from a field in it
        self.rows = {key: _Row(self._room, key) for key in keys}
        for row in self.rows.values():
            self._rows.addWidget(row)

    def _show_whole(self) -> None:
        self._whole = True
        self.refresh()


class _Row(QWidget):
    """One reading: its day, its value, a button that deletes it. What is typed is kept when the field is left."""

    def __init__(self, room: Room, key: str) -> None:
        super().__init__()
        self._room, self.key = room, key
        self.day = DateEditor(moment("at", N_("When")))
        self.value = NumberEditor(number("value", N_("Measured value")))
        self.delete = IconButton("trash", tr("Delete this reading"), size=15)
        self.delete.clicked.connect(lambda: room.do(lambda board: readings.remove(board, key)))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for editor, share in ((self.day, 3), (self.value, 2)):
            editor.label.hide()
            row.addWidget(editor, share)
        self.day.setMinimumWidth(126)
        self.value.setMinimumWidth(70)
        row.addWidget(self.delete)
        row.addStretch(2)
        self.day.edited.connect(lambda at: self._correct(at=at))
        self.value.edited.connect(lambda value: self._correct(value=value))

    def show_reading(self, own: Reading) -> None:
        """Show the reading; a field somebody is at stays."""
        record = self._room.board.table("reading")[own.key]
        for editor, value in ((self.day, record.get("at")), (self.value, own.value)):
            if not editor.is_being_edited():
                editor.show_value(value)

    def _correct(self, **given: object) -> None:
        """Put it right; a field that was emptied gets back what it had, since a reading has a day and a value."""
        own = self._room.board.table("reading")[self.key]
        at, value = given.get("at", own.get("at")), given.get("value", own.get("value"))
        if isinstance(at, str) and isinstance(value, int | float):
            self._room.do(lambda board: readings.correct(board, self.key, at, value))
        self.day.show_value(own.get("at") if not isinstance(at, str) else at)
        self.value.show_value(own.get("value") if not isinstance(value, int | float) else value)
