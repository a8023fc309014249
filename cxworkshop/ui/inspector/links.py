"""The links of a card as short sentences, each removable, and a field to add one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.actions import links
from cxworkshop.model.board import Board
from cxworkshop.model.links import VERBS
from cxworkshop.model.records import Card, Link
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.inspector.add_link import AddLink
from cxworkshop.ui.palette.tool import KindMark
from cxworkshop.ui.parts.buttons import IconButton
from cxworkshop.ui.parts.labels import Caption, Words
from cxworkshop.ui.parts.pressable import Pressable
from cxworkshop.ui.speech import tr

MOST_SHOWN = 40


class LinkList(QWidget):
    """All links of one card. `wanted` gives the id of a card that was pressed."""

    wanted = Signal(str)

    def __init__(self, room: Room, card_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room, self._card_id = room, card_id
        self.rows: list[LinkRow] = []
        self._heading = Caption()
        self._none = Words(tr("Nothing is linked to this card yet."), "soft")
        self._more = Words(look="soft")
        self.add = AddLink(room, card_id)
        if room.document.read_only:
            self.add.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        for widget in (self._heading, self._none):
            self._column.addWidget(widget)
        self._column.addLayout(self._rows)
        self._column.addWidget(self._more)
        self._column.addSpacing(4)
        self._column.addWidget(self.add)
        self._shown: list[tuple[str, str]] = []
        self.refresh()

    def refresh(self) -> None:
        """Show the links as they are now."""
        own = sorted_links(self._room.board, self._card_id)
        said = [(link.key, _other(self._room.board, link, self._card_id).title) for link in own]
        if said == self._shown and self.rows:
            return
        self._shown = said
        for row in self.rows:
            self._rows.removeWidget(row)
            row.deleteLater()
        self.rows = [LinkRow(self._room, link, self._card_id) for link in own[:MOST_SHOWN]]
        for row in self.rows:
            row.pressed.connect(lambda card=row.other.id: self.wanted.emit(card))
            self._rows.addWidget(row)
        self._heading.setText(tr("Links · {n}", n=len(own)) if own else tr("Links"))
        self._none.setVisible(not own)
        self._more.setText(tr.plural("and {n} more", "and {n} more", max(len(own) - MOST_SHOWN, 0)))
        self._more.setVisible(len(own) > MOST_SHOWN)


class LinkRow(Pressable):
    """One link: the verb as read from this card, the card at the other end, a button that cuts it."""

    def __init__(self, room: Room, link: Link, card_id: str, parent: QWidget | None = None) -> None:
        super().__init__("Row", parent)
        self.link = link
        self.other = _other(room.board, link, card_id)
        verb = VERBS[link.verb]
        said = tr(verb.label if link.source == card_id else verb.reverse)
        title = self.other.title or tr("(no title)")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Words(said, "small"))
        words.addWidget(Words(title))
        self.cut = IconButton("close", tr("Cut this link"), size=10)
        if room.document.read_only:
            self.cut.hide()
        self.cut.clicked.connect(lambda: room.do(lambda board: links.disconnect(board, [link.key])))
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 3, 2, 3)
        row.setSpacing(8)
        row.addWidget(KindMark(self.other.kind), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.cut, 0, Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(f"{said} {title}")


def sorted_links(board: Board, card_id: str) -> list[Link]:
    """The links of a card, those it begins first, by verb in order of declaration, then by the other card's title."""
    order = {name: number for number, name in enumerate(VERBS)}
    own = board.links_of(card_id)
    return sorted(own, key=lambda link: (link.source != card_id, order[link.verb], _other(board, link, card_id).title))


def _other(board: Board, link: Link, card_id: str) -> Card:
    return board.card(link.target if link.source == card_id else link.source)
