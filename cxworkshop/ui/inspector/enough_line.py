"""One line of what is enough at a step: a mark whether it is there, and the count."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cxworkshop.ui import icons
from cxworkshop.ui.enough import Counted
from cxworkshop.ui.parts.labels import Words
from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import themes

_MARK = 16  # pixels


class EnoughLine(QWidget):
    """Shows one Counted: a check mark where there is enough, an empty circle where there is not yet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reached = False
        self.words = Words()
        row = QHBoxLayout(self)
        row.setContentsMargins(round(_MARK * themes.text_scale) + 6, 0, 0, 0)
        row.addWidget(self.words)

    def show_counted(self, counted: Counted) -> None:
        """Say what was counted, and whether that is enough."""
        self._reached = counted.reached
        told = counted.told(tr.translator)
        self.words.setText(told)
        state = tr("enough") if counted.reached else tr("not enough yet")
        self.words.setAccessibleName(f"{told} – {state}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = _MARK * themes.text_scale
        mark = QRectF(0, (self.words.fontMetrics().lineSpacing() - size) / 2 + self.words.y(), size, size)
        if self._reached:
            icons.draw(painter, "check", themes.current.colour("good"), mark)
            return
        painter.setPen(QPen(themes.current.colour("soft"), 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(mark.adjusted(2.5, 2.5, -2.5, -2.5))
