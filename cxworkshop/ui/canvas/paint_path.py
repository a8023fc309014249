"""Paints the path from touchpoint to touchpoint where somebody drew it: on, over others, and dashed back in a loop."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPainterPathStroker, QPolygonF

from cxworkshop.model.boxes import Rect
from cxworkshop.model.journey_path import PathStep, Point
from cxworkshop.ui.canvas.ink import Ink
from cxworkshop.ui.canvas.picture import Picture

ROUND = 4.0  # of the corners
HEAD = 4.5
MARK = 2.6  # of the dot where a path forks or joins
LINE = 1.6


def paint_path(painter: QPainter, ink: Ink, picture: Picture, area: Rect, zoom: float) -> None:
    """The steps in a part of the wall; never thinner than a pixel."""
    path = picture.path
    if not path.steps:
        return
    colour = ink.theme.accent("touchpoint")
    for step in path.steps:
        left = min(x for x, _ in step.points)
        right = max(x for x, _ in step.points)
        if right < area.x or area.right < left:
            continue
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPath(_stroked(step, max(LINE, 1.0 / zoom)))
        tip = QPointF(*step.points[-1])
        painter.drawPolygon(QPolygonF([tip, tip + QPointF(-HEAD, -HEAD * 0.8), tip + QPointF(-HEAD, HEAD * 0.8)]))
        for at in _marks(picture, step):
            painter.drawEllipse(at, MARK, MARK)


def _stroked(step: PathStep, width: float) -> QPainterPath:
    """The line of a step as a shape. A pen would begin its dashes where the part that is painted begins."""
    stroker = QPainterPathStroker()
    stroker.setWidth(width)
    stroker.setCapStyle(Qt.PenCapStyle.FlatCap)
    if step.back:
        stroker.setDashPattern(Qt.PenStyle.DashLine)
    return stroker.createStroke(rounded(step.points))


def _marks(picture: Picture, step: PathStep) -> list[QPointF]:
    """Where this step leaves a fork, or runs into a join: outside the cards, so that both are seen."""
    marks = []
    if step.source in picture.path.forks:
        marks.append(QPointF(step.points[0][0] + MARK, step.points[0][1]))
    if step.target in picture.path.joins and len(step.points) > 2:
        marks.append(QPointF(*step.points[-2]))
    return marks


def rounded(points: tuple[Point, ...]) -> QPainterPath:
    """A line through these corners, each a little round."""
    path = QPainterPath(QPointF(*points[0]))
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        path.lineTo(_towards(corner, before))
        path.quadTo(QPointF(*corner), _towards(corner, after))
    path.lineTo(QPointF(*points[-1]))
    return path


def _towards(corner: Point, other: Point) -> QPointF:
    way = QPointF(*other) - QPointF(*corner)
    length = abs(way.x()) + abs(way.y())  # every line runs straight across or straight down
    share = min(ROUND, length / 2) / length if length else 0.0
    return QPointF(*corner) + way * share
