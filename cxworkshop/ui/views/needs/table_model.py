"""The table of needs, or of problems, as Qt asks for it: texts, colours, tips; scores are written back as edits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QIcon

from cxworkshop.actions import cards
from cxworkshop.analysis import opportunity, pain
from cxworkshop.analysis.by_touchpoint import Row
from cxworkshop.model.cards import KINDS
from cxworkshop.model.records import Card
from cxworkshop.ui import icons
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import themes
from cxworkshop.words import N_

TITLE, WHERE, FIRST, SECOND, FIGURE, GROUNDS = range(6)
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Shape:
    """What the table of a kind shows: headings, the two scores and the figure made of them, up to `most`."""

    scores: tuple[str, str]
    headings: tuple[str, ...]
    formula: str
    source: str
    most: float


SHAPES = {
    "need": Shape(
        ("importance", "satisfaction"),
        (N_("Need"), N_("Arises at"), N_("Importance"), N_("Satisfaction"), N_("Opportunity"), N_("Rests on")),
        opportunity.FORMULA,
        opportunity.SOURCE,
        opportunity.LARGEST,
    ),
    "problem": Shape(
        ("severity", "frequency"),
        (N_("Problem"), N_("Raised at"), N_("Severity"), N_("Frequency"), N_("Pain"), N_("Rests on")),
        pain.FORMULA,
        pain.SOURCE,
        100,
    ),
}


class NeedsModel(QAbstractTableModel):
    """Rows as the page gives them. A score typed becomes an edit of its card, empty makes it absent."""

    def __init__(self, room: Room, kind: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._room, self.shape, self.kind = room, SHAPES[kind], kind
        self.rows: list[Row] = []

    def show(self, rows: list[Row]) -> None:
        """Show other rows."""
        if [row.card.id for row in rows] == [row.card.id for row in self.rows]:
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, GROUNDS))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def row_of(self, card_id: str) -> int | None:
        """The row of a card, None where it is not shown."""
        return next((number for number, row in enumerate(self.rows) if row.card.id == card_id), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.shape.headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(self.shape.headings[section])
        if role == Qt.ItemDataRole.ToolTipRole:
            heading = tr(self.shape.headings[section])
            return "\n".join((heading, tr(self.shape.formula), tr(self.shape.source))) if section == FIGURE else heading
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        scored = index.column() in (FIRST, SECOND) and not self._room.document.read_only
        return flags | Qt.ItemFlag.ItemIsEditable if scored else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == Qt.ItemDataRole.EditRole:
            return tr.number(self._score(row.card, column)) if self._score(row.card, column) is not None else ""
        if role == Qt.ItemDataRole.DecorationRole and column == TITLE:
            return QIcon(icons.pixmap(self.kind, themes.current.accent(self.kind), 18))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignHCenter if column in (FIRST, SECOND, FIGURE) else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole and column == GROUNDS and row.grounds.lacking:
            return themes.current.colour("bad")
        if role == Qt.ItemDataRole.FontRole and column == FIGURE:
            font = QFont()
            font.setBold(True)
            return font
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._tip(row, column)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        card, name = self.rows[index.row()].card, self.shape.scores[index.column() - FIRST]
        text = str(value).strip().replace(",", ".").replace("−", "-")
        try:
            score = float(text) if text else None
        except ValueError:
            return False
        if score == self._score(card, index.column()):
            return False
        whole = int(score) if score is not None and score.is_integer() else score
        return self._room.do(lambda board: cards.edit(board, card.id, **{name: whole}))

    def _score(self, card: Card, column: int) -> float | None:
        value = card.get(self.shape.scores[column - FIRST]) if column in (FIRST, SECOND) else None
        return value if isinstance(value, int | float) else None

    def _text(self, row: Row, column: int) -> str:
        if column == TITLE:
            return row.card.title or tr("(no title)")
        if column == WHERE:
            return self._where(row, brief=True)
        if column == FIGURE:
            return tr.number(row.figure)
        return self._rests_on(row, brief=True) if column == GROUNDS else tr.number(self._score(row.card, column))

    def _where(self, row: Row, brief: bool = False) -> str:
        if row.touchpoints:
            return _titles(row.touchpoints, brief)
        stage = self._room.board.stage_of(row.card)
        return tr("stage: {title}", title=stage.title or tr("(no title)")) if stage else tr("nowhere yet")

    def _rests_on(self, row: Row, brief: bool = False) -> str:
        level = row.grounds.level
        field = KINDS[self.kind].field("basis" if self.kind == "need" else "evidence")
        label = next((choice.label for choice in field.choices if choice.value == level), "") if field else ""
        said = [tr(label)] if label else []
        sample = row.card.get("sample")
        if isinstance(sample, int) and sample > 0:
            said.append(tr("n = {n}", n=sample))
        said += [_titles(row.grounds.sources, brief)] if row.grounds.sources else []
        if row.grounds.lacking:
            return tr("a guess: {level}", level=said[0]) if said else tr("a guess: nobody was asked")
        return ", ".join(said)

    def _tip(self, row: Row, column: int) -> str:
        if column == FIGURE:
            scores = ", ".join(
                f"{tr(self.shape.headings[at])} {tr.number(self._score(row.card, at))}" for at in (FIRST, SECOND)
            )
            return "\n".join((tr(self.shape.formula), scores, self._rests_on(row), tr(self.shape.source)))
        if column in (FIRST, SECOND):
            pasting = tr("A column of numbers can be pasted from a spreadsheet.")
            return "\n".join((tr("Type a number; empty takes the score away."), pasting))
        if column == WHERE:
            return self._where(row)
        return self._rests_on(row) if column == GROUNDS else self._text(row, column)


def _titles(cards: Sequence[Card], brief: bool) -> str:
    """The titles of cards; `brief`: that of the first, and how many more there are."""
    titles = [card.title or tr("(no title)") for card in cards]
    if brief and len(titles) > 2:
        return tr("{title} and {n} more", title=titles[0], n=len(titles) - 1)
    return ", ".join(titles)
