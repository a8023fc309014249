"""The history over the corner of the wall: a list to read, one click goes to any point of it, Esc closes."""

from __future__ import annotations

import datetime
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from cxworkshop.ui.bridge import Room
from cxworkshop.ui.history.row_painting import RowDelegate
from cxworkshop.ui.history.timeline import Row, rows
from cxworkshop.ui.parts.buttons import IconButton
from cxworkshop.ui.parts.labels import Caption, Words
from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import themes

ROW = Qt.ItemDataRole.UserRole
_WIDTH, _HEIGHT, _EDGE = 380, 520, 12  # pixels, where the window has them
_EVERY = 30_000  # ms between looks at the clock
_Index = QModelIndex | QPersistentModelIndex


class HistoryPanel(QFrame):
    """A child of the workspace; `over` is what it lies on, `wall` gets the keyboard back.

    It stays while one works, and follows every change.
    """

    def __init__(self, room: Room, over: QWidget, wall: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("Floating")
        self._room, self._over, self._wall = room, over, wall
        over.installEventFilter(self)
        self.now = lambda: datetime.datetime.now().astimezone()
        self.heading, self.none = Caption(), Words(look="soft")
        self.closing = IconButton("close", size=12)
        self.model = RowModel(self)
        self.list = QListView()
        self.list.setObjectName("PaletteList")
        self.list.setModel(self.model)
        self.list.setItemDelegate(RowDelegate(self.list))
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.clicked.connect(self._go)
        self._lay_out()
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.refresh)
        self._clock = QTimer(self, interval=_EVERY)
        self._clock.timeout.connect(self.refresh)
        for signal in (room.changed, room.document_changed, tr.changed, themes.changed):
            signal.connect(self._soon)
        self.closing.clicked.connect(self.leave)
        self.hide()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 8, 0)
        head.addWidget(self.heading, 1)
        head.addWidget(self.closing)
        self.none.setContentsMargins(16, 4, 16, 16)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 2, 2, 4)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addWidget(self.none)

    def toggle(self) -> None:
        """Open it with the newest change under the keys, or close it."""
        if self.isVisible():
            self.leave()
            return
        self.show()
        self.raise_()
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)
        self._choose_now()

    def leave(self) -> None:
        """Close it; the wall has the keyboard."""
        self.hide()
        self._wall.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()
        self._clock.start()

    def _soon(self) -> None:
        if self.isVisible():
            self._later.start()

    def refresh(self) -> None:
        """Show the log as it is now."""
        if not self.isVisible():
            self._clock.stop()
            return
        self.heading.setText(tr("History"))
        self.closing.say(tr("Close the history"), "Esc")
        self.list.setAccessibleName(tr("History"))
        self.list.setToolTip("")
        at = self.list.verticalScrollBar().value()
        chosen = self.list.currentIndex().row()
        self.model.show_rows(rows(self._room.document, tr.translator, self.now()))
        self.list.setCurrentIndex(self.model.index(min(chosen, self.model.rowCount() - 1)))
        self.list.verticalScrollBar().setValue(at)
        self.list.setVisible(self.model.rowCount() > 0)
        self.none.setText(tr("Nothing has been done yet. Every change will stand here, and one click goes back to it."))
        self.none.setVisible(self.model.rowCount() == 0)
        self.place()

    def place(self) -> None:
        """Into the lower right corner of what it lies over, as large as there is room."""
        scale = themes.text_scale
        width = min(round(_WIDTH * scale), self._over.width() - 2 * _EDGE)
        height = min(round(_HEIGHT * scale), self._over.height() - 2 * _EDGE)
        if self.list.isHidden():
            height = min(height, self.sizeHint().height() + self.none.heightForWidth(width - 36))
        corner = self._over.mapToGlobal(self._over.rect().bottomRight())
        parent = self.parentWidget()
        corner = parent.mapFromGlobal(corner) if parent is not None else corner
        self.setGeometry(corner.x() - width - _EDGE, corner.y() - height - _EDGE, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.place()
        return False

    def _choose_now(self) -> None:
        states = [row.state for row in self.model.rows]
        if "now" in states:
            self.list.setCurrentIndex(self.model.index(states.index("now")))
            self.list.scrollTo(self.list.currentIndex())

    def _go(self, index: _Index) -> None:
        row: Row | None = index.data(ROW)
        if row is not None and row.depth is not None and not self._room.document.read_only:
            self._room.go_to(row.depth)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._go(self.list.currentIndex())
        else:
            super().keyPressEvent(event)


class RowModel(QAbstractListModel):
    """The rows as Qt asks for them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []

    def show_rows(self, found: list[Row]) -> None:
        self.beginResetModel()
        self.rows = found
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return len(self.rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Headings and what one cannot go to are read, not chosen."""
        row = self.rows[index.row()] if index.isValid() else None
        if row is None or row.state == "day":
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()] if index.isValid() else None
        if row is None or role == ROW:
            return row
        if role == Qt.ItemDataRole.ToolTipRole and row.exactly:
            return f"{row.what}\n{row.exactly}".replace("<", "\u2039")  # a tooltip reads markup
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join(part for part in (row.what, row.below) if part)
        return row.what if role == Qt.ItemDataRole.DisplayRole else None
