"""One card that lacks its counterpart, with the ways to give it one: type a new one, or press one that is there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from cxworkshop.model.records import Card
from cxworkshop.ui import icons
from cxworkshop.ui.parts.buttons import IconButton
from cxworkshop.ui.parts.labels import Words
from cxworkshop.ui.parts.pressable import Pressable
from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import themes


class FixRow(QFrame):
    """`typed` gives the title of a new card, `linked` the id of one that is there, `chosen` that the card is wanted.

    `ask` is the placeholder of the field; "" for none.
    """

    typed = Signal(str)
    linked = Signal(str)
    chosen = Signal()

    def __init__(self, kind: str, ask: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Box")
        self.field = QLineEdit()
        self.field.setPlaceholderText(ask)
        if not ask:
            self.field.hide()
        self.offers: list[Pressable] = []
        self._offered: list[str] = []
        self._title, self._about = Words(look="strong"), Words(look="small")
        self.show_card = IconButton("edit", tr("Show the card in the right panel"), size=14)
        sign = QLabel()
        sign.setPixmap(icons.pixmap(kind, themes.current.accent(kind), 18))
        head = QHBoxLayout()
        head.addWidget(sign)
        head.addWidget(self._title, 1)
        head.addWidget(self.show_card)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 8, 10)
        self._column.setSpacing(4)
        self._column.addLayout(head)
        self._column.addWidget(self._about)
        self._column.addWidget(self.field)
        self.field.returnPressed.connect(self._type)
        self.show_card.clicked.connect(self.chosen)

    def _type(self) -> None:
        if self.field.text().strip():
            self.typed.emit(self.field.text().strip())

    def tell(self, title: str, about: str, offers: Sequence[Card]) -> None:
        """Show a card’s title, what is known of it, and the cards offered."""
        self._title.setText(title)
        self._about.setText(about)
        self._about.setVisible(bool(about))
        self.field.setAccessibleName(f"{self.field.placeholderText()}: {title}")
        offered = [f"{card.id} {card.title}" for card in offers]
        if offered != self._offered:
            self._offered = offered
            self._offer(offers)

    def _offer(self, cards: Sequence[Card]) -> None:
        for old in self.offers:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.offers = []
        for card in cards:
            row = Pressable("Row")
            inside = QHBoxLayout(row)
            inside.setContentsMargins(6, 3, 6, 3)
            sign = QLabel()
            sign.setPixmap(icons.pixmap("link", themes.current.colour("link"), 14))
            said = card.title or tr("(no title)")
            inside.addWidget(sign)
            inside.addWidget(Words(said, "soft"), 1)
            row.setAccessibleName(tr("Link to “{title}”", title=said))
            row.setToolTip(tr("Link to “{title}”", title=said))
            row.pressed.connect(lambda own=card.id: self.linked.emit(own))
            self._column.addWidget(row)
            self.offers.append(row)
