"""The sheet of one persona, edited in place: face, name, words, aim, how firm it is, and what is linked to it."""

from __future__ import annotations

import math
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cxworkshop.actions import cards, personas
from cxworkshop.analysis.persona_sheet import persona_sheet
from cxworkshop.analysis.scores import by_title
from cxworkshop.errors import Told
from cxworkshop.model.cards import KINDS
from cxworkshop.model.records import Card
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.inspector.choice_editors import ChoiceEditor
from cxworkshop.ui.inspector.editor import FieldEditor
from cxworkshop.ui.inspector.text_editors import LongTextEditor
from cxworkshop.ui.parts.buttons import Button
from cxworkshop.ui.parts.combo import Combo
from cxworkshop.ui.parts.labels import Words
from cxworkshop.ui.parts.picture_well import PictureWell
from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import themes
from cxworkshop.ui.views.chart import Chart
from cxworkshop.ui.views.drawing import window_look
from cxworkshop.ui.views.personas.rows_drawing import RowsDrawing, lists_of
from cxworkshop.words import N_

_PERSONA = KINDS["persona"]
_FACE = 148  # pixels
_LOWEST = 76  # pixels of a list
_LARGE = 1.25  # of text: three choices no longer fit beside each other
_ADD = {"need": N_("Add a need…"), "problem": N_("Add a problem…")}


class SheetView(QFrame):
    """`wanted` gives a card to show on the wall, pressed twice in a list."""

    wanted = Signal(str)

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Box")
        self._room = room
        self.persona: str | None = None
        self._shown: list[RowsDrawing] = []
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._fit_lists)
        self.editors: dict[str, FieldEditor] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(12)
        top = QHBoxLayout()
        top.setSpacing(20)
        top.addLayout(self._make_face())
        top.addLayout(self._make_words(), 1)
        column.addLayout(top)
        column.addLayout(self._make_choices())
        self.evidence_told = Words(look="soft")
        column.addWidget(self.evidence_told)
        column.addLayout(self._make_role())
        column.addSpacing(4)
        self.add: dict[str, QLineEdit] = {}
        self.charts: list[Chart] = []
        lists = QHBoxLayout()
        lists.setSpacing(28)
        for number, kind in enumerate(("need", "problem")):
            lists.addLayout(self._make_list(number, kind), 1)
        column.addLayout(lists)
        column.addWidget(self._chart(2))

    # Making

    def _make_face(self) -> QVBoxLayout:
        self.well = PictureWell(_FACE)
        self.choose = Button(tr("Choose a picture…"), look="link")
        self.remove = Button(tr("Remove the picture"), look="link")
        self.problem = Words("", "bad")
        self.problem.setMaximumWidth(_FACE)
        self.well.given.connect(self._give_portrait)
        self.well.failed.connect(self._tell)
        self.choose.clicked.connect(self.well.choose)
        self.remove.clicked.connect(self.well.remove)
        column = QVBoxLayout()
        column.setSpacing(2)
        for widget in (self.well, self.choose, self.remove, self.problem):
            column.addWidget(widget)
        column.addStretch(1)
        return column

    def _make_words(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self._editor("title"))
        column.addWidget(self._editor("quote"))
        column.addWidget(self._editor("goals"))
        column.addStretch(1)
        return column

    def _make_choices(self) -> QBoxLayout:
        large = themes.text_scale > _LARGE
        row = QBoxLayout(QBoxLayout.Direction.TopToBottom if large else QBoxLayout.Direction.LeftToRight)
        row.setSpacing(10 if large else 16)
        for name in ("side", "aim", "evidence"):
            row.addWidget(self._editor(name), 1)
        return row

    def _make_role(self) -> QVBoxLayout:
        self.role_label = Words(tr("Works as"), "soft")
        self.role = Combo()
        self.role.setAccessibleName(tr("Works as"))
        self.role.activated.connect(lambda _: self._work_as(self.role.currentData()))
        column = QVBoxLayout()
        column.setSpacing(3)
        column.addWidget(self.role_label)
        column.addWidget(self.role)
        return column

    def _make_list(self, number: int, kind: str) -> QVBoxLayout:
        self.add[kind] = QLineEdit()
        self.add[kind].setPlaceholderText(tr(_ADD[kind]))
        self.add[kind].setAccessibleName(tr(_ADD[kind]))
        self.add[kind].returnPressed.connect(lambda: self._add(kind))
        column = QVBoxLayout()
        column.addWidget(self._chart(number))
        column.addWidget(self.add[kind])
        column.addStretch(1)
        return column

    def _chart(self, number: int) -> Chart:
        nothing = RowsDrawing("", "need", (), "", tr.translator)
        chart = Chart(self._room, lambda: self._shown[number] if self._shown else nothing, 80)
        chart.wanted.connect(self.wanted)
        self.charts.append(chart)
        return chart

    def _editor(self, name: str) -> FieldEditor:
        field = _PERSONA.field(name)
        assert field is not None
        if name in ("title", "quote", "goals"):
            prompt = tr(_PROMPTS[name])
            editor: FieldEditor = LongTextEditor(field, as_title=name == "title", prompt=prompt)
        else:
            editor = ChoiceEditor(field)
        editor.edited.connect(lambda value: self._edit(**{name: value}))
        self.editors[name] = editor
        return editor

    # Showing

    def show_persona(self, persona: Card) -> None:
        """Show a persona as it is; a field somebody types in is left alone, unless it was another's."""
        other = persona.id != self.persona
        self.persona = persona.id
        board, read_only = self._room.board, self._room.document.read_only
        sheet = persona_sheet(board, persona.id)
        for name, editor in self.editors.items():
            editor.set_read_only(read_only)
            if other or not editor.is_being_edited():
                editor.show_value(persona.get(name))
        self._show_face(persona, read_only, other)
        self.evidence_told.setText(tr(sheet.evidence))
        self._show_role(sheet.roles, board.side_of(persona) == "internal" or bool(sheet.roles))
        for field in self.add.values():
            field.setVisible(not read_only)
        self._shown = lists_of(board, sheet, tr.translator)
        self._fit_lists()
        for chart in self.charts:
            chart.refresh()

    def _fit_lists(self) -> None:
        """Every list as high as its rows are in its width."""
        look = window_look()
        for chart, drawing in zip(self.charts, self._shown, strict=False):
            chart.use_height(max(math.ceil(drawing.height(chart.width(), look)), round(_LOWEST * themes.text_scale)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._later.start()

    def _show_face(self, persona: Card, read_only: bool, other: bool) -> None:
        self.well.set_read_only(read_only)
        self.well.show_picture(persona.get("portrait"), persona.title)
        self.choose.setVisible(not read_only)
        self.remove.setVisible(self.well.has_picture and not read_only)
        if other:
            self.problem.setText("")
        self.problem.setVisible(bool(self.problem.text()))

    def _show_role(self, roles: tuple[Card, ...], internal: bool) -> None:
        self.role.setVisible(internal)
        self.role_label.setVisible(internal)
        known = sorted(self._room.board.of_kind("role"), key=by_title)
        items: list[tuple[str, Any]] = [(card.title or tr("(no title)"), card.id) for card in known]
        self.role.fill([(tr("none"), None), *items], roles[0].id if roles else None)
        self.role.setEnabled(not self._room.document.read_only)

    # Changing

    def _edit(self, **fields: Any) -> None:
        own = self.persona
        if own is not None and self._room.board.find(own) is not None:
            self._room.do(lambda board: cards.edit(board, own, **fields))

    def _give_portrait(self, value: object) -> None:
        self.problem.setText("")
        self._edit(portrait=value)

    def _tell(self, problem: Told) -> None:
        self.problem.setText(problem.told(tr))
        self.problem.show()

    def _work_as(self, role: str | None) -> None:
        own = self.persona
        if own is not None:
            self._room.do(lambda board: personas.work_as(board, own, role))

    def _add(self, kind: str) -> None:
        title, own = self.add[kind].text().strip(), self.persona
        if title and own is not None:
            added = self._room.do(lambda board: personas.add_what_it_has(board, own, kind, title))
            if added:
                self.add[kind].clear()


_PROMPTS = {
    "title": _PERSONA.prompt,
    "quote": N_("A sentence they would say, in their own words"),
    "goals": N_("What do they want to have reached at the end of the day?"),
}
