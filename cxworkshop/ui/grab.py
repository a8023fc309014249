"""Pictures of both windows, for documentation and checks: drawn once, written, measured."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop
from PySide6.QtWidgets import QWidget

from cxworkshop.errors import FileProblem
from cxworkshop.reasons import reason_of
from cxworkshop.ui.main_window import MainWindow
from cxworkshop.ui.shared_screen.window import SharedScreen
from cxworkshop.words import N_

SHARED_SIZE = (1920, 1080)


def grab_pictures(window: MainWindow, folder: Path, started: float) -> int:
    """Write facilitator.png and shared-screen.png into `folder`, print {"ready_ms", "rss_mb"} to stdout; gives 0.

    `ready_ms` counts from `started` (time.perf_counter) to the first full picture of the window.
    """
    window.wall.animated = False
    _settle()
    picture = window.grab()
    ready = (time.perf_counter() - started) * 1000
    shared = SharedScreen(window.the_room)
    shared.resize(*SHARED_SIZE)
    shared.show()
    _settle()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise _not_written(folder, reason_of(problem)) from problem
    for name, image in (("facilitator", picture), ("shared-screen", shared.grab())):
        if not image.save(str(folder / f"{name}.png")):
            raise _not_written(folder / f"{name}.png", "PNG")
    print(json.dumps({"ready_ms": round(ready), "rss_mb": round(_memory_mb(), 1)}), flush=True)
    _put_away(shared, window)
    return 0


def _settle() -> None:
    """Let layouts, timers and paints that wait for the event loop happen: each may ask for another."""
    for _ in range(10):
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)


def _put_away(*windows: QWidget) -> None:
    for window in windows:
        window.close()
    QCoreApplication.processEvents()


def _memory_mb() -> float:
    """Resident memory of this process in megabytes (the peak, where the system tells no other)."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        return pages * 4096 / 1e6
    except (OSError, ValueError, IndexError):
        pass
    try:
        import resource
    except ImportError:
        return 0.0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1e6 if sys.platform == "darwin" else peak * 1024 / 1e6


def _not_written(path: Path, reason: str) -> FileProblem:
    return FileProblem(
        N_("“{name}” cannot be written: {reason}."),
        N_("The workshop is unchanged."),
        N_("Choose another folder."),
        name=str(path),
        reason=reason,
    )
