"""One piece of the wall's benchmark in a process of its own: python child.py PIECE FILE FOLDER prints JSON."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from PySide6.QtWidgets import QApplication

from cxworkshop.ui import fonts
from tests.benchmarks.wall import all_at_once, dragging, editing, looking, memory, whole_window


def work(path: Path, folder: Path) -> dict[str, float]:
    """All that is done on a wall, from the opening of the file; a second wall of the same room watches the edits."""
    found: dict[str, float] = {}
    room, wall, hand = looking.open_file(path, found)
    found["cards on the wall"] = len(wall.picture.boxes)
    found.update(looking.look_around(wall, hand))
    found.update(dragging.drag_a_card(wall, hand))
    found.update(dragging.move_all(wall, hand))
    other = looking.opened(room)
    hand.settle()
    found["a letter typed"], found["edit, two walls"] = editing.edit_titles(wall, other)
    other.close()
    found.update(all_at_once.change_all(wall, hand))
    found.update(editing.find_as_one_types(wall, folder))
    return found


PIECES = {
    "work": work,
    "windows": whole_window.work_in_both_windows,
    "memory of a wall": lambda path, _: {"memory": memory.of_a_wall(path)},
    "memory of the window": lambda path, folder: {"memory": memory.of_the_window(path, folder)},
}


if __name__ == "__main__":
    app = QApplication([])
    fonts.load()
    print(json.dumps(PIECES[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))), flush=True)
    os._exit(0)  # what Qt would take apart is measured nowhere
