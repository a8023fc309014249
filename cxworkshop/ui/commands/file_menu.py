"""Commands on the workshop as a file."""

from __future__ import annotations

from cxworkshop.ui.commands.command import Command, can_edit, is_open
from cxworkshop.words import N_


def file_menu() -> tuple[Command, ...]:
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
        Command("next_cycle", N_("Next cycle…"), "file", lambda w: w.files.next_cycle(), (), "loop", is_open),
        Command("compare", N_("Compare with another cycle…"), "file", lambda w: w.files.compare(), (), "held", is_open),
        Command("quit", N_("Quit"), "file", lambda w: w.close(), ("Ctrl+Q",), "close"),
    )
