"""Meetings and recordings as a list in groups; a row pressed is selected. Shows what it is told, sorts nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.ui.palette.tool import KindMark
from cxworkshop.ui.parts.buttons import Button
from cxworkshop.ui.parts.labels import Caption, Elided, Words
from cxworkshop.ui.parts.pressable import Pressable
from cxworkshop.ui.speech import tr

MOST = 40  # rows of a group, until all are asked for


class Entry(NamedTuple):
    """One row: a card, its title, what stands below it."""

    card: str
    kind: str
    title: str
    below: str


class Group(NamedTuple):
    heading: str
    entries: tuple[Entry, ...]


class EntryRow(Pressable):
    """The row of one card: it stays while the card stays where it is in the list."""

    def __init__(self, entry: Entry, parent: QWidget | None = None) -> None:
        super().__init__("Choice", parent)
        self._entry: Entry | None = None
        self._title, self._below = Elided(""), Words("", "small")
        line = QHBoxLayout(self)
        line.setContentsMargins(10, 6, 10, 6)
        line.setSpacing(9)
        line.addWidget(KindMark(entry.kind, size=16))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._below)
        line.addLayout(words, 1)
        self.show_entry(entry)

    def show_entry(self, entry: Entry) -> None:
        """Show the card as it is now."""
        if entry != self._entry:
            self._entry = entry
            self._title.setText(entry.title)
            self._below.setText(entry.below)
            self.setAccessibleName(entry.title)
            self.setAccessibleDescription(entry.below)


class CardList(QWidget):
    """`chosen` gives the id of a card that was pressed."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.groups: tuple[Group, ...] = ()
        self.rows: dict[str, EntryRow] = {}
        self._whole: set[str] = set()
        self._current = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._page: QWidget | None = None

    def show_groups(self, groups: Sequence[Group], current: str) -> None:
        """Show these groups; those without a row are left out. `current` is marked."""
        before, self.groups = self.groups, tuple(group for group in groups if group.entries)
        if self._page is None or _order(before) != _order(self.groups):
            self._draw()
        else:
            for group in self.groups:
                for entry in self._shown(group):
                    self.rows[entry.card].show_entry(entry)
        self._mark(current)

    def _shown(self, group: Group) -> tuple[Entry, ...]:
        return group.entries if group.heading in self._whole else group.entries[:MOST]

    def _draw(self) -> None:
        old, self._page = self._page, QWidget()
        self.rows, self._current = {}, ""
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        for group in self.groups:
            column.addWidget(Caption(f"{group.heading} · {len(group.entries)}"))
            shown = self._shown(group)
            for entry in shown:
                row = self.rows[entry.card] = EntryRow(entry)
                row.pressed.connect(lambda card=entry.card: self.chosen.emit(card))
                column.addWidget(row)
            left = len(group.entries) - len(shown)
            if left:
                column.addWidget(self._more(group.heading, left))
            column.addSpacing(8)
        column.addStretch(1)
        self._column.addWidget(self._page)
        if old is not None:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()

    def _more(self, heading: str, left: int) -> Button:
        more = Button(tr.plural("Show {n} more", "Show {n} more", left), look="link")
        more.clicked.connect(lambda: self._show_whole(heading))
        return more

    def _show_whole(self, heading: str) -> None:
        current = self._current
        self._whole.add(heading)
        self._draw()
        self._mark(current)

    def _mark(self, current: str) -> None:
        for card in {self._current, current} - {""}:
            row = self.rows.get(card)
            if row is not None:
                row.setProperty("chosen", card == current)
                row.style().unpolish(row)
                row.style().polish(row)
        self._current = current


def _order(groups: Sequence[Group]) -> list[tuple[str, list[str]]]:
    """Which cards stand where: what makes rows others."""
    return [(group.heading, [entry.card for entry in group.entries]) for group in groups]
