"""Commands that help."""

from __future__ import annotations

from cxworkshop.ui.commands.command import Command
from cxworkshop.words import N_


def help_menu() -> tuple[Command, ...]:
    return (
        Command("shortcuts", N_("Keyboard shortcuts"), "help", lambda w: w.show_shortcuts(), ("F1", "?"), "keyboard"),
        Command("about", N_("About cxworkshop"), "help", lambda w: w.show_about(), (), "info"),
    )
