"""The append-only log of changes: one row a change, read back as entries. Knows its table, nothing of boards."""

from __future__ import annotations

import json
import sqlite3
import uuid as uuids
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from cxworkshop.model.changes import ChangeSet, Delta, Label
from cxworkshop.store.rows import Row, checksum, deltas_from_json, deltas_to_json, to_json

ORIGINS = ("user", "undo", "redo", "import", "phone", "merge", "migration")
_COLUMNS = 'seq, uuid, at, author, room, origin, refers, "group", label'


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the log without its deltas. `at` is ISO 8601 in UTC; `refers` the uuid undone or redone."""

    seq: int
    uuid: str
    at: str
    author: str
    room: str
    origin: str
    refers: str | None
    group: str | None
    label: Label


@dataclass(frozen=True, slots=True)
class NewEntry:
    """A change about to be logged."""

    changes: ChangeSet
    origin: str = "user"
    refers: str | None = None
    group: str | None = None
    author: str = ""
    room: str = ""
    uuid: str = field(default_factory=lambda: uuids.uuid4().hex)
    at: str = field(default_factory=lambda: datetime.now(UTC).isoformat(timespec="milliseconds"))


def row_of(seq: int, new: NewEntry) -> Row:
    """The log's row, checksum and deltas last."""
    label = to_json([new.changes.label.text, dict(new.changes.label.values)])
    head = (seq, new.uuid, new.at, new.author, new.room, new.origin, new.refers, new.group, label)
    deltas = deltas_to_json(new.changes.deltas)
    return (*head, checksum((*head, deltas)), deltas)


def entry_of(row: Row) -> Entry:
    """An entry from the columns of `_COLUMNS`."""
    *head, label = row
    text, values = json.loads(label)
    said = Label(str(text), {str(name): str(value) for name, value in values.items()})
    return Entry(*head, label=said)  # type: ignore[misc]


def entries(connection: sqlite3.Connection) -> Iterator[Entry]:
    """All entries, oldest first."""
    for row in connection.execute(f"SELECT {_COLUMNS} FROM change ORDER BY seq"):
        yield entry_of(row)


def deltas(connection: sqlite3.Connection, uuid: str) -> tuple[Delta, ...]:
    """The deltas of one change (KeyError where there is none)."""
    row = connection.execute("SELECT deltas FROM change WHERE uuid = ?", (uuid,)).fetchone()
    if row is None:
        raise KeyError(uuid)
    return deltas_from_json(row[0])


def all_deltas(connection: sqlite3.Connection) -> Iterator[tuple[int, tuple[Delta, ...]]]:
    """(seq, deltas) of every change, oldest first, for replaying the workshop."""
    for seq, text in connection.execute("SELECT seq, deltas FROM change ORDER BY seq"):
        yield seq, deltas_from_json(text)


def damaged_rows(connection: sqlite3.Connection) -> Iterator[int]:
    """The numbers of the log rows whose checksum does not fit their content."""
    for *head, own, text in connection.execute(f"SELECT {_COLUMNS}, sum, deltas FROM change ORDER BY seq"):
        if checksum((*head, text)) != own:
            yield head[0]
