"""Hours that took place, entered in one line: which role, on what day, for how long, face to face or on video."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from cxworkshop.actions import meetings
from cxworkshop.analysis.scores import by_title
from cxworkshop.model.fields import date, number
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.inspector.text_editors import DateEditor, NumberEditor
from cxworkshop.ui.parts.buttons import Button
from cxworkshop.ui.parts.combo import Combo, Segments
from cxworkshop.ui.parts.labels import Words
from cxworkshop.ui.speech import tr
from cxworkshop.words import N_

_DAY = date("at", N_("Day"))
_HOURS = number("hours", N_("Hours"), 0, 1000)


class HoursForm(QWidget):
    """`meeting`, `recording`: what the hours belong to; with a recording they are on video."""

    def __init__(self, room: Room, recording: str | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room, self._recording = room, recording
        self.role, self.form = Combo(), Segments(can_be_none=False)
        self.role.setAccessibleName(tr("Role"))
        self.day, self.hours = DateEditor(_DAY), NumberEditor(_HOURS)
        self.add = Button(tr("Add the hours"), "plus")
        self.form.fill([(tr("Face to face"), "direct"), (tr("On video"), "video")], "direct")
        self._at: str | None = room.today().isoformat()
        self._many: float | None = 1
        self.day.edited.connect(self._take_day)
        self.hours.edited.connect(self._take_hours)
        self.add.clicked.connect(self._add)
        self._lay_out()
        self.form.setVisible(recording is None)  # once it has its place: shown without one it would be a window
        self.refresh()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(3)
        grid.addWidget(Words(tr("Role"), "soft", wrap=False), 0, 0)
        grid.addWidget(self.role, 1, 0)
        for column, editor in enumerate((self.day, self.hours), 1):
            grid.addWidget(editor, 0, column, 2, 1)
        grid.addWidget(self.form, 1, 3)
        grid.addWidget(self.add, 1, 4)
        for column, share in enumerate((4, 2, 1)):
            grid.setColumnStretch(column, share)

    def refresh(self) -> None:
        """Offer the roles there are, managers first; keep what is chosen."""
        roles = sorted(
            self._room.board.of_kind("role"), key=lambda role: (role.get("manager") is not True, by_title(role))
        )
        chosen = self.role.currentData()
        self.role.fill([(role.title or tr("(no title)"), role.id) for role in roles], chosen)
        if roles and self.role.currentIndex() < 0:
            self.role.setCurrentIndex(0)
        if not self.day.is_being_edited():
            self.day.show_value(self._at)
        if not self.hours.is_being_edited():
            self.hours.show_value(self._many)
        self.setEnabled(bool(roles))

    def _take_day(self, at: str | None) -> None:
        self._at = at

    def _take_hours(self, hours: float | None) -> None:
        self._many = hours

    def _add(self) -> None:
        role, form = self.role.currentData(), "video" if self._recording else str(self.form.value)
        at, hours, today = self._at, self._many, self._room.today()
        if role is not None:
            self._room.do(lambda board: meetings.expose(board, role, at, hours, form, today, recording=self._recording))
