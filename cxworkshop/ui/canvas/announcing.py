"""Tells screen readers what happens on the wall: what is selected, what was edited, what was refused. Silent while
nobody listens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible

from cxworkshop.document import Change
from cxworkshop.model.records import CARD
from cxworkshop.ui.speech import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QAccessibleInterface

    from cxworkshop.ui.canvas.accessible import AccessibleWall
    from cxworkshop.ui.canvas.wall import Wall

Event = QAccessible.Event
FEW = 12  # cards; more than these are not named one by one


class Announcer(QObject):
    """Follows one wall. `announced`: words were spoken; `sent`: what happened, and the card or stage it happened to
    ("" for the wall)."""

    announced = Signal(str)
    sent = Signal(object, str)

    def __init__(self, wall: Wall) -> None:
        super().__init__(wall)
        self._wall = wall
        self._selection = wall.room.selection
        self._places = self._places_now() if QAccessible.isActive() else {}
        room = wall.room
        room.selection_changed.connect(self._on_selection)
        room.changed.connect(self._on_change)
        room.document_changed.connect(self._on_picture)
        room.journey_changed.connect(self._on_picture)
        wall.hint_changed.connect(self.say)

    @property
    def _root(self) -> AccessibleWall | None:
        if not QAccessible.isActive():
            return None
        from cxworkshop.ui.canvas.accessible import accessible_of

        return accessible_of(self._wall)

    # Saying

    def say(self, text: str) -> None:
        """Speak a sentence now."""
        if text and self._root is not None:
            from PySide6.QtGui import QAccessibleAnnouncementEvent

            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._wall, text))
            self.announced.emit(text)

    def _send(self, what: QAccessible.Event, card_id: str = "") -> None:
        root = self._root
        part: QAccessibleInterface | None = root.part_of(card_id) if root is not None and card_id else root
        if part is not None:
            from PySide6.QtGui import QAccessibleEvent

            QAccessible.updateAccessibility(QAccessibleEvent(part, what))
            self.sent.emit(what, card_id)

    # What is selected

    def focus(self) -> None:
        """The wall has the keyboard: its focus is the card selected last."""
        if self._root is not None and self._wall.hasFocus():
            self._send(Event.Focus, self._selection[-1] if self._selection else "")

    def _on_selection(self) -> None:
        before, self._selection = self._selection, self._wall.room.selection
        if self._root is None:
            return
        added = [card for card in self._selection if card not in before]
        removed = [card for card in before if card not in self._selection]
        if len(self._selection) == 1:
            self._send(Event.Selection, self._selection[0])
        elif len(added) + len(removed) > FEW:
            self._send(Event.SelectionWithin)
        else:
            for what, cards in ((Event.SelectionRemove, removed), (Event.SelectionAdd, added)):
                for card in cards:
                    self._send(what, card)
        if len(self._selection) > 1:
            self.say(tr.plural("{n} card selected", "{n} cards selected", len(self._selection)))
        self.focus()

    # What changed

    def _on_change(self, change: Change) -> None:
        before, self._places = self._places, self._places_now() if self._root is not None else {}
        root = self._root
        if root is None:
            return
        root.forget_gone()
        touched = [delta for delta in change.changes.deltas if delta.table == CARD]
        if any(delta.creates or delta.deletes for delta in touched) or before != self._places:
            self._send(Event.ObjectReorder)
        for delta in touched[:FEW]:
            if not delta.creates and not delta.deletes:
                renamed = "title" in (delta.after or {}) or "title" in (delta.before or {})
                self._send(Event.NameChanged if renamed else Event.DescriptionChanged, delta.key)
        self._tell(change, before)

    def _tell(self, change: Change, before: dict[str, tuple[str, str | None]]) -> None:
        """Say what was done, and where a card went."""
        label = change.changes.label
        words = tr(label.text, **label.values) if label.text else ""
        if change.origin == "undo":
            words = tr("Undone: {what}", what=words)
        elif change.origin == "redo":
            words = tr("Done again: {what}", what=words)
        moved = [card for card, place in self._places.items() if card in before and before[card] != place]
        if len(moved) == 1:
            lane, stage = self._places[moved[0]]
            words = tr("{what}. Now in {lane}, {stage}", what=words, lane=self._lane(lane), stage=self._stage(stage))
        self.say(words)

    def _on_picture(self) -> None:
        """Another journey or another workshop is on the wall."""
        self._selection = self._wall.room.selection
        root = self._root
        if root is not None:
            root.forget_gone()
            self._places = self._places_now()
            self._send(Event.ObjectReorder)

    def _places_now(self) -> dict[str, tuple[str, str | None]]:
        """The lane and the stage of every card."""
        layout = self._wall.picture.layout
        stages = [column.stage for column in layout.columns]
        return {card: (box.lane, stages[box.column] if stages else None) for card, box in layout.boxes.items()}

    def _lane(self, lane: str) -> str:
        box = self._wall.picture.layout.lane_box(lane)
        return box.lane.name(tr) if box is not None else ""

    def _stage(self, stage: str | None) -> str:
        card = self._wall.room.board.find(stage)
        return card.title if card is not None and card.title else tr("no stage")
