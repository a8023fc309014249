"""What the shared screen shows of a spotlit card: rows of cards and the links between them. Knows no pixels and no Qt.

Only titles, kinds, scores and the roles' closeness: no notes, no authors, no names of people.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from cxworkshop.analysis.backward_map import BackwardMap
from cxworkshop.model.board import Board
from cxworkshop.model.cards import KINDS
from cxworkshop.model.links import VERBS
from cxworkshop.model.records import Card
from cxworkshop.words import N_

MOST_IN_ROW = 4
DEEPEST_ROW = 3  # processes further away share the last row


@dataclass(frozen=True)
class Row:
    """Cards side by side under a label (English, marked); `more` cards had no room."""

    label: str
    cards: tuple[str, ...]
    more: int = 0


@dataclass(frozen=True)
class Edge:
    """A line from a card of one row to one further down, or to its neighbour; `direct` ones are solid."""

    upper: str
    lower: str
    direct: bool


@dataclass(frozen=True)
class Picture:
    rows: tuple[Row, ...] = ()
    edges: tuple[Edge, ...] = field(default=())


_DISTANCE_LABELS = {1: N_("Directly"), 2: N_("One step behind"), 3: N_("Deeper")}


def picture_of(board: Board, made: BackwardMap, card_id: str) -> Picture:
    """The picture of a spotlit card: a need’s backward map, what rests on a process, the neighbours of others."""
    card = board.card(card_id)
    if card.kind == "need":
        return _behind(board, made, card)
    if card.kind == "process" and made.rests_on(card.id):
        return _resting(board, made, card)
    return _neighbours(board, card)


def _behind(board: Board, made: BackwardMap, need: Card) -> Picture:
    trace = made.behind(need.id)
    by_distance: dict[int, list[str]] = {}
    for process, distance in trace.distance.items():
        by_distance.setdefault(min(distance, DEEPEST_ROW), []).append(process)
    links = [board.get("link", key) for key in trace.links]
    below: dict[str, list[str]] = {}
    for link in links:
        if link is not None:
            upper, lower = link["target"], link["source"]
            if link["verb"] == "depends_on":
                upper, lower = lower, upper
            below.setdefault(upper, []).append(lower)
    rows = [Row(KINDS["need"].label, (need.id,)), _row(KINDS["value"].label, trace.values, (), below)]
    for distance in sorted(by_distance):
        rows.append(_row(_DISTANCE_LABELS[distance], by_distance[distance], rows[-1].cards, below))
    rows = [row for row in rows if row.cards]
    return Picture(tuple(rows), tuple(_edges(rows, below, set(trace.values) | {need.id})))


def _row(label: str, cards: Iterable[str], above: Sequence[str], below: dict[str, list[str]]) -> Row:
    """Cards ordered by what they hang on in the row above, so that few lines cross."""
    found = list(cards)
    parents = {card: [place for place, upper in enumerate(above) if card in below.get(upper, ())] for card in found}
    found.sort(key=lambda card: sum(parents[card]) / len(parents[card]) if parents[card] else len(above) / 2)
    return Row(label, tuple(found[:MOST_IN_ROW]), max(len(found) - MOST_IN_ROW, 0))


def _edges(rows: Sequence[Row], below: dict[str, list[str]], solid: set[str]) -> Iterable[Edge]:
    place = {card: (number, across) for number, row in enumerate(rows) for across, card in enumerate(row.cards)}
    drawn: set[frozenset[str]] = set()
    for upper, lowers in below.items():
        for lower in dict.fromkeys(lowers):
            if upper not in place or lower not in place or frozenset((upper, lower)) in drawn:
                continue
            down, across = (there - here for here, there in zip(place[upper], place[lower], strict=True))
            if down > 0 or (down == 0 and abs(across) == 1):  # neighbours of one row, as in a loop
                drawn.add(frozenset((upper, lower)))
                yield Edge(upper, lower, upper in solid)


def _resting(board: Board, made: BackwardMap, process: Card) -> Picture:
    needs = list(made.rests_on(process.id))
    first = Row(N_("What rests on it"), tuple(needs[:MOST_IN_ROW]), max(len(needs) - MOST_IN_ROW, 0))
    distance = made.rests_on(process.id)
    edges = [Edge(need, process.id, distance[need] == 1) for need in first.cards]
    behind = [card.id for card in board.targets(process.id, "depends_on") if card.id != process.id]
    rows = [first, Row(KINDS["process"].label, (process.id,))]
    if behind:
        rows.append(Row(N_("It depends on"), tuple(behind[:MOST_IN_ROW]), max(len(behind) - MOST_IN_ROW, 0)))
        edges += [Edge(process.id, one, False) for one in rows[-1].cards]
    return Picture(tuple(rows), tuple(edges))


_SHOWN_VERBS = ("raises", "arises_at", "has", "blocks", "satisfies", "creates", "improves", "protects", "feeds", "next")


def _neighbours(board: Board, card: Card) -> Picture:
    rows = [Row(KINDS[card.kind].label, (card.id,))]
    edges: list[Edge] = []
    for verb in _SHOWN_VERBS:
        for label, ends in (
            (VERBS[verb].label, [link.target for link in board.links_from(card.id, verb)]),
            (VERBS[verb].reverse, [link.source for link in board.links_to(card.id, verb)]),
        ):
            if ends and len(rows) < 4:
                rows.append(Row(label, tuple(ends[:MOST_IN_ROW]), max(len(ends) - MOST_IN_ROW, 0)))
                edges += [Edge(card.id, end, True) for end in rows[-1].cards] if len(rows) == 2 else []
    return Picture(tuple(rows), tuple(edges))
