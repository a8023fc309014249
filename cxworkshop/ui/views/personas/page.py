"""Step 2, personas: the gallery of those outside and inside the company, and the sheet of the one that is chosen."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from cxworkshop.actions import personas
from cxworkshop.analysis.persona_sheet import persona_order, persona_sheet
from cxworkshop.model.ids import new_id
from cxworkshop.model.records import Card
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.parts.buttons import Button, IconButton
from cxworkshop.ui.parts.labels import Caption, Words
from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import themes
from cxworkshop.ui.views.chart import Chart
from cxworkshop.ui.views.page import Page
from cxworkshop.ui.views.personas.gallery import GalleryDrawing
from cxworkshop.ui.views.personas.persona_drawing import PersonaDrawing
from cxworkshop.ui.views.personas.sheet_view import SheetView
from cxworkshop.words import N_

_WIDTH = 264  # pixels of the gallery
_WIDEST = 1.15  # of that: with large letters the sheet needs the room more
_SIDES = (
    (
        "external",
        N_("Customers"),
        N_("Nobody yet. Think of one person you have really met, and give them a name and a habit."),
        N_("Add a customer"),
    ),
    (
        "internal",
        N_("Employees"),
        N_("Nobody yet. Employees are customers of the inside: who stands where customers are met?"),
        N_("Add an employee"),
    ),
)


class PersonasPage(Page):
    """Left the gallery, right the sheet. The persona shown is the one selected last, here or on the wall."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(room, parent)
        self.current: str | None = None
        room.selection_changed.connect(self._follow_selection)
        for keys, step in (("Ctrl+Down", 1), ("Ctrl+Up", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.next_one if step > 0 else self.previous_one)

    def build(self) -> None:
        self.sheet = SheetView(self.room)
        self.sheet.wanted.connect(self.wanted)
        self.invitation = self._make_invitation()
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addLayout(self._make_steps())
        right.addWidget(self.sheet)
        right.addWidget(self.invitation)
        right.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(self._make_gallery())
        row.addLayout(right, 1)
        self.column.addLayout(row, 1)

    # Making

    def _make_gallery(self) -> QScrollArea:
        self.galleries: dict[str, Chart] = {}
        self._shown: dict[str, GalleryDrawing] = {}
        self.add: dict[str, Button] = {}
        body = QWidget()
        body.setObjectName("Sheet")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 6, 0)
        for side, name, empty, add in _SIDES:
            gallery = Chart(self.room, partial(self._gallery, side, name, empty), 60)
            gallery.wanted.connect(self.wanted)
            self.galleries[side] = gallery
            self.add[side] = Button(tr(add), "plus", "quiet")
            self.add[side].clicked.connect(partial(self._add_of, side))
            column.addWidget(Caption(tr(name)))
            column.addWidget(gallery)
            column.addWidget(self.add[side])
            column.addSpacing(8)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setFixedWidth(round(_WIDTH * min(themes.text_scale, _WIDEST)))
        area.setMinimumHeight(420)
        area.setWidget(body)
        return area

    def _make_steps(self) -> QHBoxLayout:
        self.place = Words(look="soft", wrap=False)
        self.previous = IconButton("chevron_left")
        self.next = IconButton("chevron_right")
        self.previous.say(tr("The persona before"), "Ctrl+↑")
        self.next.say(tr("The next persona"), "Ctrl+↓")
        self.previous.clicked.connect(self.previous_one)
        self.next.clicked.connect(self.next_one)
        row = QHBoxLayout()
        row.addStretch(1)
        for widget in (self.previous, self.place, self.next):
            row.addWidget(widget)
        return row

    def _make_invitation(self) -> QWidget:
        box = QFrame()
        box.setObjectName("Box")
        column = QVBoxLayout(box)
        column.setContentsMargins(28, 24, 28, 28)
        column.setSpacing(12)
        column.addWidget(Words(tr("Begin with one person you can picture"), "title"))
        told = N_(
            "A persona is an archetype: a name, a habit, what they want, a sentence they would say. Three to five are"
            " enough. Say honestly whether it is an assumption or research; it may become research later."
        )
        column.addWidget(Words(tr(told), "lead"))
        self.first = Button(tr("Add a customer"), "plus", "primary")
        self.first.clicked.connect(lambda: self.add_persona("external"))
        row = QHBoxLayout()
        row.addWidget(self.first)
        row.addStretch(1)
        column.addLayout(row)
        return box

    # Showing

    def refresh(self) -> None:
        self._choose_one()
        found, persona = self._order(), self._persona()
        self.headline.setText(self._said())
        self.sheet.setVisible(persona is not None)
        self.invitation.setVisible(persona is None)
        for widget in (self.previous, self.place, self.next):
            widget.setVisible(len(found) > 1)
        for button in (*self.add.values(), self.first):
            button.setEnabled(not self.room.document.read_only)
        if persona is not None:
            at = [card.id for card in found].index(persona.id)
            self.place.setText(tr("{n} of {all}", n=at + 1, all=len(found)))
            self.previous.setEnabled(at > 0)
            self.next.setEnabled(at + 1 < len(found))
            self.sheet.show_persona(persona)
        for side, name, empty, _ in _SIDES:
            drawing = self._gallery(side, name, empty)
            if drawing != self._shown.get(side):  # painting 200 faces takes its time
                self._shown[side] = drawing
                self.galleries[side].use_height(round(max(drawing.height, 64) * themes.text_scale))
                self.galleries[side].refresh()

    def _said(self) -> str:
        found = self._order()
        if not found:
            return tr("Who are your customers, and who are you to each other?")
        researched = sum(card.get("evidence") == "research" for card in found)
        if researched == len(found):
            return tr.plural("The only persona rests on research", "All {n} personas rest on research", len(found))
        if not researched:
            return tr.plural(
                "The only persona is still an assumption: whom could you ask?",
                "No persona of {n} rests on research yet: whom could you ask?",
                len(found),
            )
        return tr.plural(
            "{part} of {n} persona rests on research",
            "{part} of {n} personas rest on research",
            len(found),
            part=researched,
        )

    def drawing(self) -> PersonaDrawing | None:
        self._choose_one()
        persona = self._persona()
        if persona is None:
            return None
        return PersonaDrawing(self.room.board, persona_sheet(self.room.board, persona.id), tr.translator)

    # Choosing

    def show_persona(self, card_id: str) -> None:
        """Turn to a persona, and select it."""
        self.room.select([card_id])

    def next_one(self) -> None:
        self._step(1)

    def previous_one(self) -> None:
        self._step(-1)

    def add_persona(self, side: str) -> None:
        """A new persona of a side, its name to be typed at once."""
        card_id = new_id("p")
        if self.room.do(lambda board: personas.add(board, side, card_id)):
            self.room.select([card_id])
            self.refresh()
            self.sheet.editors["title"].text.setFocus()  # type: ignore[attr-defined]

    def _add_of(self, side: str, _: bool = False) -> None:
        self.add_persona(side)

    def _step(self, by: int) -> None:
        ids = [card.id for card in self._order()]
        if self.current not in ids:
            return
        focus = self.focusWidget()
        if focus is not None and self.sheet.isAncestorOf(focus):
            focus.clearFocus()  # what is being typed belongs to the persona that is left
        at = ids.index(self.current) + by
        if 0 <= at < len(ids):
            self.show_persona(ids[at])

    def _follow_selection(self) -> None:
        chosen = [self.room.board.card(card_id) for card_id in self.room.selection]
        found = next((card.id for card in chosen if card.kind == "persona"), None)
        if found is not None and found != self.current:
            self.current = found
            if self.isVisible():
                self.refresh()
                self.staged_again.emit()

    def _choose_one(self) -> None:
        """Keep the persona shown; where it is gone, the first there is."""
        if self._persona() is None:
            found = self._order()
            self.current = found[0].id if found else None

    def _persona(self) -> Card | None:
        card = self.room.board.find(self.current)
        return card if card is not None and card.kind == "persona" else None

    def _order(self) -> list[Card]:
        return persona_order(self.room.board)

    def _gallery(self, side: str, name: str, empty: str) -> GalleryDrawing:
        board = self.room.board
        own = tuple(card for card in self._order() if board.side_of(card) == side)
        return GalleryDrawing(tr(name), own, self.current, tr(empty), tr.translator)
