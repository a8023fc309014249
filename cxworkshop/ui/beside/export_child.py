"""The child process of an export: reads a board and an order from a folder, writes the file. Imports no Qt.

`python -m cxworkshop.ui.beside.export_child FOLDER`, where FOLDER holds board.json and order.json (see `child_talk`).
It leaves notes.pickle: the Cautions of the export.
"""

from __future__ import annotations

import datetime
import json
import pickle
import sys
from pathlib import Path

from cxworkshop.errors import Told
from cxworkshop.exchange.formats import export
from cxworkshop.exchange.json_format import plan, read_document
from cxworkshop.exchange.options import ExportOptions
from cxworkshop.model.board import Board
from cxworkshop.ui.beside.child_talk import leave_problem, say
from cxworkshop.words import N_

_DRAWN = ("svg", "png")


def main(folder: Path) -> int:
    """Do as the order says; gives the exit status: 0 written, 3 told in the folder."""
    order = json.loads((folder / "order.json").read_text(encoding="utf-8"))
    chosen = order["options"]
    options = ExportOptions(
        language=chosen["language"],
        anonymise=chosen["anonymise"],
        paper=chosen["paper"],
        today=datetime.date.fromisoformat(chosen["today"]),
        workshop=chosen["workshop"],
        revision=chosen["revision"],
    )
    try:
        say(N_("Gathering the cards…"))
        board = Board()
        board.apply(plan(read_document((folder / "board.json").read_bytes()), board).changes)
        target = Path(order["target"])
        say(_doing(target.suffix.lower().lstrip(".")))
        notes = export(board, target, options, beside=Path(order["beside"]))
        (folder / "notes.pickle").write_bytes(pickle.dumps(notes))
    except Told as problem:
        leave_problem(folder, problem)
        return 3
    return 0


def _doing(suffix: str) -> str:
    if suffix == "pdf":
        return N_("Drawing the pages of the report…")
    return N_("Drawing the wall…") if suffix in _DRAWN else N_("Writing the tables…")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
