"""Commands that lead the room: shared screen, spotlight, steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxworkshop.model.steps import STEPS
from cxworkshop.ui import story
from cxworkshop.ui.commands.command import Command, has_selection, is_open
from cxworkshop.words import N_

if TYPE_CHECKING:
    from cxworkshop.ui.main_window import MainWindow


def _can_spotlight(window: MainWindow) -> bool:
    return has_selection(window) or (is_open(window) and window.the_room.spotlight is not None)


def _toggle_spotlight(window: MainWindow) -> None:
    """Put the spotlight on the selected card; take it away when it is there already."""
    room = window.the_room
    chosen = room.selection[0] if room.selection else None
    room.put_spotlight(None if chosen is None or chosen == room.spotlight else chosen)


def _can_tell(window: MainWindow) -> bool:
    return is_open(window) and story.can_tell(window.the_room)


def room_menu() -> tuple[Command, ...]:
    steps = tuple(
        Command(
            f"step_{step.number}",
            N_("Step {n}: {name}"),
            "steps",
            lambda w, number=step.number: w.the_workspace.views.turn_to(number),  # type: ignore[misc]
            (f"Alt+{step.number}",),
            "arrow_right",
            enabled=is_open,
            checked=lambda w, number=step.number: is_open(w) and w.the_room.step == number,  # type: ignore[misc]
            values=(("n", str(step.number)), ("name", step.name)),
        )
        for step in STEPS
    )
    return (
        Command(
            "screen",
            N_("Shared screen"),
            "room",
            lambda w: w.toggle_screen(),
            ("F9",),
            "screen",
            is_open,
            lambda w: w.screen_shown(),
        ),
        Command(
            "screen_full",
            N_("Shared screen: full screen"),
            "room",
            lambda w: w.fill_screen(),
            ("F11",),
            "fullscreen",
            is_open,
        ),
        Command(
            "spotlight",
            N_("Spotlight on the selected card"),
            "room",
            _toggle_spotlight,
            ("F5",),
            "spotlight",
            _can_spotlight,
            lambda w: is_open(w) and w.the_room.spotlight is not None,
        ),
        Command(
            "tell_on",
            N_("Tell the map step by step"),
            "room",
            lambda w: story.go_on(w.the_room),
            ("PgDown",),
            "arrow_right",
            _can_tell,
        ),
        Command(
            "tell_back",
            N_("Tell the map: a step back"),
            "room",
            lambda w: story.go_on(w.the_room, -1),
            ("PgUp",),
            "arrow_left",
            lambda w: is_open(w) and w.the_room.story is not None,
        ),
        *steps,
    )
