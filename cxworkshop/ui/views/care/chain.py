"""What tires whom, from left to right: internal touchpoint, the one who walks it, the touchpoint of the customer."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from cxworkshop.analysis.scores import score
from cxworkshop.analysis.wearing import Wear, wears
from cxworkshop.exchange.pdf_report.sentences import brief
from cxworkshop.model.board import Board
from cxworkshop.model.wrapping import Measure, wrap
from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.care.letters import measure_of_titles
from cxworkshop.ui.views.drawing import Look, Spot

BOX, GAP, HEAD, FOOT = 58.0, 12.0, 30.0, 18.0  # pixels of the window
MOST = 30  # chains in the window, until all are asked for
_SIZE, _SMALL = 13, 12
_WIDTHS = (0.32, 0.24, 0.32)  # of the three columns; what is left are the ways between them
LONG = 50  # characters of a title inside a headline
_LINE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


@dataclass(frozen=True)
class Letters:
    """The two sizes of letters of one painting, measured once for all of its boxes."""

    font: QFont
    line: float
    measure: Measure
    small: QFont
    small_line: float


class Chain:
    """All such chains at one moment, worked out when made; `most` are painted in the window."""

    def __init__(self, board: Board, most: int = MOST) -> None:
        self._board = board
        self.wears = wears(board)
        self.shown = self.wears[:most]

    @property
    def height(self) -> float:
        """What it needs in the window, in pixels at 100 %."""
        return HEAD + sum(_height(own) for own in self.shown)

    def headline(self) -> str:
        """What the first chain says, in a sentence."""
        if not self.wears:
            return tr("What is bad inside is felt outside: say which internal touchpoint tires which counter")
        first = self.wears[0]
        return tr(
            "“{inside}” tires those who meet the customer at “{outside}”",
            inside=brief(self._board.card(first.inside), tr.translator, LONG),
            outside=brief(self._board.card(first.outside[0]), tr.translator, LONG),
        )

    def texts(self) -> list[str]:
        said = [self.headline()]
        for own in self.shown:
            said += [self._title(own.inside), self._who(own), *(self._title(card) for card in own.outside)]
        return said

    def paint(self, painter: QPainter, area: QRectF, look: Look) -> list[Spot]:
        if not self.wears:
            return []
        columns, letters = _columns(area), _letters(look)
        self._paint_head(painter, columns, area.top(), look)
        spots: list[Spot] = []
        y = area.top() + look.size(HEAD)
        shown = self._that_fit(area.bottom() - y, look) if look.on_screen else self.shown
        for own in shown:
            height = look.size(_height(own))
            spots += self._paint_wear(painter, own, columns, y, height, letters, look)
            y += height
        if look.on_screen:
            foot = QRectF(area.left(), y, area.width(), look.size(FOOT))
            self._paint_rest(painter, foot, len(self.wears) - len(shown), look)
            if shown and len(shown[0].outside) < len(self.wears[0].outside):
                foot.setLeft(columns[2].left())
                self._paint_rest(painter, foot, len(self.wears[0].outside) - len(shown[0].outside), look)
        return spots

    def _that_fit(self, height: float, look: Look) -> list[Wear]:
        """Those that the shared screen has room for; of the first as many ends as there is room for."""
        needed = [look.size(_height(own)) for own in self.wears]
        if sum(needed) - look.size(GAP) <= height:
            return self.wears
        height -= look.size(FOOT)
        fit = next(n for n in range(len(needed) + 1) if n == len(needed) or sum(needed[: n + 1]) > height)
        if fit:
            return self.wears[:fit]
        ends = max(int(height // look.size(BOX + GAP)), 1)
        return [replace(self.wears[0], outside=self.wears[0].outside[:ends])]

    def _paint_rest(self, painter: QPainter, place: QRectF, left: int, look: Look) -> None:
        if left:
            painter.setPen(look.colour("soft"))
            painter.setFont(look.font(_SMALL))
            painter.drawText(place, _LINE, tr.plural("and {n} more", "and {n} more", left))

    def _paint_head(self, painter: QPainter, columns: list[QRectF], top: float, look: Look) -> None:
        painter.setFont(look.font(_SMALL, QFont.Weight.DemiBold))
        painter.setPen(look.colour("soft"))
        for column, text in zip(
            columns, (tr("Bad inside"), tr("tires"), tr("and the customer feels it here")), strict=True
        ):
            painter.drawText(QRectF(column.left(), top, column.width(), look.size(HEAD - 8)), _LINE, text)

    def _paint_wear(
        self,
        painter: QPainter,
        own: Wear,
        columns: list[QRectF],
        top: float,
        height: float,
        letters: Letters,
        look: Look,
    ) -> list[Spot]:
        box = look.size(BOX)
        middle = top + (height - look.size(GAP)) / 2
        inside = QRectF(columns[0].left(), middle - box / 2, columns[0].width(), box)
        who = QRectF(columns[1].left(), middle - box / 2, columns[1].width(), box)
        _paint_way(painter, inside, who, look)
        spots = [self._paint_card(painter, inside, own.inside, letters, look)]
        persona = own.who[0] if own.who else ""
        outside = []
        for number, card in enumerate(own.outside):
            place = QRectF(columns[2].left(), top + number * (box + look.size(GAP)), columns[2].width(), box)
            _paint_way(painter, who, place, look)
            outside.append((place, card))
        _paint_box(painter, who, self._who(own), "", "persona", persona in look.selected, letters, look)
        spots.append(Spot(who, persona, self._told(own)))
        return [*spots, *(self._paint_card(painter, place, card, letters, look) for place, card in outside)]

    def _paint_card(self, painter: QPainter, place: QRectF, card: str, letters: Letters, look: Look) -> Spot:
        below = self._experience(card)
        _paint_box(painter, place, self._title(card), below, "touchpoint", card in look.selected, letters, look)
        return Spot(place, card, "\n".join(text for text in (self._title(card), below) if text))

    def _experience(self, card: str) -> str:
        value = score(self._board.card(card), "experience")
        return tr("experience {value}", value=tr.number(value)) if value is not None else ""

    def _who(self, own: Wear) -> str:
        if not own.who:
            return tr("those who use it")
        more = len(own.who) - 1
        name = self._title(own.who[0])
        return tr.plural("{name} and {n} more", "{name} and {n} more", more, name=name) if more else name

    def _told(self, own: Wear) -> str:
        names = ", ".join(self._title(card) for card in own.who) or tr("those who use it")
        return tr("Who is tired by it: {names}", names=names)

    def _title(self, card: str) -> str:
        return self._board.card(card).title or tr("(no title)")


def _height(own: Wear) -> float:
    return len(own.outside) * (BOX + GAP)


def _letters(look: Look) -> Letters:
    font, small = look.font(_SIZE, QFont.Weight.Medium), look.font(_SMALL)
    measure = measure_of_titles(font.pixelSize())
    return Letters(font, QFontMetricsF(font).height(), measure, small, QFontMetricsF(small).height())


def _columns(area: QRectF) -> list[QRectF]:
    way = (1 - sum(_WIDTHS)) / 2 * area.width()
    columns, x = [], area.left()
    for share in _WIDTHS:
        columns.append(QRectF(x, area.top(), share * area.width(), area.height()))
        x += share * area.width() + way
    return columns


def _paint_way(painter: QPainter, one: QRectF, other: QRectF, look: Look) -> None:
    """An arrow from a box to the next one."""
    start, end = QPointF(one.right(), one.center().y()), QPointF(other.left() - look.size(2), other.center().y())
    bend = QPointF((end.x() - start.x()) / 2, 0)
    path = QPainterPath(start)
    path.cubicTo(start + bend, end - bend, end)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.colour("strong_line" if look.on_screen else "faint"), look.size(1.6)))
    painter.drawPath(path)
    tip = look.size(5)
    painter.drawPolyline([end + QPointF(-tip, -tip), end, end + QPointF(-tip, tip)])


def _paint_box(
    painter: QPainter,
    place: QRectF,
    title: str,
    below: str,
    kind: str,
    selected: bool,
    letters: Letters,
    look: Look,
) -> None:
    painter.setPen(QPen(look.colour("focus" if selected else "strong_line"), look.size(2 if selected else 1)))
    painter.setBrush(look.colour("surface"))
    painter.drawRoundedRect(place, look.size(6), look.size(6))
    band = QRectF(place.left() + look.size(5), place.top() + look.size(7), look.size(4), place.height() - look.size(14))
    painter.fillRect(band, look.accent(kind))
    text = place.adjusted(look.size(17), look.size(4), -look.size(6), -look.size(4))
    under = letters.small_line if below else 0
    most = max(int((text.height() - under) // letters.line), 1)
    lines = wrap(title, text.width(), most, letters.measure)
    y = text.center().y() - (letters.line * len(lines) + under) / 2
    painter.setFont(letters.font)
    painter.setPen(look.colour("text"))
    for line in lines:
        painter.drawText(QRectF(text.left(), y, text.width(), letters.line), _LINE, line)
        y += letters.line
    if below:
        painter.setFont(letters.small)
        painter.setPen(look.colour("soft"))
        painter.drawText(QRectF(text.left(), y, text.width(), letters.small_line), _LINE, below)
