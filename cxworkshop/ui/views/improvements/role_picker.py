"""Chooses the role that answers for something: from a list, or by typing the name of a new one and Enter."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from cxworkshop.analysis.scores import by_title
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.parts.combo import Combo
from cxworkshop.ui.speech import tr


class RolePicker(Combo):
    """`chosen` gives the id of a role, None for nobody; `named` the title of a role that is to be made."""

    chosen = Signal(object)
    named = Signal(str)

    def __init__(self, room: Room, says: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(14)
        self.setMinimumContentsLength(10)
        self.setAccessibleName(says)
        line = self.lineEdit()
        assert line is not None
        line.setPlaceholderText(tr("Choose a role, or type a new one"))
        line.returnPressed.connect(self._typed)
        completer = self.completer()
        if completer is not None:
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.activated.connect(lambda _: self.chosen.emit(self.currentData()))
        self.setEnabled(not room.document.read_only)

    def show_role(self, role: str | None) -> None:
        """Offer the roles there are now, this one chosen."""
        roles = sorted(self._room.board.of_kind("role"), key=by_title)
        items: list[tuple[str, str | None]] = [(own.title or tr("(no title)"), own.id) for own in roles]
        self.fill([*([(tr("nobody"), None)] if role is not None else []), *items], role)
        if role is None:
            self.setCurrentIndex(-1)
            self.clearEditText()
        line = self.lineEdit()
        if line is not None and not line.hasFocus():
            line.setCursorPosition(0)  # a long title is shown from its beginning

    @property
    def text(self) -> str:
        return self.currentText().strip()

    def role(self) -> str | None:
        """The role whose title stands there, None where none has it."""
        typed = self.text.casefold()
        known = (own.id for own in self._room.board.of_kind("role") if own.title.casefold() == typed)
        return next(known, None) if typed else None

    def _typed(self) -> None:
        if not self.text:
            return
        known = self.role()
        if known is not None:
            self.chosen.emit(known)
        else:
            self.named.emit(self.text)
