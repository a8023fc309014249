"""The field that adds a link: type a few letters of a card that fits, take it from the list."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFocusEvent, QIcon, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from cxworkshop.actions import links
from cxworkshop.actions.links import Sentence
from cxworkshop.model.board import Board
from cxworkshop.model.cards import KINDS
from cxworkshop.model.links import VERBS, verbs_between
from cxworkshop.model.records import Card, link_key
from cxworkshop.ui import icons
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import themes

_SENTENCE = Qt.ItemDataRole.UserRole + 1


class AddLink(QLineEdit):
    """Offers every sentence that may join this card to another and is not said yet."""

    def __init__(self, room: Room, card_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room, self._card_id = room, card_id
        self.setPlaceholderText(tr("Link to…"))
        self.setAccessibleName(tr("Link to…"))
        self.setClearButtonEnabled(False)
        self._model = QStandardItemModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setMaxVisibleItems(9)
        self._list = QListView()
        self._list.setObjectName("Completions")
        self._completer.setPopup(self._list)
        self._completer.activated[QModelIndex].connect(self._take)  # type: ignore[index]
        self.setCompleter(self._completer)
        self.returnPressed.connect(self._take_first)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The list is made when somebody is about to use it."""
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.offer()
        super().focusInEvent(event)

    def offer(self) -> None:
        """List what may be linked as the board is now."""
        self._model.clear()
        board = self._room.board
        for sentence in self.fitting():
            other = board.card(sentence.target if sentence.source == self._card_id else sentence.source)
            verb = VERBS[sentence.verb]
            said = tr(verb.label if sentence.source == self._card_id else verb.reverse)
            picture = QIcon(icons.pixmap(other.kind, themes.current.accent(other.kind), 18))
            item = QStandardItem(picture, tr("{title} — {verb}", title=other.title or tr("(no title)"), verb=said))
            item.setData(sentence, _SENTENCE)
            self._model.appendRow(item)

    def fitting(self) -> list[Sentence]:
        """What may be linked, as the board is now."""
        return fitting(self._room.board, self._card_id)

    def connect_card(self, sentence: Sentence) -> None:
        """Draw the link that was chosen."""
        verb, source, target = sentence
        self._room.do(lambda board: links.connect(board, source, target, verb))

    def sentences(self) -> list[Sentence]:
        """What is offered."""
        return [self._model.item(row).data(_SENTENCE) for row in range(self._model.rowCount())]

    def _take_first(self) -> None:
        """Enter after a few letters means the first line of the list, unless another one was gone to in it."""
        if self.text().strip() and not self._list.currentIndex().isValid():
            self._completer.setCompletionPrefix(self.text())
            first = self._completer.completionModel().index(0, 0)
            if first.isValid():
                self._list.hide()
                self._take(first)

    def _take(self, index: QModelIndex) -> None:
        self.connect_card(index.data(_SENTENCE))
        self.clear()
        self.offer()


def fitting(board: Board, card_id: str) -> list[Sentence]:
    """Every link this card may still have with another card, by the other card's kind and title."""
    own = board.card(card_id)
    found = []
    for kind in KINDS:
        if not (verbs_between(own.kind, kind) or verbs_between(kind, own.kind)):
            continue
        for other in sorted(board.of_kind(kind), key=lambda card: (card.title.casefold(), card.id)):
            if other.id != card_id:
                found.extend(_not_said(board, own, other))
    return found


def _not_said(board: Board, own: Card, other: Card) -> list[Sentence]:
    there = links.sentences(board, own.id, other.id)
    return [one for one in there if board.get("link", link_key(one.verb, one.source, one.target)) is None]
