"""Moving the selection by arrow keys: to the next card in that direction, as it is seen. Geometry only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from cxworkshop.model.layout import Rect
from cxworkshop.ui.canvas import looking
from cxworkshop.ui.canvas.picture import Picture

if TYPE_CHECKING:
    from cxworkshop.ui.canvas.wall_view import WallView

DIRECTIONS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


def go(wall: WallView, direction: tuple[int, int], *, extending: bool = False) -> None:
    """Select the next card in a direction; with `extending` add it to the selection."""
    here = [card for card in wall.room.selection if card in wall.picture.boxes]
    target = next_card(wall.picture, here[-1], direction) if here else first_card(wall.picture, wall.camera.seen)
    if target is None:
        return
    wall.room.select([*(own for own in wall.room.selection if own != target), target] if extending else [target])
    looking.bring_into_view(wall, wall.picture.rect(target))


def first_card(picture: Picture, seen: Rect) -> str | None:
    """The card to begin with: the uppermost in view, then the leftmost."""
    shown = picture.cards_in(seen) or list(picture.boxes)
    return min(shown, key=lambda card: (picture.rect(card).y, picture.rect(card).x), default=None)


def next_card(picture: Picture, card: str, direction: tuple[int, int]) -> str | None:
    """The nearest card in a direction: what lies straight ahead comes before what is nearer but aside."""
    own = picture.layout.boxes[card].rect
    best: tuple[float, str] | None = None
    for other, box in picture.layout.boxes.items():
        cost = _cost(own, box.rect, direction) if other != card else None
        if cost is not None and (best is None or (cost, other) < best):
            best = (cost, other)
    return best[1] if best else None


def _cost(own: Rect, other: Rect, direction: tuple[int, int]) -> float | None:
    """How far the other is, None when it does not lie in that direction."""
    (x1, y1), (x2, y2) = own.centre, other.centre
    ahead = (x2 - x1) * direction[0] + (y2 - y1) * direction[1]
    if direction[0]:
        gap = max(other.y - own.bottom, own.y - other.bottom, 0.0)
        clear = other.x >= own.right if direction[0] > 0 else other.right <= own.x
    else:
        gap = max(other.x - own.right, own.x - other.right, 0.0)
        clear = other.y >= own.bottom if direction[1] > 0 else other.bottom <= own.y
    return ahead + 3.0 * gap if ahead > 0 and clear else None
