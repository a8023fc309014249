"""Every command of the window, once: menus, shortcuts, the command palette, the shortcut sheet and the tests read this.

A new command is one entry in the module of its menu.
"""

from __future__ import annotations

from cxworkshop.ui.commands.add_menu import add_menu
from cxworkshop.ui.commands.command import BEGINNING, MENUS, SUBMENUS, Command
from cxworkshop.ui.commands.edit_menu import edit_menu, moves
from cxworkshop.ui.commands.file_menu import file_menu
from cxworkshop.ui.commands.help_menu import help_menu
from cxworkshop.ui.commands.lane_menu import lane_menu
from cxworkshop.ui.commands.look_menu import looks
from cxworkshop.ui.commands.room_menu import room_menu
from cxworkshop.ui.commands.view_menu import view_menu

__all__ = ["BEGINNING", "BY_ID", "COMMANDS", "MENUS", "SUBMENUS", "Command"]

COMMANDS: tuple[Command, ...] = (
    *file_menu(),
    *edit_menu(),
    *moves(),
    *add_menu(),
    *lane_menu(),
    *view_menu(),
    *looks(),
    *room_menu(),
    *help_menu(),
)
BY_ID: dict[str, Command] = {command.id: command for command in COMMANDS}
