"""The map of the selected need or process, as a list one can walk along; drawn anew only when it says something new."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.model.records import Card
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.map_panel.content import content
from cxworkshop.ui.map_panel.entries import Entry, Heading, Missing, Plan, Sentence, Step, Stop
from cxworkshop.ui.map_panel.rows import MapRow, Rail
from cxworkshop.ui.map_panel.wearing import is_tied
from cxworkshop.ui.palette.tool import KindMark
from cxworkshop.ui.parts.buttons import Button
from cxworkshop.ui.parts.labels import Caption, Words
from cxworkshop.ui.parts.pressable import Pressable
from cxworkshop.ui.theme import themes


class MapPanel(QWidget):
    """`wanted` gives the id of a card that was pressed."""

    wanted = Signal(str)

    def __init__(self, room: Room, card_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room, self._card_id = room, card_id
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._page: QWidget | None = None
        self._rail: Rail | None = None
        self.entries: tuple[Entry, ...] = ()
        self.rows: list[MapRow] = []
        self.refresh()

    @staticmethod
    def has_one(room: Room, card: Card) -> bool:
        """Whether this card has a map; a touchpoint has one where it tires others or is tired."""
        return card.kind in ("need", "process") or (card.kind == "touchpoint" and is_tied(room.board, card.id))

    def refresh(self) -> None:
        """Show the map as it is now."""
        card = self._room.board.find(self._card_id)
        if card is None:
            return
        entries = content(self._room, card)
        if entries != self.entries:
            self.entries = entries
            self._draw()

    def _draw(self) -> None:
        old, self._page = self._page, QWidget()
        self.rows, self._rail = [], None
        self._into = QVBoxLayout(self._page)
        self._into.setContentsMargins(0, 0, 0, 0)
        self._into.setSpacing(5)
        for entry in self.entries:
            self._add(entry)
        self._column.addWidget(self._page)
        if old is not None:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()

    def _add(self, entry: Entry) -> None:
        if isinstance(entry, Step | Stop):
            self._add_to_rail(entry)
            return
        self._rail = None
        if isinstance(entry, Heading):
            if self._into.count():
                self._into.addSpacing(4)
            self._into.addWidget(Caption(entry.text))
        elif isinstance(entry, Sentence):
            self._into.addWidget(Words(entry.text, entry.look))
        elif isinstance(entry, Plan):
            self._into.addWidget(self._plan(entry))
        else:
            self._into.addWidget(self._missing(entry))

    def _add_to_rail(self, entry: Step | Stop) -> None:
        if self._rail is None:
            self._rail = Rail()
            self._into.addWidget(self._rail)
        if isinstance(entry, Step):
            self._rail.add_words(entry.text)
            return
        theme = themes.current
        colour = theme.closeness(entry.warmth) if entry.kind == "role" else theme.accent(entry.kind)
        warmth = "" if entry.kind == "role" else entry.warmth
        row = MapRow(entry.card, entry.title, entry.below, colour=colour, direct=entry.direct, warmth=warmth)
        row.setEnabled(bool(entry.card))
        row.pressed.connect(lambda: self.wanted.emit(entry.card))
        self._rail.add_row(row)
        if entry.kind != "role":
            self.rows.append(row)

    def _plan(self, entry: Plan) -> Button:
        from cxworkshop.ui.planning import plan_for_process

        self.plan = Button(entry.text, "meeting")
        # Later: the press selects another card, which takes this panel away under its own button.
        self.plan.clicked.connect(
            lambda: QTimer.singleShot(0, self._room, lambda: plan_for_process(self._room, entry.process))
        )
        return self.plan

    def _missing(self, entry: Missing) -> Pressable:
        row = Pressable("Row")
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 2, 0, 2)
        line.setSpacing(7)
        line.addWidget(KindMark(entry.kind, size=15))
        line.addWidget(Words(entry.text), 1)
        row.pressed.connect(lambda: self.wanted.emit(entry.card))
        row.setAccessibleName(entry.text)
        return row
