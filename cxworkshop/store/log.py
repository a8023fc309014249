"""The append-only log of changes: one row a change, read back as entries. Knows its table, nothing of boards."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import NamedTuple

from cxworkshop.model.changes import ChangeSet, Delta, Label
from cxworkshop.model.records import CARD
from cxworkshop.store.rows import Row, checksum, deltas_from_json, deltas_to_json, from_json, to_json
from cxworkshop.store.schema import LOG_COLUMNS

ORIGINS = ("user", "undo", "redo", "import", "phone", "merge", "migration")
_COLUMNS = ", ".join(LOG_COLUMNS[:-1])  # without the deltas


class Entry(NamedTuple):
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


def _new_uuid() -> str:
    import uuid  # with the first change: it brings half of the standard library

    return uuid.uuid4().hex


@dataclass(frozen=True, slots=True)
class NewEntry:
    """A change about to be logged."""

    changes: ChangeSet
    origin: str = "user"
    refers: str | None = None
    group: str | None = None
    author: str = ""
    room: str = ""
    uuid: str = field(default_factory=_new_uuid)
    at: str = field(default_factory=lambda: datetime.now(UTC).isoformat(timespec="milliseconds"))


def row_of(seq: int, new: NewEntry) -> Row:
    """The log's row, checksum and deltas last."""
    label = to_json([new.changes.label.text, dict(new.changes.label.values)])
    head = (seq, new.uuid, new.at, new.author, new.room, new.origin, new.refers, new.group, label)
    deltas = deltas_to_json(new.changes.deltas)
    return (*head, checksum((*head, deltas)), deltas)


def entry_of(row: Row) -> Entry:
    """An entry from the columns of `_COLUMNS`; more may follow (ValueError, AttributeError where it is none)."""
    text, values = from_json(row[8])
    said = Label(str(text), {name: str(value) for name, value in values.items()} if values else {})
    return Entry(*row[:8], said)  # type: ignore[call-arg]


def entries(sql: sqlite3.Connection) -> Iterator[Entry]:
    """All entries, oldest first."""
    return map(entry_of, sql.execute(f"SELECT {_COLUMNS} FROM change ORDER BY seq"))


def deltas(sql: sqlite3.Connection, uuid: str) -> tuple[Delta, ...]:
    """The deltas of one change (KeyError where there is none, ValueError where its row is damaged)."""
    row = sql.execute(f"SELECT {_COLUMNS}, deltas, sum FROM change WHERE uuid = ?", (uuid,)).fetchone()
    if row is None:
        raise KeyError(uuid)
    if checksum(row[:-1]) != row[-1]:
        raise ValueError("the log's row is damaged")
    return deltas_from_json(row[-2])


def touching(sql: sqlite3.Connection, card_id: str) -> Iterator[tuple[int, tuple[Delta, ...]]]:
    """(seq, deltas) of every change of a card, its links and its records, newest first; only the deltas that are."""
    found = sql.execute(
        "SELECT seq, deltas FROM change WHERE instr(deltas, ?) > 0 ORDER BY seq DESC", (to_json(card_id),)
    )
    for seq, text in found:
        own = tuple(delta for delta in deltas_from_json(text) if _touches(delta, card_id))
        if own:
            yield seq, own


def _touches(delta: Delta, card_id: str) -> bool:
    if delta.table == CARD:
        return delta.key == card_id
    return any(value == card_id for side in (delta.before, delta.after) if side for value in side.values())


def holds(sql: sqlite3.Connection, uuid: str) -> bool:
    """Whether the log holds that change."""
    return sql.execute("SELECT 1 FROM change WHERE uuid = ?", (uuid,)).fetchone() is not None


def all_deltas(sql: sqlite3.Connection) -> Iterator[tuple[int, tuple[Delta, ...]]]:
    """(seq, deltas) of every change, oldest first, for replaying the workshop."""
    for seq, text in sql.execute("SELECT seq, deltas FROM change ORDER BY seq"):
        yield seq, deltas_from_json(text)
