"""The map at any size, for the shared screen: the most important boxes of every layer, large enough to be read."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from cxworkshop.ui.lighting import Lighting
from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.drawing import Look, Spot
from cxworkshop.ui.views.processes import told
from cxworkshop.ui.views.processes.box import (
    BADGES,
    Face,
    Sizes,
    broken,
    colour_of_share,
    elided,
    for_screen,
    words_of_share,
)
from cxworkshop.ui.views.processes.chain import BOTH, FIRST, NEEDS, SECOND, VALUES, Chain
from cxworkshop.ui.views.processes.facts import Facts
from cxworkshop.ui.views.processes.picture import Picture, faces_of, layer_name, tip_of
from cxworkshop.ui.views.processes.shape import Shape, shape_of

GUTTER, ASIDE, NARROWEST = 190.0, 26.0, 290.0
WIDEST, BESIDE = 440.0, 180.0  # boxes of a layer with few of them; what such a layer leaves for lines that pass it
LEAST_BETWEEN, MOST_BETWEEN = 30.0, 90.0
ARCS = 0.9  # of the room between layers: lines within the last layer reach below it
LINES = ((3, 3), (3, 2), (2, 3), (2, 2), (2, 1))  # of a title and of a role: rather short names than a layer less
BADGE = 20.0  # the badges of the first row reach above it
_FLAGS = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


class MapDrawing:
    """`chain` is what was chosen; a selected process leaves only what it carries."""

    def __init__(self, facts: Facts, chain: Chain, process: str | None, lighting: Lighting | None) -> None:
        self._facts = facts
        self._whole = chain.only(lighting.cards) if lighting is not None and process is not None else chain
        self._lighting = lighting
        self.headline = told.of_map(facts, chain, process)

    def texts(self) -> list[str]:
        said = [self.headline]
        for layer in sorted(set(self._whole.layers.values())):
            said.append(layer_name(layer))
            said += [self._facts.title(card) for card, own in self._whole.layers.items() if own == layer]
        return said

    def paint(self, painter: QPainter, area: QRectF, look: Look) -> list[Spot]:
        if not self._whole.layers:
            return []
        area = area.adjusted(0, BADGE, 0, 0)
        sizes, kept = self._sizes(area), self._kept(area)
        faces = faces_of(self._facts, kept)
        high = area.height() - (self._key_height(look) if kept.share else 0)
        wide = area.width() - GUTTER
        for lines, meta in LINES:
            sizes = replace(sizes, most=lines, most_meta=meta)
            shape = _shape(kept, faces, sizes, wide, high)
            if shape.drawn.bounds.height <= high:
                break
        while shape.drawn.bounds.height > high and len(set(kept.layers.values())) > 1:
            deepest = max(kept.layers.values())
            kept = kept.only(card for card, layer in kept.layers.items() if layer < deepest)
            shape = _shape(kept, faces, sizes, wide, high)
        lighting = self._lighting if self._lighting is not None and self._lighting.focus in kept.layers else None
        picture = Picture(kept, faces, sizes, shape, lighting)
        bounds = picture.bounds
        left = area.x() + GUTTER + max((area.width() - GUTTER - bounds.width) / 2, 0) - bounds.x
        top = area.y() + max((high - bounds.height) / 2, 0) - bounds.y
        self._paint_names(painter, look, kept, shape, area.x(), top)
        painter.save()
        painter.translate(left, top)
        picture.paint(painter, look, QRectF(*bounds).adjusted(-50, -50, 50, 50))
        painter.restore()
        if kept.share:
            self._paint_key(painter, look, QRectF(area.x(), area.bottom() - look.size(14), area.width(), look.size(14)))
        return [
            Spot(QRectF(*picture.boxes[card]).translated(left, top), card, tip_of(self._facts, kept, card))
            for card in picture.ordered()
        ]

    # What fits

    def _in_row(self, area: QRectF) -> int:
        return max(int((area.width() - GUTTER + ASIDE) // (NARROWEST + ASIDE)), 1)

    def _sizes(self, area: QRectF) -> Sizes:
        many = self._in_row(area)
        return for_screen(min((area.width() - GUTTER - (many - 1) * ASIDE - 60) / many, 330))

    def _kept(self, area: QRectF) -> Chain:
        """The first of every layer: what the kept cards above rest on before the rest, then by weight."""
        most, kept = self._in_row(area), set(self._whole.chosen)
        for layer in sorted(set(self._whole.layers.values())):
            under = {line.lower for line in self._whole.lines if line.upper in kept}
            own = [card for card, at in self._whole.layers.items() if at == layer]
            own.sort(key=lambda card: (card not in kept, card not in under, -self._weight(card)))
            kept.update(own[:most])
        return self._whole.only(kept)

    def _weight(self, card: str) -> float:
        """Needs by opportunity, values by how many needs they meet, processes by influence."""
        if self._whole.layers[card] == NEEDS:
            return self._facts.opportunities[card].value
        if self._whole.layers[card] == VALUES:
            return sum(line.lower == card for line in self._whole.lines)
        return self._facts.map.influence_of(card)

    # Beside the boxes

    def _paint_names(self, painter: QPainter, look: Look, kept: Chain, shape: Shape, left: float, top: float) -> None:
        """The names of the layers, and how many of their cards are shown where not all are."""
        metrics = look.metrics(12)
        painter.setFont(look.font(12))
        deeper = len(set(self._whole.layers.values()) - set(kept.layers.values()))
        for layer, (upper, lower) in shape.bands.items():
            shown = sum(at == layer for at in kept.layers.values())
            there = sum(at == layer for at in self._whole.layers.values())
            lines = list(broken(layer_name(layer), look.font(12), GUTTER - 16, 2))
            if shown < there:
                lines = [*lines, tr("{n} of {all}", n=shown, all=there)]
            if layer == max(kept.layers.values()) and deeper:
                lines.append(tr.plural("+{n} layer", "+{n} layers", deeper))
            painter.setPen(look.colour("faint"))
            y = top + (upper + lower - len(lines) * metrics.height()) / 2
            for number, line in enumerate(lines):
                place = QRectF(left, y + number * metrics.height(), GUTTER - 8, metrics.height())
                painter.drawText(place, _FLAGS, line)

    @staticmethod
    def _key_height(look: Look) -> float:
        return look.metrics(12).height() + 12

    @staticmethod
    def _paint_key(painter: QPainter, look: Look, line: QRectF) -> None:
        """What the badges say."""
        metrics = look.metrics(12)
        x = line.x()
        for share in (BOTH, FIRST, SECOND):
            text = f"{BADGES[share]}: {words_of_share(share)}"
            painter.setFont(look.font(12, QFont.Weight.Bold))
            side = metrics.height() * 0.6
            painter.fillRect(QRectF(x, line.center().y() - side / 2, side, side), colour_of_share(share, look))
            painter.setFont(look.font(12))
            painter.setPen(look.colour("soft"))
            room = QRectF(x + side + 10, line.y(), line.width() / 3 - side - 24, line.height())
            painter.drawText(room, _FLAGS, elided(text, look.font(12).pixelSize(), room.width()))
            x += line.width() / 3


def _shape(kept: Chain, faces: dict[str, Face], sizes: Sizes, wide: float, high: float) -> Shape:
    """The boxes laid out in that width; layers as far apart as the height allows."""
    many = Counter(kept.layers.values())
    widths = {layer: max(sizes.width, min((wide - (n - 1) * ASIDE - BESIDE) / n, WIDEST)) for layer, n in many.items()}
    size = {card: replace(sizes, width=widths[layer]).size_of(faces[card]) for card, layer in kept.layers.items()}
    highest = sum(max(size[card][1] for card, at in kept.layers.items() if at == layer) for layer in many)
    between = min(max((high - highest) / (len(many) - 1 + ARCS), LEAST_BETWEEN), MOST_BETWEEN)
    return shape_of(kept, size.__getitem__, aside=ASIDE, between=between, within=max(wide - 40, 1.0))
