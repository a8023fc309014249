"""Where the boxes of the map stand: layers from the need down, wide ones in several rows. Pure; knows no Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from cxworkshop.model.boxes import Rect
from cxworkshop.model.layered import Layered, draw_layers, rows_of
from cxworkshop.ui.views.processes.chain import Chain

Size = tuple[float, float]
Extent = tuple[float, float, float, float]
ROWS = 1_000  # at most that many rows share a layer
WIDE = 1.3  # how much wider than high a map should be
FULLER = 1.4  # a row that is kept may hold that much more than one dealt anew
UNEVEN = 2.0  # times as many rows as dealt anew, or as few, are kept


@dataclass(frozen=True)
class Shape:
    """A map laid out. `bands` are top and bottom of every layer, all of its rows together; `rows` the row of every
    card, `edges` the pairs of cards its lines join."""

    drawn: Layered[str]
    bands: Mapping[int, tuple[float, float]]
    rows: Mapping[str, int]
    edges: frozenset[tuple[str, str]]

    @cached_property
    def extents(self) -> tuple[Extent, ...]:
        """Left, top, right, bottom of the control points of every line, in their order: asked for at every painting."""
        return tuple(extent_of(route.points) for route in self.drawn.routes)


def extent_of(points: tuple[tuple[float, float], ...]) -> Extent:
    """Left, top, right, bottom of some points."""
    across, down = [x for x, _ in points], [y for _, y in points]
    return min(across), min(down), max(across), max(down)


def shape_of(
    chain: Chain,
    size: Callable[[str], Size],
    *,
    aside: float,
    between: float,
    within: float | None = None,
    previous: Shape | None = None,
) -> Shape:
    """Lay a map out. With `within` every layer is one row in that width; else wide layers are dealt out over rows.

    `previous` is the drawing so far: what it has keeps its row and its place in it; only what has gained or lost a line
    or changed its layer may pass others, where that saves several crossings.
    """
    edges = [(line.upper, line.lower) for line in chain.lines]
    rows: Mapping[str, int] = chain.layers
    before: Mapping[str, Rect] | None = None
    loose: set[str] | None = None
    if within is None:
        longest = _longest_row(chain, size, aside, between)
        kept = _kept_rows(chain, longest, previous) if previous is not None else None
        if previous is not None and kept is not None:
            rows, before, loose = kept, previous.drawn.boxes, _loose(previous, kept, edges)
        else:
            rows, before = _dealt(chain, edges, longest, previous)
    drawn = draw_layers(rows, edges, size, aside=aside, between=between, within=within, previous=before, loose=loose)
    bands: dict[int, tuple[float, float]] = {}
    for row, cards in drawn.rows.items():
        layer = chain.layers[cards[0]] if cards else row
        top, bottom = drawn.bands[row]
        known = bands.get(layer, (top, bottom))
        bands[layer] = (min(top, known[0]), max(bottom, known[1]))
    return Shape(drawn, bands, rows, frozenset(edges))


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


def _dealt(
    chain: Chain, edges: list[tuple[str, str]], longest: int, previous: Shape | None
) -> tuple[dict[str, int], Mapping[str, Rect] | None]:
    """Every card’s row, and about where it stands in it, where that matters: neighbours of a wide layer go to rows in
    turn, so that what belongs together stays near."""
    before = previous.drawn.boxes if previous is not None else None
    if max(Counter(chain.layers.values()).values(), default=0) <= longest:
        return {card: layer * ROWS for card, layer in chain.layers.items()}, before
    found, places = {}, {}
    rows = rows_of(chain.layers, edges, before)
    widest = max(len(cards) for cards in rows.values())
    for layer, cards in rows.items():
        deal = -(-len(cards) // longest)
        for place, card in enumerate(cards):
            found[card] = layer * ROWS + place % deal
            places[card] = Rect((place + 0.5) / len(cards) * widest, 0, 0, 0)
    return found, places


# Keeping a drawing


def _kept_rows(chain: Chain, longest: int, previous: Shape) -> dict[str, int] | None:
    """The row of every card where what stands in its layer still keeps its row there, and the rest goes where most room
    is; None where so much has changed that the map is better dealt anew."""
    layers: dict[int, list[str]] = {}
    for card, layer in chain.layers.items():
        layers.setdefault(layer, []).append(card)
    found: dict[str, int] = {}
    for layer, cards in layers.items():
        found.update(_with_newcomers(layer, cards, longest, previous))
    now, anew = len(set(found.values())), sum(-(-len(cards) // longest) for cards in layers.values())
    return found if anew / UNEVEN - 1 <= now <= anew * UNEVEN + 1 else None


def _with_newcomers(layer: int, cards: list[str], longest: int, previous: Shape) -> dict[str, int]:
    """The rows of one layer: newcomers fill the emptiest of them, or open another when all are full."""
    found = {card: previous.rows[card] for card in cards if previous.rows.get(card, -1) // ROWS == layer}
    fill = Counter(found.values()) or Counter({layer * ROWS: 0})
    for card in cards:
        if card not in found:
            row = min(fill, key=lambda own: (fill[own], own))
            if fill[row] >= longest * FULLER:
                row = max(fill) + 1
            found[card] = row
            fill[row] += 1
    return found


def _loose(previous: Shape, rows: Mapping[str, int], edges: Iterable[tuple[str, str]]) -> set[str]:
    """The cards that gained or lost a line or changed their row."""
    changed = previous.edges.symmetric_difference(edges)
    return {card for edge in changed for card in edge} | {
        card for card in rows if previous.rows.get(card) != rows[card]
    }
