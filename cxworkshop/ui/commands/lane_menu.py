"""Commands for the lanes of the wall: add, name, move, hide, remove them, show them again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxworkshop.model.lanes import lanes_of
from cxworkshop.ui.canvas import lane_verbs
from cxworkshop.ui.canvas.lane_menu import open_menu_of_all
from cxworkshop.ui.commands.command import Command, can_edit, is_open
from cxworkshop.words import N_

if TYPE_CHECKING:
    from cxworkshop.ui.main_window import MainWindow


def lane_taken(window: MainWindow) -> bool:
    """A lane is taken by its name, on a wall that is open for work."""
    return can_edit(window) and lane_verbs.taken(window.wall) is not None


def _at_hand(window: MainWindow) -> bool:
    return can_edit(window) and lane_verbs.at_hand(window.wall) is not None


def _own_at_hand(window: MainWindow) -> bool:
    lane = lanes_of(window.the_room.board).find(lane_verbs.at_hand(window.wall)) if _at_hand(window) else None
    return lane is not None and lane.own


def _some_hidden(window: MainWindow) -> bool:
    return can_edit(window) and bool(lanes_of(window.the_room.board).hidden)


def lane_menu() -> tuple[Command, ...]:
    return (
        Command(
            "lanes",
            N_("Lanes of the wall…"),
            "lanes",
            lambda w: open_menu_of_all(w.show_wall()),
            ("Shift+L",),
            "wall",
            is_open,
        ),
        Command(
            "add_lane", N_("New lane"), "lanes", lambda w: lane_verbs.add(w.show_wall()), ("Ctrl+Shift+L",), "",
            can_edit,
        ),
        Command(
            "rename_lane",
            N_("Rename the lane"),
            "lanes",
            lambda w: lane_verbs.rename(w.show_wall()),
            ("Shift+F2",),
            "edit",
            _at_hand,
        ),
        *_moves(),
        Command(
            "hide_lane", N_("Hide the lane"), "lanes", lambda w: lane_verbs.hide(w.show_wall(), None), ("Shift+H",),
            "", _at_hand,
        ),
        Command(
            "show_lanes", N_("Show all lanes"), "lanes", lambda w: lane_verbs.reveal_all(w.show_wall()),
            ("Ctrl+Shift+H",), "", _some_hidden,
        ),
        Command(
            "remove_lane", N_("Remove the lane, keep its notes"), "lanes",
            lambda w: lane_verbs.remove(w.show_wall(), None), (), "trash", _own_at_hand,
        ),
    )  # fmt: skip


def _moves() -> tuple[Command, ...]:
    ways = (("up", -1, "Alt+PgUp", N_("Move the lane up")), ("down", 1, "Alt+PgDown", N_("Move the lane down")))
    return tuple(
        Command(
            f"lane_{way}",
            text,
            "lanes",
            lambda w, by=by: lane_verbs.move(w.show_wall(), None, by),  # type: ignore[misc]
            (keys,),
            f"move_{way}",
            _at_hand,
            repeats=True,
        )
        for way, by, keys, text in ways
    )
