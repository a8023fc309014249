"""The tree of goals: a line a goal with its grade as a bar; arrows walk, a press selects the card."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QIcon, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
    QWidget,
)

from cxworkshop.ui import icons
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import mixed, themes
from cxworkshop.ui.views.drawing import window_look
from cxworkshop.ui.views.goals.grade_bar import paint_grade
from cxworkshop.ui.views.goals.nodes import LOOSE, Node, grade_text
from cxworkshop.ui.views.weighing.lines import wrapped

TITLE, GRADE, FIGURES, TIED = range(4)
_ID, _GRADE, _KIND = (Qt.ItemDataRole.UserRole + number for number in (1, 2, 3))
_GRADED = ("objective", "key_result")
_MOST_LINES, _AIR = 4, 12


class GoalTree(QTreeWidget):
    """`wanted` gives a card to show on the wall (pressed twice, or Enter)."""

    wanted = Signal(str)

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._nodes: tuple[Node, ...] = ()
        self.setObjectName("GoalTree")
        self.setColumnCount(4)
        self.setHeaderLabels([tr("Goal"), tr("How far"), tr("Start → now → target"), tr("For")])
        self.setAccessibleName(tr("Objectives, key results and KPIs"))
        self.setWordWrap(True)
        self.setAllColumnsShowFocus(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setItemDelegate(_WrappedDelegate(self))
        self.setItemDelegateForColumn(GRADE, _GradeDelegate(self))
        self.setMinimumHeight(140)
        self.header().setStretchLastSection(True)
        self.header().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setIconSize(QSize(16, 16))
        self._soften()
        self.currentItemChanged.connect(lambda item, _: self._choose(item))
        self.itemActivated.connect(lambda item, _: self._want(item))
        room.selection_changed.connect(self.follow_selection)

    def _soften(self) -> None:
        """What is selected stays readable: a quiet ground under it, its letters as before."""
        theme = themes.current
        chosen = mixed(theme.colour("focus"), theme.colour("surface"), 0.2).name()
        self.setStyleSheet(
            f"QTreeWidget {{ border: 1px solid {theme.line}; border-radius: 8px; outline: none; }}"
            f"QTreeWidget::item:selected {{ background: {chosen}; color: {theme.text}; }}"
        )

    def show_nodes(self, nodes: tuple[Node, ...]) -> None:
        """Show the goals; what was folded stays folded."""
        if nodes == self._nodes:
            return
        folded = {self._id(item) for item in self._items() if not item.isExpanded() and item.childCount()}
        first = not self._nodes
        self._nodes = nodes
        self.blockSignals(True)
        self.clear()
        self.addTopLevelItems(_made(nodes))
        for item in self._items():
            item.setExpanded(first or self._id(item) not in folded)
        self.blockSignals(False)
        self.follow_selection()

    def share_out(self) -> None:
        """Widths that fit the room there is."""
        whole = max(self.viewport().width(), 400)
        for column, share in ((TITLE, 0.34), (GRADE, 0.19), (FIGURES, 0.21)):
            self.setColumnWidth(column, round(whole * share))
        self.scheduleDelayedItemsLayout()  # how high a line is follows from the widths

    def item_of(self, card: str) -> QTreeWidgetItem | None:
        """The first line of a card."""
        return next((item for item in self._items() if self._id(item) == card), None)

    def follow_selection(self) -> None:
        """Stand on the card selected elsewhere."""
        chosen = self._room.selection[0] if self._room.selection else None
        current = self.currentItem()
        if current is not None and self._id(current) == chosen:
            return
        item = self.item_of(chosen) if chosen is not None else None
        self.blockSignals(True)
        self.setCurrentItem(item)  # type: ignore[arg-type]
        self.blockSignals(False)
        if item is not None:
            self.scrollToItem(item)

    def _items(self) -> Iterator[QTreeWidgetItem]:
        walk = QTreeWidgetItemIterator(self)
        while (item := walk.value()) is not None:
            yield item
            walk += 1

    def _id(self, item: QTreeWidgetItem) -> str:
        return str(item.data(TITLE, _ID))

    def _choose(self, item: QTreeWidgetItem | None) -> None:
        if item is not None and self._id(item) != LOOSE:
            self._room.select([self._id(item)])

    def _want(self, item: QTreeWidgetItem) -> None:
        if self._id(item) != LOOSE:
            self.wanted.emit(self._id(item))


def _made(nodes: Sequence[Node]) -> list[QTreeWidgetItem]:
    found = []
    for node in nodes:
        item = QTreeWidgetItem([node.title, "", node.figures, node.tied])
        item.setData(TITLE, _ID, node.id)
        item.setData(GRADE, _GRADE, node.grade)
        item.setData(GRADE, _KIND, node.kind)
        for column, text in ((TITLE, node.title), (FIGURES, node.figures), (TIED, node.tied)):
            item.setToolTip(column, f"<qt>{_escaped(text)}</qt>" if text else "")
        if node.kind in _GRADED:
            item.setData(GRADE, Qt.ItemDataRole.AccessibleTextRole, grade_text(node.grade))
        if node.kind:
            item.setIcon(TITLE, QIcon(icons.pixmap(node.kind, themes.current.accent(node.kind), 18)))
        item.addChildren(_made(node.children))
        found.append(item)
    return found


def _escaped(text: str) -> str:
    import html

    return html.escape(text)


class _WrappedDelegate(QStyledItemDelegate):
    """A line as high as its texts need in their columns, up to _MOST_LINES."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        tree = self.parent()
        assert isinstance(tree, GoalTree)
        room = tree.columnWidth(index.column()) - _AIR
        if index.column() == TITLE:
            room -= tree.indentation() * _depth(index) + tree.iconSize().width() + 6
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        lines = len(wrapped(text, QFontMetricsF(tree.font()), max(room, 40), _MOST_LINES))
        return QSize(40, round(12 * themes.text_scale) + lines * tree.fontMetrics().lineSpacing())


def _depth(index: QModelIndex | QPersistentModelIndex) -> int:
    """How many lines it stands below, itself included."""
    depth, above = 1, index.parent()
    while above.isValid():
        depth, above = depth + 1, above.parent()
    return depth


class _GradeDelegate(QStyledItemDelegate):
    """Paints the bar of a grade over the usual ground of a cell."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        if index.data(_KIND) in _GRADED:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            area = QRectF(option.rect).adjusted(6, 0, -8, 0)
            paint_grade(painter, area, index.data(_GRADE), window_look())
            painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(160, round(30 * themes.text_scale))
