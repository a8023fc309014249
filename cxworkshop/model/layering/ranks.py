"""Layers for a graph that has none yet: edges run down, few run back, and on the whole they are short."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from typing import TypeVar

Node = TypeVar("Node", bound=Hashable)
ROUNDS, LARGEST_GROUP = 24, 40


def layers_of(nodes: Iterable[Node], edges: Iterable[tuple[Node, Node]]) -> dict[Node, int]:
    """The layer of each node, 0 on top: below all its sources, but for edges that close a cycle, which run back up.

    Longest ways first, then every node moves to where its edges are shortest, alone and with what hangs on it by
    tight edges. Loops at one node count for nothing. KeyError where an edge has an end that is no node.
    """
    names = list(nodes)
    number = {name: index for index, name in enumerate(names)}
    pairs = {(number[one], number[other]): None for one, other in edges if one != other}
    down: list[list[int]] = [[] for _ in names]
    for one, other in pairs:
        down[one].append(other)
    order = _turn_back_edges(down)
    up: list[list[int]] = [[] for _ in names]
    for one, others in enumerate(down):
        for other in others:
            up[other].append(one)
    layer = _longest_ways(order, up)
    _shorten(layer, up, down)
    top = min(layer, default=0)
    return {name: own - top for name, own in zip(names, layer, strict=True)}


def _turn_back_edges(down: list[list[int]]) -> list[int]:
    """Turn edges that close a cycle around, found depth first from the nodes in order; gives an order from the top."""
    starts = set(range(len(down))).difference(*down) if down else set()
    state = bytearray(len(down))  # 1 on the way, 2 done
    done: list[int] = []
    back: list[tuple[int, int]] = []
    for root in (*sorted(starts), *range(len(down))):
        if state[root]:
            continue
        state[root] = 1
        way: list[tuple[int, Iterator[int]]] = [(root, iter(down[root]))]
        while way:
            node, others = way[-1]
            for other in others:
                if state[other] == 1:
                    back.append((node, other))
                elif not state[other]:
                    state[other] = 1
                    way.append((other, iter(down[other])))
                    break
            else:
                state[node] = 2
                done.append(node)
                way.pop()
    for one, other in back:
        down[one].remove(other)
        if one not in down[other]:
            down[other].append(one)
    return done[::-1]


def _longest_ways(order: list[int], up: list[list[int]]) -> list[int]:
    layer = [0] * len(order)
    for node in order:
        layer[node] = max((layer[above] + 1 for above in up[node]), default=0)
    return layer


def _shorten(layer: list[int], up: list[list[int]], down: list[list[int]]) -> None:
    """Move nodes, alone or a tight group at once, towards the side on which more edges are, while that helps."""
    waiting = dict.fromkeys(range(len(layer)))
    for _ in range(ROUNDS):
        touched: dict[int, None] = {}
        for node in waiting:
            here, there = len(up[node]), len(down[node])
            if here == there:
                continue
            near, far, side = (up, down, 1) if there > here else (down, up, -1)
            for moved in _shift(layer, node, near, far, side):
                touched.update(dict.fromkeys(up[moved]))
                touched.update(dict.fromkeys(down[moved]))
        waiting = touched
        if not waiting:
            return


def _shift(layer: list[int], node: int, near: list[list[int]], far: list[list[int]], side: int) -> list[int]:
    """Move a node and what is in its way, `side` 1 down or −1 up, if that makes edges shorter in sum. Gives the nodes
    moved."""
    group, members = [node], {node}
    for own in group:
        for other in far[own]:
            if layer[other] == layer[own] + side and other not in members:
                members.add(other)
                group.append(other)
        if len(group) > LARGEST_GROUP:
            return []
    pull = room = 0
    for own in group:
        for other in far[own]:
            if other not in members:
                pull += 1
                gap = (layer[other] - layer[own]) * side - 1
                room = min(room, gap) if room else gap
        pull -= sum([other not in members for other in near[own]])
    if pull <= 0 or room <= 0:
        return []
    for own in group:
        layer[own] += room * side
    return group
