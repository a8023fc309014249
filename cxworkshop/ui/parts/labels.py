"""Labels that never read markup: every text a person wrote is shown as it was written."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget


class Words(QLabel):
    """A plain text in one of the looks of the style sheet: caption, soft, small, strong, figure, title, headline…"""

    def __init__(self, text: str = "", look: str = "", parent: QWidget | None = None, *, wrap: bool = True) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if look:
            self.setProperty("words", look)
        if not wrap:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        else:
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.MinimumExpanding)
            self.setMinimumWidth(24)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A wrapped label asks for the height its width needs; Qt's own hint guesses a width."""
        super().resizeEvent(event)
        if self.wordWrap():
            needed = self.heightForWidth(event.size().width())
            if needed > 0 and needed != self.minimumHeight():
                self.setMinimumHeight(needed)
                self.updateGeometry()

    def setText(self, text: str) -> None:
        if text != self.text():
            super().setText(text)
            if self.wordWrap() and self.width() > 24:
                self.setMinimumHeight(max(self.heightForWidth(self.width()), 0))

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if self.wordWrap() and self.width() > 24:
            hint.setHeight(max(self.heightForWidth(self.width()), 0))
        return hint


class Caption(Words):
    """The small heading of a section, in spaced capitals."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, "caption", parent)
        font = self.font()
        font.setCapitalization(QFont.Capitalization.AllUppercase)
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 106)
        self.setFont(font)


class Elided(QLabel):
    """One line that ends in … where it does not fit; the whole text stands in the tooltip then."""

    def __init__(self, text: str = "", look: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(20)
        if look:
            self.setProperty("words", look)

    def minimumSizeHint(self) -> QSize:
        return QSize(20, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        metrics = QFontMetrics(self.font())
        room = self.contentsRect()
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(room, int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), shown)
        self.setToolTip(self.text() if shown != self.text() else "")


def rule() -> QFrame:
    """A hairline between sections."""
    line = QFrame()
    line.setObjectName("Rule")
    line.setFixedHeight(1)
    return line
