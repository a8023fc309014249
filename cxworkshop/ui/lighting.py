"""What lights up when a card is pressed: what a need rests on, or what rests on a process. Knows no Qt."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol

from cxworkshop.analysis.backward_map import BackwardMap
from cxworkshop.model.board import Board
from cxworkshop.model.records import Card

INDIRECT = "depends_on"  # the verb drawn dashed: one step further from the need


class Mapped(Protocol):
    """A board and its backward map: a room, or a test's stand-in for one."""

    @property
    def board(self) -> Board: ...

    def map(self) -> BackwardMap: ...


@dataclass(frozen=True)
class Lighting:
    """What stays when the rest fades.

    `cards` maps the lit cards to their distance: 0 for the focus and for values, 1 for direct processes, 2 and more for
    indirect ones; seen from a process, needs and processes have their distance from it. `links` are the keys of the lit
    links. `context` are cards that do not carry the focus but explain it (who has the need, where it arises, what
    blocks it): they stay readable, unlit. `beside` is the second of two needs compared, from which light spreads too.
    """

    focus: str
    cards: dict[str, int]
    links: frozenset[str]
    context: frozenset[str] = field(default_factory=frozenset)
    beside: str | None = None

    def is_faded(self, card_id: str) -> bool:
        return card_id not in self.cards and card_id not in self.context


def lighting_of(room: Mapped, card_id: str | None) -> Lighting | None:
    """What lights up for a card; None for kinds that carry nothing and rest on nothing (and for no card)."""
    card = room.board.find(card_id)
    made = _LIGHTING.get(card.kind) if card else None
    return made(room, card) if made and card else None


def lighting_of_two(room: Mapped, one: str, other: str) -> Lighting | None:
    """Two needs compared: what both rest on is lit, by its shorter distance; what only one of them rests on stays
    readable. None unless both are needs."""
    cards = [room.board.find(one), room.board.find(other)]
    needs = [card for card in cards if card is not None and card.kind == "need"]
    if len(needs) != 2 or one == other:
        return None
    first, second = (_of_need(room, need) for need in needs)
    both = first.cards.keys() & second.cards.keys()
    lit = {one: 0, other: 0, **{card: min(first.cards[card], second.cards[card]) for card in both}}
    links = frozenset(key for key in first.links | second.links if set(json.loads(key)[::2]) <= lit.keys())
    aside = first.cards.keys() | second.cards.keys() | first.context | second.context
    return Lighting(one, lit, links, frozenset(aside) - lit.keys(), other)


def _of_need(room: Mapped, need: Card) -> Lighting:
    trace = room.map().behind(need.id)
    cards = {need.id: 0, **dict.fromkeys(trace.values, 0), **trace.distance}
    return Lighting(need.id, cards, trace.links, frozenset(_story_of(room.board, need)) - cards.keys())


def _of_process(room: Mapped, process: Card) -> Lighting:
    """The other way: the processes that depend on this one, the values they create, the needs those satisfy."""
    board, steps, level = room.board, {process.id: 0}, [process.id]
    links: set[str] = set()
    while level:
        following = []
        for own in level:
            for link in board.links_to(own, INDIRECT):
                links.add(link.key)
                if link.source not in steps:
                    steps[link.source] = steps[own] + 1
                    following.append(link.source)
        level = following
    cards = dict(steps)
    needs = room.map().rests_on(process.id)
    for own in steps:
        for created in board.links_from(own, "creates"):
            links.add(created.key)
            cards.setdefault(created.target, 0)
            for satisfied in board.links_from(created.target, "satisfies"):
                links.add(satisfied.key)
                cards.setdefault(satisfied.target, needs.get(satisfied.target, steps[own] + 1))
    return Lighting(process.id, cards, frozenset(links))


def _of_value(room: Mapped, value: Card) -> Lighting:
    """A value stands between: the needs it satisfies above, the processes that create it and those behind below."""
    board = room.board
    cards, links = {value.id: 0}, {link.key for link in board.links_from(value.id, "satisfies")}
    cards.update(dict.fromkeys((need.id for need in board.targets(value.id, "satisfies")), 0))
    links |= {link.key for link in board.links_to(value.id, "creates")}
    level, distance = [own.id for own in board.sources(value.id, "creates")], 1
    while level:
        cards.update(dict.fromkeys(level, distance))
        behind = [link for own in level for link in board.links_from(own, INDIRECT)]
        links |= {link.key for link in behind}
        level = list(dict.fromkeys(link.target for link in behind if link.target not in cards))
        distance += 1
    return Lighting(value.id, cards, frozenset(links))


def _story_of(board: Board, need: Card) -> Iterable[str]:
    """Who has the need, the touchpoints where it arises, the problems that block it and where those are raised."""
    yield from (card.id for card in board.sources(need.id, "has"))
    yield from (card.id for card in board.targets(need.id, "arises_at"))
    for problem in board.sources(need.id, "blocks"):
        yield problem.id
        yield from (card.id for card in board.sources(problem.id, "raises"))


_LIGHTING = {"need": _of_need, "process": _of_process, "value": _of_value}
