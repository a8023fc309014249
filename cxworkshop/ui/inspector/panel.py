"""The right panel: follows the selection, keeps forms alive while somebody types, refreshes them after every change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from cxworkshop.document import Change
from cxworkshop.model.records import CARD
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.canvas.improving import make_improvement
from cxworkshop.ui.inspector.guide import Guide
from cxworkshop.ui.parts.buttons import Button
from cxworkshop.ui.parts.exchange import exchange
from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import themes

if TYPE_CHECKING:
    from cxworkshop.ui.inspector.card_sheet import CardSheet


class InspectorPanel(QFrame):
    """`reveal_wanted` gives the id of a card to select and to show on the wall."""

    reveal_wanted = Signal(str)

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("RightPanel")
        self._room = room
        self.sheet: CardSheet | None = None
        self.guide: Guide | None = None
        self._guides = False  # the step has just been turned to: its guide stands before what is selected
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields are stops of Tab, it is none itself
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.refresh)
        room.changed.connect(self._on_change)
        for signal in (room.document_changed, tr.changed, themes.changed):
            signal.connect(self.rebuild)
        room.selection_changed.connect(self._on_selection)
        room.selected_again.connect(self.show_selected)
        room.step_changed.connect(self.show_guide)
        room.view_changed.connect(self._on_view)
        self.rebuild()

    def _on_change(self, change: Change) -> None:
        """A card whose kind changed needs another form; all else only new values."""
        kinds = [delta for delta in change.changes.deltas if delta.table == CARD and "kind" in (delta.before or {})]
        if self.sheet is not None and any(
            delta.key in self.sheet.card_ids for delta in kinds if delta.after is not None
        ):
            self.rebuild()
        else:
            self._later.start()

    def _on_selection(self) -> None:
        self._guides = False
        self.rebuild()

    def show_guide(self) -> None:
        """Show what the step asks, whatever is selected: one has turned to it, or pressed it once more."""
        self._guides = True
        self.rebuild()

    def _on_view(self) -> None:
        if self.guide is not None:
            self.rebuild()

    def show_selected(self) -> None:
        """Back from the guide of the step to the cards that are selected."""
        if self._guides:
            self._guides = False
            self.rebuild()

    def _select_gap(self, card_ids: tuple[str, ...]) -> None:
        """Show the first of these cards on the wall and select them all."""
        self.reveal_wanted.emit(card_ids[0])
        self._room.select(card_ids)

    def rebuild(self) -> None:
        """Show the selection anew; what was being typed is kept first."""
        self._finish_typing()
        page = QWidget(self._scroll)
        page.setObjectName("Sheet")
        exchange(self._scroll, page)  # while it is empty: a full one would be styled once more
        page.hide()  # until it is filled
        column = QVBoxLayout(page)
        column.setContentsMargins(14, 12, 14, 14)
        self.sheet = self.guide = None
        if self._room.selection and not self._guides:
            from cxworkshop.ui.inspector.card_sheet import CardSheet  # no need of it before a card is selected

            self.sheet = CardSheet(self._room, self._room.selection, page)
            self.sheet.wanted.connect(self.reveal_wanted)
            self.sheet.improvement_wanted.connect(lambda: QTimer.singleShot(0, self, self._improve))
            column.addWidget(self.sheet)
        else:
            if self._room.selection:
                column.addWidget(self._way_back(page))
            self.guide = Guide(self._room, page)
            self.guide.cards_wanted.connect(self._select_gap)
            column.addWidget(self.guide)
        page.show()

    def _way_back(self, page: QWidget) -> Button:
        chosen = self._room.selection
        title = self._room.board.card(chosen[0]).title or tr("(no title)")
        text = tr.plural("To {n} selected card", "To {n} selected cards", len(chosen))
        back = Button(text if len(chosen) > 1 else tr("To the selected card"), "arrow_left", "link", page)
        back.setToolTip(title)
        back.clicked.connect(lambda: QTimer.singleShot(0, self, self.show_selected))  # the button goes with the page
        return back

    def refresh(self) -> None:
        """Show what has changed."""
        if self.sheet is not None and all(card in self._room.board.cards for card in self.sheet.card_ids):
            self.sheet.refresh()
        elif self.guide is not None:
            self.guide.refresh()

    def _improve(self) -> None:
        """An improvement of the card shown; its title is typed here."""
        if make_improvement(self._room, self._room.selection) is not None:
            self.edit_title()

    def edit_title(self) -> None:
        """Put the cursor into the title of the selected card."""
        self.show_selected()
        if self.sheet is not None:
            self.sheet.focus_title()

    def _finish_typing(self) -> None:
        own = self.focusWidget()
        if own is not None and own.hasFocus() and self.isAncestorOf(own):
            own.clearFocus()
