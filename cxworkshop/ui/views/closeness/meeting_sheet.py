"""One meeting beside the list: who comes, what to ask, consent, what was revealed, its recordings, its repetition."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.actions import meetings
from cxworkshop.actions.meetings import MOST_TIMES, MOST_WEEKS
from cxworkshop.model.cards import KINDS
from cxworkshop.model.fields import integer
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.inspector.text_editors import DateEditor, LongTextEditor, NumberEditor
from cxworkshop.ui.parts.buttons import Button
from cxworkshop.ui.parts.labels import Caption, Words, rule
from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.closeness.attendance import Attendance
from cxworkshop.ui.views.closeness.consent_box import ConsentBox
from cxworkshop.ui.views.closeness.linked import LinkedCards
from cxworkshop.ui.views.closeness.starter_questions import STARTERS
from cxworkshop.words import N_

_EVERY = integer("every", N_("Every … weeks"), 1, MOST_WEEKS)
_TIMES = integer("times", N_("Times in all"), 2, MOST_TIMES)


class MeetingSheet(QWidget):
    """`recording_wanted` asks for a file that was recorded at it."""

    recording_wanted = Signal(str)

    def __init__(self, room: Room, meeting: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room, self.card_id = room, meeting
        self.title = Words(look="title")
        self.at, self.minutes = self._editor("at"), self._editor("minutes")
        self.met = LinkedCards(room, meeting, "meets", ("persona",))
        self.attendance = Attendance(room, meeting)
        questions = KINDS["meeting"].field("questions")
        assert questions is not None
        self.questions = LongTextEditor(questions)
        self.questions.edited.connect(lambda value: self._edit("questions", value))
        self.consent = ConsentBox(room, meeting)
        prompt = tr("What was revealed, in a few words")
        self.revealed = LinkedCards(room, meeting, "reveals", ("problem", "need"), ("problem", "need"), prompt)
        self.recordings = Button(tr("Add a recording…"), "recording")
        self.recordings.clicked.connect(lambda: self.recording_wanted.emit(self.card_id))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        self._lay_out()

    def _editor(self, name: str) -> DateEditor | NumberEditor:
        field = KINDS["meeting"].field(name)
        assert field is not None
        editor = DateEditor(field) if name == "at" else NumberEditor(field)
        editor.edited.connect(lambda value: self._edit(name, value))
        return editor

    def _lay_out(self) -> None:
        when = QHBoxLayout()
        when.addWidget(self.at, 2)
        when.addWidget(self.minutes, 1)
        when.addLayout(self._repetition(), 3)
        self.column.addWidget(self.title)
        self.column.addLayout(when)
        self.column.addWidget(Caption(tr("Whom we meet")))
        self.column.addWidget(self.met)
        self.column.addWidget(self.attendance)
        self.column.addWidget(rule())
        self.column.addWidget(self.questions)
        self.starters = Button(tr("Show good questions to begin with"), "chevron_down", "link", size=14)
        self.starters.setCheckable(True)
        self.column.addWidget(self.starters)
        self.column.addWidget(self._starter_list())
        self.column.addWidget(rule())
        self.column.addWidget(Caption(tr("Consent of those we met")))
        self.column.addWidget(self.consent)
        self.column.addWidget(rule())
        self.column.addWidget(Caption(tr("What was revealed")))
        self.column.addWidget(self.revealed)
        self.column.addWidget(self.recordings)
        self.column.addStretch(1)

    def _repetition(self) -> QHBoxLayout:
        self.every, self.times = NumberEditor(_EVERY), NumberEditor(_TIMES)
        self._weeks, self._many = 6, 4
        self.every.show_value(self._weeks)
        self.times.show_value(self._many)
        self.every.edited.connect(lambda value: setattr(self, "_weeks", value or 6))
        self.times.edited.connect(lambda value: setattr(self, "_many", value or 4))
        self.repeat = Button(tr("Repeat"), "redo")
        self.repeat.clicked.connect(self._repeat)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.every, 1)
        row.addWidget(self.times, 1)
        under = QVBoxLayout()
        under.addStretch(1)
        under.addWidget(self.repeat)
        row.addLayout(under)
        for editor in (self.minutes, self.every, self.times):
            editor.setMinimumWidth(editor.label.sizeHint().width() + 2)  # what is asked is read whole
        return row

    def _starter_list(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(Words(tr("About what happened, never about what one would do. Press one to add it."), "soft"))
        self.starter_buttons = []
        for starter in STARTERS:
            row = QHBoxLayout()
            row.setSpacing(6)
            add = Button("", "plus", "quiet", size=14)
            add.setAccessibleName(tr("Add the question: {question}", question=tr(starter)))
            add.clicked.connect(lambda _=False, own=starter: self._ask(tr(own)))
            self.starter_buttons.append(add)
            row.addWidget(add)
            row.addWidget(Words(tr(starter)), 1)
            column.addLayout(row)
        box.hide()
        self.starters.toggled.connect(box.setVisible)
        return box

    def refresh(self) -> None:
        """Show the meeting as it is."""
        card = self._room.board.card(self.card_id)
        self.title.setText(card.title or tr("(no title)"))
        for editor, name in ((self.at, "at"), (self.minutes, "minutes"), (self.questions, "questions")):
            if not editor.is_being_edited():
                editor.show_value(card.get(name))
        self.repeat.setEnabled(bool(card.get("at")))
        for part in (self.met, self.attendance, self.consent, self.revealed):
            part.refresh()

    def _edit(self, name: str, value: object) -> None:
        from cxworkshop.actions import cards

        self._room.do(lambda board: cards.edit(board, self.card_id, **{name: value}))

    def _ask(self, question: str) -> None:
        self._room.do(lambda board: meetings.ask(board, self.card_id, question))

    def _repeat(self) -> None:
        self._room.do(lambda board: meetings.repeat(board, self.card_id, self._weeks, self._many))
