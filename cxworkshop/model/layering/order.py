"""The order of the vertices in each layer, so that few segments cross: sweeps of barycentres, then sifting."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence

from cxworkshop.model.layering.crossings import crossings
from cxworkshop.model.layering.net import Net
from cxworkshop.model.layering.sifting import sift

SWEEPS = 12
IDLE = 4  # sweeps that save less than a hundredth before we stop
ROUNDS = 6  # of sifting at most, all but the first only for what the one before touched
WINDOW = 6  # places a vertex may move in the first round of sifting; twice as many in the next ones
SMALL, LARGE, HUGE = 250, 4_000, 40_000  # segments: several starts below the first, one round of sifting above the
WORTH = 3  # second, none above the third; what a known node's move must save when a drawing is kept


def put_in_order(net: Net) -> None:
    """Give the net an order with few crossings. The same net gives the same order."""
    starts = [_near_ones_together]
    if net.segments <= SMALL:
        starts += [_as_given, _from_the_end]
    found = []
    for start in starts:
        net.arrange(start(net))
        _sweep(net)
        _sift(net)
        found.append((crossings(net), [layer[:] for layer in net.layers]))
    net.arrange(min(found, key=lambda one: one[0])[1])


def keep_in_order(net: Net, x: Sequence[float], known: Iterable[int], loose: Container[int] | None = None) -> None:
    """Order the net by given positions of all vertices, and change little: what is not `known` moves freely, the rest
    only where it saves several crossings, and of that only what is `loose` (None: all of it)."""
    net.arrange(sorted(layer, key=x.__getitem__) for layer in net.layers)
    free = set(range(len(net.depth))).difference(known)
    if net.segments <= HUGE:
        movable = free
        for _ in range(4):
            touched: set[int] = set()
            if not sift(net, 2 * WINDOW, movable=movable, touched=touched):
                break
            movable = free & touched
        sift(net, WINDOW, WORTH, movable=loose)


def _as_given(net: Net) -> list[list[int]]:
    return [sorted(layer) for layer in net.layers]


def _near_ones_together(net: Net) -> list[list[int]]:
    """Breadth first through both directions: what is few steps apart comes to stand together."""
    return _breadth_first(net, [vertex for layer in net.layers for vertex in sorted(layer)])


def _from_the_end(net: Net) -> list[list[int]]:
    return _breadth_first(net, [vertex for layer in reversed(net.layers) for vertex in sorted(layer, reverse=True)])


def _breadth_first(net: Net, roots: Iterable[int]) -> list[list[int]]:
    layers: list[list[int]] = [[] for _ in net.layers]
    seen = bytearray(len(net.depth))
    for root in roots:
        if seen[root]:
            continue
        seen[root] = 1
        queue = [root]
        for vertex in queue:
            layers[net.depth[vertex]].append(vertex)
            for other in (*net.above[vertex], *net.below[vertex]):
                if not seen[other]:
                    seen[other] = 1
                    queue.append(other)
    return layers


def _sweep(net: Net) -> None:
    """Down and up through the layers, each ordered by the mean place of its neighbours (Sugiyama, Tagawa and Toda
    1981); equal ones change sides every other time. The best order found is kept."""
    best, kept, idle = crossings(net), [layer[:] for layer in net.layers], 0
    for number in range(SWEEPS):
        turned = number % 4 > 1
        if number % 2:
            for layer in reversed(net.layers[:-1]):
                _by_barycentre(net, layer, net.below, turned)
        else:
            for layer in net.layers[1:]:
                _by_barycentre(net, layer, net.above, turned)
        many = crossings(net)
        idle += many > 0.99 * best
        if many < best:
            best, kept = many, [layer[:] for layer in net.layers]
        if idle == IDLE or not best:
            break
    net.arrange(kept)


def _by_barycentre(net: Net, layer: list[int], towards: list[list[int]], turned: bool) -> None:
    """Order a layer by its neighbours on one side; a vertex without any keeps its place."""
    place = net.place
    middle: dict[int, float] = {}
    for vertex in layer:
        ends = towards[vertex]
        if len(ends) == 1:
            middle[vertex] = place[ends[0]]
        elif ends:
            middle[vertex] = sum([place[end] for end in ends]) / len(ends)
    moving = [vertex for vertex in layer if vertex in middle]
    if turned:
        moving.reverse()
    moving.sort(key=middle.__getitem__)
    following = iter(moving)
    layer[:] = moving if len(moving) == len(layer) else [next(following) if v in middle else v for v in layer]
    net.number_layer(layer)


def _sift(net: Net) -> None:
    many = net.segments
    if many > HUGE:
        return
    sift(net, WINDOW)
    if many > LARGE:
        return
    movable: set[int] | None = None
    for _ in range(ROUNDS):
        touched: set[int] = set()
        if not sift(net, 2 * WINDOW, movable=movable, touched=touched):
            break
        movable = touched
