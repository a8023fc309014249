"""The process that tests/test_crash.py kills: opens a workshop and edits it until it dies, saying what is saved."""

from __future__ import annotations

from multiprocessing.connection import Connection
from pathlib import Path

from cxworkshop.document import Document
from tests.random_edits import RandomEdits, digest


def edit_until_killed(path: Path, seed: int, pipe: Connection) -> None:
    """Say how the workshop stands, first after opening it, then after each change: (log rows, undo depth, digest)."""
    document = Document.open(path) if path.exists() else Document.create(path)
    edits = RandomEdits(seed)
    pipe.send(standing(document))
    while True:
        chance = edits.random.random()
        if chance < 0.15:
            document.undo()
        elif chance < 0.25:
            document.redo()
        elif chance < 0.4:
            document.apply_together(edits.draw_two(document.board), origin="user")
        else:
            document.apply(edits.draw(document.board))
        pipe.send(standing(document))


def standing(document: Document) -> tuple[int, int, int]:
    return len(document.history()), document.undo_depth, digest(document.board)
