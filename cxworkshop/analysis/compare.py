"""Cycle against cycle: what rose, fell, appeared, vanished between two boards with the same ids. Pure.

What does not count: the cycle's number, its date, the agenda, places on the wall (`order`, `position`; but a journey
says when its stages and touchpoints come in another order), last cycle's scores kept by touchpoints. Votes and care
answers count where both cycles have some: a new cycle begins without them. Links of a card that appeared or vanished go
with the card. Time alone is no change: an owner who met nobody since is not told, one who met somebody is told as he
was on the day of the old workshop.
"""

from __future__ import annotations

import datetime
import json
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from cxworkshop.analysis.comparison import Change, Comparison, Cycle, LinkChange, RecordChange, State, is_number, rank
from cxworkshop.analysis.cycle_figures import CLOSENESS, Figures, figures, process_figures
from cxworkshop.analysis.held import Held, held
from cxworkshop.analysis.scores import day
from cxworkshop.analysis.votes import votes
from cxworkshop.model.board import Board
from cxworkshop.model.previous import PREVIOUS
from cxworkshop.model.records import THE_WORKSHOP, WORKSHOP, Card

RECORDS = ("exposure", "reading")
_PLACES = ("order", "position")
_IN_ORDER = ("journey", "stage", "touchpoint")
_NOT_COMPARED = {"kind", "title", *_PLACES, *PREVIOUS.values()}
_FADING = ("blind_spot", "owner_closeness")  # what grows colder by itself
_NOT_OF_THE_WORKSHOP = {"title", "cycle", "date"}


@dataclass(frozen=True)
class Before:
    """What an old cycle says of itself, seen on `today`: worked out once, however often a new one changes.

    `then` is the day of the old workshop, `cold` what grew colder by itself as it was then, `figures` all figures on
    `today`, `states` whether its improvements held then, `records` the contents of its contacts and readings.
    """

    board: Board
    today: datetime.date
    then: datetime.date
    cold: Figures
    figures: Figures
    states: Mapping[str, str | None]
    records: Mapping[str, Counter[str]]


def seen_from(old: Board, today: datetime.date) -> Before:
    """An old cycle as it is compared on `today`."""
    written = day(old.table(WORKSHOP)[THE_WORKSHOP], "date") if old.get(WORKSHOP, THE_WORKSHOP) else None
    then = min(written or today, today)
    states = {own.id: own.held for own in held(old, then)}
    records = {table: _contents(old, table) for table in RECORDS}
    return Before(old, today, then, process_figures(old, then), figures(old, today), states, records)


def compare(old: Board, new: Board, today: datetime.date) -> Comparison:
    """What differs between an old cycle and a new one, looked at on `today`."""
    return compare_with(seen_from(old, today), new)


def compare_with(before: Before, new: Board) -> Comparison:
    """`compare` with an old cycle that is compared again and again."""
    old, today = before.board, before.today
    both = [card for card in new.cards.values() if _same_card(old.find(card.id), card)]
    changes = [
        *_workshop(old, new),
        *_comings_and_goings(old, new, {card.id for card in both}),
        *(change for card in both for change in _fields(old.card(card.id), card)),
        *_votes(old, new, both),
        *_orders(old, new, both),
        *_figures(new, before, figures(new, today)),
    ]
    return Comparison(
        _cycle(old),
        _cycle(new),
        today,
        tuple(sorted(changes, key=rank)),
        tuple(_links(old, new, {card.id for card in both})),
        tuple(_records(before, new)),
        tuple(states(new, held(new, today), before.states)),
        bool(both) or not (old.cards and new.cards),
    )


def _same_card(one: Card | None, other: Card) -> bool:
    return one is not None and one.kind == other.kind


def _cycle(board: Board) -> Cycle:
    own = board.workshop
    cycle = own.get("cycle")
    return Cycle(str(own.get("title", "")), int(cycle) if cycle else None, own.get("date"))


# What people wrote


def _workshop(old: Board, new: Board) -> Iterator[Change]:
    title = str(new.workshop.get("title", ""))
    for name in {**old.workshop, **new.workshop}:
        before, after = old.workshop.get(name), new.workshop.get(name)
        if name == "title" and before != after:
            yield Change(WORKSHOP, THE_WORKSHOP, None, title, "renamed", name, before, after)
        elif name not in _NOT_OF_THE_WORKSHOP and not _equal(before, after):
            yield Change(WORKSHOP, THE_WORKSHOP, None, title, "changed", name, before, after)


def _comings_and_goings(old: Board, new: Board, both: set[str]) -> Iterator[Change]:
    for one, change in ((new, "appeared"), (old, "vanished")):
        for card in one.cards.values():
            if card.id not in both:
                yield Change(card.kind, card.id, None, card.title, change)


def _fields(old: Card, new: Card) -> Iterator[Change]:
    if old.title != new.title:
        yield Change(new.kind, new.id, None, new.title, "renamed", "title", old.title, new.title)
    for name in {**old.fields, **new.fields}:
        if name not in _NOT_COMPARED and not _equal(old.get(name), new.get(name)):
            yield _change(new, None, name, old.get(name), new.get(name))


def _change(card: Card, persona: str | None, figure: str, before: Any, after: Any) -> Change:
    return Change(card.kind, card.id, persona, card.title, _direction(before, after), figure, before, after)


def _direction(before: Any, after: Any) -> str:
    """ "rose", "fell" or, where neither can be said, "changed"."""
    if is_number(before) and is_number(after):
        return "rose" if after > before else "fell"
    return "changed"


def _warmth(closeness: str | None) -> int | None:
    return CLOSENESS.index(closeness) if closeness in CLOSENESS else None


def _equal(one: Any, other: Any) -> bool:
    if one is other:
        return True
    if is_number(one) and is_number(other):
        return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-9)
    return one == other and isinstance(one, bool) == isinstance(other, bool)


# What follows from it


def _votes(old: Board, new: Board, both: Iterable[Card]) -> Iterator[Change]:
    before, after = votes(old), votes(new)
    if before and after:
        for card in both:
            one, other = before.get(card.id, 0), after.get(card.id, 0)
            if not _equal(one, other):
                yield _change(card, None, "votes", one, other)


def _orders(old: Board, new: Board, both: Iterable[Card]) -> Iterator[Change]:
    """Journeys whose stages, or touchpoints within a stage, come in another order."""
    stays = {
        card.id
        for card in both
        if card.kind in _IN_ORDER
        and all(old.card(card.id).get(name) == card.get(name) for name in ("journey", "stage"))
    }
    for journey in new.of_kind("journey"):
        if journey.id in stays:
            before, after = (
                [card.id for card in (*board.stages(journey.id), *board.touchpoints(journey.id)) if card.id in stays]
                for board in (old, new)
            )
            if before != after:
                yield _change(journey, None, "order", before, after)


def _figures(new: Board, old: Before, now: Figures) -> Iterator[Change]:
    """Figures that differ, and not by the passing of time alone."""
    for place in now.keys() & old.figures.keys():
        kind, own, persona = place
        idle = old.figures[place]
        for name, after in now[place].items():
            if _equal(idle[name], after):
                continue
            before = (old.cold if name in _FADING else old.figures)[place][name]
            if not _equal(before, after):
                warmth = name == "owner_closeness"
                way = _direction(_warmth(before), _warmth(after)) if warmth else _direction(before, after)
                card = new.find(own)
                yield Change(kind, own, persona, card.title if card else own, way, name, before, after)


def _links(old: Board, new: Board, both: set[str]) -> Iterator[LinkChange]:
    before, after = ({link.key: link for link in board.links()} for board in (old, new))
    for key, link in {**before, **after}.items():
        if link.source in both and link.target in both:
            if key not in before or key not in after:
                change = "appeared" if key in after else "vanished"
                yield LinkChange(link.verb, link.source, link.target, change)
            elif before[key].fields != after[key].fields:
                yield LinkChange(link.verb, link.source, link.target, "changed")


def _records(before: Before, new: Board) -> Iterator[RecordChange]:
    for table in RECORDS:
        one, other = before.records[table], _contents(new, table)
        if one != other:
            yield RecordChange(table, (other - one).total(), (one - other).total())


def _contents(board: Board, table: str) -> Counter[str]:
    return Counter(json.dumps(dict(row.fields), sort_keys=True) for row in board.records(table))


def states(new: Board, now: Iterable[Held], before: Mapping[str, str | None]) -> Iterator[State]:
    """The improvements that readings can judge `now`, or could `before` (by id)."""
    for own in now:
        if own.held or before.get(own.id):
            yield State(own.id, new.card(own.id).title, own.held, before.get(own.id))
