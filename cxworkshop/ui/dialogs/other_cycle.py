"""Asks for the file of another cycle and reads it, without opening it for work. Writes nothing."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from cxworkshop.document import Document
from cxworkshop.errors import Told
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.file_dialog import ask_for_file
from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.cycle.past import Past


def ask_for_cycle(room: Room, parent: QWidget) -> Past | None:
    """The other cycle, or None where no file was chosen or it cannot be read (which is told)."""
    kinds = tr("Workshops ({pattern})", pattern="*.cxw")
    path = ask_for_file(parent.window(), tr("Compare with another cycle"), room.document.path.parent, kinds)
    if path is None:
        return None
    try:
        document = Document.open_read_only(path)
    except Told as problem:
        room.told.emit(problem)
        return None
    past = Past(document.board, path)
    document.close()
    return past
