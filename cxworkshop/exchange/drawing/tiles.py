"""Cuts a wall that would be too small to read into parts that fit a page. Pure geometry, in wall units."""

from __future__ import annotations

from dataclasses import dataclass

from cxworkshop.model.boxes import GAP, HEADER_HEIGHT, LABEL_WIDTH, CardBox, ColumnBox, LaneBox, Rect
from cxworkshop.model.layout import WallLayout


@dataclass(frozen=True)
class Tile:
    """One part of a wall: columns `first` up to `last` (excluded), and the cards whose top lies in `top` … `bottom`.

    `boxes` are those cards with their rectangles moved onto the tile, whose lane names and stage names are repeated.
    """

    layout: WallLayout
    first: int
    last: int
    top: float
    bottom: float
    width: float
    height: float
    boxes: dict[str, Rect]

    @property
    def columns(self) -> tuple[ColumnBox, ...]:
        return self.layout.columns[self.first : self.last]

    @property
    def shift(self) -> tuple[float, float]:
        """What to add to a point of the wall to get the point of the tile."""
        left = self.columns[0].x if self.columns else LABEL_WIDTH
        return LABEL_WIDTH - left, HEADER_HEIGHT - self.top

    @property
    def lanes(self) -> list[tuple[LaneBox, float, float]]:
        """The lanes on the tile, each with its top and bottom there."""
        _, dy = self.shift
        found = []
        for box in self.layout.lanes:
            if box.y < self.bottom and self.top < box.bottom:
                last = box.bottom >= self.bottom
                top = max(box.y + dy, HEADER_HEIGHT)
                found.append((box, top, self.height if last else box.bottom + dy))
        return found

    @property
    def is_whole(self) -> bool:
        return len(self.boxes) == len(self.layout.boxes)


def whole(layout: WallLayout) -> Tile:
    """The whole wall as one tile."""
    boxes = {card: box.rect for card, box in layout.boxes.items()}
    count = len(layout.columns)
    return Tile(layout, 0, count, HEADER_HEIGHT, layout.height, layout.width, layout.height, boxes)


def tiles(layout: WallLayout, width: float, height: float) -> list[Tile]:
    """The parts of a wall, each at most `width` × `height` where its cards allow it, row by row; parts without a
    card or a point of the experience curve are left out, below the first row also columns without a card."""
    found = []
    groups = _column_groups(layout, width)
    waiting = [box for box in layout.boxes.values() if box.lane == "personas"]
    for number, (top, bottom) in enumerate(_bands(layout, height - HEADER_HEIGHT)):
        for group in groups:
            first, last = group if number == 0 else _filled_columns(layout, *group, top, bottom)
            tile = _tile(layout, first, last, top, bottom, waiting, width)
            if tile.boxes or _shows_curve(tile):
                found.append(tile)
        while waiting and top <= waiting[0].rect.y < bottom:
            found.append(_more_personas(layout, waiting, width, height))
    return found


def _filled_columns(layout: WallLayout, first: int, last: int, top: float, bottom: float) -> tuple[int, int]:
    """The columns from the first to the last that hold a card of this band; all of them where the curve is drawn."""
    if any(not box.lane.kind and box.y < bottom and top < box.bottom for box in layout.lanes):
        return first, last
    filled = [box.column for box in layout.boxes.values() if first <= box.column < last and top <= box.rect.y < bottom]
    return (min(filled), max(filled) + 1) if filled else (first, last)


def _more_personas(layout: WallLayout, waiting: list[CardBox], width: float, height: float) -> Tile:
    """A part with nothing but personas, in as many rows as fit: those that found no room above the stages."""
    wide = max(box.rect.width for box in waiting) + GAP
    tall = max(box.rect.height for box in waiting) + GAP
    across = max(int((width - LABEL_WIDTH - GAP) // wide), 1)
    rows = max(int((height - HEADER_HEIGHT - GAP) // tall), 1)
    lane = next(box for box in layout.lanes if box.y <= waiting[0].rect.y < box.bottom)
    boxes = {}
    for number, box in enumerate(waiting[: across * rows]):
        row, column = divmod(number, across)
        x, y = LABEL_WIDTH + GAP + column * wide, HEADER_HEIGHT + GAP + row * tall
        boxes[box.card] = box.rect._replace(x=x, y=y)
    del waiting[: across * rows]
    reach = max(rect.right for rect in boxes.values()) + GAP
    deepest = max(rect.bottom for rect in boxes.values()) + GAP
    last = len(layout.columns)
    return Tile(layout, last, last, lane.y, lane.bottom, reach, deepest, boxes)


def _rows_of_personas(waiting: list[CardBox], top: float, bottom: float, width: float) -> dict[str, Rect]:
    """The personas of this band that find room, taken from those `waiting`: the rest of a row, then further rows."""
    taken: dict[str, Rect] = {}
    x, row = LABEL_WIDTH + GAP, None
    while waiting and top <= waiting[0].rect.y < bottom:
        rect = waiting[0].rect
        if row not in (None, rect.y):
            x = LABEL_WIDTH + GAP
        if x + rect.width + GAP > width:
            break
        row = rect.y
        taken[waiting.pop(0).card] = rect._replace(x=x, y=rect.y + HEADER_HEIGHT - top)
        x += rect.width + GAP
    return taken


def _shows_curve(tile: Tile) -> bool:
    if all(box.lane.kind for box, _, _ in tile.lanes):
        return False
    dx, _ = tile.shift
    return any(LABEL_WIDTH <= x + dx <= tile.width for x in tile.layout.curve_x.values())


def _tile(
    layout: WallLayout, first: int, last: int, top: float, bottom: float, waiting: list[CardBox], width: float
) -> Tile:
    columns = layout.columns[first:last]
    dx, dy = LABEL_WIDTH - columns[0].x if columns else 0.0, HEADER_HEIGHT - top
    boxes = {
        box.card: box.rect._replace(x=box.rect.x + dx, y=box.rect.y + dy)
        for box in layout.boxes.values()
        if box.lane != "personas" and first <= box.column < last and top <= box.rect.y < bottom
    }
    wide = columns[-1].right + dx if columns else LABEL_WIDTH
    boxes |= _rows_of_personas(waiting, top, bottom, max(wide, width))
    deepest = max((rect.bottom + GAP for rect in boxes.values()), default=0.0)
    reach = max((rect.right + GAP for rect in boxes.values()), default=0.0)
    height = max(HEADER_HEIGHT + bottom - top, deepest)
    return Tile(layout, first, last, top, bottom, max(wide, reach), height, boxes)


def _column_groups(layout: WallLayout, width: float) -> list[tuple[int, int]]:
    """Columns in groups of about the same width, as few as fit."""
    widths = [column.width for column in layout.columns]
    if not widths:
        return [(0, 0)]
    room = max(width - LABEL_WIDTH, max(widths))
    fewest = len(_filled(widths, room))
    limits = (max(widths) + (room - max(widths)) * step / 20 for step in range(21))
    return next(groups for limit in limits if len(groups := _filled(widths, limit)) == fewest)


def _filled(widths: list[float], room: float) -> list[tuple[int, int]]:
    groups, start, taken = [], 0, 0.0
    for number, wide in enumerate(widths):
        if number > start and taken + wide > room + 0.01:
            groups.append((start, number))
            start, taken = number, 0.0
        taken += wide
    return [*groups, (start, len(widths))]


def _bands(layout: WallLayout, room: float) -> list[tuple[float, float]]:
    """The wall from top to bottom in bands of lanes; what the customer lives through apart from the inside.

    A lane too tall for a page is cut on its own: cards belong to the band in which they begin. Empty lanes at the end
    of a band are left out.
    """
    lanes = layout.lanes
    if not lanes:
        return [(HEADER_HEIGHT, layout.height)]
    inside = next((number for number, box in enumerate(lanes) if box.lane.depth is not None), 0)
    bands: list[tuple[float, float]] = []
    for part in (lanes[:inside], lanes[inside:]):
        heights = [box.height for box in part]
        for first, last in _filled(heights, room) if heights else []:
            while last - 1 > first and _is_bare(layout, part[last - 1]):
                last -= 1  # lanes at the end of a band that are empty all along the wall only cost pages
            bands.extend(_cut(part[first].y, part[last - 1].bottom, room, _tallest(layout)))
    return bands


def _is_bare(layout: WallLayout, lane: LaneBox) -> bool:
    return bool(lane.lane.kind) and not any(box.lane == lane.lane.id for box in layout.boxes.values())


def _tallest(layout: WallLayout) -> float:
    return max((box.rect.height for box in layout.boxes.values()), default=0.0) + GAP


def _cut(top: float, bottom: float, room: float, tallest: float) -> list[tuple[float, float]]:
    if bottom - top <= room + 0.01:
        return [(top, bottom)]
    step = max(room - tallest, tallest)
    cuts = []
    while bottom - top > room:
        cuts.append((top, top + step))
        top += step
    return [*cuts, (top, bottom)]
