"""The rows of the map: a card on a line that leads away from the customer, with a dot that says how it is bound."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.ui.parts.labels import Words
from cxworkshop.ui.parts.pressable import Pressable
from cxworkshop.ui.theme import themes

_LINE = 7.5  # where the line runs, from the left


class MapRow(Pressable):
    """A card of the map. `direct`: a full dot; else a ring. `warmth`: the closeness of its owner, "" for none shown."""

    def __init__(
        self, card_id: str, title: str, below: str = "", *, colour: QColor, direct: bool = True, warmth: str = ""
    ) -> None:
        super().__init__("Row")
        self.card_id = card_id
        self._colour, self._direct = colour, direct
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 3, 4, 3)
        column.setSpacing(1)
        column.addWidget(Words(title))
        if below:
            line = QHBoxLayout()
            line.setSpacing(5)
            if warmth:
                line.addWidget(WarmthDot(warmth), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(Words(below, "small"), 1)
            column.addLayout(line)
        self.setAccessibleName(title)
        self.setAccessibleDescription(below)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre = QPointF(_LINE, 3 + self.fontMetrics().height() / 2 + 1)
        painter.setPen(QPen(self._colour, 2))
        painter.setBrush(self._colour if self._direct else themes.current.colour("surface"))
        painter.drawEllipse(centre, 4, 4)


class WarmthDot(QWidget):
    """How close the owner is to customers, as a colour; the words beside it say it too."""

    def __init__(self, warmth: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._warmth = warmth
        self.setFixedSize(QSize(10, 15))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre = QPointF(5, 8)
        if self._warmth == "nobody":
            painter.setPen(QPen(themes.current.colour("bad"), 1.5))
            painter.drawEllipse(centre, 3.5, 3.5)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(themes.current.closeness(self._warmth))
        painter.drawEllipse(centre, 4, 4)


class Rail(QWidget):
    """Rows one below another, joined by a line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def add_row(self, row: MapRow) -> None:
        self._column.addWidget(row)

    def add_words(self, text: str) -> None:
        """A heading between rows: how far what follows is."""
        label = Words(text, "small")
        label.setContentsMargins(24, 5, 0, 0)
        self._column.addWidget(label)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(themes.current.colour("line"), 2))
        painter.drawLine(QPointF(_LINE, 10), QPointF(_LINE, self.height() - 14))
