"""The tiles of the start screen: a template, an example with a small picture of its wall."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from cxworkshop.ui import icons
from cxworkshop.ui.parts.labels import Words
from cxworkshop.ui.parts.pressable import Pressable
from cxworkshop.ui.speech import tr
from cxworkshop.ui.start.sources import Source, board_of_source
from cxworkshop.ui.start.thumbnail import thumbnail
from cxworkshop.ui.theme import themes

_WIDTH, _HEIGHT = 420, 126  # pixels of the small wall; its middle is shown. Two rows stand on a screen of 768 pixels


class TemplateTile(Pressable):
    """A template: icon, title, one line."""

    def __init__(self, source: Source, parent: QWidget | None = None) -> None:
        super().__init__("Tile", parent)
        self.source = source
        self._picture = QLabel()
        self._title, self._text = Words(look="strong"), Words(look="soft")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._text)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 12, 14, 12)
        row.setSpacing(12)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        tr.changed.connect(self.retranslate)
        themes.changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        self._picture.setPixmap(icons.pixmap(self.source.icon, themes.current.colour("focus"), 24))
        title, text = self.source.title(tr.language), tr(self.source.text)
        self._title.setText(title)
        self._text.setText(text)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)


class ExampleTile(Pressable):
    """An example: a small picture of its wall, its title, one line."""

    def __init__(self, source: Source, parent: QWidget | None = None) -> None:
        super().__init__("Tile", parent)
        self.source = source
        self._wall = Miniature()
        self._title, self._text = Words(look="strong"), Words(look="soft")
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 12)
        column.setSpacing(2)
        column.addWidget(self._wall)
        words = QVBoxLayout()
        words.setContentsMargins(13, 8, 13, 0)
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._text)
        column.addLayout(words)
        column.addStretch(1)
        tr.changed.connect(self.retranslate)
        themes.changed.connect(self.redraw)
        self.retranslate()

    def retranslate(self) -> None:
        title, text = self.source.title(tr.language), tr(self.source.text)
        cycle = self.source.cycle(tr.language)
        if cycle > 1:
            title = tr("{title} · cycle {n}", title=title, n=cycle)
        self._title.setText(title)
        self._text.setText(text)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.redraw()

    def redraw(self) -> None:
        """Draw the wall anew, if it has been drawn before."""
        if self._wall.drawn:
            self.draw()

    def draw(self) -> None:
        """Draw the example's wall."""
        self._wall.show_picture(
            thumbnail(board_of_source(self.source.path(tr.language)), _WIDTH, _HEIGHT, self.devicePixelRatioF() * 1.5)
        )


class Miniature(QWidget):
    """A picture that fills its width, with the round corners of the tile on top."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QPixmap()
        self.setFixedHeight(_HEIGHT)

    @property
    def drawn(self) -> bool:
        return not self._picture.isNull()

    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT)

    def show_picture(self, picture: QPixmap) -> None:
        self._picture = picture
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        corners = QPainterPath()
        corners.addRoundedRect(0, 0, self.width(), self.height() + 14, 11, 11)
        painter.setClipPath(corners)
        painter.fillRect(self.rect(), themes.current.colour("wall"))
        if self.drawn:
            painter.drawPixmap(QPointF((self.width() - _WIDTH) / 2, 0), self._picture)
        painter.setPen(themes.current.colour("line"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
