"""The table itself: as tall as its rows, titles whole, scores typed where one stands, figures with a bar."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QKeySequence, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from cxworkshop.actions.needs import put_scores
from cxworkshop.analysis.by_touchpoint import Row
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.theme import themes
from cxworkshop.ui.views.many_line import pasted_rows
from cxworkshop.ui.views.needs.pasted import scores_in
from cxworkshop.ui.views.needs.table_model import FIGURE, FIRST, GROUNDS, SECOND, TITLE, WHERE, NeedsModel

_SHARES = {TITLE: 0.37, WHERE: 0.22, GROUNDS: 0.2}  # of the width that the figures leave
_FIGURES = (FIRST, SECOND, FIGURE)
MOST_LINES = 3  # of a text; a title of usual length has them


class NeedsTable(QTableView):
    """`card_wanted` gives a card pressed twice; `reached` where in the table the keyboard is now; `several` rows that
    were pasted and are not scores: these are written from the cell of the keyboard on."""

    card_wanted = Signal(str)
    several = Signal(list)
    reached = Signal(QRectF)

    def __init__(self, room: Room, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self.rows = NeedsModel(room, kind, self)
        self.setModel(self.rows)
        self.setItemDelegateForColumn(FIGURE, _FigureBar(self.rows.shape.most, kind, self))
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.fit)
        for signal in (self.rows.modelReset, self.rows.dataChanged):
            signal.connect(self._later.start)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.doubleClicked.connect(self._on_double_click)

    def show_rows(self, rows: list[Row]) -> None:
        """Show other rows; the keyboard stays on its card, wherever that has gone."""
        at = self.currentIndex()
        card, column = self.rows.rows[at.row()].card.id if at.isValid() else "", at.column()
        self.rows.show(rows)
        row = self.rows.row_of(card)
        if row is not None and self.currentIndex() != self.rows.index(row, column):
            self.setCurrentIndex(self.rows.index(row, column))

    def fit(self) -> None:
        """Share the width out, make every row as tall as its texts and the table as tall as its rows."""
        wide = self.viewport().width()
        scale = themes.text_scale
        header = self.horizontalHeader()
        widest = max(wide // 7, round(76 * scale))  # where letters are large, headings give way to titles
        figures = {at: min(max(header.sectionSizeHint(at), round(76 * scale)), widest) for at in _FIGURES}
        left = max(wide - sum(figures.values()), 300)
        whole = sum(_SHARES.values())
        for at, width in figures.items():
            self.setColumnWidth(at, width)
        for at, share in _SHARES.items():
            self.setColumnWidth(at, int(left * share / whole))
        heights = [self._height_of(at) for at in range(self.rows.rowCount())]
        for at, high in enumerate(heights):
            if self.rowHeight(at) != high:
                self.setRowHeight(at, high)
        self.setFixedHeight(sum(heights) + header.sizeHint().height() + 2 * self.frameWidth() + 2)

    def _height_of(self, row: int) -> int:
        """As tall as the tallest of its texts, at most MOST_LINES; the tip has the whole. Qt's own hint asks every cell
        anew and forgets the style's padding."""
        letters = self.fontMetrics().height()
        room = {at: self.columnWidth(at) - 22 - (letters + 14 if at == TITLE else 0) for at in _SHARES}
        texts = {at: str(self.rows.index(row, at).data()) for at in _SHARES}
        tallest = max(_text_height(texts[at], max(room[at], 24), self.font().toString()) for at in _SHARES)
        return 14 + min(tallest, MOST_LINES * self.fontMetrics().lineSpacing())

    def event(self, event: QEvent) -> bool:
        """On a score figures begin a score, whatever else they are short for in the window; rows are pasted here."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            at = self.currentIndex()
            figure = at.isValid() and at.column() in (FIRST, SECOND) and event.text().isdigit()
            if figure or self._pastes(event):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._pastes(event):
            super().keyPressEvent(event)
            return
        rows, at = pasted_rows(), self.currentIndex()
        if rows and not self._paste_scores(rows, at):
            self.several.emit(rows)

    def _pastes(self, event: QKeyEvent) -> bool:
        writable = not self._room.document.read_only
        return writable and event.matches(QKeySequence.StandardKey.Paste) and bool(pasted_rows())

    def _paste_scores(self, rows: list[list[str]], at: QModelIndex) -> bool:
        """Write a block of numbers from a score on, downwards and to the right, as one edit. False for other cells."""
        numbers = scores_in(rows)
        if numbers is None or not at.isValid() or at.column() not in (FIRST, SECOND):
            return False
        names = self.rows.shape.scores[at.column() - FIRST :]
        shown = self.rows.rows[at.row() :]
        scores = {row.card.id: dict(zip(names, own, strict=False)) for row, own in zip(shown, numbers, strict=False)}
        self._room.do(lambda board: put_scores(board, scores))
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._later.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._later.start()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls

    def _on_current(self, current: QModelIndex) -> None:
        if current.isValid():
            self._room.select([self.rows.rows[current.row()].card.id])
            area = QRectF(self.visualRect(current)).translated(0, self.horizontalHeader().height())
            self.reached.emit(area)

    def _on_double_click(self, index: QModelIndex) -> None:
        if index.column() not in (FIRST, SECOND):
            self.card_wanted.emit(self.rows.rows[index.row()].card.id)


@lru_cache(maxsize=20_000)
def _text_height(text: str, width: int, font: str) -> int:
    """How high a text is when it is broken at a width, in a font given by its key."""
    letters = QFont()
    letters.fromString(font)
    flags = int(Qt.TextFlag.TextWordWrap)
    return QFontMetrics(letters).boundingRect(QRect(0, 0, width, 100_000), flags, text).height()


class _FigureBar(QStyledItemDelegate):
    """A figure over a bar that shows how much of the most possible it is."""

    def __init__(self, most: float, kind: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._most, self._kind = most, kind

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        model = index.model()
        figure = model.rows[index.row()].figure if isinstance(model, NeedsModel) else None
        if figure is None:
            return
        whole = QRectF(option.rect).adjusted(8, 0, -8, 0)
        bar = QRectF(whole.left(), whole.bottom() - 7, whole.width(), 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(themes.current.colour("line"))
        painter.drawRoundedRect(bar, 2, 2)
        painter.setBrush(themes.current.accent(self._kind))
        share = min(max(figure / self._most, 0), 1)
        painter.drawRoundedRect(QRectF(bar.left(), bar.top(), max(bar.width() * share, 3), bar.height()), 2, 2)
