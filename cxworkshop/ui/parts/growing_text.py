"""A text field that is as tall as its text."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget


class GrowingText(QPlainTextEdit):
    """`finished` when the focus leaves or Ctrl+Enter (in one-paragraph fields: Enter) is pressed; Esc asks to go back.

    `paragraphs`: whether Enter begins a new line. `most` lines are shown before it scrolls.
    """

    finished = Signal()
    given_up = Signal()

    def __init__(
        self, parent: QWidget | None = None, *, paragraphs: bool = True, least: int = 1, most: int = 10
    ) -> None:
        super().__init__(parent)
        self._paragraphs, self._least, self._most = paragraphs, least, most
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._fit())
        self._fit()

    def _fit(self) -> None:
        """A plain text document measures its height in lines."""
        lines = max(round(self.document().size().height()), self._least)
        spacing = self.fontMetrics().lineSpacing()
        frame = 2 * self.frameWidth()
        padding = self.contentsMargins().top() + self.contentsMargins().bottom() or 12
        height = min(lines, self._most) * spacing + padding + frame
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if lines > self._most else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        if height != self.height():
            self.setFixedHeight(height)

    def sizeHint(self) -> QSize:
        return QSize(120, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if enter and (control or not self._paragraphs):
            self.finished.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.finished.emit()
