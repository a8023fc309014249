"""A graph in layers where every segment joins neighbouring layers: long edges are cut by bends. Knows no names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass
class Net:
    """Vertices are numbers: the nodes first (below `nodes`), then the bends of edges that pass through a layer.

    `layers` hold the vertices from left to right, the top layer first; `place` is each vertex's index there, `depth`
    the number of its layer; `above` and `below` are its neighbours in the next layers. `chains` has the vertices of
    each edge given to `net_of` from its source to its target.
    """

    nodes: int
    layers: list[list[int]]
    depth: list[int]
    place: list[int]
    above: list[list[int]]
    below: list[list[int]]
    chains: list[tuple[int, ...]]

    @property
    def segments(self) -> int:
        return sum(map(len, self.below))

    def arrange(self, layers: Iterable[Iterable[int]]) -> None:
        """Give the layers another order from left to right."""
        self.layers = [list(layer) for layer in layers]
        self.number()

    def number(self) -> None:
        """Bring `place` in line with `layers`."""
        for layer in self.layers:
            self.number_layer(layer)

    def number_layer(self, layer: list[int]) -> None:
        for index, vertex in enumerate(layer):
            self.place[vertex] = index


def net_of(depth: Sequence[int], edges: Iterable[tuple[int, int]]) -> Net:
    """The net of nodes 0…n−1 in their layers (`depth`, 0 on top) and of edges in either direction.

    An edge within a layer gets one bend in the layer below, so that what is joined comes to stand close; a loop at
    one node has no segment.
    """
    edges = list(edges)
    flat = any(depth[one] == depth[other] == max(depth) and one != other for one, other in edges)
    layers: list[list[int]] = [[] for _ in range(max(depth, default=-1) + 1 + flat)]
    for node, number in enumerate(depth):
        layers[number].append(node)
    empty: list[list[int]] = [[] for _ in depth]
    net = Net(len(depth), layers, list(depth), [0] * len(depth), empty, [[] for _ in depth], [])
    for one, other in edges:
        net.chains.append(_chain(net, one, other))
    net.number()
    return net


def _chain(net: Net, one: int, other: int) -> tuple[int, ...]:
    top, bottom = net.depth[one], net.depth[other]
    if one == other:
        return (one, other)
    if top > bottom:
        return _chain(net, other, one)[::-1]
    if top == bottom:
        bend = _bend(net, top + 1)
        _join(net, one, bend)
        _join(net, other, bend)
        return (one, bend, other)
    chain = (one, *(_bend(net, number) for number in range(top + 1, bottom)), other)
    for upper, lower in pairwise(chain):
        _join(net, upper, lower)
    return chain


def _bend(net: Net, number: int) -> int:
    bend = len(net.depth)
    net.depth.append(number)
    net.place.append(0)
    net.above.append([])
    net.below.append([])
    net.layers[number].append(bend)
    return bend


def _join(net: Net, upper: int, lower: int) -> None:
    net.below[upper].append(lower)
    net.above[lower].append(upper)


def without_flat_bends(net: Net) -> None:
    """Take the bends of edges within a layer out again: they are drawn between the layers and need no place."""
    bends = {chain[1] for chain in net.chains if len(chain) == 3 and net.depth[chain[0]] == net.depth[chain[2]]}
    if not bends:
        return
    for bend in bends:
        for node in net.above[bend]:
            net.below[node].remove(bend)
        net.above[bend] = []
    layers = [[vertex for vertex in layer if vertex not in bends] for layer in net.layers]
    net.arrange(layers if layers[-1] else layers[:-1])
