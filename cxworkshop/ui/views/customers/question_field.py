"""One of the three questions of the first step, with a field large enough to think in; saved while one thinks."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFocusEvent, QHideEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from cxworkshop.actions import workshop
from cxworkshop.model.ids import new_id
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.parts.growing_text import GrowingText
from cxworkshop.ui.parts.labels import Words
from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import themes

_LETTERS = 15  # pixels
_LINES = 4  # the hint is seen whole where the questions stand side by side
PAUSE = 1200  # milliseconds without a key after which what was typed is saved


class _Thinking(GrowingText):
    """Forgets what was undone by keys in the field itself once the focus has left: then the workshop's undo holds."""

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.document().clearUndoRedoStacks()


class QuestionField(QFrame):
    """A field of the workshop as a question. Saved after a pause, when the focus leaves and when the page is left;
    what was typed in one go is undone in one go."""

    def __init__(
        self, room: Room, name: str, question: str, hint: str, number: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("Box")
        self._room, self._document, self._name = room, room.document, name
        self._group, self._showing = "", False
        self.text = _Thinking(least=_LINES, most=12)
        self.text.setStyleSheet(f"font-size: {round(_LETTERS * themes.text_scale)}px")
        self.text.setAccessibleName(question)
        self.text.setAccessibleDescription(hint)
        self.text.setPlaceholderText(hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 9, 16, 11)
        column.setSpacing(6)
        column.addWidget(Words(tr("{n}. {question}", n=number, question=question), "title"))
        column.addWidget(self.text)
        column.addStretch(1)  # beside a longer answer
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.save)
        self.text.textChanged.connect(self._typed)
        self.text.finished.connect(self._finish)
        self.text.given_up.connect(self._give_up)
        self.refresh()

    def refresh(self) -> None:
        """Show what the workshop says, unless somebody is typing."""
        self.text.setReadOnly(self._room.document.read_only)
        said = self._said()
        if not self._pause.isActive() and said != self.text.toPlainText().strip():
            self._showing = True
            self.text.setPlainText(said)
            self._showing = False

    def save(self) -> None:
        """Write what was typed into the workshop it was typed in."""
        self._pause.stop()
        typed = self.text.toPlainText().strip()
        if self._room.document is not self._document or self.text.isReadOnly() or typed == self._said():
            return
        self._room.do(lambda board: workshop.edit(board, **{self._name: typed or None}), group=self._group)

    def _said(self) -> str:
        return str(self._room.board.workshop.get(self._name) or "").strip()

    def _typed(self) -> None:
        if self._showing:
            return
        if not self._group:
            self._group = new_id("typing")
        self._pause.start()

    def _finish(self) -> None:
        self.save()
        self._group = ""

    def _give_up(self) -> None:
        self._pause.stop()
        self._group = ""
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        self._finish()
        super().hideEvent(event)
