"""The line in which a problem is put up: what gets in the way, and at which touchpoint."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from cxworkshop.actions.needs import add_problem
from cxworkshop.model.ids import new_id
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.parts.buttons import Button
from cxworkshop.ui.parts.combo import Combo
from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.many_line import ManyLine
from cxworkshop.ui.views.needs.composer import places_of


class ProblemLine(QFrame):
    """`added` gives the id of the problem, `several` rows that were pasted; Enter adds, and the place stays for the
    next one."""

    added = Signal(str)
    several = Signal(list)

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Box")
        self._room = room
        self.title, self.where = ManyLine(), Combo()
        self.title.setPlaceholderText(tr("What gets in the way?"))
        self.title.setAccessibleName(tr("What gets in the way?"))
        self.where.setAccessibleName(tr("Where it arises"))
        self.add = Button(tr("Put up the problem"), "plus", "primary")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 12, 14, 12)
        row.setSpacing(8)
        row.addWidget(self.title, 3)
        row.addWidget(self.where, 2)
        row.addWidget(self.add)
        self.title.setToolTip(tr("Rows pasted from a spreadsheet become problems: title, severity, frequency."))
        self.title.several.connect(self.several)
        self.title.returnPressed.connect(self._add)
        self.title.textChanged.connect(lambda text: self.add.setEnabled(bool(text.strip())))
        self.add.setEnabled(False)
        self.add.clicked.connect(self._add)
        self.refresh()

    def refresh(self) -> None:
        """Offer the places of the board; what was chosen stays chosen while it is there."""
        places: list[tuple[str, str | None]] = [(tr("arises anywhere"), None), *places_of(self._room.board)]
        known = [value for _, value in places]
        chosen = self.where.currentData() if self.where.count() else known[min(1, len(known) - 1)]
        self.where.fill(places, chosen if chosen in known else None)
        self.where.setToolTip(self.where.currentText())

    @property
    def place(self) -> dict[str, str]:
        """Where a problem is put up: the `stage` or `touchpoint` chosen, by id."""
        place = self._room.board.find(self.where.currentData())
        return {place.kind: place.id} if place is not None else {}

    def _add(self) -> None:
        title, problem_id = self.title.text().strip(), new_id("b")
        if not title:
            return
        place = self.place
        if self._room.do(lambda board: add_problem(board, title, problem_id=problem_id, **place)):
            self.title.clear()
            self.title.setFocus(Qt.FocusReason.OtherFocusReason)
            self.added.emit(problem_id)
