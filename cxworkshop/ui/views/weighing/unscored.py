"""The cards that are missing from a chart, as buttons: pressed, a card opens on the right, where it can be scored."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxworkshop.ui.bridge import Room
from cxworkshop.ui.parts.buttons import Button
from cxworkshop.ui.parts.labels import Caption, Words
from cxworkshop.ui.speech import tr

MOST = 12  # named; of the rest it is said how many there are
_LONG = 90


class Unscored(QWidget):
    """A heading and a button for each card; hidden where there is none."""

    def __init__(self, room: Room, heading: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._heading = heading
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 6, 0, 0)
        self._column.setSpacing(4)
        self._caption = Caption(heading)
        self._hint = Words(hint, "soft")
        self._rest = Words("", "soft")
        self._column.addWidget(self._caption)
        self._column.addWidget(self._hint)
        self._column.addWidget(self._rest)
        self._hint.setVisible(bool(hint))  # once it has its place: shown without one it would be a window
        self.buttons: list[Button] = []

    def show_cards(self, card_ids: Sequence[str]) -> None:
        """Name these cards."""
        for old in self.buttons:
            self._column.removeWidget(old)
            old.deleteLater()
        self.buttons = [self._button(card) for card in card_ids[:MOST]]
        for number, button in enumerate(self.buttons):
            self._column.insertWidget(2 + number, button)
        left = len(card_ids) - MOST
        self._rest.setVisible(left > 0)
        self._rest.setText(
            tr.plural("and {n} more that is not placed", "and {n} more that are not placed", left) if left > 0 else ""
        )
        self.setVisible(bool(card_ids))

    def _button(self, card_id: str) -> Button:
        card = self._room.board.card(card_id)
        title = " ".join(card.title.split()) or tr("(no title)")
        short = title if len(title) <= _LONG else f"{title[:_LONG]}…"
        button = Button(short.replace("&", "&&"), card.kind, "quiet", size=16)
        button.setAccessibleName(title)
        button.setStyleSheet("text-align: left")
        button.clicked.connect(lambda _=False: self._room.select([card_id]))
        return button
