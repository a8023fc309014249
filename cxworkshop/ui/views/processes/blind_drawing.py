"""The blind spots: influence upwards, the owner’s hours with customers to the right; the corner on top left is both
influential and cold."""

from __future__ import annotations

from math import floor, log10

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from cxworkshop.analysis.closeness import ENOUGH_HOURS
from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.drawing import Look, Spot
from cxworkshop.ui.views.lettering import write
from cxworkshop.ui.views.processes import told
from cxworkshop.ui.views.processes.facts import Facts
from cxworkshop.ui.views.weighing.axes import Key, key_rows, paint_key
from cxworkshop.ui.views.weighing.cloud import Cloud, paint_cloud
from cxworkshop.ui.views.weighing.marks import CIRCLE, DIAMOND, SQUARE, Note, Point, note_at

SIZE = 12.0
SMALLEST, LARGEST = 5.0, 15.0  # radius of a process without a blind spot, and of the largest
A_CROWD, SMALLER = 40, 0.6  # from so many marks on they are smaller, by that factor
COLD, WARM = 0.46, 0.80  # of the width: up to where nobody met a customer, and from where it is enough
A_COLUMN = 12  # marks of processes without an hour stand above each other, before there is another column
MOST = 100  # marks; the smaller blind spots are counted only
NOBODY = ""
SHAPES = {"close": CIRCLE, "fading": SQUARE, "stranger": DIAMOND, NOBODY: DIAMOND}
_CENTRE = Qt.AlignmentFlag.AlignHCenter


class BlindSpots(Cloud):
    """The processes that reach a need, the largest blind spot first."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        made = facts.map
        own = [made.figures(process) for process in made.influence]
        self.shown = sorted(own, key=lambda one: (-(one.blind_spot or 0), -one.influence, *made.graph.place(one.id)))
        self.left = max(len(self.shown) - MOST, 0)
        self._most = max((one.influence for one in self.shown), default=0.0) or 1.0
        self._blindest = max((one.blind_spot or 0.0 for one in self.shown), default=0.0)
        self.corner = [one.id for one in self.shown if self._is_in_corner(one.id)]
        self.headline = told.of_blind_spots(facts, self.corner)
        self.shown = self.shown[:MOST]
        self._scale = SMALLER if len(self.shown) > A_CROWD else 1.0
        self._tips: dict[str, str] = {}

    def texts(self) -> list[str]:
        said = [
            tr("{title}: blind spot {n}", title=one.title or tr("(no title)"), n=tr.number(one.blind_spot, 2))
            for one in self.shown
        ]
        if self.left:
            said.append(tr.plural("{n} smaller one is not drawn", "{n} smaller ones are not drawn", self.left))
        return [self.headline, tr("influential and cold"), *said]

    def paint(self, painter: QPainter, area: QRectF, look: Look) -> list[Spot]:
        return paint_cloud(painter, area, look, self)[1] if self.shown else []

    def _is_in_corner(self, process: str) -> bool:
        """At least half the largest influence, below the hours that are enough."""
        return self._facts.map.influence[process] >= self._most / 2 and self._facts.hours(process) < ENOUGH_HOURS

    # What the cloud asks for

    def frame(self, area: QRectF, look: Look) -> QRectF:
        line = look.metrics(SIZE).height()
        rows = len(key_rows(self._keys(look), look, area.width()))
        left = look.metrics(SIZE).horizontalAdvance("00,00") + look.size(10)
        return area.adjusted(left, line * (rows + 1) + look.size(10), -look.size(6), -line * 2 - look.size(10))

    def notes(self, plot: QRectF, look: Look) -> list[Note]:
        return [note_at(plot, tr("influential and cold"), look.colour("bad"), look, right=False, low=False)]

    def points(self, plot: QRectF, look: Look) -> list[Point]:
        places = self._across(plot, look)
        inner = self._inner(plot, look)
        found = []
        for one in self.shown:
            share = (one.blind_spot or 0.0) / self._blindest if self._blindest else 0.0
            radius = (SMALLEST**2 + share * (LARGEST**2 - SMALLEST**2)) ** 0.5  # the area stands for the blind spot
            at = QPointF(places[one.id], inner.bottom() - inner.height() * one.influence / self._most)
            warmth = self._warmth(one.id)
            colour = look.closeness(warmth) if warmth else look.colour("bad")
            tip = self._tips.get(one.id) or self._tips.setdefault(one.id, self._facts.tip_of_blind_spot(one.id))
            found.append(Point(one.id, at, radius * self._scale, SHAPES[warmth], colour, self._name(one.id), tip))
        return found

    def paint_ground(self, painter: QPainter, area: QRectF, plot: QRectF, look: Look) -> None:
        inner = self._inner(plot, look)
        corner = QColor(look.theme.cold)
        corner.setAlphaF(0.16)
        middle = inner.bottom() - inner.height() / 2
        painter.fillRect(QRectF(plot.left(), plot.top(), plot.width() * WARM, middle - plot.top()), corner)
        painter.setPen(QPen(look.colour("line"), 1))
        for share in (0.0, COLD, WARM, 1.0):
            x = plot.left() + plot.width() * share
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
        self._paint_influence(painter, plot, inner, look)
        self._paint_hours(painter, plot, look)
        paint_key(painter, key_rows(self._keys(look), look, area.width()), area, look)

    # Scales

    def _paint_influence(self, painter: QPainter, plot: QRectF, inner: QRectF, look: Look) -> None:
        font, line = look.font(SIZE), look.metrics(SIZE).height()
        for value in round_ticks(self._most):
            y = inner.bottom() - inner.height() * value / self._most
            painter.setPen(QPen(look.colour("line"), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            wide = look.metrics(SIZE).horizontalAdvance("00,00") + look.size(6)
            box = QRectF(plot.left() - wide - look.size(2), y - line / 2, wide, line)
            write(
                painter,
                box,
                tr.number(value, 2),
                font,
                look.colour("soft"),
                align=Qt.AlignmentFlag.AlignRight,
            )
        name = QRectF(plot.left(), plot.top() - line - look.size(3), plot.width(), line)
        write(painter, name, tr("influence ↑"), font, look.colour("soft"))

    def _paint_hours(self, painter: QPainter, plot: QRectF, look: Look) -> None:
        """The three parts of the scale of hours, and its name."""
        font, line = look.font(SIZE), look.metrics(SIZE).height()
        for start, end, text in (
            (0.0, COLD, tr("no hour")),
            (COLD, WARM, tr("less than {n} h", n=ENOUGH_HOURS)),
            (WARM, 1.0, tr("{n} h and more", n=ENOUGH_HOURS)),
        ):
            box = QRectF(
                plot.left() + plot.width() * start, plot.bottom() + look.size(4), plot.width() * (end - start), line
            )
            write(painter, box, text, font, look.colour("soft"), align=_CENTRE)
        name = QRectF(plot.left(), plot.bottom() + line + look.size(6), plot.width(), line)
        text = tr("hours of the owner face to face with customers in 42 days →")
        write(
            painter,
            name,
            text,
            look.font(SIZE, QFont.Weight.DemiBold),
            look.colour("soft"),
            align=Qt.AlignmentFlag.AlignRight,
        )

    def _inner(self, plot: QRectF, look: Look) -> QRectF:
        """Where the scale itself lies: marks at its ends stay within the plot."""
        reach = look.size(LARGEST * self._scale + 3)
        return plot.adjusted(reach, reach + look.metrics(SIZE).height(), -reach, -reach)

    def _across(self, plot: QRectF, look: Look) -> dict[str, float]:
        """Where every process stands: by its hours; those without any are dealt out over their part in columns, so
        that names find room."""
        reach = look.size(LARGEST * self._scale + 3)
        cold = sum(not self._facts.hours(one.id) for one in self.shown)
        columns = max(min(max(cold // A_COLUMN, 3), int(plot.width() * COLD / (2.2 * reach))), 1)
        found, number = {}, 0
        for one in self.shown:
            hours = self._facts.hours(one.id)
            if not hours:
                share = COLD * (0.06 + (number % columns) / columns * 0.9)
                number += 1
            elif hours < ENOUGH_HOURS:
                share = COLD + (WARM - COLD) * hours / ENOUGH_HOURS
            else:
                share = WARM + (1 - WARM) * min((hours - ENOUGH_HOURS) / 8 + 0.2, 0.9)
            x = plot.left() + plot.width() * share
            found[one.id] = min(max(x, plot.left() + reach), plot.right() - reach)
        return found

    # Closeness

    def _name(self, process: str) -> str:
        """What stands beside a mark: colour alone does not tell a stranger from nobody."""
        title = self._facts.title(process)
        return title if self._warmth(process) else f"{tr('nobody owns it')} · {title}"

    def _warmth(self, process: str) -> str:
        """Of the one whose hours count: the coldest who owns it or sets its standard; NOBODY where nobody owns it."""
        coldest = self._facts.coldest(process)
        if coldest is None or self._facts.owner(process) is None:
            return NOBODY
        return self._facts.closeness[coldest.id].closeness

    def _keys(self, look: Look) -> list[Key]:
        names = {
            "close": tr("spoke with a customer lately"),
            "fading": tr("little, or long ago"),
            "stranger": tr("the customer is a stranger"),
        }
        seen = {self._warmth(one.id) for one in self.shown}
        keys: list[Key] = [(SHAPES[own], look.closeness(own), text) for own, text in names.items() if own in seen]
        if NOBODY in seen:
            keys.append((SHAPES[NOBODY], look.colour("bad"), tr("nobody owns it")))
        keys.append(("", look.colour("soft"), tr("the larger the mark, the larger the blind spot")))
        if self.left:
            text = tr.plural("{n} smaller one is not drawn", "{n} smaller ones are not drawn", self.left)
            keys.append(("", look.colour("soft"), text))
        return keys


def round_ticks(most: float, about: int = 5) -> list[float]:
    """Round numbers from 0 up to `most` at even steps of 1, 2 or 5 times a power of ten, about so many."""
    rough = most / about
    power = 10.0 ** floor(log10(rough))
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough * 0.999)
    return [step * number for number in range(int(most / step + 0.001) + 1)]
