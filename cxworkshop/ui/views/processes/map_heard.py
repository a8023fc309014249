"""The map as it is read aloud: layer by layer, the boxes of each from left to right."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from cxworkshop.ui.views.heard import Heard, spoken
from cxworkshop.ui.views.processes.map_seen import SeenMap
from cxworkshop.ui.views.processes.picture import layer_name


def heard_of(view: SeenMap) -> tuple[Heard, ...]:
    """A list for every layer, a part for every box; nothing while there is no picture."""
    if view.picture is None:
        return ()
    layers: dict[int, list[Heard]] = {}
    for card in view.picture.ordered():
        layers.setdefault(view.picture.chain.layers[card], []).append(_box(view, card))
    return tuple(_layer(view, layer, tuple(boxes)) for layer, boxes in layers.items())


def _layer(view: SeenMap, layer: int, boxes: tuple[Heard, ...]) -> Heard:
    return Heard(("layer", layer), lambda: layer_name(layer), lambda: _band(view, layer), inside=boxes, is_list=True)


def _band(view: SeenMap, layer: int) -> QRectF:
    assert view.picture is not None
    top, bottom = view.picture.shape.bands[layer]
    return QRectF(0, view.offset.y() + top * view.zoom, view.width(), (bottom - top) * view.zoom)


def _box(view: SeenMap, card: str) -> Heard:
    board = view.room.board
    return Heard(
        card,
        lambda: spoken(board, card, view.tips(card))[0],
        lambda: view.place_of(card),
        lambda: spoken(board, card, view.tips(card))[1],
        card,
    )
