"""How verbs get at a workshop: to read it (whoever has it open) or to change it."""

from __future__ import annotations

from pathlib import Path

import click

from cxworkshop.document import Document
from cxworkshop.model.board import Board

WORKSHOP = click.argument("file", metavar="FILE.cxw", type=click.Path(path_type=Path))


def read_board(path: Path) -> Board:
    """The board of a workshop file, read from a copy. Raises FileProblem and its kinds."""
    document = Document.open_read_only(path)
    try:
        return document.board
    finally:
        document.close()
