"""What the map alone shows: which cards in which layer, which lines, and what of it two needs share. Knows no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from cxworkshop.model.records import link_key

if TYPE_CHECKING:
    from cxworkshop.analysis.backward_map import BackwardMap

NEEDS, VALUES = 0, 1  # layers; a process at distance d stands in layer 1 + d
NO_NEED = 10_000  # the layer of processes that serve no need, below all others
BOTH, FIRST, SECOND = "both", "first", "second"

_key = lru_cache(maxsize=20_000)(link_key)  # asked for anew after every edit


@dataclass(frozen=True)
class Line:
    """From a card to one it rests on, with the key of the link. `direct` is false for “depends on”."""

    upper: str
    lower: str
    key: str
    direct: bool


@dataclass(frozen=True)
class Chain:
    """The cards of the map by layer and the lines between them.

    `chosen` are the needs it was made for (none: all). `share` says of each card whether BOTH needs rest on it or only
    the FIRST or the SECOND; empty unless two were chosen.
    """

    layers: Mapping[str, int]
    lines: tuple[Line, ...]
    chosen: tuple[str, ...] = ()
    share: Mapping[str, str] = field(default_factory=dict)

    def processes(self, share: str | None = None) -> list[str]:
        """The processes, or only those with that share."""
        return [
            card for card, layer in self.layers.items() if layer > VALUES and share in (None, self.share.get(card, ""))
        ]

    def only(self, cards: Iterable[str]) -> Chain:
        """The part of it that these cards make up."""
        kept = set(cards)
        return Chain(
            {card: layer for card, layer in self.layers.items() if card in kept},
            tuple(line for line in self.lines if line.upper in kept and line.lower in kept),
            self.chosen,
            self.share,
        )


def chain_of(made: BackwardMap, chosen: Iterable[str] = ()) -> Chain:
    """The map of all needs, of one, or of two compared; ids that are no needs are passed over."""
    needs = tuple(dict.fromkeys(need for need in chosen if need in made.graph.values_of))[:2]
    if not needs:
        return Chain(_all_layers(made), _lines(made, None))
    layers: dict[str, int] = {}
    reached: list[set[str]] = []
    for need in needs:
        trace = made.behind(need)
        own = {need: NEEDS, **dict.fromkeys(trace.values, VALUES)}
        own.update({process: VALUES + distance for process, distance in trace.distance.items()})
        reached.append(set(own))
        for card, layer in own.items():
            layers[card] = min(layer, layers.get(card, layer))
    return Chain(layers, _lines(made, layers.keys()), needs, _shares(*reached) if len(reached) == 2 else {})


def _all_layers(made: BackwardMap) -> dict[str, int]:
    graph = made.graph
    layers = dict.fromkeys((own.id for own in made.opportunities), NEEDS)
    layers.update(dict.fromkeys(sorted(graph.creators_of, key=graph.place), VALUES))
    for process, depth in made.depths.items():
        layers[process] = NO_NEED if depth is None else VALUES + depth
    return layers


def _shares(first: set[str], second: set[str]) -> dict[str, str]:
    return {
        card: BOTH if card in first and card in second else FIRST if card in first else SECOND
        for card in first | second
    }


def _lines(made: BackwardMap, among: Iterable[str] | None) -> tuple[Line, ...]:
    graph = made.graph
    kept = None if among is None else set(among)
    found = [
        Line(need, value, _key("satisfies", value, need), True)
        for need, values in graph.values_of.items()
        for value in values
    ]
    found += [
        Line(value, process, _key("creates", process, value), True)
        for value, creators in graph.creators_of.items()
        for process in creators
    ]
    found += [
        Line(process, deeper, _key("depends_on", process, deeper), False)
        for process, behind in graph.behind.items()
        for deeper in behind
    ]
    return tuple(line for line in found if kept is None or (line.upper in kept and line.lower in kept))
