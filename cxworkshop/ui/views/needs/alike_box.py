"""Cards that look alike, group by group: make one of them, or say that they differ."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from cxworkshop.actions.merging import merge, tell_apart
from cxworkshop.analysis.similar import FORMULA, SOURCE, Group
from cxworkshop.analysis.votes import votes
from cxworkshop.model.board import Board
from cxworkshop.model.cards import KINDS
from cxworkshop.model.records import Card
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.parts.buttons import Button
from cxworkshop.ui.parts.labels import Caption, Words
from cxworkshop.ui.speech import tr

_MOST = 20  # groups shown at once; the next come when these are settled
_MOST_CARDS = 8  # of a group; merging and telling apart take the others along


Said = tuple[tuple[str, str, str], ...]  # of each card of a group: its id, its title, what is said about it


class AlikeBox(QWidget):
    """The most alike first. `card_wanted` gives a card to show on the wall."""

    card_wanted = Signal(str)

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self.groups: list[GroupBox] = []
        self.said = Words(look="soft")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._column.addWidget(self.said)

    def show_groups(self, groups: list[Group]) -> None:
        """Show these, and how many more wait. What has not changed stays, and the keyboard goes on to the next."""
        board, points = self._room.board, votes(self._room.board)
        shown = [
            (group, tuple((card.id, card.title, _about(board, card, points)) for card in group.cards))
            for group in groups[:_MOST]
        ]
        known = {(box.said, box.group.likeness): box for box in self.groups}
        at = next((at for at, box in enumerate(self.groups) if _has_keyboard(box)), None)
        stood_in = self.groups[at] if at is not None else None
        boxes = [known.get((said, group.likeness)) or GroupBox(self._room, group, said) for group, said in shown]
        for old in (box for box in self.groups if box not in boxes):
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        for place, box in enumerate(boxes):
            if self._column.indexOf(box) != place + 1:
                self._column.insertWidget(place + 1, box)
        self.groups = boxes
        if at is not None and stood_in not in boxes and boxes:
            boxes[min(at, len(boxes) - 1)].different.setFocus(Qt.FocusReason.OtherFocusReason)
        if not groups:
            self.said.setText(tr("No two cards look alike. Other words, forms and order are seen through."))
        elif len(groups) > _MOST:
            self.said.setText(tr("The {n} most alike; {more} more wait.", n=_MOST, more=len(groups) - _MOST))
        else:
            self.said.setText(
                tr("Merging moves links, votes and notes to the card that stays. One undo takes it back.")
            )


class GroupBox(QFrame):
    """Two cards side by side, more one below another, each with the button that keeps it; above them the one that
    tells them apart."""

    def __init__(self, room: Room, group: Group, said: Said, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Box")
        self._room, self.group, self.said = room, group, said
        self.keep: dict[str, Button] = {}
        self.different = Button(tr("They differ"), look="quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self._caption(), 1)
        head.addWidget(self.different)
        column.addLayout(head)
        column.addLayout(self._cards())
        ids = [card.id for card in group.cards]
        self.different.clicked.connect(lambda: room.do(lambda board: tell_apart(board, *ids)))

    def _caption(self) -> Caption:
        cards, likeness = self.group.cards, round(self.group.likeness * 100)
        alike = tr("{n} % alike", n=likeness)
        if len(cards) > 2:
            alike = tr("{cards} cards, at least {n} % alike", cards=len(cards), n=likeness)
        caption = Caption(f"{tr(KINDS[cards[0].kind].label)} · {alike}")
        caption.setToolTip(f"{tr(FORMULA)}\n{tr(SOURCE)}")
        return caption

    def _cards(self) -> QLayout:
        cards = self.group.cards
        two = len(cards) == 2
        box = QHBoxLayout() if two else QVBoxLayout()
        box.setSpacing(18 if two else 10)
        for card in cards[:_MOST_CARDS]:
            box.addLayout(self._side(card) if two else self._line(card), 1)
        if len(cards) > _MOST_CARDS:
            box.addWidget(Words(tr("and {n} more", n=len(cards) - _MOST_CARDS), "small"))
        return box

    def _side(self, card: Card) -> QVBoxLayout:
        column = self._words(card)
        row = QHBoxLayout()
        row.addWidget(self._button(card, tr("Merge, keep this")))
        row.addStretch(1)
        column.addStretch(1)
        column.addLayout(row)
        return column

    def _line(self, card: Card) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addLayout(self._words(card), 1)
        row.addWidget(self._button(card, tr("Merge all, keep this")))
        return row

    def _words(self, card: Card) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(Words(card.title, "strong"))
        column.addWidget(Words(next(about for own, _, about in self.said if own == card.id), "small"))
        return column

    def _button(self, card: Card, text: str) -> Button:
        button = Button(text)
        button.setAccessibleName(tr("Merge, keep “{title}”", title=card.title))
        button.setEnabled(not self._room.document.read_only)
        button.clicked.connect(lambda: self._merge(card.id))
        self.keep[card.id] = button
        return button

    def _merge(self, kept: str) -> None:
        gone = [card.id for card in self.group.cards if card.id != kept]
        if self._room.do(lambda board: merge(board, kept, *gone)):
            self._room.select([kept])


def _about(board: Board, card: Card, points: Mapping[str, float]) -> str:
    """Where a card stands, and what would move to the one that stays."""
    stage = board.stage_of(card)
    links, got = len(board.links_of(card.id)), points.get(card.id, 0)
    said = [tr("stage: {title}", title=stage.title or tr("(no title)"))] if stage else []
    said.append(tr.plural("{n} link", "{n} links", links))
    if got:
        said.append(tr("votes: {n}", n=tr.number(got)))
    if card.note.strip():
        said.append(tr("has a note"))
    return " · ".join(said)


def _has_keyboard(box: QWidget) -> bool:
    own = box.focusWidget()
    return own is not None and own.hasFocus()
