"""The links of the backward map, kept up to date with a board: every change is taken in where it touches, and nowhere
else. Knows cards and links, no distances."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from cxworkshop.analysis.graph import Graph, graph_of
from cxworkshop.analysis.touched import ENDS, KINDS, Touched
from cxworkshop.model.board import Board
from cxworkshop.model.records import LINK

V = TypeVar("V")
Pair = tuple[str, str]


class Lent(Generic[V]):
    """A dict that is changed here and looked at elsewhere: what is lent is a copy, remade only after a change."""

    def __init__(self, own: dict[str, V]) -> None:
        self.own = own
        self._copy: dict[str, V] | None = None

    def changing(self) -> dict[str, V]:
        """The dict itself, to be changed now."""
        self._copy = None
        return self.own

    def lent(self) -> Mapping[str, V]:
        """The dict as it is now; later changes do not reach it."""
        if self._copy is None:
            self._copy = self.own.copy()  # twice as fast as dict(…) once something was deleted
        return self._copy


class TwoWay:
    """The links of one verb, found from both ends. A link drawn twice counts twice."""

    def __init__(self, targets: Mapping[str, Sequence[str]], sources: Mapping[str, Sequence[str]]) -> None:
        self.targets = Lent({own: tuple(found) for own, found in targets.items()})
        self.sources = Lent({own: tuple(found) for own, found in sources.items()})

    def draw(self, source: str, target: str) -> None:
        targets, sources = self.targets.changing(), self.sources.changing()
        targets[source] = (*targets[source], target)
        sources[target] = (*sources[target], source)

    def cut(self, source: str, target: str) -> None:
        targets, sources = self.targets.changing(), self.sources.changing()
        targets[source] = _less(targets[source], target)
        sources[target] = _less(sources[target], source)

    def count(self, source: str, target: str) -> int:
        return self.targets.own.get(source, ()).count(target)


@dataclass
class Moved:
    """What a change did to the graph. `cut` and `drawn` are dependencies (process, the one it depends on); `served` the
    processes whose own needs may be others now; `needs` the needs that came, went or were edited."""

    came: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    cut: list[Pair] = field(default_factory=list)
    drawn: list[Pair] = field(default_factory=list)
    served: set[str] = field(default_factory=set)
    needs: set[str] = field(default_factory=set)
    retitled: set[str] = field(default_factory=set)
    linked: bool = False

    def __bool__(self) -> bool:
        return self.linked or bool(self.came or self.gone or self.needs or self.retitled)


class LiveGraph:
    """Needs, values and processes with the links between them, as `graph_of` finds them."""

    def __init__(self, board: Board) -> None:
        self._board = board
        graph = graph_of(board)
        self.titles = Lent(dict(graph.titles))
        self.satisfies = TwoWay(_reverse(graph.values_of, graph.creators_of), graph.values_of)
        self.creates = TwoWay(_reverse(graph.creators_of, graph.behind), graph.creators_of)
        self.depends_on = TwoWay(graph.behind, _reverse(graph.behind, graph.behind))
        self._by_verb = {"satisfies": self.satisfies, "creates": self.creates, "depends_on": self.depends_on}

    def lent(self) -> Graph:
        """The graph as it is now; later changes do not reach it."""
        return Graph(
            self.titles.lent(),
            self.satisfies.sources.lent(),
            self.creates.sources.lent(),
            self.depends_on.targets.lent(),
        )

    def size(self) -> int:
        """How many cards there are, and links of any kind."""
        return len(self.titles.own) + len(self._board.table(LINK))

    def needs_of(self, process: str) -> Iterator[str]:
        """The needs a process serves directly, perhaps one several times; none for a process that is not there."""
        satisfied = self.satisfies.targets.own
        for value in self.creates.targets.own.get(process, ()):
            yield from satisfied[value]

    def follow(self, touched: Touched) -> Moved:
        """Take in a change that the board has taken, and say what it did.

        What the change touches is compared with the board as it is, so that a change told late, or twice, does no harm.
        """
        moved = Moved()
        links = touched.links.copy()
        for card_id in touched.cards:
            self._follow_card(card_id, moved, links)
        for verb, source, target in links:
            self._follow_link(verb, source, target, moved)
        return moved

    # Cards

    def _follow_card(self, card_id: str, moved: Moved, links: dict[tuple[str, str, str], None]) -> None:
        card = self._board.find(card_id)
        old, new = self._kind(card_id), card.kind if card is not None and card.kind in KINDS else None
        if "need" in (old, new):
            moved.needs.add(card_id)
        if card is not None and old == new is not None:
            self._retitle(card_id, card.title, moved)
            return
        if old is not None:
            for verb, source, target in list(self._links_of(card_id)):
                self._cut(verb, source, target, moved)
            self._forget(card_id, old, moved)
        if card is not None and new is not None:
            self._add(card_id, new, card.title, moved)
            for link in self._board.links_of(card_id):
                if link.verb in ENDS:
                    links[link.verb, link.source, link.target] = None

    def _kind(self, card_id: str) -> str | None:
        if card_id not in self.titles.own:
            return None
        if card_id in self.depends_on.targets.own:
            return "process"
        return "value" if card_id in self.creates.sources.own else "need"

    def _retitle(self, card_id: str, title: str, moved: Moved) -> None:
        if self.titles.own[card_id] != title:
            self.titles.changing()[card_id] = title
            moved.retitled.add(card_id)

    def _add(self, card_id: str, kind: str, title: str, moved: Moved) -> None:
        self.titles.changing()[card_id] = title
        for side in self._sides(kind):
            side.changing()[card_id] = ()
        if kind == "process":
            moved.came.append(card_id)
        moved.retitled.add(card_id)

    def _forget(self, card_id: str, kind: str, moved: Moved) -> None:
        del self.titles.changing()[card_id]
        for side in self._sides(kind):
            del side.changing()[card_id]
        if kind == "process":
            moved.gone.append(card_id)
        moved.retitled.add(card_id)

    def _sides(self, kind: str) -> list[Lent[tuple[str, ...]]]:
        """Every side of every verb on which a card of that kind stands."""
        starts = [self._by_verb[verb].targets for verb, (source, _) in ENDS.items() if source == kind]
        return starts + [self._by_verb[verb].sources for verb, (_, target) in ENDS.items() if target == kind]

    def _links_of(self, card_id: str) -> Iterator[tuple[str, str, str]]:
        for verb, own in self._by_verb.items():
            for target in own.targets.own.get(card_id, ()):
                yield verb, card_id, target
            for source in own.sources.own.get(card_id, ()):
                if source != card_id:  # a link to itself is found once
                    yield verb, source, card_id

    # Links

    def _follow_link(self, verb: str, source: str, target: str, moved: Moved) -> None:
        own = self._by_verb[verb]
        here, wanted = own.count(source, target), 0
        if source in own.targets.own and target in own.sources.own:
            wanted = sum(link.target == target for link in self._board.links_from(source, verb))
        for _ in range(here, wanted):
            own.draw(source, target)
            self._note(verb, source, target, moved.drawn, moved)
        for _ in range(wanted, here):
            self._cut(verb, source, target, moved)

    def _cut(self, verb: str, source: str, target: str, moved: Moved) -> None:
        self._by_verb[verb].cut(source, target)
        self._note(verb, source, target, moved.cut, moved)

    def _note(self, verb: str, source: str, target: str, pairs: list[Pair], moved: Moved) -> None:
        moved.linked = True
        if verb == "depends_on":
            pairs.append((source, target))
        elif verb == "creates":
            moved.served.add(source)
        else:
            moved.served.update(self.creates.sources.own[source])


def _reverse(found: Mapping[str, Sequence[str]], keys: Iterable[str]) -> dict[str, list[str]]:
    turned: dict[str, list[str]] = {key: [] for key in keys}
    for own, others in found.items():
        for other in others:
            turned[other].append(own)
    return turned


def _less(items: tuple[str, ...], item: str) -> tuple[str, ...]:
    at = items.index(item)
    return items[:at] + items[at + 1 :]
