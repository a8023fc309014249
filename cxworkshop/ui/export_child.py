"""The child process of an export: reads a board and an order from a folder, writes the file. Imports no Qt.

`python -m cxworkshop.ui.export_child FOLDER`, where FOLDER holds board.json and order.json; a problem a user should be
told is left there as problem.json.
"""

from __future__ import annotations

import datetime
import json
import sys
from pathlib import Path

from cxworkshop.errors import Told
from cxworkshop.exchange.formats import export
from cxworkshop.exchange.json_format import plan, read_document
from cxworkshop.exchange.options import ExportOptions
from cxworkshop.model.board import Board


def main(folder: Path) -> int:
    """Do as the order says; gives the exit status: 0 written, 3 told in problem.json."""
    order = json.loads((folder / "order.json").read_text(encoding="utf-8"))
    chosen = order["options"]
    options = ExportOptions(
        language=chosen["language"],
        anonymise=chosen["anonymise"],
        paper=chosen["paper"],
        today=datetime.date.fromisoformat(chosen["today"]),
    )
    try:
        board = Board()
        board.apply(plan(read_document((folder / "board.json").read_bytes()), board).changes)
        export(board, Path(order["target"]), options)
    except Told as problem:
        _note(folder, problem)
        return 3
    return 0


def _note(folder: Path, problem: Told) -> None:
    values = {name: value if isinstance(value, int | float) else str(value) for name, value in problem.values.items()}
    told = {"what": problem.what, "safe": problem.safe, "todo": problem.todo, "values": values}
    (folder / "problem.json").write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
