"""In which channel the company is met at which stage, and where it is not. Pure."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from cxworkshop.analysis.wording import words
from cxworkshop.model.board import Board
from cxworkshop.model.records import Card


@dataclass(frozen=True)
class Channel:
    """One channel as most cards write it; "" for touchpoints without one."""

    name: str
    cells: tuple[tuple[Card, ...], ...]

    @property
    def total(self) -> int:
        """How many touchpoints it has."""
        return sum(map(len, self.cells))

    @property
    def holes(self) -> int:
        """At how many stages it is not there."""
        return sum(not cell for cell in self.cells)


@dataclass(frozen=True)
class ChannelGrid:
    """The stages of a journey from left to right and its channels, the one met most often first, those without a
    channel last; `channels[n].cells[m]` are the touchpoints of a channel at `stages[m]`, in their order."""

    stages: tuple[Card, ...]
    channels: tuple[Channel, ...]

    @property
    def empty_stages(self) -> tuple[Card, ...]:
        """The stages at which nobody is met at all."""
        return tuple(
            stage for at, stage in enumerate(self.stages) if not any(channel.cells[at] for channel in self.channels)
        )


def channel_grid(board: Board, journey: str) -> ChannelGrid:
    """The grid of one journey. Channels that differ in capitals, ё or punctuation only are one."""
    stages = board.stages(journey)
    column = {stage.id: at for at, stage in enumerate(stages)}
    rows: dict[str, list[list[Card]]] = {}
    names: dict[str, Counter[str]] = {}
    for card in board.touchpoints(journey):
        name = str(card.get("channel") or "").strip()
        key = " ".join(words(name))
        names.setdefault(key, Counter())[name] += 1
        rows.setdefault(key, [[] for _ in stages])[column[str(card.stage)]].append(card)
    made = [Channel(_written(names[key]) if key else "", tuple(map(tuple, cells))) for key, cells in rows.items()]
    made.sort(key=lambda own: (not own.name, -own.total, own.name))
    return ChannelGrid(tuple(stages), tuple(made))


def _written(names: Counter[str]) -> str:
    """As it is written most often; of those the first in the alphabet."""
    return min(names, key=lambda name: (-names[name], name))
