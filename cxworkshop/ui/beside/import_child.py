"""The child process of an import: reads a source, plans what importing it would do, writes the plan. Imports no Qt.

`python -m cxworkshop.ui.beside.import_child FOLDER`, where FOLDER holds board.json and order.json (see `child_talk`).
It leaves plan.pickle: the plan without its deltas, then these in pieces, so that the window takes them without a halt.
"""

from __future__ import annotations

import json
import pickle
import sys
import time
from dataclasses import replace
from pathlib import Path

from cxworkshop.errors import Told
from cxworkshop.exchange.importing import ImportPlan
from cxworkshop.exchange.json_format import plan as plan_document
from cxworkshop.exchange.json_format import read_document
from cxworkshop.model.board import Board
from cxworkshop.model.changes import ChangeSet
from cxworkshop.ui.beside.child_talk import leave_problem, say
from cxworkshop.ui.beside.import_order import ImportOrder, planned
from cxworkshop.words import N_

PIECE = 500  # deltas
_SAID_EVERY = 0.1  # seconds


def main(folder: Path) -> int:
    """Do as the order says; gives the exit status: 0 planned, 3 told in the folder."""
    order = ImportOrder.from_json(json.loads((folder / "order.json").read_text(encoding="utf-8")))
    try:
        say(N_("Reading the file…"))
        board = Board()
        board.apply(plan_document(read_document((folder / "board.json").read_bytes()), board).changes)
        found = planned(order, board, _Said().progress)
        say(N_("Preparing the preview…"))
        leave(found, folder / "plan.pickle")
    except Told as problem:
        leave_problem(folder, problem)
        return 3
    return 0


def leave(found: ImportPlan, path: Path) -> None:
    """Write the plan for the window."""
    deltas = found.changes.deltas
    with path.open("wb") as stream:
        pickle.dump(replace(found, changes=ChangeSet((), found.changes.label)), stream)
        for start in range(0, len(deltas), PIECE):
            pickle.dump(deltas[start : start + PIECE], stream)


class _Said:
    """Progress a few times a second, however fast the rows go."""

    def __init__(self) -> None:
        self._next = 0.0

    def progress(self, row: int, of: int) -> None:
        now = time.monotonic()
        if now >= self._next:
            self._next = now + _SAID_EVERY
            say(N_("Reading row {done} of {of}…"), row, of)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
