"""Commands that undo, copy, delete, move and find."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxworkshop.ui.canvas import link_verbs
from cxworkshop.ui.commands.command import Command, can_change_selection, can_edit, has_selection, is_open
from cxworkshop.ui.commands.lane_menu import lane_taken
from cxworkshop.words import N_

if TYPE_CHECKING:
    from cxworkshop.ui.main_window import MainWindow


def _can_undo(window: MainWindow) -> bool:
    return can_edit(window) and window.the_room.document.undo_label is not None


def _can_redo(window: MainWindow) -> bool:
    return can_edit(window) and window.the_room.document.redo_label is not None


def _one_selected(window: MainWindow) -> bool:
    return has_selection(window) and len(window.the_room.selection) == 1


def link_taken(window: MainWindow) -> bool:
    """A link is selected, on a wall that is open for work."""
    return can_edit(window) and link_verbs.taken(window.wall) is not None


def _can_walk(window: MainWindow) -> bool:
    return is_open(window) and (_one_selected(window) or link_verbs.taken(window.wall) is not None)


def _links() -> tuple[Command, ...]:
    """From link to link of a card."""
    ways = (
        ("next_link", 1, "K", N_("Next link of the card")),
        ("previous_link", -1, "Shift+K", N_("Previous link of the card")),
    )
    return tuple(
        Command(
            name, text, "edit", lambda w, by=by: w.show_wall().walk_links(by), (key,), "link", _can_walk,  # type: ignore[misc]
            repeats=True,
        )
        for name, by, key, text in ways
    )  # fmt: skip


def edit_menu() -> tuple[Command, ...]:
    return (
        Command("undo", N_("Undo"), "edit", lambda w: w.the_room.undo(), ("Ctrl+Z",), "undo", _can_undo, repeats=True),
        Command(
            "redo",
            N_("Redo"),
            "edit",
            lambda w: w.the_room.redo(),
            ("Ctrl+Shift+Z", "Ctrl+Y"),
            "redo",
            _can_redo,
            repeats=True,
        ),
        Command("cut", N_("Cut"), "edit", lambda w: w.wall.cut(), ("Ctrl+X",), "cut", can_change_selection),
        Command("copy", N_("Copy"), "edit", lambda w: w.wall.copy(), ("Ctrl+C",), "copy", has_selection),
        Command("paste", N_("Paste"), "edit", lambda w: w.show_wall().paste(), ("Ctrl+V",), "paste", can_edit),
        Command(
            "duplicate",
            N_("Duplicate"),
            "edit",
            lambda w: w.show_wall().duplicate_selected(),
            ("Ctrl+D",),
            "duplicate",
            can_change_selection,
        ),
        Command(
            "delete",
            N_("Delete"),
            "edit",
            lambda w: w.wall.delete_selected(),
            ("Delete", "Backspace"),
            "trash",
            lambda w: can_change_selection(w) or lane_taken(w) or link_taken(w),
        ),
        Command(
            "edit_title",
            N_("Edit the title"),
            "edit",
            lambda w: w.edit_title(),
            ("F2",),
            "edit",
            lambda w: can_edit(w) and (_one_selected(w) or lane_taken(w) or link_taken(w)),
        ),
        Command(
            "select_all",
            N_("Select all"),
            "edit",
            lambda w: w.show_wall().select_all(),
            ("Ctrl+A",),
            "select_all",
            is_open,
        ),
        *_links(),
        Command(
            "history", N_("History"), "edit", lambda w: w.the_workspace.history.toggle(), ("Ctrl+H",), "clock", is_open
        ),
        Command("find", N_("Find on the wall"), "edit", lambda w: w.find_on_wall(), ("/", "Ctrl+F"), "search", is_open),
        Command("find_or_do", N_("Find or do"), "edit", lambda w: w.find_or_do(), ("Ctrl+K",), "search"),
    )


def moves() -> tuple[Command, ...]:
    words = (("left", N_("Move left")), ("right", N_("Move right")), ("up", N_("Move up")), ("down", N_("Move down")))
    icons = {"left": "arrow_left", "right": "arrow_right", "up": "move_up", "down": "move_down"}
    return tuple(
        Command(
            f"move_{way}",
            text,
            "edit",
            lambda w, way=way: w.show_wall().move_selected(way),  # type: ignore[misc]
            (f"Alt+{way.capitalize()}",),
            icons[way],
            lambda w: can_change_selection(w) or lane_taken(w),
            repeats=True,
        )
        for way, text in words
    )
