"""Every command of the window, once: menus, shortcuts, the command palette, the shortcut sheet and the tests read this.

A new command is one entry in COMMANDS.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxworkshop.model.cards import KINDS
from cxworkshop.model.steps import STEPS
from cxworkshop.ui import parts_of_window
from cxworkshop.ui.journeys import add_journey
from cxworkshop.ui.palette.panel import ON_KEYS
from cxworkshop.ui.settings import TEXT_SCALES
from cxworkshop.words import N_

if TYPE_CHECKING:
    from cxworkshop.ui.main_window import MainWindow

Run = Callable[["MainWindow"], object]
Asks = Callable[["MainWindow"], bool]


@dataclass(frozen=True)
class Command:
    """One thing a user can do.

    `text` is English, marked; `keys` are shortcuts as Qt spells them, the first one shown. `menu` is one of MENUS.
    `enabled` says whether it can be done now; `checked` whether its tick is set (None: it has none). `in_words` is
    False for what the command palette offers otherwise.
    """

    id: str
    text: str
    menu: str
    run: Run
    keys: tuple[str, ...] = ()
    icon: str = ""
    enabled: Asks = lambda window: True
    checked: Asks | None = None
    values: tuple[tuple[str, str], ...] = ()


MENUS: tuple[tuple[str, str], ...] = (
    ("file", N_("File")),
    ("edit", N_("Edit")),
    ("add", N_("Add")),
    ("view", N_("View")),
    ("room", N_("Room")),
    ("help", N_("Help")),
)
SUBMENUS: dict[str, tuple[str, str]] = {  # submenu: (menu it stands in, text)
    "steps": ("room", N_("Step")),
    "language": ("view", N_("Language")),
    "theme": ("view", N_("Colours")),
    "text": ("view", N_("Text size")),
}


def is_open(window: MainWindow) -> bool:
    """A workshop is open."""
    return window.room is not None


def can_edit(window: MainWindow) -> bool:
    """A workshop is open for work."""
    return window.room is not None and not window.room.document.read_only


def has_selection(window: MainWindow) -> bool:
    return window.room is not None and bool(window.room.selection)


def can_change_selection(window: MainWindow) -> bool:
    return can_edit(window) and has_selection(window)


def _can_undo(window: MainWindow) -> bool:
    return can_edit(window) and window.the_room.document.undo_label is not None


def _can_redo(window: MainWindow) -> bool:
    return can_edit(window) and window.the_room.document.redo_label is not None


def _one_selected(window: MainWindow) -> bool:
    return has_selection(window) and len(window.the_room.selection) == 1


def _can_spotlight(window: MainWindow) -> bool:
    return has_selection(window) or (is_open(window) and window.the_room.spotlight is not None)


def _toggle_spotlight(window: MainWindow) -> None:
    """Put the spotlight on the selected card; take it away when it is there already."""
    room = window.the_room
    chosen = room.selection[0] if room.selection else None
    room.put_spotlight(None if chosen is None or chosen == room.spotlight else chosen)


def _add_journey(window: MainWindow, side: str) -> None:
    if add_journey(window.the_room, side):
        window.the_workspace.inspector.edit_title()


def _file() -> tuple[Command, ...]:
    return (
        Command("new", N_("New workshop…"), "file", lambda w: w.files.new(), ("Ctrl+N",), "new"),
        Command("open", N_("Open…"), "file", lambda w: w.files.open(), ("Ctrl+O",), "open"),
        Command("start", N_("Start screen"), "file", lambda w: w.show_start(), (), "home", is_open),
        Command("import", N_("Import…"), "file", lambda w: w.files.import_(), ("Ctrl+I",), "import", can_edit),
        Command("export", N_("Export…"), "file", lambda w: w.files.export(), ("Ctrl+E",), "export", is_open),
        Command("pdf", N_("Report as PDF"), "file", lambda w: w.files.write_report(), ("Ctrl+P",), "pdf", is_open),
        Command(
            "save_copy", N_("Save a copy…"), "file", lambda w: w.files.save_copy(), ("Ctrl+Shift+S",), "copy", is_open
        ),
        Command("quit", N_("Quit"), "file", lambda w: w.close(), ("Ctrl+Q",), "close"),
    )


def _edit() -> tuple[Command, ...]:
    return (
        Command("undo", N_("Undo"), "edit", lambda w: w.the_room.undo(), ("Ctrl+Z",), "undo", _can_undo),
        Command("redo", N_("Redo"), "edit", lambda w: w.the_room.redo(), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo", _can_redo),
        Command("cut", N_("Cut"), "edit", lambda w: w.wall.cut(), ("Ctrl+X",), "cut", can_change_selection),
        Command("copy", N_("Copy"), "edit", lambda w: w.wall.copy(), ("Ctrl+C",), "copy", has_selection),
        Command("paste", N_("Paste"), "edit", lambda w: w.wall.paste(), ("Ctrl+V",), "paste", can_edit),
        Command(
            "duplicate",
            N_("Duplicate"),
            "edit",
            lambda w: w.wall.duplicate_selected(),
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
            can_change_selection,
        ),
        Command(
            "edit_title",
            N_("Edit the title"),
            "edit",
            lambda w: w.wall.edit_selected(),
            ("F2",),
            "edit",
            lambda w: can_edit(w) and _one_selected(w),
        ),
        Command(
            "select_all", N_("Select all"), "edit", lambda w: w.wall.select_all(), ("Ctrl+A",), "select_all", is_open
        ),
        Command(
            "history", N_("History"), "edit", lambda w: w.the_workspace.history.toggle(), ("Ctrl+H",), "clock", is_open
        ),
        Command("find", N_("Find on the wall"), "edit", lambda w: w.find_on_wall(), ("/", "Ctrl+F"), "search", is_open),
        Command("find_or_do", N_("Find or do"), "edit", lambda w: w.find_or_do(), ("Ctrl+K",), "search"),
    )


def _add() -> tuple[Command, ...]:
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
        Command("link", N_("Link to…"), "add", lambda w: w.wall.start_link(), ("L",), "link", can_change_selection),
        Command(
            "add_stage",
            N_("New stage"),
            "add",
            lambda w: w.wall.add_stage(),
            ("Ctrl+Return", "Ctrl+Enter"),
            "stage",
            can_edit,
        ),
        Command("rename_stage", N_("Rename the stage"), "add", lambda w: w.wall.rename_stage(), (), "edit", can_edit),
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
    )


def _growing() -> tuple[Command, ...]:
    return (
        Command(
            "add_below",
            N_("New card below"),
            "add",
            lambda w: w.wall.add_below(),
            ("Return", "Enter"),
            "plus",
            can_edit,
        ),
        Command(
            "add_next_lane",
            N_("New card in the next lane, linked"),
            "add",
            lambda w: w.wall.add_in_next_lane(),
            ("Tab",),
            "move_down",
            can_change_selection,
        ),
        Command(
            "add_previous_lane",
            N_("New card in the lane before, linked"),
            "add",
            lambda w: w.wall.add_in_next_lane(back=True),
            ("Shift+Tab",),
            "move_up",
            can_change_selection,
        ),
    )


def _moves() -> tuple[Command, ...]:
    words = (("left", N_("Move left")), ("right", N_("Move right")), ("up", N_("Move up")), ("down", N_("Move down")))
    icons = {"left": "arrow_left", "right": "arrow_right", "up": "move_up", "down": "move_down"}
    return tuple(
        Command(
            f"move_{way}",
            text,
            "edit",
            lambda w, way=way: w.wall.move_selected(way),  # type: ignore[misc]
            (f"Alt+{way.capitalize()}",),
            icons[way],
            can_change_selection,
        )
        for way, text in words
    )


def _view() -> tuple[Command, ...]:
    return (
        Command("zoom_in", N_("Zoom in"), "view", lambda w: w.wall.zoom_in(), ("+", "=", "Ctrl++"), "zoom_in", is_open),
        Command("zoom_out", N_("Zoom out"), "view", lambda w: w.wall.zoom_out(), ("-", "Ctrl+-"), "zoom_out", is_open),
        Command("zoom_100", N_("Zoom to 100 %"), "view", lambda w: w.wall.zoom_to_100(), ("Ctrl+0",), "fit", is_open),
        Command("zoom_fit", N_("Whole wall"), "view", lambda w: w.wall.zoom_to_fit(), ("Ctrl+1",), "fit", is_open),
        Command(
            "zoom_selection",
            N_("Zoom to the selection"),
            "view",
            lambda w: w.wall.zoom_to_selection(),
            ("Ctrl+2",),
            "zoom_in",
            has_selection,
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
            lambda w: is_open(w) and w.the_workspace.minimap.on,
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
        *_looks(),
    )


def _looks() -> tuple[Command, ...]:
    themes = (
        ("system", N_("Colours as the system")),
        ("light", N_("Light colours")),
        ("dark", N_("Dark colours")),
        ("contrast", N_("High contrast")),
    )
    languages = (("ru", N_("In Russian")), ("en", N_("In English")))
    return (
        *(
            Command(
                f"language_{code}",
                text,
                "language",
                lambda w, code=code: w.use_language(code),  # type: ignore[misc]
                icon="language",
                checked=lambda w, code=code: w.settings.language == code,  # type: ignore[misc]
            )
            for code, text in languages
        ),
        *(
            Command(
                f"theme_{name}",
                text,
                "theme",
                lambda w, name=name: w.use_theme(name),  # type: ignore[misc]
                icon="theme",
                checked=lambda w, name=name: w.settings.theme == name,  # type: ignore[misc]
            )
            for name, text in themes
        ),
        Command("text_larger", N_("Larger text"), "text", lambda w: w.step_text(1), (), "text_size", _can_grow),
        Command("text_smaller", N_("Smaller text"), "text", lambda w: w.step_text(-1), (), "text_size", _can_shrink),
        Command("text_usual", N_("Usual text size"), "text", lambda w: w.use_text_scale(1.0), (), "text_size"),
    )


def _can_grow(window: MainWindow) -> bool:
    return window.settings.text_scale < TEXT_SCALES[-1]


def _can_shrink(window: MainWindow) -> bool:
    return window.settings.text_scale > TEXT_SCALES[0]


def _room() -> tuple[Command, ...]:
    steps = tuple(
        Command(
            f"step_{step.number}",
            N_("Step {n}: {name}"),
            "steps",
            lambda w, number=step.number: w.the_room.go_to_step(number),  # type: ignore[misc]
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
        *steps,
    )


def _help() -> tuple[Command, ...]:
    return (
        Command("shortcuts", N_("Keyboard shortcuts"), "help", lambda w: w.show_shortcuts(), ("F1", "?"), "keyboard"),
    )


COMMANDS: tuple[Command, ...] = (*_file(), *_edit(), *_moves(), *_add(), *_view(), *_room(), *_help())
BY_ID: dict[str, Command] = {command.id: command for command in COMMANDS}
