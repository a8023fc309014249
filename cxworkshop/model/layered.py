"""A layered drawing of any directed graph: a box for each node, a smooth route for each edge. Pure geometry.

    drawing = draw_layers(layers_of(nodes, edges), edges, lambda node: (162, 60))

Few edges cross, no two boxes overlap, no edge between layers runs over a box, long edges are straight where they can
be, and the same input gives the same drawing. `previous` keeps a drawing where it was while the graph changes a little.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Generic, TypeVar

from cxworkshop.model.boxes import Rect
from cxworkshop.model.layering.crossings import crossings
from cxworkshop.model.layering.net import Net, net_of, without_flat_bends
from cxworkshop.model.layering.order import keep_in_order, put_in_order
from cxworkshop.model.layering.places import centres
from cxworkshop.model.layering.ranks import layers_of
from cxworkshop.model.layering.routes import LOOP, Page, Point, routes
from cxworkshop.model.layering.settling import fit

__all__ = ["Layered", "Route", "draw_layers", "layers_of", "rows_of"]

Node = TypeVar("Node", bound=Hashable)
Size = tuple[float, float]
BESIDE_LINES = 0.6  # of the room between boxes is enough beside a line


@dataclass(frozen=True)
class Route(Generic[Node]):
    """One edge as cubic Bézier curves: `points` are its start, then two control points and an end for each curve."""

    source: Node
    target: Node
    points: tuple[Point, ...]

    @property
    def curves(self) -> list[tuple[Point, Point, Point, Point]]:
        """The curves one by one, each with its start."""
        points = self.points
        return [(points[i], points[i + 1], points[i + 2], points[i + 3]) for i in range(0, len(points) - 1, 3)]


@dataclass(frozen=True)
class Layered(Generic[Node]):
    """A drawing, y growing downwards.

    `boxes` is every node's rectangle; `routes` are the edges in the order given; `rows` the nodes of each layer from
    left to right and `bands` its top and bottom, both by the layer's number; `bounds` is what all of it covers (it
    starts at 0, 0 unless a previous drawing was kept in place); `crossings` counts the drawn crossings between layers.
    """

    boxes: Mapping[Node, Rect]
    routes: tuple[Route[Node], ...]
    rows: Mapping[int, tuple[Node, ...]]
    bands: Mapping[int, tuple[float, float]]
    bounds: Rect
    crossings: int


def draw_layers(
    nodes: Mapping[Node, int],
    edges: Iterable[tuple[Node, Node]],
    sizes: Callable[[Node], Size] | Mapping[Node, Size],
    *,
    aside: float = 20.0,
    between: float = 60.0,
    within: float | None = None,
    spread: float = 10.0,
    previous: Mapping[Node, Rect] | None = None,
    loose: Container[Node] | None = None,
) -> Layered[Node]:
    """Draw nodes in their layers (any numbers, the lowest on top; `layers_of` finds them) with edges of any direction.

    `sizes` are widths and heights. `aside` is the room between boxes side by side, `between` that between layers;
    `within` the width to stay in, if the boxes of no layer are wider together; `spread` how far apart edges meet the
    side of a box. Boxes of a layer have their tops in one line. `previous` are the boxes of the drawing to keep: what
    it has stays in its order, and on the whole in its place; what is `loose` of it (None: anything) may pass a few
    others where that saves several crossings. KeyError where an edge has an end that is no node.
    """
    edges = list(edges)
    names, levels, net, kept = _ordered(nodes, edges, previous, loose)
    size = [sizes(name) if callable(sizes) else sizes[name] for name in names]
    without_flat_bends(net)
    x = _across(net, size, aside, within, kept)
    bands = _bands(net, size, between)
    boxes = [Rect(x[v] - w / 2, bands[net.depth[v]][0], w, h) for v, (w, h) in enumerate(size)]
    found = routes(net, Page(boxes, x, bands, between, spread))
    return Layered(
        dict(zip(names, boxes, strict=True)),
        tuple(Route(one, other, points) for (one, other), points in zip(edges, found, strict=True)),
        {
            level: tuple(names[v] for v in layer if v < net.nodes)
            for level, layer in zip(levels, net.layers, strict=True)
        },
        dict(zip(levels, bands, strict=True)),
        _bounds(boxes, found),
        crossings(net),
    )


def rows_of(
    nodes: Mapping[Node, int], edges: Iterable[tuple[Node, Node]], previous: Mapping[Node, Rect] | None = None
) -> dict[int, tuple[Node, ...]]:
    """Only the order from left to right within each layer, without places and routes: `draw_layers(…).rows`."""
    names, levels, net, _ = _ordered(nodes, list(edges), previous)
    rows = zip(levels, net.layers[: len(levels)], strict=True)
    return {level: tuple(names[v] for v in layer if v < net.nodes) for level, layer in rows}


def _ordered(
    nodes: Mapping[Node, int],
    edges: Sequence[tuple[Node, Node]],
    previous: Mapping[Node, Rect] | None,
    loose: Container[Node] | None = None,
) -> tuple[list[Node], list[int], Net, dict[int, Rect]]:
    """The nodes by number, the layers, the net in an order with few crossings, what is kept of a previous drawing."""
    names = list(nodes)
    number = {name: index for index, name in enumerate(names)}
    levels = sorted(set(nodes.values()))
    rank = {level: index for index, level in enumerate(levels)}
    net = net_of([rank[nodes[name]] for name in names], [(number[one], number[other]) for one, other in edges])
    kept = {number[name]: rect for name, rect in (previous or {}).items() if name in number}
    if kept:
        free = None if loose is None else {node for node, name in enumerate(names) if name in loose}
        keep_in_order(net, _as_before(net, kept), kept, free)
    else:
        put_in_order(net)
    return names, levels, net, kept


def _as_before(net: Net, kept: Mapping[int, Rect]) -> list[float]:
    """The x that every vertex had, or would have had: new nodes amid their neighbours, bends on the way."""
    known = {node: rect.centre[0] for node, rect in kept.items()}
    for _ in range(2):  # the second time for what is joined to new nodes only
        near: dict[int, list[float]] = {}
        for chain in net.chains:
            for own, other in ((chain[0], chain[-1]), (chain[-1], chain[0])):
                if own not in known and other in known:
                    near.setdefault(own, []).append(known[other])
        known.update({node: sum(found) / len(found) for node, found in near.items()})
    furthest = max(rect.right for rect in kept.values())
    x = [known.get(node, furthest) for node in range(len(net.depth))]
    for chain in net.chains:
        for step, bend in enumerate(chain[1:-1], 1):
            share = step / (len(chain) - 1)
            x[bend] = x[chain[0]] * (1 - share) + x[chain[-1]] * share
    return x


def _across(
    net: Net, size: Sequence[Size], aside: float, within: float | None, kept: Mapping[int, Rect]
) -> list[float]:
    """The x of every vertex's centre, starting at 0 or, with a drawing to keep, where that lay."""
    loops = {chain[0] for chain in net.chains if chain[0] == chain[-1]}
    left = [width / 2 for width, _ in size] + [0.0] * (len(net.depth) - net.nodes)
    right = [half + LOOP * (vertex in loops) for vertex, half in enumerate(left)]
    apart = [_apart(net, layer, left, right, aside, within) for layer in net.layers]
    x = centres(net, apart)
    if within is not None and x:
        rows = [(layer, gaps) for layer, gaps in zip(net.layers, apart, strict=True) if layer]
        room = max(within, *(left[layer[0]] + sum(gaps) + right[layer[-1]] + 0.001 for layer, gaps in rows))
        fit(net, apart, x, left, [room - half for half in right])
    standing = [vertex for layer in net.layers for vertex in layer]  # bends taken out have an x that means nothing
    start = min((x[vertex] - left[vertex] for vertex in standing), default=0.0)
    if kept:
        start = median(x[node] - rect.centre[0] for node, rect in kept.items())
    return [own - start for own in x]


def _apart(
    net: Net, layer: list[int], left: Sequence[float], right: Sequence[float], aside: float, within: float | None
) -> list[float]:
    """The least distances between the centres of neighbours; in a layer too wide the room between boxes shrinks."""
    if not layer:
        return []
    solid = [right[one] + left[other] for one, other in pairwise(layer)]
    rooms = [aside if one < net.nodes and other < net.nodes else aside * BESIDE_LINES for one, other in pairwise(layer)]
    if within is not None and rooms:
        free = within - left[layer[0]] - sum(solid) - right[layer[-1]]
        share = min(max(free / (sum(rooms) or 1.0), 0.0), 1.0)
        rooms = [room * share for room in rooms]
    return [width + room for width, room in zip(solid, rooms, strict=True)]


def _bands(net: Net, size: Sequence[Size], between: float) -> list[tuple[float, float]]:
    """Top and bottom of each layer, as high as its highest box."""
    bands, y = [], 0.0
    for layer in net.layers:
        height = max((size[vertex][1] for vertex in layer if vertex < net.nodes), default=0.0)
        bands.append((y, y + height))
        y += height + between
    return bands


def _bounds(boxes: Sequence[Rect], found: Sequence[tuple[Point, ...]]) -> Rect:
    """What boxes and routes cover, the control points of curves counted as drawn."""
    if not boxes:
        return Rect(0.0, 0.0, 0.0, 0.0)
    xs = [x for route in found for x, _ in route]
    ys = [y for route in found for _, y in route]
    left, top = min([box.x for box in boxes] + xs), min([box.y for box in boxes] + ys)
    right, bottom = max([box.right for box in boxes] + xs), max([box.bottom for box in boxes] + ys)
    return Rect(left, top, right - left, bottom - top)
