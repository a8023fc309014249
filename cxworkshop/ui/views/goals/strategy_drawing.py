"""The strategy as a chain, a row a need: what is linked stands in its column, what is missing is said in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from cxworkshop.analysis.opportunity import FORMULA
from cxworkshop.analysis.strategy import COLUMNS, GAPS, Row
from cxworkshop.model.board import Board
from cxworkshop.model.cards import KINDS
from cxworkshop.ui import icons
from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.drawing import Look, Spot
from cxworkshop.ui.views.improvements.card_face import title_lines

TITLE, SMALL = 12.5, 11.0
MOST = 3  # cards of one column in one row; the rest is counted. On the shared screen as many as there is room for
_SHORT = 34  # letters of a title that two lines of a narrow column surely hold
_PAD, _GAP, _HEAD, _ARROW, _MORE = 8.0, 6.0, 30.0, 18.0, 20.0


class StrategyDrawing:
    """On the shared screen as many rows as the area holds; in the window all of them (`height`)."""

    def __init__(self, board: Board, rows: Sequence[Row], headline: str) -> None:
        self._board, self._rows, self._headline = board, rows, headline

    def texts(self) -> list[str]:
        return [self._headline, *(self.said(row) for row in self._rows[:40])]

    def said(self, row: Row) -> str:
        """One row as a sentence."""
        gaps = ", ".join(tr(GAPS[code]) for code in row.gaps)
        title = self._title(row.need)
        return tr("{title}: {gaps}", title=title, gaps=gaps) if gaps else tr("{title}: the chain is whole", title=title)

    def height(self, look: Look) -> float:
        """How tall all rows are."""
        return look.size(_HEAD) + sum(self._row_height(row, look, MOST) for row in self._rows)

    def paint(self, painter: QPainter, area: QRectF, look: Look) -> list[Spot]:
        area = area.adjusted(2, 0, -2, 0)  # frames lie half outside their boxes
        self._paint_heads(painter, area, look)
        y, spots = area.y() + look.size(_HEAD), []
        shown = self._fitting(area.bottom() + 1 - y, look) if look.on_screen else [(row, MOST) for row in self._rows]
        for row, most in shown:
            tall = self._row_height(row, look, most)
            spots += self._paint_row(painter, QRectF(area.x(), y, area.width(), tall), row, most, look)
            y += tall
        left = len(self._rows) - len(shown)
        if left:
            painter.setFont(look.font(SMALL))
            painter.setPen(look.colour("soft"))
            text = tr.plural("and {n} more need", "and {n} more needs", left)
            painter.drawText(QPointF(area.x(), min(y + look.size(_MORE - 4), area.bottom())), text)
        return spots

    def _fitting(self, free: float, look: Look) -> list[tuple[Row, int]]:
        """As many rows as fit at their shortest, each with the cards a column may show; the room that is left lets the
        rows grow, from the top."""
        shown: list[tuple[Row, int]] = []
        for number, row in enumerate(self._rows):
            tall = self._row_height(row, look, 1)
            kept = look.size(_MORE) if number < len(self._rows) - 1 else 0.0
            if tall > free - kept and shown:
                free -= look.size(_MORE)
                break
            shown.append((row, 1))
            free -= tall
        for number, (row, _) in enumerate(shown):
            for most in range(2, MOST + 2):
                more = self._row_height(row, look, most) - self._row_height(row, look, shown[number][1])
                if more <= free:
                    shown[number] = row, most
                    free -= more
        return shown

    # Places

    def _width(self, area: QRectF, look: Look) -> float:
        return (area.width() - look.size(_ARROW) * (len(COLUMNS) - 1)) / len(COLUMNS)

    def _cell(self, area: QRectF, column: int, look: Look) -> QRectF:
        width = self._width(area, look)
        return QRectF(area.x() + column * (width + look.size(_ARROW)), area.y(), width, area.height())

    def _lines(self, row: Row, look: Look) -> int:
        """How many lines a title of the row has: on the shared screen letters are larger in columns as wide."""
        shown = (card for kind in COLUMNS for card in row.column(kind)[:MOST])
        return 3 if look.on_screen or any(len(self._title(card)) > _SHORT for card in shown) else 2

    def _box_height(self, row: Row, look: Look) -> float:
        return float(self._lines(row, look) * look.metrics(TITLE).lineSpacing() + look.size(2 * _PAD - 4))

    def _row_height(self, row: Row, look: Look, most: int) -> float:
        step = self._box_height(row, look) + look.size(_GAP)
        tallest = 0.0
        for kind in COLUMNS:
            shown = self._shown(row, kind, most)
            boxes = max(len(shown) + (row.gap(kind) is not None), 1)
            more = look.size(_MORE) if len(row.column(kind)) > len(shown) else 0.0
            tallest = max(tallest, boxes * step + more)
        return float(tallest + look.size(14))

    def _shown(self, row: Row, kind: str, most: int) -> Sequence[str]:
        """The cards shown in a column of at most that many; where there are more, the last gives way to their count."""
        ids = row.column(kind)
        return ids if len(ids) <= most else ids[: max(most - 1, 1)]

    # Painting

    def _paint_heads(self, painter: QPainter, area: QRectF, look: Look) -> None:
        metrics = look.metrics(SMALL, QFont.Weight.DemiBold)
        painter.setFont(look.font(SMALL, QFont.Weight.DemiBold))
        painter.setPen(look.colour("soft"))
        for number, kind in enumerate(COLUMNS):
            cell = self._cell(area, number, look)
            text = metrics.elidedText(tr(KINDS[kind].label), Qt.TextElideMode.ElideRight, cell.width())
            painter.drawText(QPointF(cell.x(), area.y() + metrics.ascent() + look.size(4)), text)

    def _paint_row(self, painter: QPainter, area: QRectF, row: Row, most: int, look: Look) -> list[Spot]:
        painter.setPen(QPen(look.colour("line"), look.size(1)))
        painter.drawLine(area.topLeft(), area.topRight())
        spots = []
        tall = self._box_height(row, look)
        step = tall + look.size(_GAP)
        for number, kind in enumerate(COLUMNS):
            cell = self._cell(area, number, look)
            y = area.y() + look.size(9)
            shown = self._shown(row, kind, most)
            for card in shown:
                box = QRectF(cell.x(), y, cell.width(), tall)
                self._paint_card(painter, box, card, kind, look)
                spots.append(Spot(box, card, self._tip(row, card, kind)))
                y += step
            code = row.gap(kind)
            if code is not None:
                box = QRectF(cell.x(), y, cell.width(), tall)
                self._paint_gap(painter, box, tr(GAPS[code]), look)
                spots.append(Spot(box, row.need, self.said(row)))
                y += step
            left = len(row.column(kind)) - len(shown)
            if left:
                self._paint_more(painter, QRectF(cell.x(), y, cell.width(), tall), left, look)
            if number and (shown or code is not None):
                self._paint_arrow(painter, cell, area.y() + look.size(9) + tall / 2, not shown, look)
        return spots

    def _paint_card(self, painter: QPainter, box: QRectF, card: str, kind: str, look: Look) -> None:
        chosen = card in look.selected
        painter.setBrush(look.colour("surface"))
        painter.setPen(QPen(look.colour("focus" if chosen else "strong_line"), look.size(2 if chosen else 1)))
        painter.drawRoundedRect(box, look.size(6), look.size(6))
        painter.fillRect(QRectF(box.x(), box.y() + 4, look.size(3), box.height() - 8), look.accent(kind))
        self._paint_lines(painter, box.adjusted(look.size(3), 0, 0, 0), self._title(card), "text", look)

    def _paint_gap(self, painter: QPainter, box: QRectF, text: str, look: Look) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.colour("bad"), look.size(1.2), Qt.PenStyle.DashLine))
        painter.drawRoundedRect(box, look.size(6), look.size(6))
        size = look.size(13)
        at = QRectF(box.x() + look.size(6), box.center().y() - size / 2, size, size)
        icons.draw(painter, "warning", look.colour("bad"), at)
        self._paint_lines(painter, box.adjusted(size + look.size(3), 0, 0, 0), text, "bad", look)

    def _paint_lines(self, painter: QPainter, box: QRectF, text: str, role: str, look: Look) -> None:
        metrics = look.metrics(TITLE)
        lines = title_lines(
            text, box.width() - look.size(_PAD) * 2, look, TITLE, int(box.height() // metrics.lineSpacing())
        )
        y = box.center().y() - len(lines) * metrics.lineSpacing() / 2 + metrics.ascent()
        painter.setFont(look.font(TITLE))
        painter.setPen(look.colour(role))
        for line in lines:
            painter.drawText(QPointF(box.x() + look.size(_PAD), y), line)
            y += metrics.lineSpacing()

    def _paint_more(self, painter: QPainter, box: QRectF, left: int, look: Look) -> None:
        painter.setFont(look.font(SMALL))
        painter.setPen(look.colour("soft"))
        text = tr.plural("and {n} more", "and {n} more", left)
        painter.drawText(QPointF(box.x() + look.size(_PAD), box.y() + look.metrics(SMALL).ascent()), text)

    def _paint_arrow(self, painter: QPainter, cell: QRectF, y: float, missing: bool, look: Look) -> None:
        right, left = cell.x() - look.size(3), cell.x() - look.size(_ARROW - 3)
        style = Qt.PenStyle.DotLine if missing else Qt.PenStyle.SolidLine
        painter.setPen(QPen(look.colour("bad" if missing else "faint"), look.size(1.4), style))
        painter.drawLine(QPointF(left, y), QPointF(right, y))
        tip = look.size(4)
        painter.drawLine(QPointF(right, y), QPointF(right - tip, y - tip))
        painter.drawLine(QPointF(right, y), QPointF(right - tip, y + tip))

    def _tip(self, row: Row, card: str, kind: str) -> str:
        title = self._title(card)
        if kind != "need":
            return tr("{kind}: {title}", kind=tr(KINDS[kind].label), title=title)
        value = tr.number(row.opportunity)
        return tr("{title}: opportunity {value}; {formula}", title=title, value=value, formula=tr(FORMULA))

    def _title(self, card: str) -> str:
        return self._board.card(card).title or tr("(no title)")
