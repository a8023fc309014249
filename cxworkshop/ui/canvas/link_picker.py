"""Choosing the card to link with, by typing its title or by arrows: a small field with a list, beside the card."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout

from cxworkshop.actions.links import sentences
from cxworkshop.model.cards import KINDS
from cxworkshop.model.records import Card
from cxworkshop.ui import fonts, icons
from cxworkshop.ui.canvas import linking, looking, navigation
from cxworkshop.ui.canvas.wall import Wall
from cxworkshop.ui.command_palette.matching import fit
from cxworkshop.ui.keyboard import in_other_layout
from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import themes

WIDTH, HEIGHT = 330, 246
MOST = 60


class LinkPicker(QFrame):
    """Open until a card is picked or it is dismissed. The card chosen in the list is framed on the wall."""

    def __init__(self, wall: Wall, source: str) -> None:
        super().__init__(wall.viewport())
        self._wall, self.source = wall, source
        self._open = True
        self.setObjectName("link_picker")
        self._field = QLineEdit(self)
        self._field.setPlaceholderText(tr("Link with…"))
        self._field.setAccessibleName(tr("Link with…"))
        self._list = QListWidget(self)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        for widget in (self._field, self._list):
            widget.setFont(fonts.font(13))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self._field)
        layout.addWidget(self._list)
        theme = themes.current
        self.setStyleSheet(
            f"#link_picker {{ background: {theme.surface}; border: 1px solid {theme.strong_line};"
            f" border-radius: 8px; }} #link_picker QListWidget::item:selected {{ background: {theme.raised};"
            f" color: {theme.text}; border-radius: 5px; }}"
        )
        board = wall.room.board
        self._fitting = [
            card for card in board.cards.values() if card.id != source and sentences(board, source, card.id)
        ]
        self._fitting.sort(key=self._nearness)
        self._field.textChanged.connect(self._fill)
        self._field.installEventFilter(self)
        self._list.currentRowChanged.connect(lambda _: self._show_choice())
        self._list.itemClicked.connect(lambda item: self.pick(item.data(Qt.ItemDataRole.UserRole)))
        self._fill("")
        self.follow()
        self.show()
        self.raise_()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _nearness(self, card: Card) -> tuple[float, str, str]:
        """Cards on this wall first, the nearest first; the others by title."""
        boxes = self._wall.picture.boxes
        if card.id not in boxes:
            return (1e9, card.title, card.id)
        (x1, y1), (x2, y2) = boxes[self.source].rect.centre, boxes[card.id].rect.centre
        return (abs(x1 - x2) + abs(y1 - y2), card.title, card.id)

    @property
    def chosen(self) -> str | None:
        """The card the list stands on."""
        item = self._list.currentItem()
        return item.data(Qt.ItemDataRole.UserRole) if item else None

    def _fill(self, typed: str) -> None:
        words = typed.casefold().split()
        found = self._with(words)
        if words and not found:
            words = in_other_layout(typed).split()
            found = self._with(words)
        if words and not found:
            found = sorted(self._nearly(typed), key=lambda card: -fit(typed, card.title))
        elif words:
            found.sort(key=lambda card: not card.title.casefold().startswith(words[0]))
        self._list.clear()
        for card in found[:MOST]:
            kind = KINDS[card.kind]
            text = card.title or tr("(no title)")
            item = QListWidgetItem(QIcon(icons.pixmap(kind.icon, themes.current.accent(card.kind))), text)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{tr(kind.label)}: {text}")
            item.setData(Qt.ItemDataRole.UserRole, card.id)
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._wall.viewport().update()

    def _with(self, words: list[str]) -> list[Card]:
        return [card for card in self._fitting if all(word in card.title.casefold() for word in words)]

    def _nearly(self, typed: str) -> list[Card]:
        """What was meant, where a letter is wrong."""
        return [card for card in self._fitting if fit(typed, card.title) > 0]

    def _show_choice(self) -> None:
        """Say what Enter would link, and frame the card on the wall."""
        wall, chosen = self._wall, self.chosen
        fitting = sentences(wall.room.board, self.source, chosen) if chosen is not None else []
        if fitting and self._list.count() > 1 and self.isVisible():
            wall.hint(linking.reading(wall.room.board, fitting[0]))
        wall.viewport().update()

    def _go(self, direction: tuple[int, int]) -> None:
        """To the next fitting card on the wall in a direction, seen from the one chosen."""
        wall, boxes = self._wall, self._wall.picture.boxes
        chosen = self.chosen
        here = chosen if chosen is not None and chosen in boxes else self.source
        listed = [self._list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(self._list.count())]
        found = navigation.nearest(wall.picture, here, [card for card in listed if card in boxes], direction)
        if found is not None:
            self._list.setCurrentRow(listed.index(found))
            looking.bring_into_view(wall, boxes[found].rect)

    def follow(self) -> None:
        """Stand beside the card, inside the wall."""
        wall = self._wall
        if self.source not in wall.picture.boxes:
            self.dismiss()
            return
        rect = wall.camera.rect_to_screen(wall.picture.rect(self.source))
        scale = min(max(themes.text_scale, 1.0), 1.5)
        width, height = round(WIDTH * scale), round(HEIGHT * scale)
        x = rect.right + 14 if rect.right + 14 + width <= wall.camera.width else rect.x - width - 14
        x = min(max(x, 4.0), max(wall.camera.width - width - 4.0, 4.0))
        y = min(max(rect.y - 20, wall.camera.top + 4.0), max(wall.camera.height - height - 4.0, 4.0))
        self.setGeometry(round(x), round(y), width, height)

    def pick(self, card_id: str | None) -> None:
        """Link with this card and close; a card that does not fit is refused and the picker stays."""
        if card_id is None:
            return
        rect = self.geometry()
        if linking.link(self._wall, self.source, card_id, at=self._wall.viewport().mapToGlobal(rect.topLeft())):
            self._close()

    def dismiss(self) -> None:
        """Close without linking."""
        if self._open:
            self._wall.hint("")
        self._close()

    def _close(self) -> None:
        if not self._open:
            return
        self._open = False
        if self._wall.picker is self:
            self._wall.picker = None
        self.hide()
        self.deleteLater()
        self._wall.setFocus(Qt.FocusReason.OtherFocusReason)
        self._wall.viewport().update()

    def paint_choice(self, painter: QPainter) -> None:
        """The link that Enter would draw, over the wall in pixels."""
        chosen = self.chosen
        if chosen is not None and chosen in self._wall.picture.boxes and self.source in self._wall.picture.boxes:
            linking.paint_draft(painter, self._wall, self.source, chosen, QPointF(), fits=True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        row = self._list.currentRow()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.pick(self.chosen)
        elif event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        elif event.key() == Qt.Key.Key_Down:
            self._list.setCurrentRow(min(row + 1, self._list.count() - 1))
        elif event.key() == Qt.Key.Key_Up:
            self._list.setCurrentRow(max(row - 1, 0))
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not self._field.text():
            self._go(navigation.DIRECTIONS[Qt.Key(event.key())])
        else:  # Tab leads nowhere: the field is all there is until something is chosen
            return event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        return True
