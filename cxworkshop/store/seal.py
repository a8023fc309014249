"""The checksums and the manifest that make damage to a workshop file visible: read, compared, written anew.

Works on whatever columns the tables of the file have, so that a file of an older schema is verified like today's.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping

from cxworkshop.model.records import TABLES
from cxworkshop.store.connection import HeldFile
from cxworkshop.store.rows import Row, checksum
from cxworkshop.store.schema import CHANGE

Manifest = dict[str, tuple[int, int]]  # a table's name -> how many rows, and the XOR of their checksums
COUNTER = "counter"  # the manifest's row for SQLite's own change counter, as the last write of ours left it


def read_manifest(sql: sqlite3.Connection) -> Manifest:
    """The manifest of the file (ValueError, TypeError, sqlite3.Error where it is none)."""
    return {str(name): (int(rows), int(xor)) for name, rows, xor in sql.execute("SELECT name, rows, xor FROM manifest")}


def write_manifest(sql: sqlite3.Connection, new: Manifest, old: Mapping[str, tuple[int, int]]) -> None:
    """Bring the manifest's rows from `old` to `new`."""
    changed = [(*state, name) for name, state in new.items() if old.get(name) != state]
    sql.executemany("UPDATE manifest SET rows = ?, xor = ? WHERE name = ?", changed)


def rows_of(sql: sqlite3.Connection, table: str) -> list[Row]:
    """All rows of a table in the order in which they came, each with its checksum last."""
    return sql.execute(f'SELECT {", ".join(_columns(sql, table))}, sum FROM "{table}" ORDER BY rowid').fetchall()


def _columns(sql: sqlite3.Connection, table: str) -> list[str]:
    names = [str(row[1]) for row in sql.execute(f'PRAGMA table_info("{table}")')]
    return [f'"{name}"' for name in names if name != "sum"]


def unsound(rows: Mapping[str, Iterable[Row]], manifest: Manifest) -> Iterator[str]:
    """The rows whose checksum does not fit them, and the tables that hold other rows than were written.

    Raises KeyError where the manifest misses a table.
    """
    for table, found in rows.items():
        count, xor = 0, 0
        for row in found:
            count, xor = count + 1, xor ^ row[-1]
            if checksum(row[:-1]) != row[-1]:
                yield f"{table} {str(row[0])[:40]!r}"
        if manifest[table] != (count, xor):
            yield f"{table} ({manifest[table][0]} → {count})"


def seal(sql: sqlite3.Connection, counter: int) -> Manifest:
    """Accept all rows as they are: write every checksum and the manifest anew; gives the manifest."""
    old, manifest = read_manifest(sql), {COUNTER: (counter, 0)}
    for table in (*TABLES, CHANGE):
        rows = rows_of(sql, table)
        sums = [checksum(row[:-1]) for row in rows]
        key = "seq" if table == CHANGE else "key"
        changed = [(own, row[0]) for row, own in zip(rows, sums, strict=True) if row[-1] != own]
        sql.executemany(f'UPDATE "{table}" SET sum = ? WHERE {key} = ?', changed)
        manifest[table] = len(rows), xor_of(sums)
    write_manifest(sql, manifest, old)
    return manifest


def xor_of(sums: Iterable[int]) -> int:
    """The XOR of checksums."""
    xor = 0
    for own in sums:
        xor ^= own
    return xor


def settle(held: HeldFile) -> int:
    """Bring the manifest's note of SQLite's change counter in line with the counter itself; gives it."""
    while True:  # writing the note may count
        counter = held.header().counter
        (noted,) = held.sql.execute("SELECT rows FROM manifest WHERE name = ?", (COUNTER,)).fetchone()
        if noted == counter:
            return counter
        held.sql.execute("UPDATE manifest SET rows = ? WHERE name = ?", (counter, COUNTER))
