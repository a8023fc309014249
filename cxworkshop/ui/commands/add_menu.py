"""Commands that put something new on the wall."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxworkshop.model.cards import KINDS
from cxworkshop.ui.canvas.improving import can_improve, improve_on_wall, make_improvement
from cxworkshop.ui.commands.command import Command, can_change_selection, can_edit
from cxworkshop.ui.journeys import add_journey, delete_journey
from cxworkshop.ui.palette.panel import ON_KEYS
from cxworkshop.ui.views import WALL
from cxworkshop.words import N_

if TYPE_CHECKING:
    from cxworkshop.ui.main_window import MainWindow


def _add_journey(window: MainWindow, side: str) -> None:
    if add_journey(window.the_room, side):
        window.the_workspace.inspector.edit_title()


def _has_journey(window: MainWindow) -> bool:
    return can_edit(window) and window.the_room.journey is not None


def _rename_journey(window: MainWindow) -> None:
    """The title of the journey shown is typed in the right panel."""
    window.the_room.select([str(window.the_room.journey)])
    window.the_workspace.inspector.edit_title()


def _can_improve(window: MainWindow) -> bool:
    return window.room is not None and can_improve(window.room)


def _improve(window: MainWindow) -> None:
    """On the wall the title is typed in the card, elsewhere in the right panel."""
    if window.the_room.view == WALL:
        improve_on_wall(window.wall)
    elif make_improvement(window.the_room, window.the_room.selection) is not None:
        window.the_workspace.inspector.edit_title()


def add_menu() -> tuple[Command, ...]:
    kinds = tuple(
        Command(
            f"add_{kind}",
            N_("New card: {kind}"),
            "add",
            lambda w, kind=kind: w.the_workspace.add_card(kind),  # type: ignore[misc]
            (str(number),),
            kind,
            can_edit,
            values=(("kind", KINDS[kind].label),),
        )
        for number, kind in enumerate(ON_KEYS, 1)
    )
    return (
        *kinds,
        *_growing(),
        Command(
            "link", N_("Link to…"), "add", lambda w: w.show_wall().start_link(), ("L",), "link", can_change_selection
        ),
        Command("improve", N_("Improve this"), "add", _improve, ("I",), "improvement", _can_improve),
        Command(
            "add_stage",
            N_("New stage"),
            "add",
            lambda w: w.show_wall().add_stage(),
            ("Ctrl+Enter", "Ctrl+Return"),
            "stage",
            can_edit,
        ),
        Command(
            "rename_stage", N_("Rename the stage"), "add", lambda w: w.show_wall().rename_stage(), (), "edit", can_edit
        ),
        Command(
            "add_customer_journey",
            N_("New customer journey"),
            "add",
            lambda w: _add_journey(w, "external"),
            (),
            "journey",
            can_edit,
        ),
        Command(
            "add_employee_journey",
            N_("New employee journey"),
            "add",
            lambda w: _add_journey(w, "internal"),
            (),
            "journey",
            can_edit,
        ),
        Command("rename_journey", N_("Rename the journey"), "add", _rename_journey, (), "edit", _has_journey),
        Command(
            "delete_journey",
            N_("Delete the journey, keep its cards"),
            "add",
            lambda w: delete_journey(w.the_room),
            (),
            "trash",
            _has_journey,
        ),
    )


def _growing() -> tuple[Command, ...]:
    return (
        Command(
            "add_below",
            N_("New card below"),
            "add",
            lambda w: w.show_wall().add_below(),
            ("Enter", "Return"),
            "plus",
            can_edit,
        ),
        Command(
            "add_next_lane",
            N_("New card in the next lane, linked"),
            "add",
            lambda w: w.show_wall().add_in_next_lane(),
            ("Tab",),
            "move_down",
            can_change_selection,
        ),
        Command(
            "add_previous_lane",
            N_("New card in the lane before, linked"),
            "add",
            lambda w: w.show_wall().add_in_next_lane(back=True),
            ("Shift+Tab",),
            "move_up",
            can_change_selection,
        ),
    )
