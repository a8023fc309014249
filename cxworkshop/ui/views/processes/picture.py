"""The map as it is at one moment: faces of its boxes, their places, what is lit. Paints itself in its own units."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from cxworkshop.model.boxes import Rect
from cxworkshop.ui.lighting import Lighting
from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import mixed
from cxworkshop.ui.views.drawing import Look
from cxworkshop.ui.views.processes.box import (
    FADED,
    Face,
    Sizes,
    colour_of_share,
    paint_box,
    paint_far,
    words_of_share,
)
from cxworkshop.ui.views.processes.chain import BOTH, NEEDS, NO_NEED, VALUES, Chain, Line
from cxworkshop.ui.views.processes.facts import Facts
from cxworkshop.ui.views.processes.shape import Extent, Shape, extent_of

Point = tuple[float, float]
NOTHING_MOVED: Mapping[str, Rect] = MappingProxyType({})
READABLE = 6.5  # pixels of the letters of a title, below which boxes show no text
NEAR, FAR = 0.7, 0.38  # how dark lines are; from far away many of them lie side by side
MANY = 400  # lines
COMFORTABLE = 8.0  # pixels they have at least where nobody has chosen how near to look


@dataclass(frozen=True)
class Picture:
    """`shape` holds the boxes of the cards of `chain`, some wider than `sizes` says; `lighting` is what the selected
    card lights up, if anything. `paths` are the lines painted before: another picture of that shape may go on with
    them."""

    chain: Chain
    faces: Mapping[str, Face]
    sizes: Sizes
    shape: Shape
    lighting: Lighting | None = None
    paths: dict[tuple[str, bool], QPainterPath] = field(default_factory=dict)

    @property
    def bounds(self) -> Rect:
        return self.shape.drawn.bounds

    @property
    def boxes(self) -> Mapping[str, Rect]:
        return self.shape.drawn.boxes

    @property
    def first(self) -> str | None:
        """The card to begin with: the first in the map’s own order, which is the need of the largest opportunity."""
        return next(iter(self.chain.layers), None)

    def is_faded(self, card: str) -> bool:
        return self.lighting is not None and card not in self.lighting.cards

    def ordered(self) -> list[str]:
        """The cards in reading order: layer by layer, from left to right."""
        return [card for row in self.shape.drawn.rows.values() for card in row]

    def paint(
        self, painter: QPainter, look: Look, seen: QRectF, zoom: float = 1.0, moved: Mapping[str, Rect] = NOTHING_MOVED
    ) -> None:
        """Paint what lies in `seen`, in the picture's own units; `zoom` decides how much a box shows. `moved` are boxes
        on their way to their places; their lines come along."""
        near = self._is_readable(zoom)
        edges = (seen.left(), seen.top(), seen.right(), seen.bottom())
        for lit in (False, True) if self.lighting is not None else (False,):
            lines = zip(self.chain.lines, self.shape.drawn.routes, self.shape.extents, strict=True)
            for line, route, extent in lines:
                if self._is_lit(line) is not lit:
                    continue
                on_way = bool(moved) and (line.upper in moved or line.lower in moved)
                points = self._drawn_along(line, route.points, moved) if on_way else route.points
                if _meets(extent_of(points) if on_way else extent, edges):
                    path = _path_along(points, near) if on_way else self._path(line, points, near)
                    self._paint_line(painter, look, line, path, zoom)
        for card, place in self.boxes.items():
            rect = moved.get(card, place)
            if _meets((rect.x - 16, rect.y - 20, rect.right + 16, rect.bottom + 16), edges):
                self._paint_card(painter, look, card, rect, zoom)

    # Parts

    @property
    def comfortable_from(self) -> float:
        """The zoom from which on titles are easily read."""
        return COMFORTABLE / self.sizes.title

    def _is_readable(self, zoom: float) -> bool:
        return self.sizes.title * zoom >= READABLE

    def _is_lit(self, line: Line) -> bool:
        return self.lighting is not None and line.key in self.lighting.links

    def _path(self, line: Line, points: tuple[Point, ...], near: bool) -> QPainterPath:
        known = self.paths.get((line.key, near))
        if known is None:
            known = self.paths[line.key, near] = _path_along(points, near)
        return known

    def _drawn_along(self, line: Line, points: tuple[Point, ...], moved: Mapping[str, Rect]) -> tuple[Point, ...]:
        """The points of a line whose ends are elsewhere: each goes along with the end it is nearer to."""
        (upper_x, upper_y), (lower_x, lower_y) = (self._gone(card, moved) for card in (line.upper, line.lower))
        last, bent = len(points) - 1, []
        for number, (x, y) in enumerate(points):
            share = number / last
            dx, dy = upper_x + (lower_x - upper_x) * share, upper_y + (lower_y - upper_y) * share
            bent.append((x + dx, y + dy))
        return tuple(bent)

    def _gone(self, card: str, moved: Mapping[str, Rect]) -> Point:
        """How far a box is from its place."""
        place = self.boxes[card]
        now = moved.get(card, place)
        return now.x - place.x, now.y - place.y

    def _paint_line(self, painter: QPainter, look: Look, line: Line, path: QPainterPath, zoom: float) -> None:
        near = self._is_readable(zoom)
        colour, wide = self._colour(look, line, near), 0.11
        lit = self._is_lit(line)
        if lit:
            colour, wide = look.theme.colour("lit"), 0.2
        pen = QPen(colour, max(self.sizes.title * wide, 1 / zoom))
        if not line.direct and near:
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([4.0, 2.4])
        painter.setOpacity(FADED if self.lighting is not None and not lit else 1.0)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        painter.setOpacity(1.0)

    def _colour(self, look: Look, line: Line, near: bool) -> QColor:
        share = self.chain.share
        if share:
            ends = {share[line.upper], share[line.lower]} - {BOTH}
            return colour_of_share(ends.pop() if ends else BOTH, look)
        return mixed(look.colour("faint"), look.colour("wall"), NEAR if near or len(self.chain.lines) < MANY else FAR)

    def _paint_card(self, painter: QPainter, look: Look, card: str, rect: Rect, zoom: float) -> None:
        face, faded = self.faces[card], self.is_faded(card)
        ring = "focus" if card in look.selected else ""
        if self.lighting is not None and card == self.lighting.focus:
            ring = "lit"
        if not self._is_readable(zoom):
            paint_far(painter, look, rect, face, faded=faded, ring=ring)
            return
        number = self.lighting.cards.get(card, 0) if self.lighting is not None else 0
        sizes = self.sizes if rect.width == self.sizes.width else replace(self.sizes, width=rect.width)
        paint_box(painter, look, sizes, rect, face, faded=faded, ring=ring, number=number)


def _meets(extent: Extent, seen: Extent) -> bool:
    """Whether what covers that may be seen; both as left, top, right, bottom."""
    return extent[0] <= seen[2] and seen[0] <= extent[2] and extent[1] <= seen[3] and seen[1] <= extent[3]


def _path_along(points: tuple[Point, ...], near: bool) -> QPainterPath:
    """A line as its curves, or from so far that nobody sees them straight from bend to bend."""
    path = QPainterPath(QPointF(*points[0]))
    if not near:
        for point in points[3::3]:
            path.lineTo(*point)
        return path
    for at in range(1, len(points) - 2, 3):
        path.cubicTo(*(QPointF(*point) for point in points[at : at + 3]))
    return path


def faces_of(facts: Facts, chain: Chain) -> dict[str, Face]:
    """What every box of a map says."""
    found = {}
    for card in chain.layers:
        kind = facts.board.card(card).kind
        warmth = facts.warmth(card) if kind == "process" else None
        found[card] = Face(kind, facts.title(card), *facts.meta(card), warmth, chain.share.get(card, ""))
    return found


def tip_of(facts: Facts, chain: Chain, card: str) -> str:
    """What a box says when it is pointed at."""
    return "\n".join(text for text in (facts.tip(card), words_of_share(chain.share.get(card, ""))) if text)


def layer_name(layer: int) -> str:
    """How far from the customer a layer is."""
    if layer == NEEDS:
        return tr("Needs")
    if layer == VALUES:
        return tr("Value")
    if layer == NO_NEED:
        return tr("Serves no need")
    distance = layer - VALUES
    if distance == 1:
        return tr("Directly")
    return tr.plural("{n} step behind", "{n} steps behind", distance - 1)
