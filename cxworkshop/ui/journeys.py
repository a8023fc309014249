"""The switch between the journeys of a workshop, with a button for a new one."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from cxworkshop.actions import cards, journeys
from cxworkshop.model.ids import new_id
from cxworkshop.model.records import Card
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.parts.buttons import IconButton
from cxworkshop.ui.parts.combo import Combo, Segments
from cxworkshop.ui.speech import tr

MOST_SEGMENTS = 3
_WIDEST = 150  # pixels of one title in the switch


def add_journey(room: Room, side: str) -> bool:
    """A new journey ("external": a customer's, "internal": an employee's), shown at once; False when refused."""
    journey = new_id("j")
    title = tr("Employee journey") if side == "internal" else tr("Customer journey")
    if not room.do(lambda board: journeys.add(board, title, side, journey_id=journey)):
        return False
    room.show_journey(journey)
    room.select([journey])
    return True


def delete_journey(room: Room) -> bool:
    """Delete the journey shown with its stages; its cards stay, without a stage. False when refused."""
    journey = room.journey
    return journey is not None and room.do(lambda board: cards.delete(board, [journey]))


class JourneySwitch(QWidget):
    """A few journeys side by side, many in a list; the right button offers what can be done with the one shown.

    `added` when one is selected that wants a title.
    """

    added = Signal()

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self.segments = Segments(self, can_be_none=False)
        self.list = Combo(self)
        self.list.setMinimumContentsLength(14)
        self._add = IconButton("plus", "", self, size=16)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.segments)
        row.addWidget(self.list)
        row.addWidget(self._add)
        self._add.clicked.connect(self._offer_new)
        self.segments.chosen.connect(room.show_journey)
        self.list.activated.connect(lambda at: room.show_journey(self.list.itemData(at)))
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.refresh)
        room.changed.connect(lambda _: self._later.start())
        room.document_changed.connect(self.refresh)
        room.journey_changed.connect(self.refresh)
        tr.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the journeys as they are now."""
        own = self._room.board.journeys()
        few = len(own) <= MOST_SEGMENTS
        self.segments.setVisible(few and bool(own))
        self.list.setVisible(not few)
        if few:
            self.segments.fill([(self._short(card), card.id) for card in own], self._room.journey)
            for button, card in zip(self.segments.buttons(), own, strict=True):
                button.setToolTip(_told(card))
                button.setAccessibleName(card.title)
        else:
            self.list.fill([(_named(card), card.id) for card in own], self._room.journey)
        self._add.say(tr("New journey"))
        self._add.setEnabled(not self._room.document.read_only)

    def _short(self, card: Card) -> str:
        return self.fontMetrics().elidedText(_named(card), Qt.TextElideMode.ElideRight, _WIDEST)

    def _offer_new(self) -> None:
        menu = QMenu(self)
        for text, side in ((tr("Customer journey"), "external"), (tr("Employee journey"), "internal")):
            action = QAction(text, menu)
            action.triggered.connect(lambda _=False, chosen=side: self._add_one(chosen))
            menu.addAction(action)
        menu.popup(self._add.mapToGlobal(self._add.rect().bottomLeft()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._room.journey is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        rename = menu.addAction(tr("Rename the journey"))
        rename.triggered.connect(self._rename)
        delete = menu.addAction(tr("Delete the journey, keep its cards"))
        delete.triggered.connect(lambda: delete_journey(self._room))
        for action in (rename, delete):
            action.setEnabled(not self._room.document.read_only)
        menu.popup(event.globalPos())

    def _rename(self) -> None:
        if self._room.journey is not None:
            self._room.select([self._room.journey])
            self.added.emit()

    def _add_one(self, side: str) -> None:
        if add_journey(self._room, side):
            self.added.emit()


def _named(card: Card) -> str:
    return card.title or tr("(no title)")


def _told(card: Card) -> str:
    side = tr("Employee journey") if card.get("side") == "internal" else tr("Customer journey")
    return "\n".join([_named(card), side])
