"""The command palette: a field and a list over the window. Enter does, arrows choose, Esc leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsDropShadowEffect,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from cxworkshop.ui import icons
from cxworkshop.ui.command_palette.entries import Entry, entries
from cxworkshop.ui.parts.labels import Words
from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import themes

if TYPE_CHECKING:
    from cxworkshop.ui.main_window import MainWindow

_WIDTH, _HEIGHT = 620, 420
_ROW = 36
_MARGIN = 8  # around the list, as the style sheet gives it
_ENTRY = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


class CommandPalette(QFrame):
    """Lies over the window until it loses the focus."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setObjectName("Floating")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._window = window
        self.field = QLineEdit()
        self.field.setObjectName("PaletteField")
        self.field.setPlaceholderText(tr("Find a card or a command"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.model = EntryModel(self)
        self.list = QListView()
        self.list.setObjectName("PaletteList")
        self.list.setModel(self.model)
        self.list.setItemDelegate(EntryDelegate(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.entered.connect(self.list.setCurrentIndex)
        self.list.clicked.connect(lambda _: self.take())
        self._nothing = Words(tr("Nothing fits. Try another word."), "soft")
        self._nothing.setContentsMargins(18, 14, 18, 18)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        column.addWidget(self._nothing)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(48)
        shadow.setOffset(0, 12)
        shadow.setColor(QColor(0, 0, 0, 90))
        self.setGraphicsEffect(shadow)
        self.field.textChanged.connect(self.look_for)
        self.field.installEventFilter(self)
        self.look_for("")

    def open(self) -> None:
        """Show it, the cursor in the field."""
        window = self._window
        width = min(_WIDTH, window.width() - 40)
        self.setGeometry(QRect((window.width() - width) // 2, 90, width, self._height()))
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _height(self) -> int:
        """As high as what is listed, and no higher than the window allows."""
        rows = self.model.rowCount()
        below = rows * self.list.sizeHintForRow(0) + 2 * _MARGIN if rows else self._nothing.sizeHint().height()
        return min(self.field.sizeHint().height() + below, _HEIGHT, self._window.height() - 160)

    def look_for(self, typed: str) -> None:
        """List what fits."""
        self.model.show_entries(entries(self._window, typed))
        self.list.setVisible(self.model.rowCount() > 0)
        self._nothing.setVisible(self.model.rowCount() == 0)
        self.list.setCurrentIndex(self.model.index(0))
        if self.isVisible():
            self.resize(self.width(), self._height())

    def take(self) -> None:
        """Do what is chosen."""
        entry = self.list.currentIndex().data(_ENTRY)
        self._leave()
        if entry is not None:
            entry.run()

    def _leave(self) -> None:
        wall = self._window.wall_or_none
        if wall is not None:
            wall.setFocus(Qt.FocusReason.PopupFocusReason)
        self.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._pressed(event.key())
        if event.type() == QEvent.Type.FocusOut and self.isVisible():
            self.close()
        return False

    def _pressed(self, key: int) -> bool:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        if key == Qt.Key.Key_Escape:
            self._leave()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take()
        elif key in steps:
            self._step(steps[Qt.Key(key)])
        else:
            return False
        return True

    def _step(self, by: int) -> None:
        """One step goes round the ends, a page stops at them."""
        rows = max(self.model.rowCount(), 1)
        to = self.list.currentIndex().row() + by
        self.list.setCurrentIndex(self.model.index(to % rows if abs(by) == 1 else min(max(to, 0), rows - 1)))


class EntryModel(QAbstractListModel):
    """The entries as Qt asks for them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []

    def show_entries(self, found: list[Entry]) -> None:
        self.beginResetModel()
        self.entries = found
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return len(self.entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role == _ENTRY:
            return entry
        return entry.text if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None


class EntryDelegate(QStyledItemDelegate):
    """Icon, text, and on the right the shortcut or the kind."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, round(_ROW * themes.text_scale))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        entry: Entry = index.data(_ENTRY)
        theme, rect = themes.current, option.rect.adjusted(2, 1, -2, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("raised"))
            painter.drawRoundedRect(rect, 7, 7)
        colour = theme.accent(entry.kind) if entry.kind else theme.colour("soft")
        painter.drawPixmap(rect.x() + 10, rect.center().y() - 8, icons.pixmap(entry.icon, colour, 18))
        beside = painter.fontMetrics().horizontalAdvance(entry.beside)
        painter.setPen(theme.colour("soft"))
        right = rect.adjusted(0, 0, -12, 0)
        painter.drawText(right, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), entry.beside)
        painter.setPen(theme.colour("text"))
        room = rect.adjusted(40, 0, -beside - 26, 0)
        text = painter.fontMetrics().elidedText(entry.text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)
        painter.restore()
