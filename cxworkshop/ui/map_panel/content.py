"""What the map of a need or a process says, from top to bottom, as plain data: compared first, drawn only when new.

Knows words and the room, no widgets.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from cxworkshop.analysis.closeness import Closeness, closeness_by_role
from cxworkshop.analysis.meetings import cold_roles
from cxworkshop.exchange.drawing.findings import since
from cxworkshop.model.records import Card
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.map_panel.entries import Entry, Heading, Missing, Plan, Sentence, Step, Stop
from cxworkshop.ui.map_panel.sentences import MOST_GAPS, distance_to_customer, told_loops, without_answer
from cxworkshop.ui.map_panel.wearing import of_touchpoint, tired_at_need
from cxworkshop.ui.speech import tr

MOST_SHOWN = 60


def content(room: Room, card: Card) -> tuple[Entry, ...]:
    """The map of a need, a process or a touchpoint as it is now."""
    if card.kind == "touchpoint":
        return tuple(of_touchpoint(room.board, card))
    made = _Content(room)
    return tuple(made.of_need(card) if card.kind == "need" else made.of_process(card))


class _Content:
    def __init__(self, room: Room) -> None:
        self.room = room

    @cached_property
    def closeness(self) -> dict[str, Closeness]:
        return closeness_by_role(self.room.board, self.room.today())

    def of_need(self, need: Card) -> Iterator[Entry]:
        trace = self.room.map().behind(need.id)
        n = len(trace.processes)
        yield Heading(tr.plural("Back from the need · {n} process", "Back from the need · {n} processes", n))
        if not trace.values:
            yield Sentence(tr("No value meets this need yet. Link one, and what lies behind it shows here."))
        for value in trace.values:
            yield Stop(value, self._title(value), tr("value"), "value", True)
        step = 0
        for process in trace.processes[:MOST_SHOWN]:
            if trace.distance[process] != step:
                step = trace.distance[process]
                yield Step(_away(step))
            below, warmth = self._owner(process)
            yield Stop(process, self._title(process), below, "process", step == 1, warmth)
        if n > MOST_SHOWN:
            yield Sentence(tr.plural("and {n} more", "and {n} more", n - MOST_SHOWN), "soft")
        yield from tired_at_need(self.room.board, need.id)
        yield from _section(tr("Distance to the customer"), distance_to_customer(self.room, trace.processes))
        yield from _section(tr("Circles"), told_loops(self.room, trace.processes))
        yield from self._without_answer([need.id, *trace.values, *trace.processes])

    def of_process(self, process: Card) -> Iterator[Entry]:
        needs = self.room.map().rests_on(process.id)
        n = len(needs)
        yield Heading(tr.plural("What rests on it · {n} need", "What rests on it · {n} needs", n))
        if not needs:
            yield Sentence(
                tr("No need rests on this process yet. Say what it creates, or which process depends on it.")
            )
        for need, distance in list(needs.items())[:MOST_SHOWN]:
            yield Stop(need, self._title(need), _away(distance), "need", distance == 1)
        yield Heading(tr("Distance to the customer"))
        below, warmth = self._owner(process.id)
        owner = next(iter(self.room.map().owners.get(process.id, ())), "")
        yield Stop(owner, below, "", "role", warmth != "nobody", warmth)
        if cold_roles(self.room.board, process.id, self.room.today()):
            yield Plan(process.id, tr("Plan a meeting"))
        yield from _section(tr("Circles"), told_loops(self.room, [process.id]))
        yield from self._without_answer([process.id])

    def _owner(self, process: str) -> tuple[str, str]:
        """Who owns a process and how long ago they met a customer, and the name of their closeness."""
        owner = self.room.board.find(next(iter(self.room.map().owners.get(process, ())), None))
        if owner is None:
            return tr("no owner"), "nobody"
        own = self.closeness[owner.id]
        parts = [owner.title or tr("(no title)"), since(own, tr.translator)]
        return " · ".join(part for part in parts if part), own.closeness

    def _without_answer(self, cards: Iterable[str]) -> Iterator[Entry]:
        missing = without_answer(self.room, cards)
        if missing:
            yield Heading(tr("Without an answer"))
        for sentence, card_id in missing[:MOST_GAPS]:
            yield Missing(sentence, card_id, self.room.board.card(card_id).kind)
        if len(missing) > MOST_GAPS:
            yield Sentence(tr.plural("and {n} more", "and {n} more", len(missing) - MOST_GAPS), "soft")

    def _title(self, card_id: str) -> str:
        return self.room.board.card(card_id).title or tr("(no title)")


def _away(distance: int) -> str:
    return tr("directly — step 1") if distance == 1 else tr("indirectly — step {n}", n=distance)


def _section(heading: str, sentences: list[str]) -> Iterator[Entry]:
    if sentences:
        yield Heading(heading)
        yield from (Sentence(sentence) for sentence in sentences)
