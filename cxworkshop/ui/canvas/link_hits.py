"""Which link runs under a point of the wall. Geometry only; looks at no more links than run near the point."""

from __future__ import annotations

import math
from collections.abc import Iterable
from weakref import WeakKeyDictionary

from PySide6.QtCore import QPointF

from cxworkshop.model.boxes import Rect
from cxworkshop.model.layout import edge_curve
from cxworkshop.model.records import Link
from cxworkshop.ui.canvas.camera import FAR
from cxworkshop.ui.canvas.paint_edges import LARGEST_NET, raised_links
from cxworkshop.ui.canvas.picture import Picture
from cxworkshop.ui.canvas.wall import Wall

REACH = 4.0  # pixels on either side of a link
PIECES = 24  # straight pieces a curve is measured by

Point = tuple[float, float]
_net_seen: WeakKeyDictionary[Picture, tuple[Rect, bool]] = WeakKeyDictionary()


def link_at(wall: Wall, at: QPointF) -> str | None:
    """The key of the nearest link drawn under a point of the viewport, those that stand out first; None: none is."""
    camera, look = wall.camera, wall.look
    if camera.zoom < FAR:
        return None
    area = camera.rect_to_wall(at.x() - REACH, at.y() - REACH, 2 * REACH, 2 * REACH)
    lit = wall.picture.links_lit(look.lighting.links) if look.lighting is not None else []
    found = _nearest(wall.picture, [*raised_links(wall.picture, look), *lit], area)
    if found is None and not look.fades:
        near = wall.picture.links_in(area)
        found = _nearest(wall.picture, near, area) if near and _shows_net(wall.picture, camera.seen) else None
    return found


def _shows_net(picture: Picture, seen: Rect) -> bool:
    """Whether so few links are in view that they are drawn."""
    known = _net_seen.get(picture)
    if known is None or known[0] != seen:
        known = _net_seen[picture] = seen, len(picture.links_in(seen)) <= LARGEST_NET
    return known[1]


def _nearest(picture: Picture, links: Iterable[Link], area: Rect) -> str | None:
    """The link that passes nearest to the middle of `area`, among those that pass through it."""
    best, found = area.width / 2, None
    for link in links:
        if any(area.meets(Rect(x, y, max(wide, 0.01), max(high, 0.01))) for x, y, wide, high in picture.run(link)):
            away = _distance(edge_curve(picture.rect(link.source), picture.rect(link.target)), area.centre)
            if away <= best:
                best, found = away, link.key
    return found


def _distance(curve: Iterable[Point], to: Point) -> float:
    """How far a point lies from a cubic Bézier curve, measured by straight pieces."""
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = curve
    before, least = (x0, y0), math.inf
    for piece in range(1, PIECES + 1):
        t = piece / PIECES
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        here = (a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3)
        least = min(least, _from_piece(before, here, to))
        before = here
    return least


def _from_piece(one: Point, other: Point, to: Point) -> float:
    dx, dy = other[0] - one[0], other[1] - one[1]
    long = dx * dx + dy * dy
    share = min(max(((to[0] - one[0]) * dx + (to[1] - one[1]) * dy) / long, 0.0), 1.0) if long else 0.0
    return math.hypot(one[0] + share * dx - to[0], one[1] + share * dy - to[1])
