"""A meeting planned in one line: what, when, how long, whom we meet, and how often again."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QGridLayout, QWidget

from cxworkshop.actions import meetings
from cxworkshop.actions.meetings import MOST_TIMES, MOST_WEEKS
from cxworkshop.analysis.scores import by_title
from cxworkshop.model.fields import integer, moment, number, text
from cxworkshop.model.ids import new_id
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.inspector.text_editors import DateEditor, LineEditor, NumberEditor
from cxworkshop.ui.parts.buttons import Button
from cxworkshop.ui.parts.combo import Combo
from cxworkshop.ui.parts.labels import Words
from cxworkshop.ui.speech import tr
from cxworkshop.words import N_

_TITLE = text("title", N_("Meeting"))
_AT = moment("at", N_("When"))
_MINUTES = number("minutes", N_("Minutes"), 0)
_EVERY = integer("every", N_("Every … weeks"), 1, MOST_WEEKS)
_TIMES = integer("times", N_("How many times"), 1, MOST_TIMES)


class PlanForm(QWidget):
    """Starts empty; `Plan a meeting` makes it and empties the form."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self.title, self.at, self.minutes = LineEditor(_TITLE), DateEditor(_AT), NumberEditor(_MINUTES)
        self.every, self.times = NumberEditor(_EVERY), NumberEditor(_TIMES)
        self.persona = Combo()
        self.persona.setAccessibleName(tr("Whom we meet"))
        self.plan = Button(tr("Plan a meeting"), "meeting", "primary")
        self.title.line.setPlaceholderText(tr("Whom do we meet?"))
        self._values: dict[str, Any] = {}
        self._editors = {"title": self.title, "at": self.at, "minutes": self.minutes}
        self._editors |= {"every": self.every, "times": self.times}
        for name, editor in self._editors.items():
            editor.edited.connect(lambda value, own=name: self._values.update({own: value}))
        self.plan.clicked.connect(self._plan)
        self._lay_out()
        self._empty()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(3)
        grid.addWidget(self.title, 0, 0, 2, 1)
        grid.addWidget(self.at, 0, 1, 2, 1)
        grid.addWidget(self.minutes, 0, 2, 2, 1)
        grid.addWidget(Words(tr("Whom we meet"), "soft", wrap=False), 0, 3)
        grid.addWidget(self.persona, 1, 3)
        grid.addWidget(self.every, 0, 4, 2, 1)
        grid.addWidget(self.times, 0, 5, 2, 1)
        grid.addWidget(self.plan, 1, 6)
        for editor in (self.minutes, self.every, self.times):
            editor.setMinimumWidth(editor.label.sizeHint().width() + 2)  # what is asked is read whole
        for column, share in enumerate((5, 4, 2, 3, 2, 2)):
            grid.setColumnStretch(column, share)

    def _empty(self) -> None:
        self._values = {"minutes": 60, "every": 6, "times": 1}
        for name, editor in self._editors.items():
            editor.show_value(self._values.get(name))

    def refresh(self) -> None:
        """Offer the personas there are."""
        personas = sorted(self._room.board.of_kind("persona"), key=by_title)
        chosen = self.persona.currentData()
        named = [(persona.title or tr("(no title)"), persona.id) for persona in personas]
        self.persona.fill([(tr("not given"), None), *named], chosen)

    def _plan(self) -> None:
        own, given, persona = new_id("m"), dict(self._values), self.persona.currentData()
        met = self._room.board.find(persona)
        title = given.get("title") or (tr("Meet “{persona}”", persona=met.title) if met else tr("Meet a customer"))
        done = self._room.do(
            lambda board: meetings.add(
                board,
                title,
                given.get("at"),
                minutes=given.get("minutes"),
                persona=persona,
                every_weeks=given.get("every") or 1,
                times=given.get("times") or 1,
                meeting=own,
            )
        )
        if done:
            self._empty()
            self._room.select([own])
