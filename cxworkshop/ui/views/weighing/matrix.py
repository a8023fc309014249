"""Value and effort: every improvement by what it brings and what it costs, in four named fields."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from cxworkshop.analysis.value_effort import (
    ASIDE,
    FIRST,
    FORMULA,
    LARGEST,
    MIDDLE,
    NOT_NOW,
    PLANNED,
    QUADRANTS,
    SOURCE,
    Weight,
    weights,
)
from cxworkshop.analysis.weighing_told import of_matrix
from cxworkshop.model.board import Board
from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.drawing import Look, Spot
from cxworkshop.ui.views.weighing.axes import Key, key_rows, paint_axes, paint_key, place_on, plot_in, scale_in
from cxworkshop.ui.views.weighing.cloud import Cloud, paint_cloud
from cxworkshop.ui.views.weighing.marks import CIRCLE, SQUARE, Note, Point, note_at
from cxworkshop.ui.views.weighing.tips import tip

LOW, HIGH = 1, 10
SMALLEST, WIDEST = 7.0, 15.0
_CORNERS = ((FIRST, False, False), (PLANNED, True, False), (ASIDE, False, True), (NOT_NOW, True, True))


class Matrix(Cloud):
    """The improvements of a board that have impact and effort, by ICE. `scale` is where it was last painted."""

    def __init__(self, board: Board) -> None:
        self._board = board
        found = weights(board)
        self.headline = of_matrix(found, board, tr.translator)
        self.shown = [own for own in found if own.quadrant is not None]
        self.left = [own for own in found if own.quadrant is None]
        self.scale = QRectF()

    def texts(self) -> list[str]:
        names = [self._board.card(own.id).title for own in self.shown]
        return [self.headline, *(tr(name) for name in QUADRANTS.values()), *names]

    def paint(self, painter: QPainter, area: QRectF, look: Look) -> list[Spot]:
        plot, spots = paint_cloud(painter, area, look, self)
        self.scale = scale_in(plot, look)
        return spots

    def value_at(self, at: QPointF, *, halves: bool) -> tuple[float, float]:
        """Effort and impact at a place of the last painting, on the scale and snapped to whole numbers or halves."""
        effort = LOW + (at.x() - self.scale.left()) / max(self.scale.width(), 1) * (HIGH - LOW)
        impact = LOW + (self.scale.bottom() - at.y()) / max(self.scale.height(), 1) * (HIGH - LOW)
        return snapped(effort, halves=halves), snapped(impact, halves=halves)

    def place_of(self, effort: float, impact: float) -> QPointF:
        """Where these scores lie on the last painting."""
        return place_on(self.scale, effort, impact, LOW, HIGH)

    # What the cloud asks for

    def frame(self, area: QRectF, look: Look) -> QRectF:
        return plot_in(area, look, len(key_rows(self._keys(look), look, area.width())))

    def notes(self, plot: QRectF, look: Look) -> list[Note]:
        return [
            note_at(plot, tr(QUADRANTS[name]), look.colour("good" if name == FIRST else "soft"), look, right, low)
            for name, right, low in _CORNERS
        ]

    def points(self, plot: QRectF, look: Look) -> list[Point]:
        return [self._point(own, plot, look) for own in self.shown]

    def paint_ground(self, painter: QPainter, area: QRectF, plot: QRectF, look: Look) -> None:
        middle = place_on(scale_in(plot, look), MIDDLE, MIDDLE, LOW, HIGH)
        tint = QColor(look.colour("good"))
        tint.setAlphaF(0.10)
        painter.fillRect(QRectF(plot.topLeft(), middle), tint)
        painter.setPen(QPen(look.colour("line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(plot)
        paint_axes(painter, plot, look, LOW, HIGH, (tr("effort →"), tr("impact ↑")))
        painter.setPen(QPen(look.colour("strong_line"), look.size(1.4)))
        painter.drawLine(QPointF(middle.x(), plot.top()), QPointF(middle.x(), plot.bottom()))
        painter.drawLine(QPointF(plot.left(), middle.y()), QPointF(plot.right(), middle.y()))
        paint_key(painter, key_rows(self._keys(look), look, area.width()), area, look)

    def _point(self, own: Weight, plot: QRectF, look: Look) -> Point:
        at = place_on(scale_in(plot, look), own.effort or 0, own.impact or 0, LOW, HIGH)
        share = (own.ice or 0) / LARGEST
        radius = (SMALLEST**2 + share * (WIDEST**2 - SMALLEST**2)) ** 0.5
        shape = CIRCLE if own.ice is not None else SQUARE
        colour = look.accent("improvement") if own.ice is not None else look.colour("faint")
        name = self._board.card(own.id).title or tr("(no title)")
        return Point(own.id, at, radius, shape, colour, name, _tip(own, self._board))

    def _keys(self, look: Look) -> list[Key]:
        with_ice = sum(own.ice is not None for own in self.shown)
        without = len(self.shown) - with_ice
        keys: list[Key] = []
        if with_ice:
            text = tr.plural(
                "{n} improvement with an ICE score: the larger the dot, the better",
                "{n} improvements with an ICE score: the larger the dot, the better",
                with_ice,
            )
            keys.append((CIRCLE, look.accent("improvement"), text))
        if without:
            text = tr.plural(
                "{n} improvement without confidence, so without ICE",
                "{n} improvements without confidence, so without ICE",
                without,
            )
            keys.append((SQUARE, look.colour("faint"), text))
        if len({(own.effort, own.impact) for own in self.shown}) < len(self.shown):
            keys.append(("", look.colour("soft"), tr("marks pressed together have the same scores")))
        return keys


def snapped(value: float, *, halves: bool) -> float:
    """The nearest whole number (or half) on the scale 1…10."""
    step = 0.5 if halves else 1.0
    return min(max(round(value / step) * step, LOW), HIGH)


def _tip(own: Weight, board: Board) -> str:
    figures = tr("impact {impact}, effort {effort}", impact=tr.number(own.impact), effort=tr.number(own.effort))
    if own.ice is not None:
        ice = tr(
            "ICE {ice}: impact {impact} × confidence {confidence} × ease {ease}",
            ice=tr.number(own.ice, 0),
            impact=tr.number(own.impact),
            confidence=tr.number(own.confidence),
            ease=tr.number(11 - (own.effort or 0)),
        )
    else:
        ice = tr("no ICE: confidence is missing")
    field = tr(QUADRANTS[own.quadrant or FIRST])
    basis = tr("one estimate of the room for each score")
    return tip(board.card(own.id).title, f"{figures} · {field}\n{ice}", basis, FORMULA, SOURCE)
