"""The chain: a need, what is created for it, and by how many processes. What is missing stands out as a hole."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from cxworkshop.analysis.opportunity import FORMULA
from cxworkshop.analysis.value_chain import Chain, Created, chains
from cxworkshop.model.board import Board
from cxworkshop.model.records import Card
from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.drawing import Look, Spot
from cxworkshop.ui.views.fitting import uneven_rows_that_fit
from cxworkshop.ui.views.lettering import STRONG, broken, write
from cxworkshop.words import N_

_ROW, _GAP, _LINES = 46.0, 8.0, 2
_AROUND, _INSET = 16.0, 22.0  # above and below the lines of a title, and beside them
_HIGHEST = 5000.0  # pixels
_HEADINGS = (("need", N_("Need")), ("value", N_("Value")), ("process", N_("Processes")))


class ChainDrawing:
    """The chains of a board, one below another; those that do not fit are counted."""

    def __init__(self, board: Board) -> None:
        self.chains = chains(board)
        self.unmet = sum(own.need is not None and not own.values for own in self.chains)
        self.idle = sum(own.need is None for own in self.chains)

    def headline(self) -> str:
        """What is missing, in a sentence."""
        if not self.chains:
            return tr("First the needs: value is what meets one of them")
        if self.unmet and self.idle:
            return tr("Promises nobody keeps: {n}. Work for nobody: {m}.", n=self.unmet, m=self.idle)
        if self.unmet:
            return tr("Promises nobody keeps: {n}", n=self.unmet)
        if self.idle:
            return tr("Every need is met; work for nobody: {m}", m=self.idle)
        return tr("Every need has a value, and every value a need")

    def texts(self) -> list[str]:
        return [self.headline(), *(self._told(own) for own in self.chains)]

    def _told(self, own: Chain) -> str:
        values = [f"{_title(made.value)} ({_processes(made)})" for made in own.values]
        need = _title(own.need) if own.need is not None else tr("nobody needs it")
        return f"{need} ← {', '.join(values) or tr('no value yet')}"

    @staticmethod
    def _row(look: Look) -> float:
        return max(look.size(_ROW), look.metrics(13).height() * _LINES + look.size(10))

    def height(self, look: Look) -> float:
        """As high as it wants to be, within what a picture can be: the rest is counted."""
        rows = sum(max(len(own.values), 1) * self._row(look) + look.size(_GAP) for own in self.chains)
        return min(self._head(look) + rows, _HIGHEST)

    @staticmethod
    def _head(look: Look) -> float:
        return look.metrics(12).height() * 1.6

    def paint(self, painter: QPainter, area: QRectF, look: Look) -> list[Spot]:
        if not self.chains:
            return []
        columns = self._columns(area, look)
        for (_, heading), (left, wide) in zip(_HEADINGS, columns, strict=True):
            box = QRectF(left, area.top(), wide, self._head(look))
            write(painter, box, tr(heading), look.font(12, STRONG), look.colour("soft"))
        y, spots = area.top() + self._head(look), []
        line = look.metrics(13).height() * 1.2
        for number, own in enumerate(self.chains, 1):
            heights = self._heights(own, columns, look)
            note = 0 if number == len(self.chains) else line
            room = area.bottom() - y - note
            fit = max(uneven_rows_that_fit(heights, room, line - note), number == 1)
            row = QRectF(area.left(), y, area.width(), sum(heights[:fit]))
            if fit:
                spots += self._paint_chain(painter, own, columns, row, heights[:fit], look)
            if fit < len(heights):
                rest = len(self.chains) - number + (not fit), len(heights) - fit if fit else 0
                self._paint_rest(painter, rest, columns, QRectF(area.left(), row.bottom(), area.width(), line), look)
                break
            y = row.bottom() + look.size(_GAP)
        return spots

    @staticmethod
    def _paint_rest(
        painter: QPainter, rest: tuple[int, int], columns: list[tuple[float, float]], row: QRectF, look: Look
    ) -> None:
        """How many chains are not shown, and how many values of the last one that is."""
        for many, (left, wide) in zip(rest, columns, strict=False):
            if many:
                box = QRectF(left, row.top(), wide, row.height())
                write(painter, box, tr("+{n} more", n=many), look.font(13), look.colour("soft"))

    def _heights(self, own: Chain, columns: list[tuple[float, float]], look: Look) -> list[float]:
        """How high the rows of a chain are, one for each value; on the shared screen a short title takes less."""
        rows = max(len(own.values), 1)
        if not look.on_screen:
            return [self._row(look)] * rows
        titles = [_title(made.value) for made in own.values] or [""]
        heights = [self._height_of(title, columns[1][1], look) for title in titles]
        need = self._height_of(_title(own.need), columns[0][1], look) if own.need is not None else 0
        heights[-1] += max(need - sum(heights), 0)
        return heights

    @staticmethod
    def _height_of(title: str, wide: float, look: Look) -> float:
        lines = broken(title, look.font(13), wide - look.size(_INSET), _LINES)
        return look.metrics(13).height() * len(lines) + look.size(_AROUND)

    @staticmethod
    def _columns(area: QRectF, look: Look) -> list[tuple[float, float]]:
        """The left edge and width of need, value and processes."""
        gap = look.size(34)
        count = max(area.width() * 0.16, look.metrics(13).horizontalAdvance("00 processes"))
        wide = (area.width() - count - 2 * gap) / 2
        return [(area.left(), wide), (area.left() + wide + gap, wide), (area.right() - count, count - 1)]

    def _paint_chain(
        self,
        painter: QPainter,
        own: Chain,
        columns: list[tuple[float, float]],
        row: QRectF,
        heights: list[float],
        look: Look,
    ) -> list[Spot]:
        (need_x, need_wide), (value_x, value_wide), (count_x, count_wide) = columns
        inset, y = look.size(3), row.top()
        need = QRectF(need_x, row.top() + inset, need_wide, row.height() - 2 * inset)
        spots = [self._paint_card(painter, need, own.need, tr("nobody needs it"), _need_tip(own), look)]
        if not own.values:
            hole = QRectF(value_x, y + inset, value_wide, heights[0] - 2 * inset)
            self._paint_arrow(painter, hole, need, look, missing=True)
            spots.append(self._paint_card(painter, hole, None, tr("no value yet"), "", look))
        for made, high in zip(own.values, heights, strict=False):
            box = QRectF(value_x, y + inset, value_wide, high - 2 * inset)
            y += high
            count = QRectF(count_x, box.top(), count_wide, box.height())
            self._paint_arrow(painter, box, need, look, missing=own.need is None)
            self._paint_arrow(painter, count, box, look, missing=not made.processes)
            spots.append(self._paint_card(painter, box, made.value, "", _title(made.value), look))
            spots.append(self._paint_count(painter, count, made, look))
        return spots

    @staticmethod
    def _paint_card(painter: QPainter, box: QRectF, card: Card | None, missing: str, tip: str, look: Look) -> Spot:
        if card is None:
            _paint_hole(painter, box, missing, look)
            return Spot(box, tip=missing)
        chosen = card.id in look.selected
        painter.setPen(QPen(look.colour("focus" if chosen else "strong_line"), 2 if chosen else 1))
        painter.setBrush(look.colour("surface"))
        painter.drawRoundedRect(box, 8, 8)
        band = QRectF(box.left(), box.top(), look.size(5), box.height())
        shape = QPainterPath()
        shape.addRoundedRect(box, 8, 8)
        painter.save()
        painter.setClipPath(shape)
        painter.fillRect(band, look.accent(card.kind))
        painter.restore()
        inside = box.adjusted(look.size(14), 2, -look.size(8), -2)
        write(painter, inside, _title(card), look.font(13), look.colour("text"), _LINES)
        return Spot(box, card.id, tip or _title(card))

    @staticmethod
    def _paint_count(painter: QPainter, box: QRectF, made: Created, look: Look) -> Spot:
        said = _processes(made)
        if not made.processes:
            _paint_hole(painter, box, said, look)
            return Spot(box, tip=said)
        write(painter, box.adjusted(look.size(6), 0, 0, 0), said, look.font(13, STRONG), look.colour("text"), _LINES)
        names = [_title(card) for card in made.processes[:8]]
        return Spot(box, made.processes[0].id, "\n".join([said, *names]))

    @staticmethod
    def _paint_arrow(painter: QPainter, start: QRectF, end: QRectF, look: Look, *, missing: bool) -> None:
        """From the left of `start` to the right of `end`, dashed where something is missing."""
        y, head = start.center().y(), look.size(5)
        colour = look.colour("bad" if missing else "soft")
        painter.setPen(QPen(colour, look.size(1.4), Qt.PenStyle.DashLine if missing else Qt.PenStyle.SolidLine))
        tip = QPointF(end.right() + 4, y)
        painter.drawLine(QPointF(start.left() - 4, y), tip)
        painter.setPen(QPen(colour, look.size(1.4)))
        painter.drawLine(tip, QPointF(tip.x() + head, y - head))
        painter.drawLine(tip, QPointF(tip.x() + head, y + head))


def _paint_hole(painter: QPainter, box: QRectF, text: str, look: Look) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.colour("bad"), 1.2, Qt.PenStyle.DashLine))
    painter.drawRoundedRect(box, 8, 8)
    inside = box.adjusted(look.size(8), 2, -look.size(6), -2)
    write(painter, inside, text, look.font(13), look.colour("bad"), _LINES)


def _title(card: Card) -> str:
    return card.title or tr("(no title)")


def _processes(made: Created) -> str:
    many = len(made.processes)
    return tr.plural("{n} process", "{n} processes", many) if many else tr("no process yet")


def _need_tip(own: Chain) -> str:
    if own.need is None:
        return ""
    said = tr("opportunity {n}", n=tr.number(own.opportunity)) if own.opportunity is not None else tr("not scored yet")
    return f"{_title(own.need)}\n{said}\n{tr(FORMULA)}"
