"""The cards a meeting or recording is linked to by one verb: listed, added, cut; new ones are written down at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cxworkshop.actions import links, meetings
from cxworkshop.analysis.scores import by_title
from cxworkshop.model.cards import KINDS
from cxworkshop.model.records import link_key
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.palette.tool import KindMark
from cxworkshop.ui.parts.buttons import Button, IconButton
from cxworkshop.ui.parts.combo import Combo
from cxworkshop.ui.parts.labels import Elided
from cxworkshop.ui.parts.pressable import Pressable
from cxworkshop.ui.speech import tr


class LinkedCards(QWidget):
    """`kinds` are the kinds a link of `verb` may lead to; `new` those of which one can be written down here."""

    def __init__(
        self, room: Room, card_id: str, verb: str, kinds: Sequence[str], new: Sequence[str] = (), prompt: str = ""
    ) -> None:
        super().__init__()
        self._room, self._card, self._verb, self._kinds = room, card_id, verb, kinds
        self._shown: object = None
        self.rows: list[Pressable] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(1)
        self.offered = Combo()
        self.offered.setAccessibleName(tr("Link one that is there…"))
        self.offered.activated.connect(lambda _: self._link(self.offered.currentData()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addLayout(self._rows)
        self.line = QLineEdit()
        self.line.setPlaceholderText(prompt)
        self.line.setAccessibleName(prompt)
        self.buttons = {kind: Button(tr(KINDS[kind].label), kind, size=15) for kind in new}
        adding = QHBoxLayout()
        adding.setSpacing(6)
        if new:
            adding.addWidget(self.line, 2)
        for kind, button in self.buttons.items():
            button.clicked.connect(lambda _=False, own=kind: self._write(own))
            adding.addWidget(button)
        column.addLayout(adding)
        column.addWidget(self.offered)  # below, where what it offers is read whole

    def refresh(self) -> None:
        """Show the links as they are."""
        board = self._room.board
        targets = board.targets(self._card, self._verb)
        told = tuple((card.id, card.kind, card.title) for card in targets)
        linked = {card.id for card in targets}
        offered = [card for kind in self._kinds for card in sorted(board.of_kind(kind), key=by_title)]
        named = [
            (tr("{kind}: {title}", kind=tr(KINDS[card.kind].label), title=card.title or tr("(no title)")), card.id)
            for card in offered
            if card.id not in linked
        ]
        if self._shown == (told, named):
            return
        self._shown = (told, named)
        self.offered.fill([(tr("Link one that is there…"), None), *named], None)
        self.offered.setVisible(bool(named))
        for old in self.rows:
            self._rows.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = [self._row(*own) for own in told]
        for row in self.rows:
            self._rows.addWidget(row)

    def _row(self, card_id: str, kind: str, title: str) -> Pressable:
        row = Pressable("Row")
        line = QHBoxLayout(row)
        line.setContentsMargins(2, 2, 2, 2)
        line.setSpacing(8)
        out = IconButton("close", tr("Cut the link to “{title}”", title=title), size=11)
        key = link_key(self._verb, self._card, card_id)
        out.clicked.connect(lambda: self._room.do(lambda board: links.disconnect(board, [key])))
        line.addWidget(KindMark(kind, size=15))
        line.addWidget(Elided(title or tr("(no title)")), 1)
        line.addWidget(out)
        row.setAccessibleName(title)
        row.pressed.connect(lambda: self._room.select([card_id]))
        return row

    def _link(self, card_id: str | None) -> None:
        if card_id is not None:
            self._room.do(lambda board: links.connect(board, self._card, card_id, self._verb))

    def _write(self, kind: str) -> None:
        title = self.line.text().strip()
        if not title:
            self.line.setFocus()
        elif self._room.do(lambda board: meetings.reveal(board, self._card, kind, title)):
            self.line.clear()
