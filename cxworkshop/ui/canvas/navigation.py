"""Moving the selection by keys: to the next card in a direction, as it is seen, up into the stages' names and back;
to the first and last of a lane. Geometry and order only."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt

from cxworkshop.model.boxes import HEADER_HEIGHT, Rect
from cxworkshop.ui.canvas import lane_verbs, link_verbs, looking
from cxworkshop.ui.canvas.picture import Picture
from cxworkshop.ui.canvas.reading import Reading
from cxworkshop.ui.canvas.wall import Wall

ASIDE = 3.0  # a step aside counts so many times a step ahead
FIRST_REACH = 300.0  # wall units looked through at first
DIRECTIONS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


def go(wall: Wall, direction: tuple[int, int], *, extending: bool = False) -> None:
    """Select the next card or stage in a direction; with `extending` add the card to the selection."""
    here = [own for own in wall.room.selection if place_of(wall.picture, own) is not None]
    if lane_verbs.walked(wall, direction) or link_verbs.walked(wall, direction):
        return
    if not here:
        target = first_card(wall.picture, wall.camera.seen) or next(iter(Reading(wall.picture.layout).stages), None)
    elif extending:
        target = next_card(wall.picture, here[-1], direction)
    else:
        target = next_place(wall.picture, here[-1], direction)
    if target is not None:
        _choose(wall, [target], extending)
    elif here and here[-1] in wall.picture.boxes and direction[0] < 0 and not extending:
        lane_verbs.take(wall, wall.picture.boxes[here[-1]].lane)


def go_to_end(wall: Wall, *, last: bool, everywhere: bool, extending: bool = False) -> None:
    """Select the first or last card of the lane (of the stages, from a stage's name; `everywhere`: of the wall)."""
    reading = Reading(wall.picture.layout)
    here = next((own for own in reversed(wall.room.selection) if place_of(wall.picture, own) is not None), None)
    among = reading.stages if here in reading.stages else reading.lane_of(here) if here is not None else ()
    if everywhere or not among:
        among = reading.cards or reading.stages
    if not among:
        return
    if extending and here in among:
        at = among.index(here)
        _choose(wall, among[at:] if last else among[at::-1], extending)
    else:
        _choose(wall, [among[-1 if last else 0]], extending)


def _choose(wall: Wall, targets: Iterable[str], extending: bool) -> None:
    targets = list(targets)
    kept = [own for own in wall.room.selection if own not in targets] if extending else []
    wall.room.select([*kept, *targets])
    show(wall, targets[-1])


def show(wall: Wall, card_id: str) -> None:
    """Scroll to a card, or sideways to a stage."""
    column = wall.picture.column_of_stage(card_id)
    if column is not None:
        looking.bring_column_into_view(wall, column)
    elif card_id in wall.picture.boxes:
        looking.bring_into_view(wall, wall.picture.rect(card_id))


def place_of(picture: Picture, card_id: str) -> Rect | None:
    """Where a card or the name of a stage lies, None for what is not on this wall."""
    box = picture.layout.boxes.get(card_id)
    if box is not None:
        return box.rect
    column = picture.column_of_stage(card_id)
    return Rect(column.x, 0.0, column.width, HEADER_HEIGHT) if column is not None else None


def first_card(picture: Picture, seen: Rect) -> str | None:
    """The card to begin with: the uppermost in view, then the leftmost."""
    shown = picture.cards_in(seen) or list(picture.boxes)
    return min(shown, key=lambda card: (picture.rect(card).y, picture.rect(card).x), default=None)


def next_place(picture: Picture, own: str, direction: tuple[int, int]) -> str | None:
    """The nearest card or stage in a direction. Sideways one stays among cards or among stages; up from a card without
    a card straight above comes the name of its stage."""
    stages = [column.stage for column in picture.layout.columns if column.role == "stage" and column.stage]
    if own in stages:
        if direction[1] < 0:
            return None
        among: Iterable[str] = stages if direction[0] else _below(picture, own)
    else:
        among = [*_ahead(picture, own, direction), *(stages if direction[1] < 0 else ())]
    return nearest(picture, own, among, direction)


def _below(picture: Picture, stage: str) -> list[str]:
    """The cards straight below a stage's name; all cards where there are none."""
    column = picture.column_of_stage(stage)
    boxes = picture.layout.boxes
    if column is None:
        return list(boxes)
    straight = [card for card, box in boxes.items() if column.x <= box.rect.centre[0] < column.right]
    return straight or list(boxes)


def next_card(picture: Picture, card: str, direction: tuple[int, int]) -> str | None:
    """The nearest card in a direction: what lies straight ahead comes before what is nearer but aside."""
    return nearest(picture, card, _ahead(picture, card, direction), direction)


def _ahead(picture: Picture, card: str, direction: tuple[int, int]) -> Iterable[str]:
    """Cards among which the nearest in a direction is: the search goes further until nothing nearer can be left out."""
    own, layout = place_of(picture, card), picture.layout
    reach, farthest = FIRST_REACH, 3 * max(layout.width, layout.height)
    if own is None or picture.moved:  # while cards glide, they are not found where they will stand
        return layout.boxes
    while reach < farthest:
        found = picture.cards_in(_part_ahead(own, direction, reach))
        costs = (_cost(own, layout.boxes[other].rect, direction) for other in found if other != card)
        if any(cost is not None and cost <= reach for cost in costs):
            return found
        reach *= 3
    return layout.boxes


def _part_ahead(own: Rect, direction: tuple[int, int], reach: float) -> Rect:
    """The part of the wall in which all lie that cost at most `reach` to get to."""
    (x, y), aside = own.centre, reach / ASIDE
    if direction[0]:
        left = x if direction[0] > 0 else x - reach
        return Rect(left, own.y - aside, reach, own.height + 2 * aside)
    top = y if direction[1] > 0 else y - reach
    return Rect(own.x - aside, top, own.width + 2 * aside, reach)


def nearest(picture: Picture, card: str, among: Iterable[str], direction: tuple[int, int]) -> str | None:
    """The nearest of `among` in a direction from a card or stage, None where none lies there."""
    own = place_of(picture, card)
    best: tuple[float, float, float, str] | None = None
    for other in among:
        place = place_of(picture, other) if other != card else None
        cost = _cost(own, place, direction) if own is not None and place is not None else None
        if cost is not None and place is not None and (best is None or (cost, place.y, place.x, other) < best):
            best = (cost, place.y, place.x, other)
    return best[-1] if best else None


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
    return ahead + ASIDE * gap if ahead > 0 and clear else None
