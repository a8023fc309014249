"""Cards that look alike, two by two: make one of them, or say that they differ."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.actions.merging import merge, tell_apart
from cxworkshop.analysis.similar import FORMULA, SOURCE, Pair
from cxworkshop.analysis.votes import votes
from cxworkshop.model.cards import KINDS
from cxworkshop.model.records import Card
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.parts.buttons import Button
from cxworkshop.ui.parts.labels import Caption, Words
from cxworkshop.ui.speech import tr

_MOST = 20  # pairs shown at once; the next come when these are settled


class PairsBox(QWidget):
    """The most alike first. `card_wanted` gives a card to show on the wall."""

    card_wanted = Signal(str)

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self.pairs: list[PairRow] = []
        self.said = Words(look="soft")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._column.addWidget(self.said)

    def show_pairs(self, pairs: list[Pair]) -> None:
        """Show these, and how many more wait."""
        for old in self.pairs:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.pairs = [PairRow(self._room, pair) for pair in pairs[:_MOST]]
        for row in self.pairs:
            self._column.addWidget(row)
        if not pairs:
            self.said.setText(tr("No two cards look alike. Other words, forms and order are seen through."))
        elif len(pairs) > _MOST:
            self.said.setText(tr("The {n} most alike; {more} more wait.", n=_MOST, more=len(pairs) - _MOST))
        else:
            self.said.setText(
                tr("Merging moves links, votes and notes to the card that stays. One undo takes it back.")
            )


class PairRow(QFrame):
    """Two cards side by side, each with the button that keeps it; between them the one that tells them apart."""

    def __init__(self, room: Room, pair: Pair, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Box")
        self._room, self.pair = room, pair
        self.keep_one, self.keep_other = Button(tr("Merge, keep this")), Button(tr("Merge, keep this"))
        self.different = Button(tr("They differ"), look="quiet")
        alike = tr("{n} % alike", n=round(pair.likeness * 100))
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(8)
        head = QHBoxLayout()
        caption = Caption(f"{tr(KINDS[pair.one.kind].label)} · {alike}")
        caption.setToolTip(f"{tr(FORMULA)}\n{tr(SOURCE)}")
        head.addWidget(caption, 1)
        head.addWidget(self.different)
        column.addLayout(head)
        sides = QHBoxLayout()
        sides.setSpacing(18)
        sides.addLayout(self._side(pair.one, self.keep_one), 1)
        sides.addLayout(self._side(pair.other, self.keep_other), 1)
        column.addLayout(sides)
        one, other = pair.one.id, pair.other.id
        self.keep_one.clicked.connect(lambda: self._merge(one, other))
        self.keep_other.clicked.connect(lambda: self._merge(other, one))
        self.different.clicked.connect(lambda: room.do(lambda board: tell_apart(board, one, other)))

    def _side(self, card: Card, button: Button) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(Words(card.title, "strong"))
        column.addWidget(Words(self._about(card), "small"))
        button.setAccessibleName(tr("Merge, keep “{title}”", title=card.title))
        button.setEnabled(not self._room.document.read_only)
        row = QHBoxLayout()
        row.addWidget(button)
        row.addStretch(1)
        column.addStretch(1)
        column.addLayout(row)
        return column

    def _about(self, card: Card) -> str:
        board = self._room.board
        stage = board.stage_of(card)
        links, points = len(board.links_of(card.id)), votes(board).get(card.id, 0)
        said = [tr("stage: {title}", title=stage.title or tr("(no title)"))] if stage else []
        said.append(tr.plural("{n} link", "{n} links", links))
        if points:
            said.append(tr("votes: {n}", n=tr.number(points)))
        if card.note.strip():
            said.append(tr("has a note"))
        return " · ".join(said)

    def _merge(self, kept: str, gone: str) -> None:
        if self._room.do(lambda board: merge(board, kept, gone)):
            self._room.select([kept])
