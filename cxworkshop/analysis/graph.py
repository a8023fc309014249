"""What the backward map needs of a board: who creates, satisfies and depends on what, as plain dicts of ids."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from cxworkshop.model.board import Board


@dataclass(frozen=True)
class Graph:
    """A picture of the board's needs, values and processes at one moment; ids throughout, later edits do not reach it.

    `titles` maps the ids of all three kinds to their titles. `values_of` maps each need to the values that satisfy it,
    `creators_of` each value to the processes that create it, `behind` each process to the processes it depends on: the
    ones one step further from the customer. Every need, value and process is a key, even with nothing in its list.
    """

    titles: Mapping[str, str]
    values_of: Mapping[str, Sequence[str]]
    creators_of: Mapping[str, Sequence[str]]
    behind: Mapping[str, Sequence[str]]

    @property
    def processes(self) -> Mapping[str, Sequence[str]]:
        """The processes (as the keys)."""
        return self.behind

    def direct(self, need: str) -> set[str]:
        """The processes at distance 1: those that create a value that satisfies the need."""
        return {process for value in self.values_of[need] for process in self.creators_of[value]}

    def place(self, card_id: str) -> tuple[str, str]:
        """The key that breaks ties: title, then id."""
        return self.titles[card_id], card_id

    @cached_property
    def rank(self) -> dict[str, int]:
        """The place of each process when all are sorted by title, then id."""
        return {process: number for number, process in enumerate(sorted(self.behind, key=self.place))}


def graph_of(board: Board) -> Graph:
    """The graph of a board. Links that do not join the kinds their verb is made for are passed over."""
    ids = {kind: [card.id for card in board.of_kind(kind)] for kind in ("need", "value", "process")}
    cards = board.cards
    return Graph(
        {card_id: cards[card_id].title for own in ids.values() for card_id in own},
        _sources(board, "satisfies", ids["value"], ids["need"]),
        _sources(board, "creates", ids["process"], ids["value"]),
        _targets(board, "depends_on", ids["process"], ids["process"]),
    )


def _sources(board: Board, verb: str, sources: Sequence[str], targets: Sequence[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {target: [] for target in targets}
    known = set(sources)
    for link in board.links(verb):
        source, target = link.fields["source"], link.fields["target"]
        if target in found and source in known:
            found[target].append(source)
    return found


def _targets(board: Board, verb: str, sources: Sequence[str], targets: Sequence[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {source: [] for source in sources}
    known = {
        target: target for target in targets
    }  # one object an id: the pass over all needs then compares by identity
    for link in board.links(verb):
        own, target = found.get(link.fields["source"]), known.get(link.fields["target"])
        if own is not None and target is not None:
            own.append(target)
    return found
