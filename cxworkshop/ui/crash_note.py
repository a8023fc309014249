"""When the program itself makes a mistake: a note for the developers, a calm line for the user, and work goes on."""

from __future__ import annotations

import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from cxworkshop import __version__
from cxworkshop.errors import Told
from cxworkshop.words import N_

if TYPE_CHECKING:
    from cxworkshop.ui.main_window import MainWindow


def keep_crash_notes(window: MainWindow) -> None:
    """From now on an exception nobody caught becomes a note and a message in the window."""
    folder = window.settings.folder / "crashes"

    def caught(kind: type[BaseException], bug: BaseException, trace: TracebackType | None) -> None:
        if isinstance(bug, KeyboardInterrupt):
            window.close()
        elif isinstance(bug, Told):
            window.tell(bug)
        else:
            window.tell(mistake(bug, write_note(folder, bug)))

    sys.excepthook = caught


def write_note(folder: Path, bug: BaseException) -> Path | None:
    """Write the note; None where even that was refused."""
    note = folder / f"{datetime.now(UTC):%Y%m%d-%H%M%S-%f}.txt"
    heading = f"cxworkshop {__version__}, Python {sys.version.split()[0]}, {sys.platform}\n\n"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        note.write_text(heading + "".join(traceback.format_exception(bug)), encoding="utf-8")
    except OSError:
        return None
    return note


def mistake(bug: BaseException, note: Path | None) -> Told:
    """What the user is told of a bug."""
    return Told(
        N_("cxworkshop made a mistake: {error}."),
        N_("The workshop file holds every change made before."),
        N_("Please send the note {where} to the developers."),
        error=type(bug).__name__,
        where=str(note) if note is not None else "–",
    )
