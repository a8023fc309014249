"""Edits a workshop on a disk that fails (see disk_faults.c) and checks after every failure that nothing has moved."""

from __future__ import annotations

import sys
from pathlib import Path

from cxworkshop.document import Change, Document
from cxworkshop.errors import Told
from tests.random_edits import digest
from tests.store.small_workshops import rename


def main(path: Path) -> None:
    """Print `told` for every failure, and at the end what the file must hold: log rows, undo depth, digest."""
    document = Document.open(path)
    heard: list[Change] = []
    document.subscribe(heard.append)
    for number in range(6):
        before = standing(document), len(heard)
        try:
            _ = document.undo() if number == 3 else rename(document, f"{number}" * 2000)
        except Told as problem:
            print("told", problem)
            assert (standing(document), len(heard)) == before, "a change that failed has left something"
        else:
            assert standing(document)[0] == len(document.history())
            assert len(heard) > before[1]
    print("stands", *standing(document))
    document.close()


def standing(document: Document) -> tuple[int, int, int]:
    return len(document.history()), document.undo_depth, digest(document.board)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
