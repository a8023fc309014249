"""Where the boxes of the map stand: layers from the need down, wide ones in several rows. Pure; knows no Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from cxworkshop.model.layered import Layered, draw_layers, rows_of
from cxworkshop.model.layout import Rect
from cxworkshop.ui.views.processes.chain import Chain

Size = tuple[float, float]
ROWS = 1_000  # at most that many rows share a layer
WIDE = 1.7  # how much wider than high a map should be


@dataclass(frozen=True)
class Shape:
    """A map laid out. `bands` are top and bottom of every layer, all of its rows together."""

    drawn: Layered[str]
    bands: Mapping[int, tuple[float, float]]


def shape_of(
    chain: Chain,
    size: Callable[[str], Size],
    *,
    aside: float,
    between: float,
    within: float | None = None,
    previous: Mapping[str, Rect] | None = None,
) -> Shape:
    """Lay a map out. With `within` every layer is one row in that width; else wide layers are dealt out over rows.

    `previous` are the boxes of the drawing so far: what it has stays where it was, as far as it can.
    """
    edges = [(line.upper, line.lower) for line in chain.lines]
    rows: Mapping[str, int] = chain.layers
    longest = _longest_row(chain, size, aside, between)
    counts = Counter(chain.layers.values())
    if within is None and max(counts.values(), default=0) > longest:
        rows, previous = _dealt(rows_of(chain.layers, edges, previous), longest)
    drawn = draw_layers(rows, edges, size, aside=aside, between=between, within=within, previous=previous)
    bands: dict[int, tuple[float, float]] = {}
    for row, cards in drawn.rows.items():
        layer = chain.layers[cards[0]] if cards else row
        top, bottom = drawn.bands[row]
        known = bands.get(layer, (top, bottom))
        bands[layer] = (min(top, known[0]), max(bottom, known[1]))
    return Shape(drawn, bands)


def _longest_row(chain: Chain, size: Callable[[str], Size], aside: float, between: float) -> int:
    """How many boxes a row may hold so that the whole becomes about WIDE times as wide as high."""
    if not chain.layers:
        return 1
    counts = Counter(chain.layers.values())
    width, height = size(next(iter(chain.layers)))
    longest = 6
    while longest < max(counts.values()):
        rows = sum(-(-count // longest) for count in counts.values())
        if longest * (width + aside) >= WIDE * rows * (height + between):
            break
        longest += 1
    return longest


def _dealt(rows: Mapping[int, tuple[str, ...]], longest: int) -> tuple[dict[str, int], dict[str, Rect]]:
    """Every card’s row, and about where it stands in it: neighbours of a wide layer go to rows in turn, so that what
    belongs together stays near."""
    found, places = {}, {}
    widest = max(len(cards) for cards in rows.values())
    for layer, cards in rows.items():
        deal = -(-len(cards) // longest)
        for place, card in enumerate(cards):
            found[card] = layer * ROWS + place % deal
            places[card] = Rect((place + 0.5) / len(cards) * widest, 0, 0, 0)
    return found, places
