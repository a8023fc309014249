"""Ties an internal touchpoint to the external one it tires, or unties them: two lists and a button."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from cxworkshop.actions import links
from cxworkshop.analysis.scores import by_title
from cxworkshop.model.board import Board
from cxworkshop.model.changes import ChangeSet
from cxworkshop.model.records import Card, link_key
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.parts.buttons import Button
from cxworkshop.ui.parts.combo import Combo
from cxworkshop.ui.parts.labels import Words
from cxworkshop.ui.speech import tr

_LONGEST = 70  # characters of a title in the lists


class Tie(QWidget):
    """What is selected on the board stands in the lists; the button ties, or unties what is tied."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.room = room
        self.inside, self.outside = Combo(), Combo()
        self.inside.setAccessibleName(tr("Internal touchpoint"))
        self.outside.setAccessibleName(tr("Touchpoint of the customer"))
        self.button = Button("", "link")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.inside, 3)
        row.addWidget(Words(tr("tires those at"), "soft", wrap=False))
        row.addWidget(self.outside, 3)
        row.addWidget(self.button)
        for combo in (self.inside, self.outside):
            combo.currentIndexChanged.connect(lambda _: self._say())
        self.button.clicked.connect(self._press)
        self.refresh()

    def refresh(self) -> None:
        """Fill the lists as the board is; what was chosen stays chosen."""
        board = self.room.board
        cards = sorted(board.of_kind("touchpoint"), key=by_title)
        for combo, side in ((self.inside, "internal"), (self.outside, "external")):
            own = [card for card in cards if board.side_of(card) == side]
            ids = [card.id for card in own]
            current = combo.currentData() if combo.currentData() in ids else (ids[0] if ids else None)
            combo.fill([(_brief(card), card.id) for card in own], current)
        self._say()

    def choose(self, card: str) -> None:
        """Put a touchpoint into the list of its side."""
        for combo in (self.inside, self.outside):
            at = combo.findData(card)
            if at >= 0:
                combo.setCurrentIndex(at)

    @property
    def can_tie(self) -> bool:
        """Whether there is something on both sides."""
        return self.inside.count() > 0 and self.outside.count() > 0

    def _key(self) -> str:
        return link_key("feeds", str(self.inside.currentData()), str(self.outside.currentData()))

    def _say(self) -> None:
        tied = self.room.board.get("link", self._key()) is not None
        self.button.setText(tr("Untie") if tied else tr("Tie"))
        self.button.use_icon("cut" if tied else "link")
        self.button.setEnabled(self.can_tie and not self.room.document.read_only)

    def _press(self) -> None:
        key = self._key()
        inside, outside = str(self.inside.currentData()), str(self.outside.currentData())

        def act(board: Board) -> ChangeSet:
            if board.get("link", key) is not None:
                return links.disconnect(board, [key])
            return links.connect(board, inside, outside, "feeds")

        self.room.do(act)


def _brief(card: Card) -> str:
    title = " ".join(card.title.split()) or tr("(no title)")
    return title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1]}…"
