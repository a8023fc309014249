"""One person at the facilitator's laptop: question after question, by keys or mouse, under an anonymous code."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.actions import care
from cxworkshop.analysis.care_told import DIMENSION_NAMES, HIGHEST, PAIR_NAMES, QUESTIONS, SIDE_NAMES, SIDE_NOTES
from cxworkshop.document import Change
from cxworkshop.model.ids import new_id
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.parts.buttons import Button
from cxworkshop.ui.parts.labels import Caption, Words
from cxworkshop.ui.parts.progress import ProgressLine
from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.care.questions import Question, Sheet, place_of, score_of, sheets
from cxworkshop.ui.views.care.scale import Scale

_MIDDLE_SCORE = HIGHEST // 2
_TEN = (Qt.Key.Key_Plus, Qt.Key.Key_Equal)
_KEYS = {
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Escape,
    *_TEN,
    *(Qt.Key(Qt.Key.Key_0 + digit) for digit in range(10)),
}


class Interview(QWidget):
    """`ended` when the person stops or is through and the result is wanted; `next_wanted` for the next person."""

    ended = Signal()
    next_wanted = Signal()

    def __init__(self, room: Room, voter: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.room, self.voter = room, voter
        self.asked: list[Sheet] = sheets(room.board)
        self.sheet, self.line = 0, 0
        self.scales: list[Scale] = []
        self._group = ""
        self._page: QWidget | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()
        self._show_sheet()

    def _lay_out(self) -> None:
        self.person, self.count = Words(look="soft"), Words(look="soft", wrap=False)
        self.progress = ProgressLine()
        self._body = QVBoxLayout()
        self.back = Button("", "arrow_left", "quiet", size=16)
        self.stop = Button("", look="quiet")
        self.skip = Button("", "arrow_right", size=16)
        self.back.clicked.connect(lambda: self._walk(-1))
        self.skip.clicked.connect(self._next_sheet)
        self.stop.clicked.connect(self.ended)
        for button in (self.back, self.skip, self.stop):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.keys = Words(look="small")
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.person, 1)
        head.addWidget(self.count)
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(self.stop)
        foot.addWidget(self.skip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.progress)
        column.addLayout(self._body)
        column.addLayout(foot)
        column.addWidget(self.keys)
        column.addStretch(1)
        self.progress.show()  # it hides itself when made; shown without a parent it would be a window

    @property
    def through(self) -> bool:
        """Whether every question has been passed."""
        return self.sheet >= len(self.asked)

    @property
    def question(self) -> Question | None:
        """What is asked now."""
        return None if self.through else self.asked[self.sheet].questions[self.line]

    # Showing

    def _show_sheet(self) -> None:
        old, self._page = self._page, QWidget()
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.scales = []
        if self.through:
            self._fill_end(column)
        else:
            self._fill(column, self.asked[self.sheet])
        self._body.addWidget(self._page)
        if old is not None:
            self._body.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._say()
        self.show_scores()

    def _fill(self, column: QVBoxLayout, sheet: Sheet) -> None:
        if sheet.dimension:
            column.addWidget(Caption(f"{tr(PAIR_NAMES[sheet.pair])} · {tr(DIMENSION_NAMES[sheet.dimension])}"))
            column.addWidget(Words(tr(QUESTIONS[sheet.dimension]), "title"))
        else:
            column.addWidget(Caption(tr("Services and tools inside")))
            column.addWidget(Words(tr("How well does it serve you? Pass over what you do not use."), "title"))
        for line, own in enumerate(sheet.questions):
            scale = Scale(*self._names(own))
            scale.chosen.connect(lambda score, line=line: self._pressed(line, score))
            column.addWidget(scale)
            self.scales.append(scale)

    def _names(self, own: Question) -> tuple[str, str]:
        if own.dimension:
            return tr(SIDE_NAMES[own.side]), tr(SIDE_NOTES[own.side])
        card = self.room.board.find(own.card)
        return (card.title if card is not None else "") or tr("(no title)"), ""

    def _fill_end(self, column: QVBoxLayout) -> None:
        column.addWidget(Words(tr("Thank you. Nobody can tell whose answers these are."), "title"))
        column.addWidget(Words(tr("Your code is {code}, should you want your answers back.", code=self.voter), "lead"))
        row = QHBoxLayout()
        following = Button(tr("Next person"), "arrow_right", "primary")
        following.clicked.connect(self.next_wanted)
        result = Button(tr("Show the result"))
        result.clicked.connect(self.ended)
        forget = Button(tr("Take my answers back"), look="quiet")
        forget.clicked.connect(self._forget)
        for button in (following, result, forget):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)

    def _say(self) -> None:
        done = sum(len(sheet.questions) for sheet in self.asked[: self.sheet]) + self.line
        of = sum(len(sheet.questions) for sheet in self.asked)
        self.person.setText(tr("Anonymous, code {code}", code=self.voter))
        self.count.setText("" if self.through else tr("Question {n} of {all}", n=done + 1, all=of))
        self.progress.show_done(of if self.through else done, of)
        self.back.setText(tr("Back"))
        self.back.setEnabled(done > 0)
        self.skip.setText(tr("Pass over"))
        self.stop.setText(tr("Stop here"))
        self.keys.setText(
            tr(
                "Keys: 0–9 give the score, + gives 10; ← → change it, ↑ ↓ go to another question, "
                "Backspace takes it back."
            )
        )
        for button in (self.skip, self.stop, self.keys):
            button.setVisible(not self.through)

    def show_scores(self) -> None:
        """Show what is on the board for the questions of this page."""
        for line, scale in enumerate(self.scales):
            scale.show_score(score_of(self.room.board, self.voter, self.asked[self.sheet].questions[line]))
            scale.show_asked(line == self.line)

    def follow(self, change: Change) -> None:
        """Go to the question whose answer undo or redo has changed."""
        if change.origin not in ("undo", "redo"):
            self.show_scores()
            return
        for delta in change.changes.deltas:
            fields = {**(delta.before or {}), **(delta.after or {})}
            row = self.room.board.get("care_answer", delta.key) if delta.table == "care_answer" else None
            fields = {**(row.fields if row is not None else {}), **fields}
            if delta.table == "care_answer" and fields.get("voter") == self.voter:
                asked = (str(fields.get(name) or "") for name in ("pair", "side", "dimension", "card"))
                place = place_of(self.asked, Question(*asked))
                if place is not None:
                    self.go(*place)
        self.show_scores()

    # Answering

    def _score(self, score: float | None) -> None:
        own = self.question
        if own is None:
            return
        self._group = self._group or new_id("group")  # steps of one answer are undone together
        self.room.do(
            lambda board: care.answer(
                board, self.voter, own.pair, own.side, score, dimension=own.dimension, card=own.card
            ),
            initiator=self,
            group=self._group,
        )
        self.show_scores()

    def _pressed(self, line: int, score: int) -> None:
        self.go(self.sheet, line)
        self._score(score)
        self._walk(1)
        self.setFocus()

    def _forget(self) -> None:
        self.room.do(lambda board: care.forget_voter(board, self.voter))
        self.ended.emit()

    # Walking

    def go(self, sheet: int, line: int) -> None:
        """Ask this question."""
        turned = sheet != self.sheet
        self.sheet, self.line, self._group = sheet, line, ""
        if turned:
            self._show_sheet()
        else:
            self._say()
            self.show_scores()

    def _walk(self, by: int) -> None:
        """To the next question, or the one before."""
        if by > 0:
            if self.through:
                return
            last = self.line + 1 >= len(self.asked[self.sheet].questions)
            self.go(*((self.sheet + 1, 0) if last else (self.sheet, self.line + 1)))
        elif self.line:
            self.go(self.sheet, self.line - 1)
        elif self.sheet:
            self.go(self.sheet - 1, len(self.asked[self.sheet - 1].questions) - 1)

    def _next_sheet(self) -> None:
        if not self.through:
            self.go(self.sheet + 1, 0)
        self.setFocus()

    def _take_back(self) -> None:
        """The answer to this question, or, where it has none, to the one before."""
        own = self.question
        if own is None or score_of(self.room.board, self.voter, own) is None:
            self._walk(-1)
        self._score(None)

    # Keys

    def event(self, event: QEvent) -> bool:
        """Ask for the keys it knows before the commands of the window get them."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            control = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
            if event.key() in _KEYS and not event.modifiers() & control:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._take_key(event):
            super().keyPressEvent(event)

    def _take_key(self, event: QKeyEvent) -> bool:
        key, text = event.key(), event.text()
        if text.isascii() and text.isdigit() and not self.through:
            self._score(int(text))
            self._walk(1)
        elif key in _TEN and not self.through:
            self._score(HIGHEST)
            self._walk(1)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not self.through:
            self._shift(1 if key == Qt.Key.Key_Right else -1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._walk(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Backspace:
            self._take_back()
        elif key == Qt.Key.Key_Escape:
            self.ended.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.next_wanted.emit() if self.through else self._walk(1)
        else:
            return False
        return True

    def _shift(self, by: int) -> None:
        own = self.question
        now = score_of(self.room.board, self.voter, own) if own is not None else None
        self._score(_MIDDLE_SCORE if now is None else min(max(round(now) + by, 0), HIGHEST))
