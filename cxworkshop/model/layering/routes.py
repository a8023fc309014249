"""The way of each edge as cubic Bézier curves: upright through the layers, swinging over only between them, so that
no edge runs over a box."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from cxworkshop.model.boxes import Rect
from cxworkshop.model.layering.net import Net

Point = tuple[float, float]
Ends = set[tuple[int, int]]  # an edge's number and the node at one of its ends
OFF_MIDDLE = 0.18  # of a box's side
SIDE_SHARE = 0.6  # of a box's side over which the ends of its edges spread
LOOP = 22.0  # the width a loop takes on the right side of its box


@dataclass(frozen=True)
class Page:
    """What routes are drawn on: the box of each node, the x of each vertex, top and bottom of each layer, the height
    between two layers, and how far apart edges meet the side of a box."""

    boxes: Sequence[Rect]
    x: Sequence[float]
    bands: Sequence[tuple[float, float]]
    between: float
    spread: float


def routes(net: Net, page: Page) -> list[tuple[Point, ...]]:
    """The route of each edge, from its source to its target: start, then two control points and an end a curve."""
    ends = _ends(net, page)
    found = []
    for number, chain in enumerate(net.chains):
        one, other = chain[0], chain[-1]
        if one == other:
            found.append(_loop(page.boxes[one]))
        elif _stand_side_by_side(net, one, other):
            found.append(_across(page.boxes[one], page.boxes[other]))
        elif net.depth[one] == net.depth[other]:
            found.append(_below(net, page, chain, ends[number, one], ends[number, other]))
        else:
            found.append(_through(net, page, chain, ends[number, one], ends[number, other]))
    return found


def _stand_side_by_side(net: Net, one: int, other: int) -> bool:
    if net.depth[one] != net.depth[other]:
        return False
    first, last = sorted((net.place[one], net.place[other]))
    return all(vertex >= net.nodes for vertex in net.layers[net.depth[one]][first + 1 : last])


def _ends(net: Net, page: Page) -> dict[tuple[int, int], float]:
    """The x at which each edge (its number) leaves or meets each of its two boxes (the node): spread along the side,
    in the order in which the edges come from afar."""
    sides: dict[tuple[int, bool], list[tuple[float, int]]] = defaultdict(list)
    depth, x = net.depth, page.x
    for number, chain in enumerate(net.chains):
        one, other = chain[0], chain[-1]
        if depth[one] != depth[other]:
            sides[one, depth[other] > depth[one]].append((x[chain[1]], number))
            sides[other, depth[one] > depth[other]].append((x[chain[-2]], number))
        elif one != other and not _stand_side_by_side(net, one, other):
            sides[one, True].append((x[other], number))
            sides[other, True].append((x[one], number))
    found, alone = {}, set()
    for (node, _), met in sides.items():
        rect = page.boxes[node]
        if len(met) == 1:
            alone.add((met[0][1], node))
        pitch = min(page.spread, rect.width * SIDE_SHARE / len(met))
        start = rect.x + rect.width / 2 - pitch * (len(met) - 1) / 2
        met.sort()
        for index, (_, number) in enumerate(met):
            found[number, node] = start + index * pitch
    for number, chain in enumerate(net.chains):
        if depth[chain[0]] != depth[chain[-1]]:
            _straighten(net, page, chain, number, found, alone)
    return found


def _straighten(
    net: Net, page: Page, chain: tuple[int, ...], number: int, ends: dict[tuple[int, int], float], alone: Ends
) -> None:
    """An edge that has the side of a box to itself leaves it a little off the middle if that makes it straight."""
    for own, following in ((chain[0], chain[1]), (chain[-1], chain[-2])):
        here = ends[number, own]
        there = page.x[following] if following >= net.nodes else ends[number, following]
        aside = abs(here - there)
        if (number, own) in alone and 0 < aside <= OFF_MIDDLE * page.boxes[own].width:
            both = (number, following) in alone and aside / 2 <= OFF_MIDDLE * page.boxes[following].width
            ends[number, own] = (here + there) / 2 if both else there
            if both:
                ends[number, following] = ends[number, own]


def _through(net: Net, page: Page, chain: tuple[int, ...], start: float, end: float) -> tuple[Point, ...]:
    """From layer to layer."""
    source, target = page.boxes[chain[0]], page.boxes[chain[-1]]
    down = source.y < target.y
    entering, leaving = (0, 1) if down else (1, 0)
    bands, depth = page.bands, net.depth
    line = [(start, source.bottom if down else source.y), (start, bands[depth[chain[0]]][leaving])]
    for bend in chain[1:-1]:
        band, x = bands[depth[bend]], page.x[bend]
        line += [(x, band[entering]), (x, band[leaving])]
    line += [(end, bands[depth[chain[-1]]][entering]), (end, target.y if down else target.bottom)]
    return _curved(_without_stops(line))


def _without_stops(line: list[Point]) -> list[Point]:
    """The line without points that repeat, or that lie on an upright piece."""
    kept = line[:1]
    for point in line[1:]:
        if point == kept[-1]:
            continue
        if len(kept) > 1 and kept[-2][0] == kept[-1][0] == point[0]:
            kept.pop()
        kept.append(point)
    return kept


def _curved(line: list[Point]) -> tuple[Point, ...]:
    """Curves through all points, upright at each."""
    points = line[:1]
    for (x1, y1), (x2, y2) in pairwise(line):
        middle = (y1 + y2) / 2
        points += [(x1, middle), (x2, middle), (x2, y2)]
    return tuple(points)


def _across(source: Rect, target: Rect) -> tuple[Point, ...]:
    """Straight to the neighbour in the layer; one way a little higher than the way back."""
    right = source.x < target.x
    y = max(source.y, target.y) + min(source.height, target.height) * (0.4 if right else 0.6)
    x1, x2 = (source.right, target.x) if right else (source.x, target.right)
    third = (x2 - x1) / 3
    return (x1, y), (x1 + third, y), (x2 - third, y), (x2, y)


def _below(net: Net, page: Page, chain: tuple[int, ...], start: float, end: float) -> tuple[Point, ...]:
    """In an arc through the room below the layer; the further, the deeper."""
    source, target = page.boxes[chain[0]], page.boxes[chain[-1]]
    bottom = page.bands[net.depth[chain[0]]][1]
    dip = bottom + page.between * min(0.6 + abs(start - end) / 4_000, 1.2)  # the arc reaches three quarters of it
    arc = [(start, bottom), (start, dip), (end, dip), (end, bottom)]
    first, last = (start, source.bottom), (end, target.bottom)
    if first != arc[0]:
        arc = [first, first, arc[0], *arc]
    if last != arc[-1]:
        arc = [*arc, arc[-1], last, last]
    return tuple(arc)


def _loop(rect: Rect) -> tuple[Point, ...]:
    """Out of the right side and back into it further down."""
    reach, height = rect.right + LOOP * 4 / 3, rect.height
    out, back = (rect.right, rect.y + height * 0.3), (rect.right, rect.y + height * 0.7)
    return out, (reach, rect.y + height * 0.15), (reach, rect.y + height * 0.85), back
