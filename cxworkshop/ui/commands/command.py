"""What a command of the window is, the menus it can stand in, and the questions commands ask. Lists none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

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
    False for what the command palette offers otherwise. `repeats`: a key held down does it again and again; what adds
    or deletes must not.
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
    repeats: bool = False


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
    "lanes": ("edit", N_("Lanes")),
    "views": ("view", N_("Turn to")),
    "language": ("view", N_("Language")),
    "theme": ("view", N_("Colours")),
    "text": ("view", N_("Text size")),
}


BEGINNING = frozenset(  # the commands above which a menu draws a line, since another group begins
    (
        "import", "save_copy", "quit",
        "cut", "edit_title", "next_link", "history", "move_left",
        "add_below", "link", "add_stage", "add_customer_journey",
        "rename_lane", "lane_up", "hide_lane", "remove_lane",
        "left_panel", "next_part", "minimap", "fold_stage",
        "view_customers", "text_usual",
        "spotlight", "tell_on",
        "about",
    )
)  # fmt: skip


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
