"""What the right panel says when nothing is selected: the step the room is at, and the workshop's own fields."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxworkshop.actions import workshop
from cxworkshop.analysis.gaps import Gap
from cxworkshop.model.fields import Field
from cxworkshop.model.records import WORKSHOP_FIELDS
from cxworkshop.model.steps import step
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.enough import enough
from cxworkshop.ui.inspector.enough_line import EnoughLine
from cxworkshop.ui.inspector.form import Form
from cxworkshop.ui.parts.labels import Caption, Words, rule
from cxworkshop.ui.parts.pressable import Pressable
from cxworkshop.ui.speech import tr

_SHOWN = ("attract_and_keep", "matters_most", "be_best", "date")


class Guide(QWidget):
    """Made anew when the step, the view or the language changes. `cards_wanted` gives the cards of a gap."""

    cards_wanted = Signal(tuple)

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        own = step(room.step)
        column.addWidget(Caption(tr("Step {n} of 9", n=own.number), self))
        column.addWidget(Words(tr(own.question), "title", self))
        column.addWidget(Words(tr(enough(room.step).purpose), "soft", self))
        column.addSpacing(6)
        column.addWidget(Caption(tr("What to do"), self))
        column.addWidget(Words(tr(enough(room.step).todo), "", self))
        column.addWidget(Caption(tr("What is enough"), self))
        self.counted = [EnoughLine(self) for _ in enough(room.step).counted(room.board)]
        for line in self.counted:
            column.addWidget(line)
        self._missing_heading = Caption(tr("Still without an answer"), self)
        self._missing = QVBoxLayout()
        self._missing.setSpacing(2)
        self._told: list[Gap] = []
        column.addWidget(self._missing_heading)
        column.addLayout(self._missing)
        fields = sorted(
            (field for field in WORKSHOP_FIELDS if field.name in _SHOWN), key=lambda field: _SHOWN.index(field.name)
        )
        self.form = Form(fields, self._give, lambda _: [], parent=self)
        self.form.set_read_only(room.document.read_only)
        column.addSpacing(4)
        own_fields = [rule(self), Caption(tr("The workshop"), self), self.form]
        for widget in own_fields:
            column.addWidget(widget)
            widget.setVisible(room.view == "wall")  # beside it every view has what it asks for on its page
        column.addStretch(1)
        self.refresh()

    def refresh(self) -> None:
        """Count anew what is missing, show the workshop's fields as they are."""
        self.form.show_values(self._room.board.workshop)
        for line, own in zip(self.counted, enough(self._room.step).counted(self._room.board), strict=True):
            line.show_counted(own)
        missing = enough(self._room.step).missing(self._room.board)
        self._missing_heading.setVisible(bool(missing))
        if missing != self._told:
            self._told = missing
            self._tell(missing)

    def _tell(self, missing: list[Gap]) -> None:
        """One line a gap; a press selects the cards it means and shows the first."""
        while (item := self._missing.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for gap in missing:
            line = Pressable("Row", self)
            row = QVBoxLayout(line)
            row.setContentsMargins(0, 2, 0, 2)
            row.addWidget(Words(gap.told(tr.translator), "", line))
            line.setAccessibleName(gap.told(tr.translator))
            line.setToolTip(tr("Select these cards"))
            line.pressed.connect(lambda ids=gap.ids: self.cards_wanted.emit(tuple(ids)))
            self._missing.addWidget(line)

    def _give(self, field: Field, value: Any) -> None:
        self._room.do(lambda board: workshop.edit(board, **{field.name: value}), initiator=self)
