"""The wall's scroll bars. The style's own cost more than the rest of a pan frame, so these paint themselves; how they
answer the mouse is still the style's."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from cxworkshop.ui.theme import themes

INSET = 2.0  # pixels between the handle and the bar's edges
RADIUS = 3.0
SHORTEST = 32  # pixels of a handle: min-height and margins of resources/theme.qss


class ScrollBar(QScrollBar):
    """A handle in the theme's colours on the ground of the window."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget | None = None) -> None:
        super().__init__(orientation, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        themes.changed.connect(self.update)

    def handle(self) -> QRect:
        """Where the handle lies, in pixels of the bar. The style has it there, too, but asking a style makes PySide go
        through all it knows of styles, before the first picture."""
        lies = self.orientation() == Qt.Orientation.Horizontal
        along = self.width() if lies else self.height()
        span = self.maximum() - self.minimum()
        length = min(max(along * self.pageStep() // max(span + self.pageStep(), 1), SHORTEST), along) if span else along
        gone = self.sliderPosition() - self.minimum()
        at = (2 * (along - length) * gone + span) // (2 * span) if span else 0
        return QRect(at, 0, length, self.height()) if lies else QRect(0, at, self.width(), length)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = themes.current
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.colour("ground"))
        if self.maximum() > self.minimum():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            held = self.isSliderDown() or self.underMouse()
            painter.setBrush(theme.colour("faint" if held else "strong_line"))
            painter.drawRoundedRect(QRectF(self.handle()).adjusted(INSET, INSET, -INSET, -INSET), RADIUS, RADIUS)
        painter.end()
