"""Commands that change what is seen: zoom, panels, views, colours, language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxworkshop.ui import folding, parts_of_window
from cxworkshop.ui.canvas import lane_verbs
from cxworkshop.ui.commands.command import Command, has_selection, is_open
from cxworkshop.ui.views import VIEWS, WALL
from cxworkshop.words import N_

if TYPE_CHECKING:
    pass


def view_menu() -> tuple[Command, ...]:
    return (
        Command(
            "zoom_in",
            N_("Zoom in"),
            "view",
            lambda w: w.show_wall().zoom_in(),
            ("+", "=", "Ctrl++"),
            "zoom_in",
            is_open,
            repeats=True,
        ),
        Command(
            "zoom_out",
            N_("Zoom out"),
            "view",
            lambda w: w.show_wall().zoom_out(),
            ("-", "Ctrl+-"),
            "zoom_out",
            is_open,
            repeats=True,
        ),
        Command(
            "zoom_100", N_("Zoom to 100 %"), "view", lambda w: w.show_wall().zoom_to_100(), ("Ctrl+0",), "fit", is_open
        ),
        Command(
            "zoom_fit", N_("Whole wall"), "view", lambda w: w.show_wall().zoom_to_fit(), ("Ctrl+1",), "fit", is_open
        ),
        Command(
            "zoom_selection",
            N_("Zoom to the selection"),
            "view",
            lambda w: w.show_wall().zoom_to_selection(),
            ("Ctrl+2",),
            "zoom_in",
            has_selection,
        ),
        Command(
            "zoom_lane",
            N_("Zoom to the lane"),
            "view",
            lambda w: w.show_wall().zoom_to_lane(lane_verbs.taken(w.wall)),
            ("Ctrl+3",),
            "zoom_in",
            is_open,
        ),
        Command(
            "left_panel",
            N_("Left panel"),
            "view",
            lambda w: w.toggle_panel("left"),
            ("Ctrl+[",),
            "panel_left",
            is_open,
            lambda w: w.panel_shown("left"),
        ),
        Command(
            "right_panel",
            N_("Right panel"),
            "view",
            lambda w: w.toggle_panel("right"),
            ("Ctrl+]",),
            "panel_right",
            is_open,
            lambda w: w.panel_shown("right"),
        ),
        Command(
            "next_part",
            N_("Keyboard to the next part of the window"),
            "view",
            lambda w: parts_of_window.go(w, 1),
            ("F6",),
            "keyboard",
            is_open,
        ),
        Command(
            "previous_part",
            N_("Keyboard to the part before"),
            "view",
            lambda w: parts_of_window.go(w, -1),
            ("Shift+F6",),
            "keyboard",
            is_open,
        ),
        Command(
            "minimap",
            N_("Small map"),
            "view",
            lambda w: w.the_workspace.minimap.toggle(),
            ("M",),
            "map",
            is_open,
            lambda w: is_open(w) and w.the_workspace.minimap_on,
        ),
        Command(
            "menu_bar",
            N_("Menu bar"),
            "view",
            lambda w: w.toggle_menu_bar(),
            ("Ctrl+M",),
            "menu",
            checked=lambda w: w.settings.is_on("menu_bar", False),
        ),
        Command(
            "warmth",
            N_("Warmth of the owners"),
            "view",
            lambda w: w.show_wall().room.show_warmth(not w.the_room.warmth),
            ("O",),
            "theme",
            is_open,
            lambda w: is_open(w) and w.the_room.warmth,
        ),
        *folds(),
        *views(),
    )


def folds() -> tuple[Command, ...]:
    """Lanes and stages of the wall as strips."""
    return (
        Command(
            "fold_stage",
            N_("Fold or open the stage"),
            "view",
            lambda w: folding.turn_stage(w.show_wall().room, str(folding.stage_at_hand(w.the_room))),
            ("F",),
            "chevron_left",
            lambda w: is_open(w) and folding.stage_at_hand(w.the_room) is not None,
        ),
        Command(
            "fold_lane",
            N_("Fold or open the lane"),
            "view",
            lambda w: folding.turn_lane(w.show_wall().room, str(lane_verbs.at_hand(w.wall))),
            ("Shift+F",),
            "chevron_up",
            lambda w: is_open(w) and lane_verbs.at_hand(w.wall) is not None,
        ),
        Command(
            "open_folded",
            N_("Open all that is folded"),
            "view",
            lambda w: folding.open_all(w.the_room),
            ("Ctrl+Shift+F",),
            "chevron_down",
            lambda w: is_open(w) and bool(w.the_room.folded),
        ),
    )


def views() -> tuple[Command, ...]:
    """The wall and every view beside it."""
    wall = Command(
        "view_wall",
        N_("Wall"),
        "views",
        lambda w: w.the_room.show_view(WALL),
        ("W",),
        "wall",
        is_open,
        lambda w: is_open(w) and w.the_room.view == WALL,
    )
    return (
        wall,
        *(
            Command(
                f"view_{view.id}",
                N_("View: {name}"),
                "views",
                lambda w, own=view.id: w.the_room.show_view(own),  # type: ignore[misc]
                (),
                view.icon,
                is_open,
                lambda w, own=view.id: is_open(w) and w.the_room.view == own,  # type: ignore[misc]
                values=(("name", view.name),),
            )
            for view in VIEWS
        ),
    )
