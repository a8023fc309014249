"""The workshops opened lately; those that are no longer where they were can be taken off the list."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.ui.parts.buttons import IconButton
from cxworkshop.ui.parts.labels import Elided, Words
from cxworkshop.ui.parts.pressable import Pressable
from cxworkshop.ui.settings import Settings
from cxworkshop.ui.speech import tr

MOST_SHOWN = 7


class RecentList(QFrame):
    """`wanted` gives the path of the workshop to open."""

    wanted = Signal(Path)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.rows: list[RecentRow] = []
        self._empty = Words(look="soft")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self._empty)
        self._column.addStretch(1)
        tr.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Look again which files are there."""
        for row in self.rows:
            self._column.removeWidget(row)
            row.deleteLater()
        self.rows = [RecentRow(path) for path in self._settings.recent()[:MOST_SHOWN]]
        for number, row in enumerate(self.rows):
            row.pressed.connect(lambda path=row.path: self.wanted.emit(path))
            row.forget.clicked.connect(lambda _=False, path=row.path: self._forget(path))
            self._column.insertWidget(number, row)
        self._empty.setText(tr("Workshops you open will be listed here."))
        self._empty.setVisible(not self.rows)

    def _forget(self, path: Path) -> None:
        self._settings.forget_recent(path)
        self.refresh()


class RecentRow(Pressable):
    """One workshop: name, folder, and whether it is still there. The file itself is not touched."""

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__("Row", parent)
        self.path = path
        there = path.exists()
        self.forget = IconButton("close", tr("Take off this list"), size=12)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Elided(path.stem, "strong"))
        words.addWidget(Elided(str(path.parent) if there else tr("No longer there"), "small"))
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 5, 4, 5)
        row.addLayout(words, 1)
        row.addWidget(self.forget)
        self.setAccessibleName(path.stem)
        self.setEnabled(True)
        self.setToolTip(str(path))
