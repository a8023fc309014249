"""One type of touchpoint to be asked about: press it to put it up, or say that it is not for us."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from cxworkshop.analysis.checklist import Item
from cxworkshop.ui import icons
from cxworkshop.ui.parts.buttons import IconButton
from cxworkshop.ui.parts.labels import Words
from cxworkshop.ui.parts.pressable import Pressable
from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import themes


class ChecklistRow(QWidget):
    """`added`: a touchpoint of this type is wanted; `shown`: its cards are; `skipped`: whether it is not for us."""

    added = Signal(object)
    shown = Signal(object)
    skipped = Signal(object, bool)

    def __init__(self, item: Item, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item = item
        self.main = Pressable("Row")
        self._sign, self._label, self._state = QLabel(), Words(), Words(look="small", wrap=False)
        inside = QHBoxLayout(self.main)
        inside.setContentsMargins(6, 4, 6, 4)
        inside.setSpacing(8)
        inside.addWidget(self._sign)
        inside.addWidget(self._label, 1)
        inside.addWidget(self._state)
        self.aside = IconButton("close", size=14)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.main, 1)
        row.addWidget(self.aside)
        self.main.pressed.connect(self._press)
        self.aside.clicked.connect(lambda: self.skipped.emit(self.item, not self.item.skipped))
        self.show_item(item)

    def _press(self) -> None:
        if self.item.cards:
            self.shown.emit(self.item)
        elif self.item.skipped:
            self.skipped.emit(self.item, False)
        else:
            self.added.emit(self.item)

    def show_item(self, item: Item) -> None:
        """Show the state of the moment: on the wall, not for us, or open."""
        self.item = item
        own, role = ("check", "good") if item.cards else ("minus", "faint") if item.skipped else ("plus", "link")
        self._sign.setPixmap(icons.pixmap(own, themes.current.colour(role), 16))
        label = tr(item.type.label)
        self._label.setText(label)
        self._label.setProperty("words", "soft" if item.skipped and not item.cards else "")
        self._label.style().polish(self._label)
        self._state.setText(self._said())
        self._state.setVisible(bool(self._said()))
        self.main.setAccessibleName(f"{label}. {self._help()}")
        self.main.setToolTip(self._help())
        self.aside.setVisible(not item.cards)
        self.aside.use_icon("undo" if item.skipped else "close")
        self.aside.say(tr("For us, after all") if item.skipped else tr("Not for us: {title}", title=label))

    def _said(self) -> str:
        if len(self.item.cards) > 1:
            return str(len(self.item.cards))
        return tr("not for us") if self.item.skipped and not self.item.cards else ""

    def _help(self) -> str:
        if self.item.cards:
            return tr("On the wall: {title}", title=", ".join(card.title for card in self.item.cards[:5]))
        if self.item.skipped:
            return tr("Not for us. Press to take it back.")
        return tr("Press to put it up as a touchpoint.")
