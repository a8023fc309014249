"""Editing a title where it stands: a plain text field over the card or the stage's name. Enter keeps, Esc leaves."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QRect, Qt
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit

from cxworkshop.actions import cards
from cxworkshop.model.boxes import BAND, TITLE_SIZE
from cxworkshop.model.cards import KINDS
from cxworkshop.ui import fonts
from cxworkshop.ui.canvas.wall import Wall
from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import themes

_ENDING = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_F2,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Escape,
)
_LEAVING = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)


class TitleEditor(QPlainTextEdit):
    """One title being typed. With `group` the card is new: its title joins that step, and Esc takes it away again."""

    def __init__(self, wall: Wall, card_id: str, group: str | None) -> None:
        super().__init__(wall.viewport())
        self._wall, self.card_id, self._group = wall, card_id, group
        self.back_to: tuple[str, ...] = ()  # what was selected before the card was added
        self._open = True
        self._before = self._title()
        self.setObjectName("title_editor")
        self.setPlaceholderText(self._prompt())
        self.setAccessibleName(tr("Title"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTabChangesFocus(False)
        self.document().setDocumentMargin(2)
        self.setPlainText(self._before)
        self.selectAll()
        self.textChanged.connect(self.follow)
        self._dress()
        self.follow()
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _dress(self) -> None:
        theme = themes.current
        self.setStyleSheet(
            f"QPlainTextEdit {{ background: {theme.surface}; color: {theme.text}; border: 2px solid {theme.focus};"
            f" border-radius: 7px; padding: 2px {4 if self._is_stage() else 5}px; }}"
        )

    def _title(self) -> str:
        """The title as it is."""
        return self._wall.room.board.card(self.card_id).title

    def _prompt(self) -> str:
        return tr(KINDS[self._wall.room.board.card(self.card_id).kind].prompt)

    def _is_stage(self) -> bool:
        card = self._wall.room.board.find(self.card_id)
        return card is not None and card.kind == "stage"

    # Where it stands

    def follow(self) -> None:
        """Stay over the card, as large as the text; close where the card is gone."""
        if not self._open:
            return
        place = self._place()
        if place is None:
            self._close()
            return
        self.setGeometry(place)

    def _place(self) -> QRect | None:
        wall, camera = self._wall, self._wall.camera
        if self._is_stage():
            column = wall.picture.column_of_stage(self.card_id)
            if column is None:
                return None
            self._set_font(TITLE_SIZE * camera.band, QFont.Weight.DemiBold)
            x, _ = camera.to_screen(column.x, 0)
            return QRect(round(x) + 2, 2, max(round(column.width * camera.zoom) - 4, 120), camera.top - 4)
        if self.card_id not in wall.picture.boxes:
            return None
        scale = max(camera.zoom, 0.9)
        self._set_font(TITLE_SIZE * scale, QFont.Weight.Medium)
        rect = camera.rect_to_screen(wall.picture.layout.boxes[self.card_id].rect)
        width = max(round(rect.width - BAND * camera.zoom), 150)
        self.resize(width, self.height())
        lines = max(self.document().documentLayout().documentSize().height(), 2.0)
        height = max(round(rect.height), round(lines * self.fontMetrics().lineSpacing()) + 12)
        return QRect(round(rect.x + BAND * camera.zoom), round(rect.y), width, height)

    def _set_font(self, size: float, weight: QFont.Weight) -> None:
        wanted = fonts.font(size, weight)
        if wanted != self.font():
            self.setFont(wanted)

    # How it ends

    def commit(self) -> None:
        """Keep what is typed."""
        title = " ".join(self.toPlainText().split())
        if self._open and not title and self._group is not None:
            self.cancel()
            return
        wall = self._wall
        if self._close() and title != self._before and self.card_id in wall.room.board.cards:
            wall.room.do(lambda board: cards.edit(board, self.card_id, title=title), initiator=wall, group=self._group)

    def _go_on(self, *, back: bool) -> None:
        """Keep what is typed and type on in the next lane (`back`: in the lane before), linked; a title left empty and
        a stage's name only close."""
        wall, card, typed = self._wall, self.card_id, self.toPlainText().strip()
        on = bool(typed) and not self._is_stage()
        self.commit()
        if on and card in wall.room.board.cards and not wall.room.document.read_only:
            wall.room.select([card])
            wall.add_in_next_lane(back=back)

    def cancel(self) -> None:
        """Leave the title as it was; a new card that has none goes away again, and one is where one was before."""
        if not self._close() or self._group is None or self._before:
            return
        history = self._wall.room.document.history()
        if history and history[-1].group == self._group:
            self._wall.room.undo()
        elif self.card_id in self._wall.room.board.cards:
            self._wall.room.do(lambda board: cards.delete(board, [self.card_id]), initiator=self._wall)
        if not self._wall.room.selection:
            self._wall.room.select(self.back_to)

    def dismiss(self) -> None:
        """Close and forget what is typed: the workshop it belongs to is no longer here."""
        self._close()

    def _close(self) -> bool:
        """Take the field away; False when it was closed before."""
        if not self._open:
            return False
        self._open = False
        if self._wall.editor is self:
            self._wall.editor = None
        had_focus = self.hasFocus()
        self.hide()
        self.deleteLater()
        if had_focus:
            self._wall.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    # Events

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.accept()  # while one types, no key is a command
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat() and event.key() in _ENDING:
            return  # the key that opened the field is still held
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.commit()
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._go_on(back=event.key() == Qt.Key.Key_Backtab)
        elif event.key() == Qt.Key.Key_Escape:
            self.cancel()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._open and event.reason() not in _LEAVING:
            self.commit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(" ".join(source.text().split()))
