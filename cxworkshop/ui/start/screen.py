"""The start screen: recent workshops, a new one from a template, the examples, and what else can be opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from cxworkshop.ui import icons
from cxworkshop.ui.parts.buttons import Button
from cxworkshop.ui.parts.combo import Segments
from cxworkshop.ui.parts.labels import Caption, Words
from cxworkshop.ui.settings import Settings
from cxworkshop.ui.speech import tr
from cxworkshop.ui.start.recent import RecentList
from cxworkshop.ui.start.sources import EXAMPLES, TEMPLATES
from cxworkshop.ui.start.tiles import ExampleTile, TemplateTile
from cxworkshop.ui.theme import themes
from cxworkshop.words import N_

if TYPE_CHECKING:
    from cxworkshop.ui.files import Files

_WIDEST = 1120


class StartScreen(QScrollArea):
    """`back_wanted`: back to the workshop that is open."""

    back_wanted = Signal()

    def __init__(self, files: Files, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files, self._settings = files, settings
        self._texts: list[tuple[Callable[[str], object], str]] = []
        self.templates = [TemplateTile(source) for source in TEMPLATES]
        self.examples = [ExampleTile(source) for source in EXAMPLES]
        self.recent = RecentList(settings)
        self._back = Button("", "arrow_left", "quiet")
        self._open, self._import = Button("", "open"), Button("", "import")
        self._languages = Segments(can_be_none=False)
        self._logo = QLabel()
        self._lay_out()
        self._connect()
        self.retranslate()
        self.refresh(can_go_back=False)

    def _lay_out(self) -> None:
        sheet = QWidget()
        sheet.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(28, 26, 28, 22)
        column.setSpacing(22)
        column.addLayout(self._head())
        halves = QHBoxLayout()
        halves.setSpacing(30)
        halves.addLayout(self._making(), 17)
        halves.addLayout(self._opening(), 8)
        column.addLayout(halves, 1)
        outside = QWidget()
        outside.setObjectName("Sheet")
        row = QHBoxLayout(outside)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(sheet, 1000)
        row.addStretch(1)
        self.setWidget(outside)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def _head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._said(N_("From the customer’s need back to the last back office"), "headline"))
        words.addWidget(self._said(N_("One wall, one day, one file. Nothing leaves this computer."), "lead"))
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._logo)
        row.addLayout(words, 1)
        row.addWidget(self._back)
        row.addWidget(self._languages, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _making(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(9)
        column.addWidget(self._heading(N_("Begin with a template")))
        column.addLayout(_in_pairs(self.templates))
        column.addSpacing(12)
        column.addWidget(self._heading(N_("Look at an example")))
        column.addWidget(self._said(N_("Filled walls to try things on. You choose where your copy is kept."), "soft"))
        column.addLayout(_in_pairs(self.examples))
        column.addStretch(1)
        return column

    def _opening(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(9)
        column.addWidget(self._heading(N_("Open")))
        column.addWidget(self._open)
        column.addWidget(self._import)
        column.addWidget(self._said(N_("Lists from Excel, CSV or JSON become cards."), "soft"))
        column.addSpacing(10)
        column.addWidget(self._heading(N_("Recent workshops")))
        column.addWidget(self.recent, 1)
        return column

    def _said(self, text: str, look: str) -> Words:
        label = Words(look=look)
        self._texts.append((label.setText, text))
        return label

    def _heading(self, text: str) -> Caption:
        label = Caption()
        self._texts.append((label.setText, text))
        return label

    def _connect(self) -> None:
        for tile in self.templates:
            tile.pressed.connect(lambda source=tile.source: self._files.make(source))
        for example in self.examples:
            example.pressed.connect(lambda source=example.source: self._files.make(source, fresh=True))
        self._open.clicked.connect(self._files.open)
        self._import.clicked.connect(self._files.import_)
        self._back.clicked.connect(self.back_wanted)
        self.recent.wanted.connect(self._files.open_path)
        self._languages.chosen.connect(self._files.window.use_language)
        tr.changed.connect(self.retranslate)
        themes.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self._logo.setPixmap(icons.pixmap("app", themes.current.colour("text"), 52))

    def retranslate(self) -> None:
        for say, text in self._texts:
            say(tr(text))
        self._back.setText(tr("Back to the workshop"))
        self._open.setText(tr("Open a workshop…"))
        self._import.setText(tr("Import a list…"))
        self._languages.fill([("RU", "ru"), ("EN", "en")], tr.language)

    def refresh(self, *, can_go_back: bool) -> None:
        """Look again which workshops are there."""
        self._back.setVisible(can_go_back)
        self.recent.refresh()

    def draw_examples_soon(self) -> None:
        """Draw the small walls of the examples once the window stands."""
        QTimer.singleShot(0, self, self._draw_examples)

    def _draw_examples(self) -> None:
        for example in self.examples:
            example.draw()

    def showEvent(self, event: object) -> None:
        self.draw_examples_soon()


def _in_pairs(tiles: Sequence[QWidget]) -> QGridLayout:
    """Tiles in two columns of the same width."""
    grid = QGridLayout()
    grid.setSpacing(10)
    for number, tile in enumerate(tiles):
        grid.addWidget(tile, number // 2, number % 2)
        grid.setColumnStretch(number % 2, 1)
    return grid
