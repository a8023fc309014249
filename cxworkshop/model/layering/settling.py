"""Puts the vertices of one layer as near as they can come to where they want to be, keeping order and distances."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from cxworkshop.model.layering.net import Net


def settle(want: Sequence[float], weight: Sequence[float], apart: Sequence[float]) -> list[float]:
    """The places nearest to `want` by weighted squares, each at least `apart` right of the one before it (isotonic
    regression by pooling neighbours that violate it)."""
    offsets = [0.0, *accumulate(apart)][: len(want)]
    pools: list[tuple[float, float, int]] = []  # mean, weight, how many
    for wish, own, offset in zip(want, weight, offsets, strict=True):
        mean, many = wish - offset, 1
        while pools and pools[-1][0] > mean:
            before, heavy, others = pools.pop()
            mean, own, many = (before * heavy + mean * own) / (heavy + own), heavy + own, many + others
        pools.append((mean, own, many))
    means = [mean for mean, _, many in pools for _ in range(many)]
    return [mean + offset for mean, offset in zip(means, offsets, strict=True)]


def fit(net: Net, apart: list[list[float]], x: list[float], left: Sequence[float], right: Sequence[float]) -> None:
    """Bring every vertex between its `left` and `right`, which `apart` must allow; a drawing that is wider is first
    drawn together evenly."""
    layers = [(layer, gaps) for layer, gaps in zip(net.layers, apart, strict=True) if layer]
    start = min((x[layer[0]] - left[layer[0]] for layer, _ in layers), default=0.0)
    over = max(((x[layer[-1]] - start) / (right[layer[-1]] or 1.0) for layer, _ in layers), default=1.0)
    for layer, gaps in layers:
        want = [(x[vertex] - start) / max(over, 1.0) for vertex in layer]
        settled = _no_further_left(settle(want, [1.0] * len(layer), gaps), gaps, left[layer[0]])
        mirrored = _no_further_left([-own for own in reversed(settled)], gaps[::-1], -right[layer[-1]])
        for vertex, own in zip(reversed(layer), mirrored, strict=True):
            x[vertex] = -own


def _no_further_left(settled: list[float], gaps: list[float], bound: float) -> list[float]:
    pushed = []
    for own, gap in zip(settled, [*gaps, 0.0], strict=True):
        pushed.append(max(own, bound))
        bound = pushed[-1] + gap
    return pushed
