"""A line to type in that ends in … where its text does not fit and nobody is typing."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit

FRAMES = 40  # pixels: more than any style takes at the two sides of a line


class ElidedLine(QLineEdit):
    """While it has the focus it is a line like any other."""

    def shown_text(self) -> str:
        """What is seen while nobody is typing."""
        if self.fontMetrics().horizontalAdvance(self.text()) < self.width() - FRAMES:
            return self.text()  # without asking the style, which PySide makes many types for
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self._room().width() - 4)

    def _room(self) -> QRect:
        from PySide6.QtWidgets import QStyle, QStyleOptionFrame

        option = QStyleOptionFrame()
        self.initStyleOption(option)
        return self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus() or self.shown_text() == self.text():
            super().paintEvent(event)
            return
        from PySide6.QtWidgets import QStyle, QStyleOptionFrame

        option = QStyleOptionFrame()
        self.initStyleOption(option)
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        room = self._room().adjusted(2, 0, -2, 0)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), self.shown_text())
