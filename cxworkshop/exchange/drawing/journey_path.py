"""Draws the path from touchpoint to touchpoint on a tile of the wall, where somebody drew it."""

from __future__ import annotations

from cxworkshop.exchange.drawing.pen import Pen
from cxworkshop.exchange.drawing.tiles import Tile
from cxworkshop.model.board import Board
from cxworkshop.model.boxes import Rect
from cxworkshop.model.cards import KINDS
from cxworkshop.model.journey_path import LANE, journey_path

_HEAD = 4.5
_LINE = 1.4
_BACK = (4.0, 3.0)


def draw_path(pen: Pen, board: Board, tile: Tile) -> None:
    """Every step that begins or ends on this tile; steps back are dashed."""
    lane = next(((top, bottom) for box, top, bottom in tile.lanes if box.lane.id == LANE), None)
    if lane is None:
        return
    dx, dy = tile.shift
    rects: dict[str, Rect] = {}
    for card, box in tile.layout.boxes.items():
        if box.lane == LANE:
            rects[card] = tile.boxes.get(card) or box.rect._replace(x=box.rect.x + dx, y=box.rect.y + dy)
    colour = KINDS["touchpoint"].colour
    for step in journey_path(board, rects, *lane).steps:
        if step.source in tile.boxes or step.target in tile.boxes:
            pen.polyline(step.points, colour, _LINE, _BACK if step.back else ())
            x, y = step.points[-1]
            pen.polyline([(x - _HEAD, y - _HEAD * 0.8), (x, y), (x - _HEAD, y + _HEAD * 0.8)], colour, _LINE)
