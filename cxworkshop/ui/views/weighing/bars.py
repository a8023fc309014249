"""A ranking as bars: name, bar, figure, a word on what it rests on. As many rows as the area has room for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import mixed
from cxworkshop.ui.views.drawing import Look, Spot
from cxworkshop.ui.views.fitting import rows_that_fit
from cxworkshop.ui.views.typesetting import broken
from cxworkshop.ui.views.weighing.lines import elided

SIZE, FIGURE = 13.0, 14.0
ROW = 40.0  # height of a row in the window
MOST = 150  # rows a page draws; the rest are counted
_LONGEST = 160  # letters of a name that are measured
_LOOSEST = 1.7  # how much taller a row may be where the shared screen has room
_BOLD = QFont.Weight.DemiBold
_LINE = int(Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True)
class Row:
    """One card of a ranking. `value` None: not scored; `beside` stands in small letters under the figure."""

    card: str
    kind: str
    name: str
    value: float | None
    figure: str
    beside: str
    tip: str


class _Letters:
    """The fonts of one painting, and how wide they are: asked for once, not once a row."""

    def __init__(self, look: Look) -> None:
        self.name, self.figure, self.beside = look.font(SIZE), look.font(FIGURE, _BOLD), look.font(11)
        self.names, self.figures, self.small = map(QFontMetricsF, (self.name, self.figure, self.beside))


class Bars:
    """Rows under a headline; `largest` is what a whole bar stands for, `right` the room kept free at the right.

    The rows are given in the order of the ranking: who leaves some out later, or holds them in another order, leaves
    everybody their place.
    """

    def __init__(self, headline: str, rows: Sequence[Row], largest: float, right: float = 0.0) -> None:
        self.headline, self.rows, self._largest, self._right = headline, list(rows), largest, right
        self._ranks = dict(zip((row.card for row in rows), ranks_of(rows), strict=True))

    def texts(self) -> list[str]:
        said = [tr("{name}: {figure}", name=row.name, figure=row.figure) for row in self.rows]
        return [self.headline, *said]

    def height(self, scale: float = 1.0) -> int:
        """What the window needs for all rows, or for the most it draws."""
        more = len(self.rows) > MOST
        return round((min(len(self.rows), MOST) + more) * ROW * scale) + 4

    def paint(self, painter: QPainter, area: QRectF, look: Look) -> list[Spot]:
        high = self.row_height(look)
        if look.on_screen and self.rows:
            high = max(high, min(area.height() / len(self.rows), high * _LOOSEST))
        line = look.metrics(SIZE).height() * 1.2
        shown = self.rows[: min(rows_that_fit(len(self.rows), area.height(), high, line), MOST)]
        if look.on_screen and len(shown) < len(self.rows):
            high = max(high, (area.height() - line) / len(shown))
        spots, names = [], self._names(shown, area.width() - look.size(self._right), look)
        letters = _Letters(look)
        for number, row in enumerate(shown):
            box = QRectF(area.x(), area.y() + number * high, area.width() - look.size(self._right), high)
            self._paint_row(painter, box, look, letters, self._ranks[row.card], row, names)
            spots.append(Spot(box, row.card, row.tip))
        hidden = len(self.rows) - len(shown)
        if hidden:
            painter.setFont(look.font(SIZE))
            painter.setPen(look.colour("soft"))
            box = QRectF(area.x(), area.y() + len(shown) * high, area.width(), line)
            painter.drawText(box, _LINE, tr("+{n} more", n=hidden))
        return spots

    def row_height(self, look: Look) -> float:
        return max(look.size(ROW), look.metrics(SIZE).height() * 2 + look.size(4))

    def _names(self, rows: Sequence[Row], width: float, look: Look) -> float:
        """The room of the names: what the widest needs, at most nearly half, so that bars begin near their names."""
        metrics = look.metrics(SIZE)
        widest = max((metrics.horizontalAdvance(row.name[:_LONGEST]) for row in rows), default=0)
        return float(min(max(widest + look.size(28), width * 0.2), width * 0.44))

    def _paint_row(
        self, painter: QPainter, box: QRectF, look: Look, letters: _Letters, number: str, row: Row, names: float
    ) -> None:
        if row.card in look.selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("raised"))
            painter.drawRoundedRect(box.adjusted(-4, 1, 4, -1), 6, 6)
        metrics = letters.names
        rank = metrics.horizontalAdvance("000") + look.size(6)
        painter.setFont(letters.name)
        painter.setPen(look.colour("soft"))
        painter.drawText(QRectF(box.x(), box.y(), rank, box.height()), _LINE, number)
        lines = broken(row.name, letters.name, names - look.size(12), 2)
        y = box.center().y() - metrics.height() * len(lines) / 2
        painter.setPen(look.colour("text"))
        for line in lines:
            painter.drawText(QRectF(box.x() + rank, y, names, metrics.height()), _LINE, line)
            y += metrics.height()
        self._paint_bar(painter, box.adjusted(rank + names, 0, 0, 0), look, letters, row)

    def _paint_bar(self, painter: QPainter, box: QRectF, look: Look, letters: _Letters, row: Row) -> None:
        figures = max(letters.figures.horizontalAdvance(row.figure), letters.names.horizontalAdvance("0" * 14))
        whole = max(box.width() - figures - look.size(12), look.size(30))
        thick = look.size(14)
        bar = QRectF(box.x(), box.center().y() - thick / 2, whole, thick)
        accent = look.accent(row.kind)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mixed(accent, QColor(look.colour("wall")), 0.14))
        painter.drawRoundedRect(bar, 3, 3)
        if row.value is not None and row.value > 0 and self._largest > 0:
            painter.setBrush(accent)
            share = min(row.value / self._largest, 1)
            painter.drawRoundedRect(QRectF(bar.x(), bar.y(), max(whole * share, 3), thick), 3, 3)
        x, room = bar.right() + look.size(10), figures + look.size(2)
        high = letters.figures.height()
        known = row.value is not None
        painter.setFont(letters.figure if known else letters.name)
        painter.setPen(look.colour("text" if known else "soft"))
        top = box.center().y() - (high if row.beside else high / 2)
        painter.drawText(
            QRectF(x, top, room, high), _LINE, elided(row.figure, letters.figures if known else letters.names, room)
        )
        if row.beside:
            painter.setFont(letters.beside)
            painter.setPen(look.colour("soft"))
            under = QRectF(x, box.center().y(), room, high)
            painter.drawText(under, _LINE, elided(row.beside, letters.small, room))


def ranks_of(rows: Sequence[Row]) -> list[str]:
    """The place of each row in an ordered ranking: 1, 2, 2, 4; "" for what got nothing or is not scored."""
    found: list[str] = []
    for number, row in enumerate(rows):
        if not row.value:
            found.append("")
        elif number and rows[number - 1].value == row.value:
            found.append(found[-1])
        else:
            found.append(str(number + 1))
    return found
