"""What a new workshop can be made from: the templates and examples shipped as JSON. Knows files, no widgets."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from cxworkshop.actions import workshop
from cxworkshop.document import Document
from cxworkshop.exchange.json_format import plan, read_document
from cxworkshop.model.board import Board
from cxworkshop.model.changes import ChangeSet, Delta, Label
from cxworkshop.model.records import TABLES
from cxworkshop.paths import RESOURCES, SESSIONS
from cxworkshop.words import N_

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}([T ][\d:.+Z-]*)?")


@dataclass(frozen=True)
class Source:
    """One template or example: its file's `name`, a `text` of what it is (marked), its `icon`."""

    name: str
    text: str
    icon: str
    folder: Path

    def path(self, language: str) -> Path:
        """The file in a language."""
        return self.folder / f"{self.name}.{language}.json"

    def title(self, language: str) -> str:
        """The title of the workshop it makes."""
        return str(board_of_source(self.path(language)).workshop.get("title", self.name))

    def cycle(self, language: str) -> int:
        """Which cycle of its workshop it is, from 1."""
        return int(board_of_source(self.path(language)).workshop.get("cycle") or 1)


TEMPLATES: tuple[Source, ...] = (
    Source("blank", N_("One journey with five empty stages"), "new", RESOURCES / "templates"),
    Source("service", N_("From the first question to leaving for good"), "persona", RESOURCES / "templates"),
    Source(
        "online_shop",
        N_("From the search to the return, and the shift behind it"),
        "screen",
        RESOURCES / "templates",
    ),
    Source("employee", N_("Working here, seen as a customer would"), "role", RESOURCES / "templates"),
)
EXAMPLES: tuple[Source, ...] = (
    Source("coffee", N_("Support offers coupons; nobody can send the coffee again"), "value", SESSIONS),
    Source("coffee_cycle2", N_("Three months later: what held, what slips, what was rolled back"), "held", SESSIONS),
    Source("staff_portal", N_("Employees are ordered to use it, and get tired of it"), "screen", SESSIONS),
    Source("small_hotel", N_("Three people, twelve rooms and one tired boiler"), "home", SESSIONS),
)


@lru_cache(maxsize=32)
def board_of_source(path: Path) -> Board:
    """The board a shipped file describes; to be read only."""
    board = Board()
    board.apply(_content(path, board))
    return board


def make_workshop(source: Path, target: Path, *, dated: bool = True, fresh: bool = False) -> Document:
    """A new workshop file from a shipped one, open. Raises FileProblem: nothing is there.

    `dated`: it begins today. `fresh`: it was held today: all its days lie as far from today as from its own day.
    """
    document = Document.create(target)
    if fresh:
        moved = shifted(board_of_source(source), datetime.date.today())
        return _filled(document, [ChangeSet(tuple(moved), _content(source, document.board).label)])
    steps = [_content(source, document.board)]
    if dated:
        filled = board_of_source(source)
        own = filled.workshop
        today = datetime.date.today().isoformat()
        steps.append(workshop.start(filled, str(own.get("title", "")), str(own.get("language", "en")), today))
    return _filled(document, steps)


def shifted(board: Board, today: datetime.date) -> Iterator[Delta]:
    """All that a board holds, every day in it moved by as much as its own day is away from today."""
    held = str(board.workshop.get("date") or today.isoformat())
    by = today - datetime.date.fromisoformat(held)
    for table in TABLES:
        for row in board.records(table):
            yield Delta(row.table, row.key, None, {name: _moved(value, by) for name, value in row.fields.items()})


def _moved(value: object, by: datetime.timedelta) -> object:
    """A day, or a day with a time, moved; anything else as it is."""
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        return value
    return (datetime.date.fromisoformat(value[:10]) + by).isoformat() + value[10:]


def copy_workshop(board: Board, target: Path) -> Document:
    """A new workshop file that holds what `board` holds, open; its history begins anew. Raises FileProblem."""
    rows = [row for table in TABLES for row in board.records(table)]
    deltas = tuple(Delta(row.table, row.key, None, dict(row.fields)) for row in rows)
    label = Label(N_("Copy of “{title}”"), {"title": _title(board)})
    return _filled(Document.create(target), [ChangeSet(deltas, label)])


def _title(board: Board) -> str:
    return str(board.workshop.get("title") or "")


def empty_workshop(target: Path, title: str, language: str) -> Document:
    """A new workshop file with nothing in it but its title, open. Raises FileProblem."""
    document = Document.create(target)
    today = datetime.date.today().isoformat()
    return _filled(document, [workshop.start(document.board, title, language, today)])


def _content(path: Path, board: Board) -> ChangeSet:
    return plan(read_document(path.read_bytes(), path.name), board).changes


def _filled(document: Document, steps: list[ChangeSet]) -> Document:
    try:
        document.apply_together(steps, origin="import")
    except BaseException:
        document.close()
        raise
    return document
