"""A text field that is as tall as its text."""

from __future__ import annotations

import math

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

_AROUND = 15  # pixels of frame and padding in resources/theme.qss, and a little air


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
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._fit)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._later.start())
        self._fit()

    def _fit(self) -> None:
        """As tall as its lines, within bounds."""
        line = self.fontMetrics().lineSpacing()
        text, most = self._text_height(), self._most * line
        height = math.ceil(min(max(text, self._least * line), most)) + _AROUND
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if text > most else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        if height != self.height():
            self.setFixedHeight(height)

    def _text_height(self) -> float:
        """In pixels; the document itself measures in lines."""
        block, height = self.document().begin(), 0.0
        while block.isValid():
            height += self.blockBoundingRect(block).height()
            block = block.next()
        return height

    def sizeHint(self) -> QSize:
        return QSize(120, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._later.start()

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
