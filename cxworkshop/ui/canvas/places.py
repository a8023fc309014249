"""What lies under a point of the viewport: a card, its handle, a stage's name, a cell. Knows geometry, does nothing."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF

from cxworkshop.model.boxes import Rect
from cxworkshop.ui.canvas import paint_curve, paint_folded, paint_lanes
from cxworkshop.ui.canvas.link_hits import link_at
from cxworkshop.ui.canvas.place import Place
from cxworkshop.ui.canvas.wall import Wall

HANDLE = 5.5  # radius in pixels
HANDLE_REACH = 10.0
HANDLES_FROM = 0.45  # smaller cards have no room for handles


def place_at(wall: Wall, at: QPointF) -> Place:
    """What lies under a point of the viewport."""
    camera, picture = wall.camera, wall.picture
    if wall.invitation is not None and wall.invitation.button.contains(at):
        return Place("invitation")
    if at.y() < camera.top:
        return _in_header(wall, at)
    if at.x() < camera.left:
        return _in_band(wall, at)
    held = handle_at(wall, at)
    if held is not None:
        return Place("handle", card=held)
    x, y = camera.to_wall(at.x(), at.y())
    card = picture.card_at(x, y) if camera.detail != "counts" else None
    if card is not None:
        box = picture.boxes[card]
        return Place("card", card, picture.layout.columns[box.column].stage, box.column, box.lane)
    place = _in_cell(wall, x, y)
    return replace(place, link=link_at(wall, at)) if place.what in ("cell", "beside") else place


def _in_header(wall: Wall, at: QPointF) -> Place:
    plus = paint_lanes.plus_place(wall.picture, wall.camera)
    if plus is not None and plus.contains(at):
        return Place("plus")
    if at.x() < wall.camera.left:
        return Place("corner")
    found = wall.picture.column_at(wall.camera.to_wall(at.x(), 0)[0]) if at.x() >= wall.camera.left else None
    if found is not None and found[1].stage is not None:
        sign = paint_folded.stage_sign(found[1], wall.camera)
        what = "fold" if sign.contains(at) or found[1].folded is not None else "stage"
        return Place(what, stage=found[1].stage, column=found[0])
    return Place("label")


def _in_band(wall: Wall, at: QPointF) -> Place:
    """On the lanes' names: the sign that folds a lane, and all of one that is folded."""
    lane = wall.picture.lane_at(wall.camera.to_wall(0, at.y())[1])
    if lane is None:
        return Place("label")
    folds = lane.folded is not None or paint_folded.lane_sign(lane, wall.camera).contains(at)
    return Place("fold" if folds else "label", lane=lane.lane.id)


def _in_cell(wall: Wall, x: float, y: float) -> Place:
    lane, column = wall.picture.lane_at(y), wall.picture.column_at(x)
    if lane is None:
        return Place("beside", column=column[0] if column else None, stage=column[1].stage if column else None)
    if lane.lane.kind == "" and lane.folded is None:
        found = paint_curve.point_at(wall.picture, lane, x, y, 9.0 / min(wall.camera.zoom, 1.0))
        if found is not None:
            return Place("curve", card=found, lane=lane.lane.id)
    if column is None:
        return Place("beside", lane=lane.lane.id)
    return Place("cell", None, column[1].stage, column[0], lane.lane.id)


def handles(wall: Wall, card: str) -> list[QPointF]:
    """The centres of a card's two handles, in pixels: on its lower and its upper edge."""
    if card not in wall.picture.boxes or wall.camera.zoom < HANDLES_FROM:
        return []
    rect = wall.camera.rect_to_screen(wall.picture.rect(card))
    middle = rect.x + rect.width / 2
    return [QPointF(middle, rect.bottom + HANDLE - 1), QPointF(middle, rect.y - HANDLE + 1)]


def handle_at(wall: Wall, at: QPointF) -> str | None:
    """The card whose handle is under a point, of those whose handles show."""
    for card in wall.cards_with_handles():
        for centre in handles(wall, card):
            if (centre - at).manhattanLength() <= HANDLE_REACH:
                return card
    return None


def box_of(rect: Rect) -> QRectF:
    """A rectangle as Qt knows it."""
    return QRectF(rect.x, rect.y, rect.width, rect.height)
