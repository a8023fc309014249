"""What a user can do with the lanes of the wall: name, move, add, hide and remove them. Returns ChangeSets; knows
neither Qt nor SQL."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from cxworkshop.errors import Refused
from cxworkshop.model.board import Board
from cxworkshop.model.changes import ChangeSet
from cxworkshop.model.draft import Draft
from cxworkshop.model.ids import new_id
from cxworkshop.model.lanes import (
    LANE_FIELD,
    LANES_FIELD,
    MOST_LANES,
    STANDARD,
    Lane,
    Lanes,
    lane_in,
    lanes_from,
    lanes_of,
    tidy,
)
from cxworkshop.model.records import CARD, THE_WORKSHOP, WORKSHOP
from cxworkshop.words import N_

FOREIGN = "foreign:lanes"  # where a value goes that was somebody else's when people begin to arrange lanes (0017, 0019)
Says = Callable[[str], str]


def add(board: Board, title: str, below: str | None = None, *, lane_id: str | None = None) -> ChangeSet:
    """A new lane of people's own, which holds notes, below the lane `below` (None: below all). Processes stay together:
    below one of them means below all. Raises Refused without a name, or where there are too many lanes already."""
    lanes, name = lanes_of(board), tidy(title)
    if not name:
        raise Refused(N_("A lane needs a name."))
    if len(lanes.every) >= MOST_LANES:
        raise Refused(N_("There are {n} lanes already; no more fit."), n=str(len(lanes.every)))
    own = Lane(lane_id or new_id("l"), "", "", "note", title=name, own=True)
    blocks = lanes.blocks()
    at = next((number for number, block in enumerate(blocks, 1) if below in _ids(block)), len(blocks))
    draft = _written(board, [*blocks[:at], [own], *blocks[at:]])
    return draft.changes(N_("Add lane “{title}”"), title=name)


def rename(board: Board, lane_id: str, title: str, tr: Says = str) -> ChangeSet:
    """Call a lane something else. A lane of the method without a name is called as the method calls it; one of people's
    own keeps its name. `tr` says what the lane was called, for the list of changes."""
    lane, name = _lane(board, lane_id), tidy(title)
    if lane.own and not name:
        return ChangeSet()
    if name == tr(lane.label) and not lane.own:
        name = ""
    draft = _with(board, replace(lane, title=name))
    if name:
        return draft.changes(N_("Rename lane “{before}” to “{title}”"), before=lane.name(tr), title=name)
    return draft.changes(N_("Give lane “{before}” its usual name"), before=lane.name(tr))


def move(board: Board, lane_id: str, before: str | None, tr: Says = str) -> ChangeSet:
    """Move a lane before another one, or below all (None). Processes move as one, and nothing comes between them."""
    lane, blocks = _lane(board, lane_id), lanes_of(board).blocks()
    moved = next(block for block in blocks if lane_id in _ids(block))
    if before in _ids(moved):
        return ChangeSet()
    rest = [block for block in blocks if block is not moved]
    at = next((number for number, block in enumerate(rest) if before in _ids(block)), len(rest))
    draft = _written(board, [*rest[:at], moved, *rest[at:]])
    if lane.depth is not None:
        return draft.changes(N_("Move the lanes of processes"))
    return draft.changes(N_("Move lane “{title}”"), title=lane.name(tr))


def hide(board: Board, lane_id: str, hidden: bool, tr: Says = str) -> ChangeSet:
    """Leave a lane out of the wall, or show it again. What stands in it stays in the workshop."""
    lane = _lane(board, lane_id)
    draft = _with(board, replace(lane, hidden=hidden))
    text = N_("Hide lane “{title}”") if hidden else N_("Show lane “{title}”")
    return draft.changes(text, title=lane.name(tr))


def show_all(board: Board) -> ChangeSet:
    """Show every hidden lane again."""
    shown = [[replace(lane, hidden=False) for lane in block] for block in lanes_of(board).blocks()]
    return _written(board, shown).changes(N_("Show all lanes"))


def remove(board: Board, lane_id: str) -> ChangeSet:
    """Take a lane of people's own away; its notes go to the lane for notes. Raises Refused for a lane of the method."""
    lane = _lane(board, lane_id)
    if not lane.own:
        raise Refused(N_("This lane belongs to the method: it can be hidden, not removed."))
    blocks = [block for block in lanes_of(board).blocks() if lane_id not in _ids(block)]
    draft = _written(board, blocks, gone=lane_id)
    for note in board.of_kind("note"):
        if note.get(LANE_FIELD) == lane_id:
            draft.set(CARD, note.id, **{LANE_FIELD: None})
    return draft.changes(N_("Remove lane “{title}”"), title=lane.title)


def neighbour(lanes: Lanes, lane_id: str, by: int) -> tuple[bool, str | None]:
    """Before which lane one comes that goes one place up (`by` -1) or down (+1) among those shown; None: below all.
    The first is False where it cannot go further."""
    blocks = [block for block in lanes.blocks() if any(not lane.hidden for lane in block)]
    at = next((number for number, block in enumerate(blocks) if lane_id in _ids(block)), None)
    if at is None or not 0 <= at + by < len(blocks):
        return False, None
    after = at + by + (1 if by > 0 else 0)
    return True, blocks[after][0].id if after < len(blocks) else None


def _lane(board: Board, lane_id: str) -> Lane:
    found = lanes_of(board).find(lane_id)
    if found is None:
        raise Refused(N_("There is no such lane any more."))
    return found


def _ids(block: Iterable[Lane]) -> list[str]:
    return [lane.id for lane in block]


def _with(board: Board, lane: Lane) -> Draft:
    blocks = lanes_of(board).blocks()
    return _written(board, [[lane if own.id == lane.id else own for own in block] for block in blocks])


def _written(board: Board, blocks: Iterable[Iterable[Lane]], gone: str = "") -> Draft:
    """A draft in which the workshop has these lanes. What its field held beside them is kept, but for the lane `gone`;
    the lanes of the method as the method has them need no field."""
    draft = Draft(board)
    if draft.fields(WORKSHOP, THE_WORKSHOP) is None:
        draft.put(WORKSHOP, THE_WORKSHOP, {})
    before = board.workshop.get(LANES_FIELD)
    entries = [own for own in before if not _is(own, gone)] if isinstance(before, list) else []
    lanes = lanes_from(lane for block in blocks for lane in block)
    written = [_entry(lane, entries) for lane in lanes.every]
    written += [own for own in entries if lane_in(own) is None]
    values: dict[str, Any] = {LANES_FIELD: None if written == _PLAIN else written}
    if before is not None and not isinstance(before, list):
        values[FOREIGN] = before
    draft.set(WORKSHOP, THE_WORKSHOP, **values)
    return draft


def _is(entry: Any, lane_id: str) -> bool:
    return isinstance(entry, dict) and bool(lane_id) and entry.get("id") == lane_id


def _entry(lane: Lane, entries: Iterable[Any]) -> Mapping[str, Any]:
    """A lane as the file has it, with what else somebody wrote beside it."""
    known: Mapping[str, Any] = next((own for own in entries if _is(own, lane.id)), {})
    entry = {**{name: value for name, value in known.items() if name not in ("title", "hidden")}, "id": lane.id}
    if lane.title:
        entry["title"] = lane.title
    if lane.hidden:
        entry["hidden"] = True
    return entry


_PLAIN = [{"id": lane.id} for lane in STANDARD.every]
