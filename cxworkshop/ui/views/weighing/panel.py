"""One persona's way along a journey as a chart: three curves, the ghost of last cycle's, peak, end and loss by name."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QPolygonF

from cxworkshop.analysis.experience import GAP_FORMULA, GAP_SOURCE, JourneyExperience, gaps_of
from cxworkshop.analysis.losses import count_scored, largest_loss
from cxworkshop.analysis.scores import score
from cxworkshop.analysis.weighing_told import of_figures, signed
from cxworkshop.model.previous import previous_score
from cxworkshop.model.records import Card
from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.drawing import Look, Spot
from cxworkshop.ui.views.weighing.axes import DASHED, DOTTED, SOLID, THIN, line_pen
from cxworkshop.ui.views.weighing.labels import Name, place
from cxworkshop.ui.views.weighing.lines import elided, wrapped
from cxworkshop.ui.views.weighing.marks import DIAMOND, haloed, paint_shape
from cxworkshop.ui.views.weighing.tips import evidence_of, tip

NAMES = ("expectation", "memory", "experience")
STYLES = {"expectation": DASHED, "memory": DOTTED, "experience": SOLID}
ROLES = {"expectation": "soft", "memory": "persona", "experience": "touchpoint"}
SIZE = 11.5
CROWDED = 24.0  # pixels a point needs to have its figure beside it
CROWD = 80  # points of one curve; from here on only the experience is loud
MOST_NAMES = 6  # in a crowd
HEADING = 13.0
_ALONG = 8  # pixels of a curve that are looked at as one
_LINE = int(Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignVCenter)
_BOLD = QFont.Weight.DemiBold


@dataclass(frozen=True)
class Panel:
    """A persona ("" for everybody), the touchpoints it walks in order, and its figures."""

    name: str
    touchpoints: Sequence[Card]
    found: JourneyExperience

    def figures(self) -> str:
        """Mean and peak-end beside each other, with n."""
        return of_figures(self.found, count_scored(self.touchpoints), tr.translator)

    @cached_property
    def loss(self) -> str | None:
        """The touchpoint at which most is lost."""
        found = largest_loss(self.touchpoints)
        return found.id if found is not None else None

    def has_ghost(self) -> bool:
        return any(previous_score(card, "experience") is not None for card in self.touchpoints)


def colour_of(name: str, look: Look) -> QPen:
    """The pen of expectation, experience or memory."""
    role = ROLES[name]
    colour = look.colour("soft") if role == "soft" else look.accent(role)
    return line_pen(STYLES[name], colour, look)


def paint_panel(
    painter: QPainter,
    area: QRectF,
    look: Look,
    panel: Panel,
    across: Mapping[str, float],
    stages: Sequence[float],
    named: bool,
) -> list[Spot]:
    """Paint the panel into `area`; `across` says at which x each touchpoint lies, `stages` where each stage begins,
    `named` that the names of touchpoints are written under the chart already."""
    plot = _paint_heading(painter, area, look, panel)
    painter.setPen(QPen(look.colour("line"), 1))
    for x in stages:
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
    _paint_scale(painter, plot, look)
    ghost = _points(panel, across, plot, look, previous=True)
    painter.setPen(line_pen(THIN, look.colour("faint"), look))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([at for _, at, _ in ghost]))
    drawn = [ghost]
    for name in NAMES:
        drawn.append(_points(panel, across, plot, look, name))
        _paint_curve(painter, look, name, drawn[-1])
    lived = _points(panel, across, plot, look)
    _paint_marks(painter, look, panel, lived)
    crowded = len(lived) * look.size(CROWDED) > plot.width()
    _paint_tags(painter, look, panel, lived, plot, named, drawn, crowded)
    return _spots(panel, across, plot)


def _paint_heading(painter: QPainter, area: QRectF, look: Look, panel: Panel) -> QRectF:
    """Persona and figures on one line, or on two where one is too short; gives what is left for the plot."""
    metrics, bold = look.metrics(SIZE), look.metrics(HEADING, _BOLD)
    name = elided(panel.name, bold, area.width())
    high = bold.height() + look.size(2)
    painter.setFont(look.font(HEADING, _BOLD))
    painter.setPen(look.colour("text"))
    painter.drawText(QRectF(area.x(), area.y(), area.width(), high), _LINE, name)
    figures = panel.figures()
    start = bold.horizontalAdvance(name) + look.size(16)
    below = start + metrics.horizontalAdvance(figures) > area.width()
    painter.setFont(look.font(SIZE))
    painter.setPen(look.colour("soft"))
    x, y = (area.x(), area.y() + high) if below else (area.x() + start, area.y())
    room = area.right() - x
    painter.drawText(QRectF(x, y, room, high), _LINE, elided(figures, metrics, room))
    top = y + high + look.size(4)
    return QRectF(area.x(), top, area.width(), max(area.bottom() - top, 1.0))


def _paint_scale(painter: QPainter, plot: QRectF, look: Look) -> None:
    high = look.metrics(SIZE).height()
    painter.setFont(look.font(SIZE))
    for value in (5, 0, -5):
        y = _level(plot, value, look)
        painter.setPen(QPen(look.colour("strong_line" if value == 0 else "line"), 1))
        painter.drawLine(QPointF(plot.left() + gutter(look), y), QPointF(plot.right(), y))
        painter.setPen(look.colour("soft"))
        box = QRectF(plot.left(), y - high / 2, gutter(look) - look.size(8), high)
        painter.drawText(box, int(_LINE | Qt.AlignmentFlag.AlignRight), signed(value, tr.translator))


def gutter(look: Look) -> float:
    """The room left of a plot for the figures of its scale."""
    return look.metrics(SIZE).horizontalAdvance("+5") + look.size(10)


def _level(plot: QRectF, value: float, look: Look) -> float:
    inset = look.metrics(SIZE).height() * 1.8  # a figure has room over the highest point and under the lowest
    return plot.center().y() - value / 5 * (plot.height() / 2 - inset)


def _points(
    panel: Panel,
    across: Mapping[str, float],
    plot: QRectF,
    look: Look,
    name: str = "experience",
    *,
    previous: bool = False,
) -> list[tuple[Card, QPointF, float]]:
    """The scored points of one curve from left to right: touchpoint, place, score."""
    found = []
    for card in panel.touchpoints:
        value = previous_score(card, name) if previous else score(card, name)
        if value is not None:
            found.append((card, QPointF(across[card.id], _level(plot, value, look)), value))
    return found


def _paint_curve(painter: QPainter, look: Look, name: str, points: Sequence[tuple[Card, QPointF, float]]) -> None:
    pen = colour_of(name, look)
    if name != "experience" and len(points) > CROWD:
        pale = pen.color()
        pale.setAlphaF(0.4)
        pen.setColor(pale)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([at for _, at, _ in points]))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(pen.color())
    size = look.size((4.2 if name == "experience" else 2.6) * (0.6 if len(points) > CROWD else 1))
    for _, at, _ in points:
        painter.drawEllipse(at, size, size)


def _paint_marks(painter: QPainter, look: Look, panel: Panel, lived: Sequence[tuple[Card, QPointF, float]]) -> None:
    """Moments of truth as diamonds, rings around peak and end, and what is selected."""
    for card, at, _ in lived:
        if card.get("moment_of_truth"):
            size = look.size(7)
            painter.setPen(QPen(look.colour("wall"), look.size(1.2)))
            painter.setBrush(look.accent("touchpoint"))
            paint_shape(painter, DIAMOND, QRectF(at.x() - size, at.y() - size, 2 * size, 2 * size))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if card.id in (panel.found.peak_at, panel.found.end_at):
            painter.setPen(QPen(look.colour("text"), look.size(1.6)))
            painter.drawEllipse(at, look.size(9), look.size(9))
        if card.id in look.selected:
            painter.setPen(QPen(look.colour("focus"), look.size(2.4)))
            painter.drawEllipse(at, look.size(12), look.size(12))


def _paint_tags(
    painter: QPainter,
    look: Look,
    panel: Panel,
    lived: Sequence[tuple[Card, QPointF, float]],
    plot: QRectF,
    named: bool,
    curves: Sequence[Sequence[tuple[Card, QPointF, float]]],
    crowded: bool,
) -> None:
    """What peak, end and loss are, and the figures of the other points, as far as they have room. They keep
    clear of the dots of all `curves` (the first, the ghost, has none) and, unless it is too crowded, of their lines."""
    metrics = look.metrics(SIZE)
    high = metrics.height()
    order = sorted(lived, key=lambda own: -_weight(panel, own[0]))
    if crowded:  # a figure at every point would hide the curve
        order = [own for own in order if _weight(panel, own[0])][:MOST_NAMES]
    names, texts = [], []
    for card, at, value in order:
        short = _tag(panel, card, value)
        title = "" if named or not _weight(panel, card) else card.title
        lines = [*wrapped(title, metrics, look.size(170), 2), short] if title else [short]
        texts.append((lines, short))
        size = QSizeF(max(metrics.horizontalAdvance(line) for line in lines) + 2, high * len(lines))
        figure = QSizeF(metrics.horizontalAdvance(short) + 2, high)
        names.append(Name(_mark(panel, card, at, look), size, figure, upright=True))
    painter.setPen(look.colour("text"))
    frame = plot.adjusted(gutter(look), 0, 0, 0)
    named_ones = {card.id for card, _, _ in order}
    others = [_mark(panel, card, at, look) for card, at, _ in lived if card.id not in named_ones]
    dots = _dots(curves[1:], look)
    for (card, at, _), (lines, short), spot in zip(
        order,
        texts,
        place(names, frame, [*others, *dots], () if crowded else _along(curves)),
        strict=True,
    ):
        if spot.box is None:
            continue
        if spot.leader is not None:
            painter.setPen(QPen(look.colour("faint"), look.size(0.9)))
            painter.drawLine(*spot.leader)
        loud = bool(_weight(panel, card))
        painter.setFont(look.font(SIZE, _BOLD if loud else QFont.Weight.Normal))
        painter.setPen(look.colour("text" if loud else "soft"))
        shown = [short] if spot.numbered else lines
        side = Qt.AlignmentFlag.AlignRight if spot.box.right() <= at.x() else Qt.AlignmentFlag.AlignLeft
        for row, line in enumerate(shown):
            box = QRectF(spot.box.x(), spot.box.y() + row * high, spot.box.width(), high)
            haloed(painter, box, int(_LINE | side), line, look)


def _mark(panel: Panel, card: Card, at: QPointF, look: Look) -> QRectF:
    """What the mark of a point covers; those that matter are larger."""
    reach = look.size(9 if _weight(panel, card) else 5)
    return QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach)


def _dots(curves: Sequence[Sequence[tuple[Card, QPointF, float]]], look: Look) -> list[QRectF]:
    """What the dots of the curves cover."""
    reach = look.size(3)
    return [QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach) for curve in curves for _, at, _ in curve]


def _along(curves: Sequence[Sequence[tuple[Card, QPointF, float]]]) -> list[QRectF]:
    """Small boxes along the curves, by which figures beside the points keep clear of them."""
    found = []
    for curve in curves:
        for (_, one, _), (_, other, _) in itertools.pairwise(curve):
            across, down = other.x() - one.x(), other.y() - one.y()
            steps = max(int(max(abs(across), abs(down))) // _ALONG, 1)
            for step in range(steps):
                x, y = one.x() + across * step / steps, one.y() + down * step / steps
                found.append(QRectF(x - _ALONG / 2, y - _ALONG / 2, _ALONG, _ALONG))
    return found


def _weight(panel: Panel, card: Card) -> int:
    """How much the name of a point matters: the loss first, then peak and end, then moments of truth."""
    if card.id == panel.loss:
        return 4
    if card.id == panel.found.peak_at:
        return 3
    if card.id == panel.found.end_at:
        return 2
    return 1 if card.get("moment_of_truth") else 0


def _tag(panel: Panel, card: Card, value: float) -> str:
    figure = signed(value, tr.translator)
    peak, end = card.id == panel.found.peak_at, card.id == panel.found.end_at
    if peak and end:
        return tr("peak and end {score}", score=figure)
    if peak:
        return tr("peak {score}", score=figure)
    return tr("end {score}", score=figure) if end else figure


def _spots(panel: Panel, across: Mapping[str, float], plot: QRectF) -> list[Spot]:
    """A strip of the chart for each touchpoint, halfway to its neighbours."""
    order = sorted(across[card.id] for card in panel.touchpoints)
    gaps = [other - one for one, other in itertools.pairwise(order)]
    half = min([*gaps, 44.0]) / 2
    return [
        Spot(QRectF(across[card.id] - half, plot.top(), 2 * half, plot.height()), card.id, _tip(card))
        for card in panel.touchpoints
    ]


def _tip(card: Card) -> str:
    said = tr.translator
    figures = tr(
        "expectation {expectation} · experience {experience} · memory {memory}",
        expectation=signed(score(card, "expectation"), said),
        experience=signed(score(card, "experience"), said),
        memory=signed(score(card, "memory"), said),
    )
    gaps = gaps_of(card)
    if gaps.gap1 is not None or gaps.gap2 is not None:
        apart = tr("gap 1 {one} · gap 2 {two}", one=signed(gaps.gap1, said), two=signed(gaps.gap2, said))
        figures = f"{figures}\n{apart}"
    before = previous_score(card, "experience")
    if before is not None:
        figures = f"{figures}\n{tr('experience in the cycle before: {score}', score=signed(before, said))}"
    truth = f" · {tr('moment of truth')}" if card.get("moment_of_truth") else ""
    return tip(card.title, figures, f"{evidence_of(card)}{truth}", GAP_FORMULA, GAP_SOURCE)
