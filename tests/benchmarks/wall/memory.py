"""What a process holds: with an empty workshop, and with a full one. Each in a process of its own."""

from __future__ import annotations

import gc
import os
from importlib import import_module
from pathlib import Path

from cxworkshop.ui import getting_ready
from tests.benchmarks.wall.looking import open_file
from tests.benchmarks.wall.whole_window import open_window, settle


def resident() -> float:
    """Megabytes this process holds."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def of_a_wall(path: Path) -> float:
    """Megabytes with this workshop open in a wall, drawn, its map made."""
    room, _, hand = open_file(path, {})
    room.map()
    hand.settle()
    gc.collect()
    return resident()


def of_the_window(path: Path, folder: Path) -> float:
    """Megabytes with this workshop open in the facilitator's window, drawn, and what is loaded after that."""
    for late in (*getting_ready.OF_THE_WINDOW, *getting_ready.BESIDE_IT):
        import_module(late)  # the window does so a while later, in a thread: not when, but what it holds is asked
    window = open_window(path, folder)
    window.the_room.map()
    settle(1.5)
    gc.collect()
    return resident()
