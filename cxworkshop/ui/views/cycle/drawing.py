"""What held, as a picture: improvements in three columns, and under them what rose and what fell most. Draws only."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from cxworkshop.analysis.comparison import Change, Comparison, is_number
from cxworkshop.analysis.held import FORMULA, SOURCE
from cxworkshop.analysis.held import Held as Judged
from cxworkshop.analysis.held_told import told_held, told_marked
from cxworkshop.analysis.weighing_told import signed
from cxworkshop.model.board import Board
from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.drawing import Look, Spot
from cxworkshop.ui.views.weighing.lines import wrapped
from cxworkshop.words import N_

STATES = (("held", N_("Held")), ("slipping", N_("Slipping")), ("rolled_back", N_("Rolled back")))
_MOST = 6  # of the changes
_FIGURES = (
    ("touchpoint", "experience", -5.0, 5.0),
    ("need", "opportunity", 0.0, 20.0),
    ("need", "satisfaction", 0, 10),
)
_LINE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_GAP, _HEAD, _ROW = 6.0, 30.0, 34.0  # pixels of the window
_CHIP, _TALL_CHIP, _MORE = 34.0, 50.0, 24.0  # of one line, of two; of what says how many more there are
_SHORT = 32  # letters of a title that one line surely holds


@dataclass(frozen=True)
class Move:
    """One figure that moved between the cycles, on its scale from `low` to `high`."""

    card: str
    title: str
    before: float
    after: float
    low: float
    high: float
    better: bool

    def said(self, value: float) -> str:
        """With its sign where the scale goes below nought."""
        return signed(value, tr.translator) if self.low < 0 else tr.number(value)


class Held:
    """One moment. `judged` is what readings say of the improvements, `comparison` None where there is nothing to
    compare with; `most` how many improvements a column shows in the window (the shared screen: what it has room for).
    """

    def __init__(
        self, board: Board, judged: Iterable[Judged], comparison: Comparison | None, most: int | None = None
    ) -> None:
        self._board, self._most = board, most
        self.states = {own.id: own for own in judged}
        self.columns = {state: [own for own in self.states.values() if own.held == state] for state, _ in STATES}
        shown = (own.id for column in self.columns.values() for own in column)
        self._chip = _TALL_CHIP if any(len(self._title(own)) > _SHORT for own in shown) else _CHIP
        self.figure, self.moves = _moves(comparison)

    @property
    def judged(self) -> int:
        """How many improvements readings can judge."""
        return sum(len(own) for own in self.columns.values())

    @property
    def left_out(self) -> int:
        """How many improvements the window does not show."""
        return sum(max(len(own) - self._rows, 0) for own in self.columns.values())

    @property
    def _rows(self) -> int:
        """How many improvements a column shows in the window."""
        longest = max((len(own) for own in self.columns.values()), default=0)
        return longest if self._most is None else min(longest, self._most)

    @property
    def height(self) -> float:
        """What it needs in the window, in pixels at 100 %."""
        states = self._columns_height(self._rows) if self.judged else 0
        return states + (_HEAD + 10 + len(self.moves) * _ROW if self.moves else 0) + 8

    def _columns_height(self, rows: int) -> float:
        """How high the columns are with so many rows, in pixels of the window at 100 %."""
        more = _MORE if any(len(own) > rows for own in self.columns.values()) else 0.0
        return _HEAD + rows * (self._chip + _GAP) + more

    def headline(self) -> str:
        """What the readings say, in a sentence."""
        return told_held(self.states.values(), tr.translator)

    def marked(self) -> str:
        """How many more are marked as sliding back than readings show, "" where none is."""
        return told_marked(self._board, self.states.values(), tr.translator)

    def texts(self) -> list[str]:
        said = [self.headline()]
        for state, name in STATES:
            said += [f"{tr(name)}: {self._title(own.id)}" for own in self.columns[state]]
        return said + [f"{own.title}: {own.said(own.before)} → {own.said(own.after)}" for own in self.moves]

    def paint(self, painter: QPainter, area: QRectF, look: Look) -> list[Spot]:
        spots, y = [], area.top()
        if self.judged:
            rows = self._rows_that_fit(area, look)
            for number, (state, name) in enumerate(STATES):
                width = (area.width() - look.size(16) * 2) / len(STATES)
                place = QRectF(area.left() + number * (width + look.size(16)), y, width, 0)
                spots += self._paint_column(painter, place, state, tr(name), rows, look)
            y += look.size(self._columns_height(rows) + 10)
        if self.moves:
            spots += self._paint_moves(painter, QRectF(area.left(), y, area.width(), area.bottom() - y), look)
        return spots

    def _rows_that_fit(self, area: QRectF, look: Look) -> int:
        if not look.on_screen:
            return self._rows
        moves = look.size(_HEAD + 10 + min(len(self.moves), 4) * _ROW) if self.moves else 0
        longest = max(len(own) for own in self.columns.values())
        rows = range(longest, 1, -1)
        return next((own for own in rows if look.size(self._columns_height(own)) + moves <= area.height()), 1)

    def _paint_column(
        self, painter: QPainter, place: QRectF, state: str, name: str, rows: int, look: Look
    ) -> list[Spot]:
        own = self.columns[state]
        head = QRectF(place.left(), place.top(), place.width(), look.size(_HEAD - 6))
        painter.setFont(look.font(14, QFont.Weight.DemiBold))
        painter.setPen(_colour(state, look))
        painter.drawText(head, _LINE, tr("{state} · {n}", state=f"{_MARKS[state]} {name}", n=len(own)))
        shown = own[:rows]
        spots = []
        for number, one in enumerate(shown):
            y = place.top() + look.size(_HEAD) + number * look.size(self._chip + _GAP)
            box = QRectF(place.left(), y, place.width(), look.size(self._chip))
            self._paint_chip(painter, box, one.id, state, look)
            spots.append(Spot(box, one.id, self._tip(one.id)))
        if len(shown) < len(own):
            y = place.top() + look.size(_HEAD) + len(shown) * look.size(self._chip + _GAP)
            painter.setFont(look.font(13))
            painter.setPen(look.colour("soft"))
            rest = QRectF(place.left(), y, place.width(), look.size(_MORE - _GAP))
            painter.drawText(rest, _LINE, tr.plural("and {n} more", "and {n} more", len(own) - len(shown)))
        return spots

    def _paint_chip(self, painter: QPainter, box: QRectF, card: str, state: str, look: Look) -> None:
        selected = card in look.selected
        painter.setPen(QPen(look.colour("focus" if selected else "strong_line"), look.size(2 if selected else 1)))
        painter.setBrush(look.colour("surface"))
        painter.drawRoundedRect(box, look.size(6), look.size(6))
        band = QRectF(box.left() + look.size(5), box.top() + look.size(6), look.size(4), box.height() - look.size(12))
        painter.fillRect(band, _colour(state, look))
        text = box.adjusted(look.size(17), 0, -look.size(8), 0)
        painter.setFont(look.font(13))
        painter.setPen(look.colour("text"))
        metrics = look.metrics(13)
        lines = wrapped(self._title(card), metrics, text.width(), 2 if self._chip > _CHIP else 1)
        top = text.center().y() - metrics.height() * len(lines) / 2
        for number, line in enumerate(lines):
            row = QRectF(text.left(), top + number * metrics.height(), text.width(), metrics.height())
            painter.drawText(row, _LINE, line)

    def _tip(self, card: str) -> str:
        lines = [self._title(card)]
        for guard in self.states[card].safeguards:
            found = self._board.card(guard.id)
            metric = str(found.get("metric") or found.title or tr("(no title)"))
            if guard.newest is None:
                lines.append(tr("{metric}: no reading yet", metric=metric))
                continue
            at = guard.at.isoformat() if guard.at else None
            value = {"metric": metric, "limit": str(found.get("limit", "")), "value": tr.number(guard.newest, 2)}
            lines.append(tr("{metric} {limit}: newest reading {value} {date}", date=tr.date(at), **value).rstrip())
        return "\n".join([*lines, tr(FORMULA), tr(SOURCE)])

    # What moved

    def _paint_moves(self, painter: QPainter, area: QRectF, look: Look) -> list[Spot]:
        painter.setFont(look.font(14, QFont.Weight.DemiBold))
        painter.setPen(look.colour("text"))
        head = QRectF(area.left(), area.top(), area.width(), look.size(_HEAD - 6))
        painter.drawText(head, _LINE, tr(self.figure))
        _paint_scale(painter, head, self.moves[0], look)
        spots = []
        for number, own in enumerate(self.moves):
            y = area.top() + look.size(_HEAD) + number * look.size(_ROW)
            place = QRectF(area.left(), y, area.width(), look.size(_ROW))
            if look.on_screen and place.bottom() > area.bottom():
                break
            _paint_move(painter, place, own, look)
            tip = tr(
                "{title}: {before} before, {after} now",
                title=own.title,
                before=own.said(own.before),
                after=own.said(own.after),
            )
            spots.append(Spot(place, own.card, tip))
        return spots

    def _title(self, card: str) -> str:
        return self._board.card(card).title or tr("(no title)")


_MARKS = {"held": "●", "slipping": "◐", "rolled_back": "○"}  # the shape says it as well as the colour
_NAMES = {
    "experience": N_("Experience: what moved most"),
    "opportunity": N_("Opportunity: what moved most"),
    "satisfaction": N_("Satisfaction: what moved most"),
}


def _moves(comparison: Comparison | None) -> tuple[str, list[Move]]:
    """The figure that is told and its largest moves; the first of _FIGURES that moved at all."""
    for kind, figure, low, high in _FIGURES:
        found = [own for own in (comparison.changes if comparison else ()) if _is_move(own, kind, figure)]
        if found:
            found.sort(key=lambda own: -abs(own.after - own.before))
            less_is_better = figure == "opportunity"
            return _NAMES[figure], [
                Move(own.id, own.title, own.before, own.after, low, high, (own.after > own.before) != less_is_better)
                for own in found[:_MOST]
            ]
    return "", []


def _is_move(own: Change, kind: str, figure: str) -> bool:
    return (own.kind, own.figure) == (kind, figure) and is_number(own.before) and is_number(own.after)


def _paint_move(painter: QPainter, place: QRectF, own: Move, look: Look) -> None:
    """A line from then (a ring) to now (a disc) on the scale, the title before it, both values after it."""
    names = QRectF(place.left(), place.top(), place.width() * 0.42, place.height())
    said = f"{own.said(own.before)} → {own.said(own.after)}"
    line = _scale(place, look)
    painter.setFont(look.font(13))
    painter.setPen(look.colour("text"))
    title = look.metrics(13).elidedText(own.title or tr("(no title)"), Qt.TextElideMode.ElideRight, names.width())
    painter.drawText(names, _LINE, title)
    y = place.center().y()
    painter.setPen(QPen(look.colour("line"), look.size(2)))
    painter.drawLine(QPointF(line.left(), y), QPointF(line.right(), y))
    ends = [line.left() + (value - own.low) / (own.high - own.low) * line.width() for value in (own.before, own.after)]
    colour = look.colour("good" if own.better else "bad")
    painter.setPen(QPen(colour, look.size(3)))
    painter.drawLine(QPointF(ends[0], y), QPointF(ends[1], y))
    painter.setPen(QPen(colour, look.size(2)))
    painter.setBrush(look.colour("surface"))
    painter.drawEllipse(QPointF(ends[0], y), look.size(4), look.size(4))
    painter.setBrush(colour)
    painter.drawEllipse(QPointF(ends[1], y), look.size(6), look.size(6))
    painter.setPen(colour)
    painter.setFont(look.font(14, QFont.Weight.DemiBold))
    painter.drawText(QRectF(line.right() + look.size(14), place.top(), _room(look), place.height()), _LINE, said)


def _scale(place: QRectF, look: Look) -> QRectF:
    """Where the line from the lowest to the highest value lies in a row."""
    left = place.left() + place.width() * 0.42 + look.size(12)
    return QRectF(left, place.top(), place.right() - _room(look) - left, place.height())


def _room(look: Look) -> float:
    """The width of both values after the line."""
    return float(look.metrics(14).horizontalAdvance("−10,0 → −10,0") + look.size(20))


def _paint_scale(painter: QPainter, head: QRectF, own: Move, look: Look) -> None:
    """What the ends of the lines stand for, and the middle."""
    painter.setFont(look.font(12))
    painter.setPen(look.colour("soft"))
    line = _scale(head, look)
    for value in (own.low, (own.low + own.high) / 2, own.high):
        x = line.left() + (value - own.low) / (own.high - own.low) * line.width()
        box = QRectF(x - look.size(40), head.top(), look.size(80), head.height())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), own.said(value))


def _colour(state: str, look: Look) -> QColor:
    if state == "slipping":
        return look.colour("lit") if look.on_screen or look.theme.dark else QColor("#96600A")
    return look.colour("good" if state == "held" else "bad")
