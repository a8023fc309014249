"""What a user does to the lanes of the wall: takes one by its name, names, moves, adds, hides and removes it. Each ends
in one action; what is taken is a way of looking, and no file keeps it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint

from cxworkshop.actions import cards, lanes
from cxworkshop.model.ids import new_id
from cxworkshop.model.lanes import NOTES, Lane, lanes_of
from cxworkshop.ui import folding
from cxworkshop.ui.canvas import looking
from cxworkshop.ui.canvas.reading import Reading
from cxworkshop.ui.canvas.wall import Wall
from cxworkshop.ui.speech import tr
from cxworkshop.words import N_

NEW_LANE = N_("New lane")


# Which lane one works on


def taken(wall: Wall) -> str | None:
    """The lane taken by its name, on which keys work; None while cards are selected or none is taken."""
    if wall.lane is None or wall.room.selection or wall.picture.layout.lane_box(wall.lane) is None:
        return None
    return wall.lane


def at_hand(wall: Wall) -> str | None:
    """The lane one is working in: the one taken, else that of the selected card."""
    return taken(wall) or (folding.lane_at_hand(wall.room) if wall.room.selection else None)


def take(wall: Wall, lane_id: str | None) -> None:
    """Take a lane by its name instead of any card; None: let go of it."""
    wall.room.select(())
    wall.lane, wall.link = lane_id, None
    wall.room.selection_changed.emit()  # what can be done now depends on it
    box = wall.picture.layout.lane_box(lane_id) if lane_id is not None else None
    if box is not None:
        wall.hint(tr("F2 renames the lane, Alt with an arrow moves it, Enter adds a card, Shift+F10 shows the rest"))
        wall.say(tr("Lane “{title}”", title=box.lane.name(tr)))
    wall.viewport().update()


def walked(wall: Wall, direction: tuple[int, int]) -> bool:
    """Go from a lane that is taken: up and down to the next name, right to its first card. False where none is."""
    here = taken(wall)
    if here is None:
        return False
    ids = [box.lane.id for box in wall.picture.layout.lanes]
    at = ids.index(here) + direction[1]
    if direction[1] and 0 <= at < len(ids):
        take(wall, ids[at])
        show(wall, ids[at])
    elif direction[0] > 0:
        held = Reading(wall.picture.layout).lanes.get(here, ())
        if held:
            wall.room.select([held[0]])
            looking.bring_into_view(wall, wall.picture.rect(held[0]))
    return True


def show(wall: Wall, lane_id: str) -> None:
    """Scroll up or down until a lane's name shows."""
    box = wall.picture.layout.lane_box(lane_id)
    if box is not None:
        rect = looking.Rect(wall.camera.seen.x + 20, box.y, 1.0, min(box.height, wall.camera.seen.height))
        looking.bring_into_view(wall, rect, 0)


def beside(wall: Wall) -> QPoint | None:
    """Bring the name of the lane that is taken into view: a point on it, in pixels of the viewport."""
    lane = taken(wall)
    if lane is not None:
        show(wall, lane)
    box = wall.picture.layout.lane_box(lane) if lane is not None else None
    if box is None:
        return None
    top = max(wall.camera.to_screen(0, box.y)[1], wall.camera.top)
    return QPoint(24, round(min(top + 24, wall.camera.height - 8)))


# What is done to it


def can_change(wall: Wall) -> bool:
    return not wall.room.document.read_only


def add(wall: Wall, below: str | None = None) -> str | None:
    """A new lane below this one (None: below the one at hand, else below all), its name open; None when refused."""
    wall.close_editors()
    lane_id, group, under = new_id("l"), new_id("g"), below or at_hand(wall)
    added = wall.room.do(
        lambda board: lanes.add(board, tr(NEW_LANE), under, lane_id=lane_id), initiator=wall, group=group
    )
    if not added:
        return None
    open_name(wall, lane_id, group)
    return lane_id


def rename(wall: Wall, lane_id: str | None = None) -> None:
    """Open the name of a lane: this one, or the one at hand."""
    lane = lane_id or at_hand(wall)
    if lane is None:
        wall.hint(tr("Select a card of the lane first, or press the lane's name"))
    elif not can_change(wall):
        wall.hint(tr("This workshop is open for reading only."))
    else:
        open_name(wall, lane, None)


def open_name(wall: Wall, lane_id: str, group: str | None) -> None:
    """Show a lane's name and let it be typed. `group`: the lane is new, and naming it is part of adding it."""
    wall.cancel_gesture()
    wall.close_editors()
    take(wall, lane_id)
    wall.glide.stop()
    show(wall, lane_id)
    if wall.picture.layout.lane_box(lane_id) is not None:
        wall.edit_lane(lane_id, group)


def move(wall: Wall, lane_id: str | None, by: int) -> None:
    """A lane one place up (`by` -1) or down (+1); None: the one at hand. Processes go as one."""
    lane = lane_id or at_hand(wall)
    if lane is None:
        return
    can, before = lanes.neighbour(lanes_of(wall.room.board), lane, by)
    if not can:
        wall.hint(tr("There is no lane further up") if by < 0 else tr("There is no lane further down"))
        return
    put_before(wall, lane, before)
    show(wall, lane)


def put_before(wall: Wall, lane_id: str, before: str | None) -> None:
    """A lane before another one (None: below all)."""
    wall.room.do(lambda board: lanes.move(board, lane_id, before, tr), initiator=wall)


def hide(wall: Wall, lane_id: str | None) -> None:
    """Leave a lane out of the wall; None: the one at hand."""
    lane = lanes_of(wall.room.board).find(lane_id or at_hand(wall))
    if lane is None:
        return
    wall.close_editors()
    held = len(Reading(wall.picture.layout).lanes.get(lane.id, ()))
    if wall.room.do(lambda board: lanes.hide(board, lane.id, True, tr), initiator=wall):
        wall.room.select(own for own in wall.room.selection if own in wall.picture.boxes)
        said = tr.plural("{n} card", "{n} cards", held)
        wall.hint(
            tr("“{title}” is hidden ({cards}); “Lanes” in the corner shows it again", title=lane.name(tr), cards=said)
        )


def reveal(wall: Wall, lane_id: str) -> None:
    """Show a hidden lane again."""
    lane = lanes_of(wall.room.board).find(lane_id)
    if lane is not None and wall.room.do(lambda board: lanes.hide(board, lane_id, False, tr), initiator=wall):
        take(wall, lane_id)
        show(wall, lane_id)


def reveal_all(wall: Wall) -> None:
    wall.room.do(lanes.show_all, initiator=wall)


def remove(wall: Wall, lane_id: str | None) -> None:
    """Take a lane of people's own away; None: the one at hand. Its notes go to the lane for notes."""
    lane = lanes_of(wall.room.board).find(lane_id or at_hand(wall))
    if lane is None:
        return
    wall.close_editors()
    if not lane.own:
        wall.hint(tr("This lane belongs to the method: it can be hidden, not removed."))
        return
    held = sum(1 for note in wall.room.board.of_kind("note") if note.get("lane") == lane.id)
    if wall.room.do(lambda board: lanes.remove(board, lane.id), initiator=wall):
        if held:
            wall.hint(tr.plural("{n} note went to the lane for notes", "{n} notes went to the lane for notes", held))
        else:
            wall.hint(tr("The lane is removed; undo brings it back"))


# Notes among lanes


def for_notes(wall: Wall) -> list[Lane]:
    """The lanes shown that hold notes, from the top."""
    return [lane for lane in lanes_of(wall.room.board).shown if lane.kind == "note"]


def next_for_notes(wall: Wall, lane_id: str, by: int) -> str | None:
    """The lane for notes above (`by` -1) or below; None where there is none."""
    ids = [lane.id for lane in for_notes(wall)]
    at = ids.index(lane_id) + by if lane_id in ids else -1
    return ids[at] if 0 <= at < len(ids) else None


def put_notes(wall: Wall, notes: Sequence[str], stage: str | None, lane: str | None, group: str) -> None:
    """Notes into another lane, in the same stage; None: there is no such lane."""
    if lane is not None:
        to = "" if lane == NOTES else lane
        wall.room.do(lambda board: cards.move(board, notes, stage, lane=to), initiator=wall, group=group)


def sort_notes(wall: Wall, lane: str) -> None:
    """The selected notes into a lane, each in its stage, as one step."""
    group, board = new_id("g"), wall.room.board
    notes = [card for own in wall.room.selection if (card := board.find(own)) is not None and card.kind == "note"]
    for stage in dict.fromkeys(note.stage for note in notes):
        put_notes(wall, [note.id for note in notes if note.stage == stage], stage, lane, group)


# All of them


def about_lanes(wall: Wall) -> str:
    """What the corner says: what the sign is for, and what is hidden."""
    hidden = wall.picture.layout.hidden
    if not hidden:
        return tr("Lanes: add, rename, move, hide")
    cards_in = tr.plural("{n} card", "{n} cards", sum(held for _, held in hidden))
    names = ", ".join(lane.name(tr) for lane, _ in hidden)
    return tr("Hidden: {names} ({cards}). Press to show them again", names=names, cards=cards_in)
