"""The field of a picture in the inspector: shown small, with what to do about it beside it."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.errors import Told
from cxworkshop.model.fields import Field
from cxworkshop.ui.inspector.editor import MIXED, FieldEditor
from cxworkshop.ui.parts.buttons import Button
from cxworkshop.ui.parts.labels import Words
from cxworkshop.ui.parts.picture_well import PictureWell
from cxworkshop.ui.speech import tr

_SIDE = 84  # pixels


class PictureEditor(FieldEditor):
    """Choose, drop, paste or remove a picture; what is no picture is said below, and nothing changes."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.well = PictureWell(_SIDE)
        self.choose = Button(tr("Choose a picture…"), look="link")
        self.remove = Button(tr("Remove the picture"), look="link")
        self.hint = Words(tr("Or drop one here, or paste it."), "small")
        self.problem = Words("", "bad")
        self.problem.hide()
        beside = QVBoxLayout()
        beside.setSpacing(2)
        for widget in (self.choose, self.remove, self.hint):
            beside.addWidget(widget)
        beside.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.well)
        row.addLayout(beside, 1)
        self.column.addWidget(self.label)
        self.column.addLayout(row)
        self.column.addWidget(self.problem)
        self.choose.clicked.connect(self.well.choose)
        self.remove.clicked.connect(self.well.remove)
        self.well.given.connect(self._give)
        self.well.failed.connect(self._tell)

    def show_value(self, value: Any) -> None:
        self.well.show_picture(None if value is MIXED else value, "")
        self.remove.setVisible(self.well.has_picture)
        self.hint.setText(tr("(different)") if value is MIXED else tr("Or drop one here, or paste it."))

    def set_read_only(self, read_only: bool) -> None:
        self.well.set_read_only(read_only)
        self.choose.setEnabled(not read_only)
        self.remove.setEnabled(not read_only)

    def _give(self, value: object) -> None:
        self.problem.hide()
        self.edited.emit(value)

    def _tell(self, problem: Told) -> None:
        self.problem.setText(problem.told(tr))
        self.problem.show()
