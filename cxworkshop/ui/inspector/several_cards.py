"""Several selected cards at once: how many of which kind, and what can be done with all of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.actions import cards
from cxworkshop.actions.improvements import can_improve
from cxworkshop.model.cards import KINDS
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.palette.tool import KindMark
from cxworkshop.ui.parts.buttons import IconButton
from cxworkshop.ui.parts.labels import Elided, Words
from cxworkshop.ui.parts.pressable import Pressable
from cxworkshop.ui.speech import tr

_NAMED = 3  # titles told of a kind


class KindRows(QWidget):
    """One row a kind, with the number of cards and the first titles; a press narrows the selection to that kind."""

    def __init__(self, room: Room, card_ids: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: dict[str, Pressable] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for kind, own in by_kind(room, card_ids).items():
            row = self.rows[kind] = _row(room, kind, own)
            row.pressed.connect(lambda ids=own: QTimer.singleShot(0, room, lambda: room.select(ids)))
            column.addWidget(row)
        if len(self.rows) == 1:  # nothing to narrow
            only = next(iter(self.rows.values()))
            only.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            only.unsetCursor()
            only.setToolTip("")


def by_kind(room: Room, card_ids: Sequence[str]) -> dict[str, list[str]]:
    """The ids of the cards by their kind, kinds in the order of their declaration."""
    found: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for card_id in card_ids:
        found[room.board.card(card_id).kind].append(card_id)
    return {kind: ids for kind, ids in found.items() if ids}


def _row(room: Room, kind: str, card_ids: Sequence[str]) -> Pressable:
    row = Pressable("Row")
    titles = [room.board.card(own).title or tr("(no title)") for own in card_ids]
    said = tr("{kind} · {n}", kind=tr(KINDS[kind].label), n=len(card_ids))
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Words(said, "strong"))
    words.addWidget(Elided(" · ".join(titles[:_NAMED]) + (" …" if len(titles) > _NAMED else ""), "small"))
    line = QHBoxLayout(row)
    line.setContentsMargins(4, 3, 2, 3)
    line.setSpacing(8)
    line.addWidget(KindMark(kind), 0, Qt.AlignmentFlag.AlignTop)
    line.addLayout(words, 1)
    row.setAccessibleName(said)
    row.setToolTip(tr("Select only these"))
    return row


class ForAll(QWidget):
    """Buttons for what is done with all of the cards at once, each in one step of undo."""

    improvement_wanted = Signal()

    def __init__(self, room: Room, card_ids: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room, self._card_ids = room, tuple(card_ids)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        if can_improve(room.board, card_ids):
            self.improve = self._offer(tr("Improve all of them"), "improvement", self.improvement_wanted.emit)
        self.duplicate = self._offer(tr("Duplicate them"), "duplicate", self._duplicate)
        self.delete = self._offer(tr("Delete them"), "trash", self._delete)

    def _offer(self, says: str, icon: str, do: Callable[[], object]) -> IconButton:
        button = IconButton(icon, says, self, size=16)
        # Once the press is over: what is done takes this panel away.
        button.clicked.connect(lambda: QTimer.singleShot(0, self._room, do))
        self._row.addWidget(button)
        return button

    def _duplicate(self) -> None:
        changes, copies = cards.duplicate(self._room.board, self._card_ids)
        if self._room.do(lambda _: changes):
            self._room.select(copies)

    def _delete(self) -> None:
        self._room.do(lambda board: cards.delete(board, self._card_ids))
