"""Makes a safeguard whole, or a new one: metric, limit, how often, who checks, what to do. A small form in a row."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cxworkshop.actions import cards, improvements
from cxworkshop.model.cards import KINDS
from cxworkshop.model.fields import Field
from cxworkshop.model.ids import new_id
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.inspector.text_editors import LineEditor, NumberEditor
from cxworkshop.ui.parts.buttons import Button
from cxworkshop.ui.parts.labels import Words
from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.improvements.role_picker import RolePicker

_NAMES = ("metric", "limit", "every_days", "reaction")


class SafeguardForm(QWidget):
    """For a new safeguard of `improvement`; with `guard` for one that lacks something."""

    def __init__(self, room: Room, improvement: str, guard: str | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room, self._improvement, self._guard = room, improvement, guard
        self._values: dict[str, Any] = {}
        self.editors: dict[str, LineEditor] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        for name, at in (("metric", (0, 0, 1, 2)), ("limit", (0, 2, 1, 1)), ("every_days", (0, 3, 1, 1))):
            grid.addWidget(self._editor(name), *at)
        self.checker = RolePicker(room, tr("Who checks it"))
        self.checker.named.connect(lambda _: self.go_on())
        grid.addLayout(_labelled(tr("Who checks it"), self.checker), 1, 0, 1, 2)
        grid.addWidget(self._editor("reaction"), 1, 2, 1, 2)
        self.add = Button(tr("Save the safeguard") if guard else tr("Add the safeguard"), "safeguard")
        self.add.clicked.connect(self.save)
        row = QHBoxLayout()
        row.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        row.addStretch(1)
        grid.addLayout(row, 2, 0, 1, 4)
        for column in range(4):
            grid.setColumnStretch(column, 1)
        self._show()

    def _editor(self, name: str) -> LineEditor:
        field = _field(name)
        own: LineEditor = NumberEditor(field) if name == "every_days" else LineEditor(field)
        own.line.setPlaceholderText(_prompt(name))
        own.line.returnPressed.connect(self.go_on)
        if name == "limit":
            own.line.textEdited.connect(lambda _: _write_signs(own.line))
        own.edited.connect(lambda value: self._values.__setitem__(name, value))
        self.editors[name] = own
        return own

    def _show(self) -> None:
        card = self._room.board.find(self._guard)
        for name in _NAMES:
            value = card.get(name) if card is not None else None
            self._values[name] = (card.title or None) if name == "metric" and card and not value else value
            self.editors[name].show_value(self._values[name])
            if self._values[name] is None:
                self.editors[name].line.setPlaceholderText(_prompt(name))
        owners = self._room.board.sources(self._guard, "owns") if self._guard else []
        self.checker.show_role(owners[0].id if owners else None)

    def save(self) -> None:
        """Write what stands in the form, as one step of undo. Nothing is written while a field cannot be read."""
        self._take_typed()
        wrong = next((own for own in self._lines() if own.line.property("wrong")), None)
        if wrong is not None or not self._values["metric"]:
            (wrong or self._lines()[0]).line.setFocus()
            return
        group, guard = new_id("u"), self._guard or new_id("g")
        checker, typed = self.checker.role(), self.checker.text
        values = dict(self._values)
        if self._guard is None:
            metric = str(values.pop("metric") or "")
            done = self._room.do(
                lambda board: improvements.add_safeguard(
                    board, self._improvement, metric, **values, checker=checker, safeguard_id=guard
                ),
                group=group,
            )
        else:
            done = self._room.do(lambda board: cards.edit(board, guard, **values), group=group)
            if done and checker is not None:
                done = self._room.do(lambda board: improvements.set_owner(board, guard, checker), group=group)
        if done and checker is None and typed:
            self._room.do(lambda board: improvements.set_new_owner(board, guard, typed), group=group)

    def go_on(self) -> None:
        """Enter: to the next field that is empty; in the last one the safeguard is saved."""
        empty = [own for own in self._lines() if not own.line.text().strip()]
        if empty:
            empty[0].line.setFocus()
        elif not self.checker.text:
            self.checker.setFocus()
        else:
            self.save()

    def _lines(self) -> list[LineEditor]:
        return list(self.editors.values())

    def _take_typed(self) -> None:
        """A field whose text was not given yet (the button was pressed by key) gives it now."""
        for own in self._lines():
            own.line.editingFinished.emit()


def _field(name: str) -> Field:
    found = KINDS["safeguard"].field(name)
    assert found is not None
    if name == "reaction":
        return Field(name, _field("metric").type, found.label)
    return found


def _write_signs(line: QLineEdit) -> None:
    """A limit typed or pasted as it is shown (≤ 5) in the signs in which it is kept."""
    kept = line.text().replace("≤", "<=").replace("≥", ">=")
    if kept != line.text():
        line.selectAll()
        line.insert(kept)


def _prompt(name: str) -> str:
    return {
        "metric": tr("for example: minutes in the queue at noon"),
        "limit": "<= 5",
        "every_days": "7",
        "reaction": tr("for example: open the second till"),
    }[name]


def _labelled(text: str, widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(3)
    column.addWidget(Words(text, "soft"))
    column.addWidget(widget)
    return column
