"""What the room looks at: the needs by opportunity beside the problems by pain, no word of where they come from."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from cxworkshop.analysis.by_touchpoint import Row, rows
from cxworkshop.model.board import Board
from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.drawing import Look, Spot
from cxworkshop.ui.views.fitting import uneven_rows_that_fit
from cxworkshop.ui.views.lettering import STRONG, broken, write
from cxworkshop.ui.views.needs.table_model import SHAPES
from cxworkshop.words import N_

_LINES = 2
_AROUND = 16.0  # above and below the lines of a title, its bar with it
_COLUMNS = (("need", N_("Needs by opportunity, 0…20")), ("problem", N_("Problems by pain, 1…100")))


class NeedsDrawing:
    """Both rankings of a board under the sentence of its page; rows that do not fit are counted."""

    def __init__(self, board: Board, headline: str) -> None:
        self._headline = headline
        self._rows = {kind: rows(board, kind) for kind, _ in _COLUMNS}

    def texts(self) -> list[str]:
        said = [self._headline]
        for kind, heading in _COLUMNS:
            said += [tr(heading), *(f"{_title(row)}: {tr.number(row.figure)}" for row in self._rows[kind])]
        return said

    def paint(self, painter: QPainter, area: QRectF, look: Look) -> list[Spot]:
        gap, spots = look.size(30), []
        wide = (area.width() - gap) / 2
        for at, (kind, heading) in enumerate(_COLUMNS):
            column = QRectF(area.left() + at * (wide + gap), area.top(), wide, area.height())
            spots += self._paint_column(painter, column, kind, tr(heading), look)
        return spots

    def _paint_column(self, painter: QPainter, area: QRectF, kind: str, heading: str, look: Look) -> list[Spot]:
        line = look.metrics(13).height()
        write(painter, QRectF(area.left(), area.top(), area.width(), line * 1.6), heading, look.font(13, STRONG),
              look.colour("soft"))  # fmt: skip
        y, found = area.top() + line * 1.8, self._rows[kind]
        heights = [self._height(own, area.width(), look) for own in found]
        shown = found[: max(uneven_rows_that_fit(heights, area.bottom() - y, line * 1.4), 1)]
        spots = []
        for own, high in zip(shown, heights, strict=False):
            box = QRectF(area.left(), y, area.width(), high)
            self._paint_row(painter, box, own, kind, look)
            spots.append(Spot(box, own.card.id, _title(own)))
            y += high
        below = QRectF(area.left(), y, area.width(), line * 1.4)
        if len(shown) < len(found):
            write(painter, below, tr("+{n} more", n=len(found) - len(shown)), look.font(13), look.colour("soft"))
        elif not found:
            write(painter, below, tr("none yet"), look.font(13), look.colour("soft"))
        return spots

    @staticmethod
    def _height(own: Row, wide: float, look: Look) -> float:
        lines = broken(_title(own), look.font(13), wide - _figure(look), _LINES)
        return look.metrics(13).height() * len(lines) + look.size(_AROUND)

    @staticmethod
    def _paint_row(painter: QPainter, box: QRectF, own: Row, kind: str, look: Look) -> None:
        figure = _figure(look)
        text = QRectF(box.left() + figure, box.top(), box.width() - figure, box.height() - look.size(9))
        write(painter, QRectF(box.left(), box.top(), figure, text.height()), tr.number(own.figure),
              look.font(15, STRONG), look.colour("text"))  # fmt: skip
        write(painter, text, _title(own), look.font(13), look.colour("text"), _LINES)
        bar = QRectF(text.left(), text.bottom() + look.size(1), text.width(), look.size(4))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("line"))
        painter.drawRoundedRect(bar, 3, 3)
        if own.figure is not None:
            share = min(max(own.figure / SHAPES[kind].most, 0.0), 1.0)
            painter.setBrush(look.accent(kind))
            painter.drawRoundedRect(QRectF(bar.left(), bar.top(), bar.width() * share, bar.height()), 3, 3)


def _figure(look: Look) -> float:
    """The room of the figures, left of the titles."""
    return look.metrics(15, STRONG).horizontalAdvance("100,0")


def _title(row: Row) -> str:
    return row.card.title or tr("(no title)")
