"""The history of one card in the right panel: folded until it is asked for, since the log is read for it."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxworkshop.ui.bridge import Room
from cxworkshop.ui.history.of_card import Happening, history_of
from cxworkshop.ui.parts.buttons import Button
from cxworkshop.ui.parts.labels import Words
from cxworkshop.ui.speech import tr

MOST_SHOWN = 30


class CardHistory(QWidget):
    """A line to press, and below it who did what and when, newest first."""

    def __init__(self, room: Room, card_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room, self._card_id = room, card_id
        self.now = lambda: datetime.datetime.now().astimezone()
        self.fold = Button(tr("History of this card"), "chevron_right", "link", size=12)
        self.told = QWidget()
        self.told.hide()
        self.fold.clicked.connect(lambda: self.unfold(on=self.told.isHidden()))
        self._rows = QVBoxLayout(self.told)
        self._rows.setContentsMargins(4, 0, 0, 0)
        self._rows.setSpacing(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.fold)
        column.addWidget(self.told)
        self._shown: list[Happening] | None = None
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._show)

    def unfold(self, *, on: bool) -> None:
        """Show what happened, or fold it away."""
        self.fold.use_icon("chevron_down" if on else "chevron_right")
        self.told.setVisible(on)
        if on:
            self._show()

    def refresh(self) -> None:
        """Read the log again where it shows."""
        if not self.told.isHidden():
            self._later.start()

    def _show(self) -> None:
        found = history_of(self._room.document, self._card_id, tr.translator, self.now())
        if found == self._shown:
            return
        self._shown = found
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for happening in found[:MOST_SHOWN]:
            self._rows.addWidget(Words(happening.what))
            below = Words(happening.below, "small")
            below.setContentsMargins(0, 0, 0, 5)
            self._rows.addWidget(below)
        if len(found) > MOST_SHOWN:
            more = len(found) - MOST_SHOWN
            self._rows.addWidget(Words(tr.plural("and {n} more", "and {n} more", more), "soft"))
