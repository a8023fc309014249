"""What happens on a wall when its board changes: it is laid out anew, and what is looked at stays where it is.

A gesture goes on where what it holds is still there; everything else glides.
"""

from __future__ import annotations

from dataclasses import dataclass

from cxworkshop.document import Change
from cxworkshop.model.boxes import Rect
from cxworkshop.model.records import CARD
from cxworkshop.ui.canvas.picture import Picture
from cxworkshop.ui.canvas.wall import Wall


@dataclass(frozen=True)
class Held:
    """What is looked at: the card (None: the ground), and the lane and the stage it stands in (None: neither)."""

    card: str | None
    lane: str | None
    stage: str | None


def relay(wall: Wall, change: Change) -> None:
    """Show the board as it is after `change`."""
    before, held = wall.picture, held_still(wall)
    seen_at = dict(before.moved) if wall.glide.running else {}
    wall.renew_picture(change)
    if before.journey != wall.room.journey:
        return
    touched = change.changes.touched(CARD)
    dx, dy = _scroll_with(wall, before, held, touched)
    if wall.animated and wall.isVisible() and wall.gesture is None and wall.camera.detail != "counts":
        _glide(wall, before, seen_at, dx, dy)


def _glide(wall: Wall, before: Picture, seen_at: dict[str, Rect], dx: float, dy: float) -> None:
    """Let the cards in view go from where they were seen; the wall itself has been scrolled by (dx, dy) meanwhile."""
    area, routes = wall.camera.seen, {}
    for card, box in wall.picture.boxes.items():
        old = before.boxes.get(card)
        if old is None or (old is box and card not in seen_at and not (dx or dy)):
            continue
        rect = seen_at.get(card, old.rect)
        start = rect._replace(x=rect.x + dx, y=rect.y + dy)
        if start.meets(area) or box.rect.meets(area):
            routes[card] = start
    wall.glide.start(routes, {card: wall.picture.boxes[card].rect for card in routes})


# What stays where it is


def held_still(wall: Wall) -> Held | None:
    """What is under the pointer or, for who works with keys, the card selected last; None: nothing in particular."""
    picture, at = wall.picture, wall.pointer
    if wall.works_by_keys or at is None:
        seen = wall.camera.seen
        card = next((own for own in reversed(wall.room.selection) if own in picture.boxes), None)
        if card is None or not picture.rect(card).meets(seen):
            return None
        x, y = picture.rect(card).centre
    else:
        if not wall.body().contains(at.toPoint()):
            return None
        x, y = wall.camera.to_wall(at.x(), at.y())
        card = picture.card_at(x, y)
    lane, column = picture.lane_at(y), picture.column_at(x)
    return Held(card, lane.lane.id if lane else None, column[1].stage if column else None)


def _scroll_with(wall: Wall, before: Picture, held: Held | None, touched: set[str]) -> tuple[float, float]:
    """Scroll so that what is held stays where it is seen; how far that went, in wall units."""
    if held is None:
        return 0.0, 0.0
    dx, dy = _gone(before, wall.picture, held, touched)
    if not (dx or dy):
        return 0.0, 0.0
    camera = wall.camera
    x, y = camera.x, camera.y
    wall.scroll_to(x + round(dx * camera.zoom), y + round(dy * camera.zoom))
    return (camera.x - x) / camera.zoom, (camera.y - y) / camera.zoom


def _gone(before: Picture, now: Picture, held: Held, touched: set[str]) -> tuple[float, float]:
    """How far what is held has gone: the card, as long as nobody moved it out of its cell; else its lane and stage."""
    old, new = before.boxes.get(held.card or ""), now.boxes.get(held.card or "")
    if old and new and held.card not in touched and (old.lane, held.stage) == (new.lane, _stage_of(now, new.column)):
        return new.rect.x - old.rect.x, new.rect.y - old.rect.y
    lanes = [picture.layout.lane_box(held.lane) if held.lane else None for picture in (before, now)]
    columns = [picture.column_of_stage(held.stage) for picture in (before, now)]
    dx = columns[1].x - columns[0].x if columns[0] and columns[1] else 0.0
    dy = lanes[1].y - lanes[0].y if lanes[0] and lanes[1] else 0.0
    return dx, dy


def _stage_of(picture: Picture, column: int) -> str | None:
    columns = picture.layout.columns
    return columns[column].stage if column < len(columns) else None


# The hand


def loosen(wall: Wall, change: Change | None) -> None:
    """Before the wall is laid out anew: what this window did itself, undo, and another wall end a gesture."""
    if change is None or change.initiator is wall or change.origin in ("undo", "redo"):
        wall.cancel_gesture()


def hold_again(wall: Wall) -> None:
    """After the wall was laid out anew: a gesture goes on, unless what it held is gone."""
    if wall.gesture is not None and not wall.gesture.goes_on():
        wall.cancel_gesture()
    press = wall.press
    if press is not None and press.place.card is not None and press.place.card not in wall.picture.boxes:
        wall.press = None
