"""How verbs get at a workshop: to read it (whoever has it open) or to change it."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from cxworkshop.document import Document
from cxworkshop.errors import FileProblem, WrongUse
from cxworkshop.model.board import Board
from cxworkshop.words import N_

ANY_PATH = click.Path(path_type=Path, readable=False)  # a file that cannot be read is told by who reads it (status 3)
WORKSHOP = click.argument("file", metavar="FILE.cxw", type=ANY_PATH)


def read_board(path: Path) -> Board:
    """The board of a workshop file, read from a copy. Raises FileProblem and its kinds."""
    return read_workshop(path).board


def read_workshop(path: Path) -> Document:
    """A workshop file as it is now, read from a copy and let go. Raises FileProblem and its kinds."""
    document = Document.open_read_only(path)
    document.close()
    return document


def day_of(board: Board) -> datetime.date:
    """The day figures look back from where none is named: today, or the workshop's own day where that is still to come
    (a file prepared ahead, the second cycle of an example)."""
    today, own = datetime.date.today(), board.workshop.get("date")
    return max(today, datetime.date.fromisoformat(own)) if own else today


def check_new(path: Path) -> None:
    """Before a workshop is made there: WrongUse unless its name ends in .cxw, FileProblem where it has no folder."""
    if path.suffix.lower() != ".cxw":
        raise WrongUse(N_("The name of a workshop ends in .cxw, and “{name}” does not."), name=path.name)
    if not path.parent.is_dir():
        raise FileProblem(
            N_("There is no folder “{folder}”."),
            N_("Nothing was written."),
            N_("Choose another place."),
            folder=str(path.parent),
        )
