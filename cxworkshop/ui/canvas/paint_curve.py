"""Paints the experience curve of a journey: what customers expect (dashed), live through (solid), remember (dotted)."""

from __future__ import annotations

import itertools

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QPolygonF

from cxworkshop.analysis.scores import score
from cxworkshop.model.boxes import META_SIZE, LaneBox, Rect
from cxworkshop.model.previous import previous_score
from cxworkshop.model.records import Card
from cxworkshop.ui.canvas.ink import CURVES, Ink, width_of
from cxworkshop.ui.canvas.picture import Picture
from cxworkshop.ui.speech import tr
from cxworkshop.words import N_

GHOST = "previous"  # the experience of the cycle before
NAMES = (*CURVES, GHOST)
UNSCORED = (None,) * len(NAMES)
LABELS = {"expectation": N_("expectation"), "experience": N_("experience"), "memory": N_("memory")}
FIGURES_FROM = 0.7  # the zoom from which scores are written beside the points
ROOM_FOR_FIGURE = 26.0
INSET = 18.0  # between the extremes of the scale and the lane's edges
_BOLD = QFont.Weight.Bold


def points(picture: Picture, lane: LaneBox, name: str) -> list[tuple[str, QPointF, float]]:
    """The scored points of one curve from left to right: touchpoint, place, score (−5…+5)."""
    if name not in picture.curves:
        picture.curves.update(_points(picture, lane))
    return picture.curves[name]


def _points(picture: Picture, lane: LaneBox) -> dict[str, list[tuple[str, QPointF, float]]]:
    """The points of every curve."""
    middle, reach = lane.y + lane.height / 2, lane.height / 2 - INSET
    found: dict[str, list[tuple[str, QPointF, float]]] = {name: [] for name in NAMES}
    scores = picture.scores
    for card_id, x in picture.layout.curve_x.items():
        values = scores.get(card_id)
        if values is None:
            values = scores[card_id] = _scores(picture.board.card(card_id))
        if values is UNSCORED:
            continue
        for name, value in zip(NAMES, values, strict=True):
            if value is not None:
                found[name].append((card_id, QPointF(x, middle - value / 5 * reach), value))
    return found


def _scores(card: Card) -> tuple[float | None, ...]:
    """The scores of a touchpoint by NAMES; UNSCORED itself where it has none."""
    values = (*(score(card, name) for name in CURVES), previous_score(card, "experience"))
    return UNSCORED if values == UNSCORED else values


def point_at(picture: Picture, lane: LaneBox, x: float, y: float, reach: float) -> str | None:
    """The touchpoint of the point of any curve within `reach` of a place."""
    for name in reversed(CURVES):
        for card_id, at, _ in points(picture, lane, name):
            if (at.x() - x) ** 2 + (at.y() - y) ** 2 <= reach * reach:
                return card_id
    return None


def paint_curves(painter: QPainter, ink: Ink, picture: Picture, lane: LaneBox, area: Rect, zoom: float) -> None:
    """All three curves with their points and the figures of the experience."""
    middle = lane.y + lane.height / 2
    painter.setPen(ink.line)
    painter.drawLine(QPointF(area.x, middle), QPointF(area.right, middle))
    _paint_ghost(painter, ink, picture, lane, area, zoom)
    nothing = True
    for name in CURVES:
        found = points(picture, lane, name)
        nothing = nothing and not found
        _paint_one(painter, ink, name, _near([at for _, at, _ in found], area), zoom)
    if zoom >= FIGURES_FROM:
        _paint_figures(painter, ink, points(picture, lane, "experience"), area)
    if nothing and picture.layout.curve_x:
        painter.setFont(ink.meta)
        painter.setPen(ink.soft)
        hint = tr("Score the touchpoints and the curve appears here")
        painter.drawText(QPointF(picture.layout.columns[0].x + 12, middle - 6), hint)


def _paint_ghost(painter: QPainter, ink: Ink, picture: Picture, lane: LaneBox, area: Rect, zoom: float) -> None:
    """The experience of the cycle before, pale behind the curves of this one; named where it is farthest from it."""
    found = points(picture, lane, GHOST)
    near = _near([at for _, at, _ in found], area)
    if not near:
        return
    painter.setPen(QPen(ink.faint, max(1.2, 0.8 / zoom)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF(near))
    for at in near:
        painter.drawEllipse(at, 2.6, 2.6)
    if zoom >= FIGURES_FROM:
        lived = {card: at.y() for card, at, _ in points(picture, lane, "experience")}
        far = max(found, key=lambda own: abs(lived.get(own[0], own[1].y()) - own[1].y()))[1]
        text = tr("last cycle")
        wide = width_of(text, META_SIZE) + 6.0
        box = QRectF(far.x() - wide / 2, far.y() - 18.0, wide, 14.0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink.wall)
        painter.drawRoundedRect(box, 3.0, 3.0)
        painter.setFont(ink.meta)
        painter.setPen(ink.soft)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _paint_one(painter: QPainter, ink: Ink, name: str, places: list[QPointF], zoom: float) -> None:
    pen = ink.curve(name)
    pen.setWidthF(max(pen.widthF(), 1.2 / zoom))
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if name == "experience" and len(places) > 1:
        painter.drawPolyline(QPolygonF(places))
    else:  # dashes begin anew at every point, wherever painting begins
        painter.drawLines([QLineF(one, other) for one, other in itertools.pairwise(places)])
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(pen.color())
    size = 4.0 if name == "experience" else 2.6
    for at in places:
        painter.drawEllipse(at, size, size)


def _near(places: list[QPointF], area: Rect) -> list[QPointF]:
    """The points in an area and the nearest on either side of it: what is needed to paint the line through it."""
    first = sum(1 for at in places if at.x() < area.x - 8.0)
    last = sum(1 for at in places if at.x() <= area.right + 8.0)
    return places[max(first - 1, 0) : last + 1]


def _paint_figures(painter: QPainter, ink: Ink, found: list[tuple[str, QPointF, float]], area: Rect) -> None:
    """The scores beside the points, as far as they have room."""
    free = -1e9
    for _, at, value in found:
        if at.x() - free >= ROOM_FOR_FIGURE:
            free = at.x()
            if area.x - 20 < at.x() < area.right + 20:
                _paint_figure(painter, ink, at, value)


def _paint_figure(painter: QPainter, ink: Ink, at: QPointF, value: float) -> None:
    text = signed(value)
    wide = width_of(text, META_SIZE, _BOLD) + 4.0
    y = at.y() - 8.0 if value > -4 else at.y() + 16.0
    box = QRectF(at.x() - wide / 2, y - 10.0, wide, 12.0)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink.wall)
    painter.drawRoundedRect(box, 3.0, 3.0)
    painter.setPen(ink.curve("experience").color())
    painter.setFont(ink.figure)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def signed(value: float | None) -> str:
    """A score on the scale −5…+5 with its sign."""
    return f"+{tr.number(value)}" if value is not None and value > 0 else tr.number(value)


def paint_legend(painter: QPainter, ink: Ink, x: float, y: float, bottom: float, scale: float) -> None:
    """Line samples with their names, in the lane's label, as many as fit; `y` is the first baseline."""
    for name in ("experience", "expectation", "memory"):
        if y > bottom - 3 * scale:
            return
        pen = ink.curve(name)
        painter.setPen(pen)
        painter.drawLine(QPointF(x, y - 3.5 * scale), QPointF(x + 18 * scale, y - 3.5 * scale))
        painter.setPen(ink.soft)
        painter.drawText(QPointF(x + 24 * scale, y), tr(LABELS[name]))
        y += 14.5 * scale


def paint_scores(painter: QPainter, ink: Ink, picture: Picture, lane: LaneBox, card_id: str) -> None:
    """The three scores of the touchpoint under the pointer, beside its points."""
    card = picture.board.card(card_id)
    rows = [(name, score(card, name)) for name in ("expectation", "experience", "memory")]
    texts = [(name, f"{tr(LABELS[name])} {signed(value)}") for name, value in rows if value is not None]
    wide = max((width_of(text, META_SIZE) for _, text in texts), default=0.0) + 22.0
    x = picture.layout.curve_x[card_id] + 12.0
    if picture.layout.columns and x + wide > picture.layout.columns[-1].right:
        x -= wide + 24.0
    box = QRectF(x, lane.y + 6.0, wide, 15.0 * len(texts) + 8.0)
    painter.setPen(ink.frame)
    painter.setBrush(ink.surface)
    painter.drawRoundedRect(box, 6.0, 6.0)
    painter.setFont(ink.meta)
    for row, (name, text) in enumerate(texts):
        y = box.y() + 15.0 * (row + 1) + 0.5
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink.curve(name).color())
        painter.drawEllipse(QPointF(x + 9.0, y - 4.0), 3.2, 3.2)
        painter.setPen(ink.text)
        painter.drawText(QPointF(x + 16.0, y), text)
