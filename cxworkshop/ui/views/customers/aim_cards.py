"""The personas as small cards, each with the aim to set: attract, keep, both or neither."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.actions import cards
from cxworkshop.model.records import Card
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.parts.buttons import Button
from cxworkshop.ui.parts.combo import Segments
from cxworkshop.ui.parts.labels import Elided, Words
from cxworkshop.ui.parts.picture_well import PictureWell
from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import themes
from cxworkshop.words import N_

AIMS = (("attract", N_("attract")), ("keep", N_("keep")), ("both", N_("both")), ("none", N_("neither")))
_NARROWEST = 320  # pixels of one card
_BESIDE, _GAP = 26, 10  # pixels beside its aims, and between cards
_FIRST = 24  # cards shown before somebody asks for all


class AimCard(QFrame):
    """One persona: face, name, side, and its aim as segments."""

    def __init__(self, room: Room, persona: Card, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Box")
        self._room, self.id = room, persona.id
        self.well = PictureWell(44)
        self.well.set_read_only(True)
        self.well.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.well.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.name, self.side = Elided(look="strong"), Elided(look="small")
        self.aim = Segments()
        self.aim.chosen.connect(self._set_aim)
        named = QVBoxLayout()
        named.setSpacing(0)
        named.addWidget(self.name)
        named.addWidget(self.side)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self.well)
        top.addLayout(named, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.aim)
        self.refresh()

    def refresh(self) -> None:
        persona = self._room.board.find(self.id)
        if persona is None:
            return
        title = persona.title or tr("(no title)")
        self.well.show_picture(persona.get("portrait"), persona.title)
        self.name.setText(title)
        self.side.setText(tr("internal") if self._room.board.side_of(persona) == "internal" else tr("external"))
        self.aim.fill([(tr(label), value) for value, label in AIMS], persona.get("aim"))
        self.aim.setEnabled(not self._room.document.read_only)
        self.aim.setAccessibleName(tr("Aim of “{title}”", title=title))

    def _set_aim(self, aim: str | None) -> None:
        self._room.do(lambda board: cards.edit(board, self.id, aim=aim))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._room.select([self.id])


class AimCards(QWidget):
    """The cards of all personas in as many columns as fit; the external first. `persona_wanted`: add one."""

    persona_wanted = Signal()

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._all = False
        self.cards: list[AimCard] = []
        self.invitation = Words(
            tr("No personas yet. Add those you speak of when you answer the first question."), "lead"
        )
        self.add = Button(tr("Add a persona"), "plus")
        self.more = Button(look="link")
        self.add.clicked.connect(self.persona_wanted)
        self.more.clicked.connect(self._show_all)
        self._grid = QGridLayout()
        self._grid.setSpacing(_GAP)
        buttons = QHBoxLayout()
        buttons.addWidget(self.add)
        buttons.addWidget(self.more)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.invitation)
        column.addLayout(self._grid)
        column.addLayout(buttons)

    def refresh(self) -> None:
        """Show the personas as they are; new widgets only where others are to be shown."""
        board = self._room.board
        found = sorted(board.of_kind("persona"), key=lambda card: board.side_of(card) == "internal")
        shown = found if self._all else found[:_FIRST]
        self.invitation.setVisible(not found)
        self.more.setVisible(len(shown) < len(found))
        self.more.setText(tr.plural("Show the only persona", "Show all {n} personas", len(found)))
        self.add.setEnabled(not self._room.document.read_only)
        if [card.id for card in shown] != [card.id for card in self.cards]:
            for old in self.cards:
                old.hide()
                old.deleteLater()
            self.cards = [AimCard(self._room, persona) for persona in shown]
            self._lay_out()
            self._order_by_tab()
        else:
            for card in self.cards:
                card.refresh()

    def _order_by_tab(self) -> None:
        """The aims are reached by Tab where they stand: before the buttons below them. Qt puts new widgets last."""
        before: QWidget = self.add.previousInFocusChain() or self
        while before.focusPolicy() == Qt.FocusPolicy.NoFocus and before is not self.add:  # Qt wants one that takes it
            before = before.previousInFocusChain() or self.add
        for button in [button for card in self.cards for button in card.aim.buttons()]:
            QWidget.setTabOrder(before, button)
            before = button

    def _show_all(self) -> None:
        self._all = True
        self.refresh()

    def _columns(self) -> int:
        """As many cards side by side as show their aims whole."""
        widest = max((card.aim.sizeHint().width() + _BESIDE for card in self.cards), default=0)
        each = max(widest, round(_NARROWEST * themes.text_scale))
        return max(1, (self.width() + _GAP) // (each + _GAP))

    def _lay_out(self) -> None:
        columns = self._columns()
        for number, card in enumerate(self.cards):
            self._grid.addWidget(card, number // columns, number % columns)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()
