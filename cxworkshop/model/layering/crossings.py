"""How many segments cross between neighbouring layers of a net."""

from __future__ import annotations

from bisect import bisect_right, insort
from itertools import accumulate

from cxworkshop.model.layering.net import Net

DENSE = 8  # segments a vertex from which on counting by places is faster than by searching


def crossings(net: Net) -> int:
    """All crossings of the net."""
    return sum(crossings_below(net, number) for number in range(len(net.layers) - 1))


def crossings_below(net: Net, number: int) -> int:
    """The crossings between a layer and the next one down.

    Segments are met from left to right; each crosses those met before that end further right (inversions counted by
    insertion, Barth, Jünger and Mutzel 2002).
    """
    layer = net.layers[number]
    many = sum(len(net.below[vertex]) for vertex in layer)
    if many > DENSE * len(layer):
        return _by_places(net, layer, len(net.layers[number + 1]))
    return _by_searching(net, layer)


def _by_searching(net: Net, layer: list[int]) -> int:
    below, place = net.below, net.place
    met: list[int] = []
    found = 0
    for vertex in layer:
        ends = below[vertex]
        if len(ends) == 1:
            end = place[ends[0]]
            index = bisect_right(met, end)
            found += len(met) - index
            met.insert(index, end)
        elif ends:
            places = [place[end] for end in ends]
            found += len(met) * len(places) - sum([bisect_right(met, end) for end in places])
            for end in places:
                insort(met, end)
    return found


def _by_places(net: Net, layer: list[int], width: int) -> int:
    met = [0] * width  # how many segments end at each place, counted from the right
    found = 0
    for vertex in layer:
        further = [0, *accumulate(met)]
        for end in net.below[vertex]:
            found += further[width - 1 - net.place[end]]
        for end in net.below[vertex]:
            met[width - 1 - net.place[end]] += 1
    return found
