"""Who has which part in which improvement, as a table of roles and improvements; gaps are said in words.

Typing A, R, C or I in a cell gives or takes that part; Enter, or a press, offers all four.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from PySide6 import QtGui
from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QBrush, QFont, QFontMetricsF, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from cxworkshop.actions import improvements
from cxworkshop.analysis.agreed import PARTS, Raci, raci, ranked
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.keyboard import latin_keys
from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import themes
from cxworkshop.ui.views.drawing import window_look
from cxworkshop.ui.views.weighing.lines import wrapped
from cxworkshop.words import N_

NAMES = {
    "A": N_("Accountable: answers for it (exactly one)"),
    "R": N_("Responsible: does the work"),
    "C": N_("Consulted: is asked before"),
    "I": N_("Informed: is told afterwards"),
}
_GAPS = {"none": N_("nobody answers"), "several": N_("several answer")}
ANSWERS, FIRST_ROLE = 0, 1  # columns
_ROLE, _GAP, _AIR = 118, 150, 18  # pixels at 100 %: the column of a role, that of gaps, beside a name
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class RaciModel(QAbstractTableModel):
    """Improvements are rows, named in the header so that they stay in sight; the gap, then the roles are columns."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self.rows: list[tuple[str, Raci]] = []
        self.roles: list[tuple[str, str]] = []
        self.title_width = 220.0

    def refresh(self) -> None:
        """Show the board as it is; rows and columns stay where they were as long as the cards do."""
        board = self._room.board
        rows = [(own.title or tr("(no title)"), raci(board, own)) for own in ranked(board.of_kind("improvement"))]
        roles = self._in_order(rows)
        same = [own.id for _, own in rows] == [own.id for _, own in self.rows] and roles == self.roles
        if same:
            self.rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(roles)))
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(rows) - 1)
            return
        self.beginResetModel()
        self.rows, self.roles = rows, roles
        self.endResetModel()

    def _in_order(self, rows: list[tuple[str, Raci]]) -> list[tuple[str, str]]:
        """The roles as they stood; where there are others, those that have a part before those that have none."""
        titles = {own.id: own.title or tr("(no title)") for own in self._room.board.of_kind("role")}
        if titles.keys() == {role for role, _ in self.roles}:
            return [(role, titles[role]) for role, _ in self.roles]
        busy = {role for _, own in rows for role in own.letters}
        return sorted(titles.items(), key=lambda own: (own[0] not in busy, own[1], own[0]))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return len(self.roles) + FIRST_ROLE

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        named = orientation == Qt.Orientation.Vertical
        if not named and section < FIRST_ROLE:
            return tr("Gap")
        name = self.rows[section][0] if named else self.roles[section - FIRST_ROLE][1]
        if role != Qt.ItemDataRole.DisplayRole:
            return QtGui.Qt.convertFromPlainText(name) if role == Qt.ItemDataRole.ToolTipRole else name
        return _in_two_lines(name, self.title_width if named else _ROLE * themes.text_scale, themes.text_scale)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        title, own = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(index.column(), own)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{title}; {self._tip(index.column(), own)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return QtGui.Qt.convertFromPlainText(self._tip(index.column(), own))
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() >= FIRST_ROLE:
            return Qt.AlignmentFlag.AlignCenter
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == ANSWERS:
            return QBrush(themes.current.colour("bad"))
        if role == Qt.ItemDataRole.FontRole and index.column() >= FIRST_ROLE:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        return None

    def _text(self, column: int, own: Raci) -> str:
        if column == ANSWERS:
            return f"⚠ {tr(_GAPS[own.gap])}" if own.gap else ""
        return " ".join(own.letters.get(self.roles[column - FIRST_ROLE][0], ""))

    def _tip(self, column: int, own: Raci) -> str:
        if column < FIRST_ROLE:
            return self._text(column, own)
        role, name = self.roles[column - FIRST_ROLE]
        parts = [tr(NAMES[letter]) for letter in own.letters.get(role, "")]
        return "; ".join([name, *parts])


@lru_cache(maxsize=1000)  # a header asks for all of its names again and again
def _in_two_lines(name: str, width: float, scale: float) -> str:
    return "\n".join(wrapped(name, _metrics(), width - _AIR, 2))


def _metrics() -> QFontMetricsF:
    return window_look().metrics(12.5, QFont.Weight.DemiBold)


class RaciTable(QTableView):
    """The table itself; every change of a cell is an action."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._shared: tuple[int, float, bool] | None = None  # what the widths were worked out from
        self.table = RaciModel(room, self)
        self.setModel(self.table)
        self.setAccessibleName(tr("Who has which part"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setWordWrap(False)
        self.setShowGrid(True)
        self.setCornerButtonEnabled(False)
        names, roles = self.verticalHeader(), self.horizontalHeader()
        for head in (names, roles):
            head.setHighlightSections(False)
            head.setTextElideMode(Qt.TextElideMode.ElideNone)
            head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        names.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        names.setSectionsClickable(True)
        names.sectionClicked.connect(self._choose)
        roles.setFixedHeight(2 * self.fontMetrics().lineSpacing() + 12)
        self.setMinimumHeight(180)
        self.clicked.connect(self._press)
        self.table.modelReset.connect(self._forget_widths)
        self.refresh()

    def refresh(self) -> None:
        """Show the board as it is now."""
        self.table.refresh()
        self._share_out()

    def _forget_widths(self) -> None:
        """Other rows or columns have widths of their own."""
        self._shared = None

    def _share_out(self) -> None:
        scale = themes.text_scale
        wide = max(self.width() // 3, round(220 * scale))
        metrics = _metrics()
        long = any(metrics.horizontalAdvance(title) > wide - _AIR for title, _ in self.table.rows)
        shared = (wide, scale, long)
        if shared == self._shared:
            return
        self._shared = shared
        self.table.title_width = wide
        self.verticalHeader().setFixedWidth(wide)
        self.verticalHeader().setDefaultSectionSize(round((2 if long else 1) * metrics.lineSpacing() + 12 * scale))
        self.horizontalHeader().setDefaultSectionSize(round(_ROLE * scale))
        self.setColumnWidth(ANSWERS, round(_GAP * scale))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._share_out()

    def _choose(self, row: int) -> None:
        self._room.select([self.table.rows[row][1].id])

    def _press(self, index: QModelIndex) -> None:
        if index.column() < FIRST_ROLE:
            self._choose(index.row())
        else:
            self._offer(index)

    def event(self, event: QEvent) -> bool:
        """In a cell the four letters are parts, whatever else they are short for in the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _letter(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        letter = _letter(event)
        if letter and index.isValid() and index.column() >= FIRST_ROLE:
            self.toggle(index, letter)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self._press(index)
        else:
            super().keyPressEvent(event)

    def toggle(self, index: QModelIndex, letter: str) -> None:
        """Give the role of a cell this part in the improvement, or take it."""
        if self._room.document.read_only:
            return
        own, role = self.table.rows[index.row()][1], self.table.roles[index.column() - FIRST_ROLE][0]
        has = letter not in own.letters.get(role, "")
        if letter == "A":
            self._room.do(lambda board: improvements.set_accountable(board, own.id, role, has))
        else:
            self._room.do(lambda board: improvements.set_part(board, own.id, PARTS[letter], role, has))

    def _offer(self, index: QModelIndex) -> None:
        own, role = self.table.rows[index.row()][1], self.table.roles[index.column() - FIRST_ROLE][0]
        menu = QMenu(self)
        for letter, name in NAMES.items():
            action = menu.addAction(f"{letter} · {tr(name)}")
            action.setCheckable(True)
            action.setChecked(letter in own.letters.get(role, ""))
            action.setEnabled(not self._room.document.read_only)
            action.triggered.connect(lambda _=False, chosen=letter: self.toggle(index, chosen))
        area = self.visualRect(index)
        menu.popup(self.viewport().mapToGlobal(QPoint(area.x(), area.bottom())))


def _letter(event: QKeyEvent) -> str:
    """The part this key stands for, in either layout; "" for another key."""
    if event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
        return ""
    typed = event.text().lower()
    letter = latin_keys().get(typed, typed).upper()
    return letter if letter in NAMES else ""
