"""Where one was in a workshop, kept in the settings over a restart: step, view, journey, folds, zoom, what is in view.
A way of looking only: it never becomes a change of the workshop, and what is no longer there is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cxworkshop.model.folding import Folded
from cxworkshop.model.lanes import lanes_of
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.canvas.camera import LARGEST, SMALLEST
from cxworkshop.ui.views import BY_ID, WALL

if TYPE_CHECKING:
    from cxworkshop.ui.canvas.wall_view import WallView


def place_of(room: Room, wall: WallView) -> dict[str, Any]:
    """Step, view, journey, what is folded; the zoom and the wall's point at the upper left, in wall units."""
    seen = wall.camera.seen
    return {
        "step": room.step,
        "view": room.view,
        "journey": room.journey,
        "lanes": sorted(room.folded.lanes),
        "stages": sorted(room.folded.stages),
        "warmth": room.warmth,
        "zoom": wall.zoom,
        "x": round(seen.x, 1),
        "y": round(seen.y, 1),
    }


def resume(room: Room, place: dict[str, Any]) -> None:
    """Turn the room to where it was: all but what `look_at` does."""
    step, view, journey = place.get("step"), place.get("view"), place.get("journey")
    if isinstance(step, int) and 1 <= step <= 9:
        room.go_to_step(step)
    if any(own.id == journey for own in room.board.journeys()):
        room.show_journey(journey)
    room.fold(_folded(room, place))
    room.show_warmth(place.get("warmth") is True)
    if view in (WALL, *BY_ID):
        room.show_view(str(view))


def look_at(wall: WallView, place: dict[str, Any]) -> None:
    """Zoom and scroll the wall to where it was; it must have its size. What is no number is left as it is."""
    zoom, x, y = (place.get(name) for name in ("zoom", "x", "y"))
    if isinstance(zoom, int | float) and SMALLEST <= zoom <= LARGEST:
        wall.set_zoom(float(zoom))
    if isinstance(x, int | float) and isinstance(y, int | float):
        camera = wall.camera
        at_x, at_y = camera.to_screen(x, y)
        wall.scroll_to(camera.x + round(at_x - camera.left), camera.y + round(at_y - camera.top))


def _folded(room: Room, place: dict[str, Any]) -> Folded:
    lanes, stages = _names(place.get("lanes")), _names(place.get("stages"))
    there = {card.id for card in room.board.of_kind("stage")}
    return Folded(lanes & set(lanes_of(room.board).by_id), stages & there)


def _names(found: object) -> frozenset[str]:
    return frozenset(own for own in found if isinstance(own, str)) if isinstance(found, list) else frozenset()
