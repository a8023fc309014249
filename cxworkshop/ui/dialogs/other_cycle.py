"""Asks for the file of another cycle and reads it, without opening it for work. Writes nothing into workshops; which
file was chosen is remembered, so that it need not be asked for again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from cxworkshop.document import Document
from cxworkshop.errors import Told
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.file_dialog import ask_for_file
from cxworkshop.ui.settings import Settings
from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.cycle.past import Past


def ask_for_cycle(room: Room, parent: QWidget) -> Past | None:
    """The other cycle, or None where no file was chosen or it cannot be read (which is told)."""
    kinds = tr("Workshops ({pattern})", pattern="*.cxw")
    path = ask_for_file(parent.window(), tr("Compare with another cycle"), room.document.path.parent, kinds)
    if path is None:
        return None
    past = read_cycle(room, path)
    settings = _settings(parent)
    if past is not None and settings is not None:
        settings.remember_other_cycle(room.document.identity, room.document.path, path)
    return past


def last_cycle(room: Room, parent: QWidget) -> Path | None:
    """The file this workshop was compared with last, be it still there or not; None: never compared."""
    settings = _settings(parent)
    return settings.other_cycle(room.document.identity, room.document.path) if settings is not None else None


def read_cycle(room: Room, path: Path) -> Past | None:
    """The cycle in a file; None where it cannot be read, which is told."""
    try:
        document = Document.open_read_only(path)
    except Told as problem:
        room.told.emit(problem)
        return None
    past = Past(document.board, path)
    document.close()
    return past


def _settings(parent: QWidget) -> Settings | None:
    """Those of the window the page stands in."""
    found = getattr(parent.window(), "settings", None)
    return found if isinstance(found, Settings) else None
