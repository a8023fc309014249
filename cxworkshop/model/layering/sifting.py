"""Betters the order of a net vertex by vertex: each moves to the place nearby where its segments cross least."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable

from cxworkshop.model.layering.net import Net

BUSY = 7  # neighbours on one side from which on searching beats comparing each with each

Ends = tuple[list[int], list[int]]  # the places of a vertex's neighbours above and below, from left to right


def sift(
    net: Net, window: int, worth: int = 1, movable: Container[int] | None = None, touched: set[int] | None = None
) -> int:
    """One round: every vertex (or those `movable`) moves at most `window` places where that saves `worth` crossings
    or more. Gives the number of crossings saved (sifting: Matuszewski, Schönfeld and Molitor 1999); `touched` gets
    what moved, what it moved past, and their neighbours: for all others nothing has changed."""
    saved = 0
    for layer in net.layers:
        ends = [_ends(net, vertex) for vertex in layer]
        best = _best_of_busy if any(len(up) > BUSY or len(down) > BUSY for up, down in ends) else _best_of_few
        for vertex in layer[:] if movable is None else [vertex for vertex in layer if vertex in movable]:
            place = net.place[vertex]
            fewer, aside = best(ends[place], ends[place + 1 : place + 1 + window])
            fewer_left, aside_left = best(ends[place], reversed(ends[max(place - window, 0) : place]), -1)
            if fewer_left > fewer:
                fewer, aside = fewer_left, -aside_left
            if fewer >= worth:
                _move(net, layer, ends, place, place + aside)
                if touched is not None:
                    for other in layer[min(place, place + aside) : max(place, place + aside) + 1]:
                        touched.add(other)
                    touched.update(net.above[vertex])
                    touched.update(net.below[vertex])
                saved += fewer
    return saved


def _ends(net: Net, vertex: int) -> Ends:
    place = net.place
    return sorted([place[end] for end in net.above[vertex]]), sorted([place[end] for end in net.below[vertex]])


def _best_of_few(own: Ends, others: Iterable[Ends], side: int = 1) -> tuple[int, int]:
    """The most crossings that moving past the first of `others` (right of it, or left with side −1) saves, and past
    how many of them."""
    up, down = own
    best = steps = saved = 0
    for number, (other_up, other_down) in enumerate(others, 1):
        for mine in up:
            for its in other_up:
                if mine > its:
                    saved += side
                elif mine < its:
                    saved -= side
        for mine in down:
            for its in other_down:
                if mine > its:
                    saved += side
                elif mine < its:
                    saved -= side
        if saved > best:
            best, steps = saved, number
    return best, steps


def _best_of_busy(own: Ends, others: Iterable[Ends], side: int = 1) -> tuple[int, int]:
    """The same for vertices with many neighbours."""
    up, down = own
    best = steps = saved = 0
    for number, (other_up, other_down) in enumerate(others, 1):
        saved += side * (_more_right(up, other_up) + _more_right(down, other_down))
        if saved > best:
            best, steps = saved, number
    return best, steps


def _more_right(mine: list[int], its: list[int]) -> int:
    """Pairs in which my end lies right of its end, less those in which it lies left of it."""
    if len(mine) > len(its):
        return -_more_right(its, mine)
    return sum([bisect_left(its, end) + bisect_right(its, end) for end in mine]) - len(mine) * len(its)


def _move(net: Net, layer: list[int], ends: list[Ends], start: int, end: int) -> None:
    layer.insert(end, layer.pop(start))
    ends.insert(end, ends.pop(start))
    for index in range(min(start, end), max(start, end) + 1):
        net.place[layer[index]] = index
