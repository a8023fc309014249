"""Who is to attend a meeting, and who attended for how long. What is planned becomes hours only once it took place."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.actions import meetings
from cxworkshop.analysis.meetings import attendance, managers_first, planned_roles
from cxworkshop.analysis.scores import by_title, day
from cxworkshop.model.fields import number
from cxworkshop.model.records import Card
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.inspector.text_editors import NumberEditor
from cxworkshop.ui.parts.buttons import Button, IconButton
from cxworkshop.ui.parts.combo import Combo
from cxworkshop.ui.parts.labels import Caption, Elided, Words
from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.closeness.hours_list import HoursList
from cxworkshop.words import N_

_HOURS = number("hours", N_("Hours"), 0, 1000)


class Attendance(QWidget):
    """For one meeting."""

    def __init__(self, room: Room, meeting: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room, self._meeting = room, meeting
        self._shown: object = None
        self.planned: list[QWidget] = []
        self._hours: float | None = None
        self.caption, self.hint = Caption(), Words(look="soft")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.came = Button(tr("They attended"), "check")
        self.came.clicked.connect(self._came)
        self.list = HoursList(room, most=60)
        self.role, self.hours, self.add = Combo(), NumberEditor(_HOURS), Button(icon_name="plus")
        self.role.setAccessibleName(tr("Role"))
        self.hours.edited.connect(self._take_hours)
        self.hours.label.hide()
        self.add.clicked.connect(self._add)
        adding = QHBoxLayout()
        adding.addWidget(self.role, 3)
        adding.addWidget(self.hours, 1)
        adding.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(self.caption)
        column.addWidget(self.hint)
        column.addLayout(self._rows)
        for widget in (self.came, self.list):
            column.addWidget(widget)
        column.addLayout(adding)

    @property
    def is_over(self) -> bool:
        """Whether the meeting's day has come, so that people can have attended it."""
        at = day(self._room.board.card(self._meeting))
        return at is not None and at <= self._room.today()

    def refresh(self) -> None:
        """Show who is planned and who attended."""
        board, over = self._room.board, self.is_over
        planned = planned_roles(board, board.card(self._meeting))
        self.caption.setText(tr("Who attended") if over else tr("Who is to attend"))
        self.hint.setText(_hint(over, bool(board.count("role"))))
        self.came.setVisible(over and bool(planned))
        self.hours.setVisible(over)
        self.hours.show_value(self._hours)
        self.hours.line.setPlaceholderText(tr("as long as it took"))
        self.add.setText(tr("Was there") if over else tr("Add"))
        there = attendance(board, self._meeting)
        self.list.show_hours(there)
        taken = {role.id for role in planned} | {str(row.get("role")) for row in there if row.get("form") == "direct"}
        offered = [role for role in self._roles(over) if role.id not in taken]
        self.role.fill([(role.title or tr("(no title)"), role.id) for role in offered], self.role.currentData())
        if offered and self.role.currentIndex() < 0:
            self.role.setCurrentIndex(0)
        self.add.setEnabled(bool(offered))
        told = tuple((role.id, role.title) for role in planned)
        if told != self._shown:
            self._shown = told
            self._draw(told)

    def _roles(self, over: bool) -> list[Card]:
        """Who may be named: for a meeting to come those first who manage and have met no customer lately."""
        board = self._room.board
        if over:
            return sorted(board.of_kind("role"), key=by_title)
        return [board.card(own.id) for own in managers_first(board, self._room.today())]

    def _draw(self, told: tuple[tuple[str, str], ...]) -> None:
        for old in self.planned:
            self._rows.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.planned = [self._row(*own) for own in told]
        for row in self.planned:
            self._rows.addWidget(row)

    def _row(self, role: str, title: str) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 1, 0, 1)
        line.setSpacing(8)
        out = IconButton("close", tr("Take “{title}” out", title=title), size=11)
        out.clicked.connect(
            lambda: self._room.do(lambda board: meetings.plan_role(board, self._meeting, role, planned=False))
        )
        line.addWidget(Elided(title or tr("(no title)")), 1)
        line.addWidget(Words(tr("planned"), "soft", wrap=False))
        line.addWidget(out)
        return row

    def _take_hours(self, hours: float | None) -> None:
        self._hours = hours

    def _came(self) -> None:
        board = self._room.board
        roles = [role.id for role in planned_roles(board, board.card(self._meeting))]
        hours, today = self._hours, self._room.today()
        self._room.do(lambda board: meetings.attended(board, self._meeting, roles, hours, today))

    def _add(self) -> None:
        role, hours, today, over = self.role.currentData(), self._hours, self._room.today(), self.is_over
        if role is None:
            return
        if over:
            self._room.do(lambda board: meetings.attended(board, self._meeting, [role], hours, today))
        else:
            self._room.do(lambda board: meetings.plan_role(board, self._meeting, role))


def _hint(over: bool, roles: bool) -> str:
    if not roles:
        return tr("Add roles to the wall first: those who decide should come.")
    if over:
        return tr("Hours count once they took place; roles, no names of people.")
    return tr("Bring those who decide and have not met a customer lately.")
