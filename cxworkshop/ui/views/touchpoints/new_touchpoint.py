"""The line in which a touchpoint is put into a hole of the grid: stage and channel are known, the title is typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cxworkshop.actions import cards
from cxworkshop.model.ids import new_id
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.parts.buttons import Button
from cxworkshop.ui.parts.labels import Words
from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.many_line import ManyLine


class NewTouchpoint(QFrame):
    """Hidden until a hole was pressed; Enter adds, Esc goes back. `left`: it is hidden again."""

    left = Signal()

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Box")
        self._room = room
        self._stage, self._channel = "", ""
        self.where = Words(look="soft")
        self.title, self.channel = ManyLine(), QLineEdit()
        self.title.setPlaceholderText(tr("Where do we meet?"))
        self.channel.setPlaceholderText(tr("Channel"))
        self.title.setAccessibleName(tr("Title of the touchpoint"))
        self.channel.setAccessibleName(tr("Channel"))
        self.add = Button(tr("Put it up"), "plus", "primary")
        self.leave = Button(tr("Leave the hole"), look="quiet")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.title, 3)
        row.addWidget(self.channel, 1)
        row.addWidget(self.add)
        row.addWidget(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.addWidget(self.where)
        column.addLayout(row)
        self.title.several.connect(self._add_several)
        self.title.returnPressed.connect(self._add)
        self.channel.returnPressed.connect(self._add)
        self.add.clicked.connect(self._add)
        self.leave.clicked.connect(self._close)
        self.hide()

    def ask(self, stage: str, channel: str) -> None:
        """Ask for a touchpoint of this stage and channel."""
        self._stage = stage
        name = self._room.board.card(stage).title or tr("(no title)")
        self.where.setText(tr("A touchpoint at the stage “{stage}”", stage=name))
        self.title.clear()
        self.channel.setText(channel)
        self.show()
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        self.hide()
        self.left.emit()

    def _add(self) -> None:
        title, channel, card_id = self.title.text().strip(), self.channel.text().strip(), new_id("t")
        if not title or self._room.board.find(self._stage) is None:
            self.title.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        fields = {"channel": channel or None}
        if self._room.do(
            lambda board: cards.add(board, "touchpoint", title, self._stage, card_id=card_id, fields=fields)
        ):
            self._close()
            self._room.select([card_id])

    def _add_several(self, rows: list[list[str]]) -> None:
        """Lines pasted: a touchpoint for each, all at this stage in this channel."""
        if self._room.board.find(self._stage) is None:
            return
        titles, before = [cell for row in rows for cell in row if cell], set(self._room.board.cards)
        channel = self.channel.text().strip()
        fields = {"channel": channel} if channel else {}
        if self._room.do(lambda board: cards.add_many(board, "touchpoint", titles, self._stage, fields=fields)):
            self._close()
            self._room.select([own for own in self._room.board.cards if own not in before])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)
