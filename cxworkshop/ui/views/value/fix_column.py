"""A column of cards that lack their counterpart; a card that has got one leaves, and the keyboard goes to the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxworkshop.model.records import Card
from cxworkshop.ui.parts.labels import Words
from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.value.fix_row import FixRow

MOST = 12  # rows at once; the next come when these are settled


class FixColumn(QWidget):
    """`make` gives the row of a card, connected; rows are kept as long as their card lacks something."""

    def __init__(self, heading: str, why: str, make: Callable[[Card], FixRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make, self._heading = make, heading
        self.rows: dict[str, FixRow] = {}
        self.title, self.more = Words(heading, "title"), Words(look="soft")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.title)
        self._column.addWidget(Words(why, "soft"))
        self._column.addWidget(self.more)
        self._column.addStretch(1)

    def show_cards(self, cards: Sequence[Card], told: Callable[[FixRow, Card], None], nothing: str) -> None:
        """Show the first of these cards; `told` brings a row up to date, `nothing` is said where there are none."""
        shown = list(cards[:MOST])
        was_here = next((at for at, row in enumerate(self.rows.values()) if _has_keyboard(row)), None)
        lost = self._drop({card.id for card in shown})
        for at, card in enumerate(shown):
            if card.id not in self.rows:
                self.rows[card.id] = self._make(card)
            self._column.removeWidget(self.rows[card.id])
            self._column.insertWidget(2 + at, self.rows[card.id])
            told(self.rows[card.id], card)
        self.rows = {card.id: self.rows[card.id] for card in shown}
        if lost and was_here is not None and shown:
            self.rows[shown[min(was_here, len(shown) - 1)].id].field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.title.setText(f"{self._heading}: {len(cards)}")
        rest = len(cards) - len(shown)
        self.more.setText(tr("+{n} more", n=rest) if rest else nothing)
        self.more.setVisible(bool(rest) or not cards)

    def _drop(self, kept: set[str]) -> bool:
        """Take away the rows of other cards; whether one of them had the keyboard."""
        lost = False
        for card_id in [own for own in self.rows if own not in kept]:
            row = self.rows.pop(card_id)
            lost = lost or _has_keyboard(row)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        return lost


def _has_keyboard(row: FixRow) -> bool:
    return row.isAncestorOf(row.focusWidget()) and row.focusWidget().hasFocus() if row.focusWidget() else False
