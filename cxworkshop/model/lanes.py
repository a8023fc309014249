"""The lanes of the wall, from the customer down into the company: those of the method, and what a workshop makes of
them. Says which cards live where, not how they look."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from cxworkshop.model.board import Board
from cxworkshop.model.records import Card
from cxworkshop.words import N_

LANES_FIELD = "lanes"  # the field of the workshop that holds its lanes (docs/decisions/0019)
LANE_FIELD = "lane"  # the field of a note that says in which own lane it stands
LONGEST_NAME = 120  # characters of a lane's name
MOST_LANES = 60  # that are read from a file; a bound on hostile files, not on people

DEEPEST_LANE = 4  # processes at this distance or further share the last lane
NO_NEED = 0  # the depth that stands for "serves no need" in a lane


@dataclass(frozen=True)
class Lane:
    """One lane: `kind` of the cards in it ("" for the experience curve), `depth` only for processes.

    `always`: drawn even when empty, since people drop cards there. `title` is what the workshop calls it ("": as the
    method does); an `own` lane was made by people and holds notes. `hidden`: not drawn, its cards neither.
    """

    id: str
    label: str
    hint: str
    kind: str
    depth: int | None = None
    always: bool = True
    title: str = ""
    own: bool = False
    hidden: bool = False

    def name(self, tr: Callable[[str], str]) -> str:
        """What it is called, in the language of `tr` unless people have named it."""
        return self.title or tr(self.label)

    @property
    def block(self) -> str:
        """What moves together has the same block: the processes, whose order is their distance."""
        return PROCESSES if self.depth is not None else self.id


PROCESSES = "processes"
LANES: tuple[Lane, ...] = (
    Lane("personas", N_("Personas"), N_("who walks"), "persona"),
    Lane("experience", N_("Experience"), N_("expectation · experience · memory"), ""),
    Lane("touchpoints", N_("Touchpoints"), N_("where we meet"), "touchpoint"),
    Lane("problems", N_("Problems"), N_("what gets in the way"), "problem"),
    Lane("needs", N_("Needs"), N_("what matters"), "need"),
    Lane("values", N_("Value"), N_("what we create"), "value"),
    Lane("processes-1", N_("Processes 1"), N_("directly"), "process", depth=1),
    Lane("processes-2", N_("Processes 2"), N_("one step behind"), "process", depth=2, always=False),
    Lane("processes-3", N_("Processes 3"), N_("two steps behind"), "process", depth=3, always=False),
    Lane("processes-4", N_("Processes 4+"), N_("deep inside"), "process", depth=4, always=False),
    Lane("processes-none", N_("Serves no need"), N_("nothing rests on it yet"), "process", depth=NO_NEED, always=False),
    Lane("improvements", N_("Improvements"), N_("what we change"), "improvement"),
    Lane("notes", N_("Notes"), N_("not yet sorted"), "note", always=False),
)
_STANDARD = {lane.id: lane for lane in LANES}
_BY_KIND = {lane.kind: lane for lane in LANES if lane.kind and lane.depth is None}
NOTES = "notes"


def lane_of(kind: str, depth: int | None) -> Lane | None:
    """The lane of a card of `kind`; for a process by its `depth` (None: it serves no need). None: not on the wall."""
    if kind == "process":
        return _STANDARD["processes-none" if depth is None else f"processes-{min(depth, DEEPEST_LANE)}"]
    return _BY_KIND.get(kind)


@dataclass(frozen=True)
class Lanes:
    """The lanes of one workshop from the top, the hidden ones too."""

    every: tuple[Lane, ...]

    @cached_property
    def by_id(self) -> Mapping[str, Lane]:
        return {lane.id: lane for lane in self.every}

    @cached_property
    def shown(self) -> tuple[Lane, ...]:
        return tuple(lane for lane in self.every if not lane.hidden)

    @cached_property
    def hidden(self) -> tuple[Lane, ...]:
        return tuple(lane for lane in self.every if lane.hidden)

    @cached_property
    def own(self) -> tuple[Lane, ...]:
        return tuple(lane for lane in self.every if lane.own)

    def find(self, lane_id: object) -> Lane | None:
        """The lane of that id, or None."""
        return self.by_id.get(lane_id) if isinstance(lane_id, str) else None

    def of(self, card: Card, depth: int | None) -> Lane | None:
        """The lane of a card, of a process by its `depth` (None: it serves no need). None: not on the wall."""
        if card.kind == "note":
            named = self.find(card.get(LANE_FIELD))
            return named if named is not None and named.own else self.by_id[NOTES]
        lane = lane_of(card.kind, depth)
        return self.by_id[lane.id] if lane is not None else None

    def own_of(self, lane_id: str | None) -> str:
        """The id of an own lane; "" for every other one."""
        found = self.find(lane_id)
        return found.id if found is not None and found.own else ""

    def blocks(self) -> list[list[Lane]]:
        """The lanes in groups that move as one, from the top."""
        found: dict[str, list[Lane]] = {}
        for lane in self.every:
            found.setdefault(lane.block, []).append(lane)
        return list(found.values())


def lanes_of(board: Board) -> Lanes:
    """The lanes of a workshop: what its field says, as far as it can be read, else those of the method."""
    global _last
    value = board.workshop.get(LANES_FIELD)
    if value is None:
        return STANDARD
    found = _last
    if found[0] is not value:
        found = _last = value, read(value)
    return found[1]


def read(value: Any) -> Lanes:
    """The lanes that a value of the workshop's field stands for. Entries that make no sense are passed over."""
    if not isinstance(value, list):
        return STANDARD
    named: dict[str, Lane] = {}
    for entry in value[:MOST_LANES]:
        lane = lane_in(entry)
        if lane is not None:
            named.setdefault(lane.id, lane)
    return lanes_from(named.values())


def lane_in(entry: Any) -> Lane | None:
    """The lane that one entry of the field stands for; None where it stands for none."""
    if not isinstance(entry, dict) or not isinstance(entry.get("id"), str):
        return None
    title, hidden = entry.get("title"), entry.get("hidden") is True
    name = tidy(title) if isinstance(title, str) else ""
    standard = _STANDARD.get(entry["id"])
    if standard is not None:
        return replace(standard, title=name, hidden=hidden)
    if not entry["id"] or not name:
        return None
    return Lane(entry["id"], "", "", "note", title=name, own=True, hidden=hidden)


def tidy(title: str) -> str:
    """A lane's name as it is kept: one line, not too long."""
    return " ".join(title.split())[:LONGEST_NAME].rstrip()


def lanes_from(lanes: Iterable[Lane]) -> Lanes:
    """Lanes in this order, made whole: the missing ones of the method after the one they follow there, processes
    together and by their distance. Where people have lanes of their own, the one for notes is always there."""
    named = {lane.id: lane for lane in lanes}
    order = list(named)
    for number, lane in enumerate(LANES):
        if lane.id not in named:
            named[lane.id] = lane
            order.insert(order.index(LANES[number - 1].id) + 1 if number else 0, lane.id)
    if any(lane.own for lane in named.values()):
        named[NOTES] = replace(named[NOTES], always=True)
    block = [lane.id for lane in LANES if lane.depth is not None]
    first = next(at for at, lane_id in enumerate(order) if lane_id in block)
    rest = [lane_id for lane_id in order if lane_id not in block]
    return Lanes(tuple(named[lane_id] for lane_id in (*rest[:first], *block, *rest[first:])))


STANDARD = Lanes(LANES)
_last: tuple[Any, Lanes] = (None, STANDARD)
