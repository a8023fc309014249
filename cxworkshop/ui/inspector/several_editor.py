"""Several other cards in one field: those chosen, each to be taken out again, and a list to add one from."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.model.fields import Field
from cxworkshop.ui.inspector.editor import MIXED, FieldEditor
from cxworkshop.ui.parts.buttons import IconButton
from cxworkshop.ui.parts.combo import Combo
from cxworkshop.ui.parts.labels import Elided
from cxworkshop.ui.speech import tr


class SeveralEditor(FieldEditor):
    """`offered` gives the cards that fit as (title, id), when it is asked. An emptied field becomes absent."""

    def __init__(
        self, field: Field, offered: Callable[[], list[tuple[str, str]]], parent: QWidget | None = None
    ) -> None:
        super().__init__(field, parent)
        self._offered = offered
        self.chosen: list[str] = []
        self.list = Combo()
        self.list.setAccessibleName(tr(field.label))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.column.addWidget(self.label)
        self.column.addLayout(self._rows)
        self.column.addWidget(self.list)
        self.list.activated.connect(lambda _: self._add(self.list.currentData()))

    def show_value(self, value: Any) -> None:
        self.chosen = [own for own in value if isinstance(own, str)] if isinstance(value, list) else []
        offered = self._offered()
        while (item := self._rows.takeAt(0)) is not None:
            row = item.widget()
            if row is not None:
                row.deleteLater()
        titles = {card_id: title for title, card_id in offered}
        for card_id in self.chosen:
            self._rows.addWidget(self._row(card_id, titles.get(card_id, tr("(no such card)"))))
        first = tr("(different)") if value is MIXED else tr("Add…")
        self.list.fill([(first, None), *((title, own) for title, own in offered if own not in self.chosen)], None)

    def _row(self, card_id: str, title: str) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(4, 0, 0, 0)
        line.setSpacing(4)
        out = IconButton("close", tr("Take “{title}” out", title=title), size=10)
        out.clicked.connect(lambda: self._give([own for own in self.chosen if own != card_id]))
        line.addWidget(Elided(title), 1)
        line.addWidget(out, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _add(self, card_id: str | None) -> None:
        if card_id is not None:
            self._give([*self.chosen, card_id])

    def _give(self, chosen: list[str]) -> None:
        self.edited.emit(chosen or None)
