"""The open workshop file: reads all of it once, then writes every change with its log row in one transaction.

The only place that changes a file. Knows records and rows, not what they mean.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from cxworkshop.errors import FileProblem
from cxworkshop.model.changes import Delta
from cxworkshop.model.records import TABLES, Record, record
from cxworkshop.store import log, schema
from cxworkshop.store.connection import Header, connect, forget, identity, opened, read_header
from cxworkshop.store.holder import Holder
from cxworkshop.store.problems import InUse, damaged, edited, foreign, in_use, not_saved, reading, vanished
from cxworkshop.store.rows import checksum, columns, decode, encode
from cxworkshop.words import N_

NewState = tuple[str, str, Mapping[str, Any] | None]  # table, key, fields (None: the record goes)


class WorkshopFile:
    """One workshop file, open for writing by this process alone until `close`."""

    def __init__(self, path: Path, connection: sqlite3.Connection, header: Header) -> None:
        self.path = path
        self._connection = connection
        self._identity = identity(path)
        self._counter = header.counter + 1  # what SQLite's own counter will be once this visit has written
        self._manifest: dict[str, tuple[int, int]] = {}
        self._holder: Holder | None = None

    @classmethod
    def open(cls, path: Path, *, accept_edits: bool = False, claim: bool = True) -> WorkshopFile:
        """Open an existing workshop of today's schema and verify it row by row.

        Raises NotAWorkshop, NewerVersion, Damaged, EditedElsewhere (unless `accept_edits`), InUse, FileProblem.
        `claim` leaves word for others who has it open.
        """
        header = read_header(path)
        try:
            connection = connect(path)
        except InUse as error:
            raise in_use(path, Holder.told(path)) from error
        file = cls(path, connection, header)
        try:
            file._verify(header, accept_edits)
        except BaseException:
            file.close()
            raise
        opened(connection)
        if claim:
            file._holder = Holder.claim(path)
        return file

    @classmethod
    def create(cls, path: Path) -> WorkshopFile:
        """A new, empty workshop file. Raises FileProblem where something of that name is there already."""
        draft = path.with_name(f".{path.name}.{os.getpid()}.new")
        with reading(path):
            if os.path.lexists(path):
                raise already_there(path)
            draft.unlink(missing_ok=True)
        try:
            _make(draft)
            with reading(path):
                _publish(draft, path)
        finally:
            draft.unlink(missing_ok=True)
        return cls.open(path)

    def close(self) -> None:
        """Let go of the file. Every change is on the disk already."""
        if self._holder is not None:
            self._holder.release()
        self._connection.close()
        forget(self.path, self._identity)

    # Reading

    def records(self) -> Iterator[Record]:
        """Every record of the file, in the order in which they came."""
        with reading(self.path):
            for table in TABLES:
                for row in self._connection.execute(f'SELECT {columns(table)} FROM "{table}" ORDER BY rowid'):
                    yield record(table, *decode(table, row[:-1]))

    def entries(self) -> list[log.Entry]:
        """The log, oldest first, without deltas."""
        with reading(self.path):
            return list(log.entries(self._connection))

    def deltas(self, uuid: str) -> tuple[Delta, ...]:
        """The deltas of one logged change."""
        with reading(self.path):
            return log.deltas(self._connection, uuid)

    # Writing

    def write(self, states: Iterable[NewState], entries: Iterable[log.NewEntry]) -> None:
        """Write new states of records and their log rows in one transaction: on the disk when this returns.

        Raises NotSaved (or another FileProblem); the file then holds what it held before.
        """
        if identity(self.path) != self._identity:
            raise vanished(self.path)
        manifest = dict(self._manifest)
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            for table, key, fields in states:
                self._write_state(manifest, table, key, fields)
            for entry in entries:
                self._write_entry(manifest, entry)
            self._write_manifest(manifest)
            self._connection.execute("COMMIT")
        except (sqlite3.Error, OSError, OverflowError, UnicodeEncodeError) as error:
            self._roll_back()
            raise not_saved(self.path, error) from error
        self._manifest = manifest

    def _write_state(
        self, manifest: dict[str, tuple[int, int]], table: str, key: str, fields: Mapping[str, Any] | None
    ) -> None:
        rows, xor = manifest[table]
        old = self._connection.execute(f'SELECT sum FROM "{table}" WHERE key = ?', (key,)).fetchone()
        if old is not None:
            rows, xor = rows - 1, xor ^ old[0]
        if fields is None:
            self._connection.execute(f'DELETE FROM "{table}" WHERE key = ?', (key,))
        else:
            row = encode(table, key, fields)
            names = columns(table)
            marks = ", ".join("?" * len(row))
            updates = ", ".join(f"{name} = excluded.{name}" for name in names.split(", ")[1:])
            self._connection.execute(
                f'INSERT INTO "{table}" ({names}) VALUES ({marks}) ON CONFLICT (key) DO UPDATE SET {updates}', row
            )
            rows, xor = rows + 1, xor ^ row[-1]
        manifest[table] = rows, xor

    def _write_entry(self, manifest: dict[str, tuple[int, int]], entry: log.NewEntry) -> None:
        rows, xor = manifest[schema.CHANGE]
        seq = self._connection.execute("SELECT coalesce(max(seq), 0) + 1 FROM change").fetchone()[0]
        row = log.row_of(seq, entry)
        self._connection.execute(f"INSERT INTO change VALUES ({', '.join('?' * len(row))})", row)
        manifest[schema.CHANGE] = rows + 1, xor ^ row[-2]

    def _write_manifest(self, manifest: dict[str, tuple[int, int]]) -> None:
        manifest["counter"] = self._counter, 0
        changed = [
            (rows, xor, name) for name, (rows, xor) in manifest.items() if self._manifest.get(name) != (rows, xor)
        ]
        self._connection.executemany("UPDATE manifest SET rows = ?, xor = ? WHERE name = ?", changed)

    def _roll_back(self) -> None:
        try:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
        except sqlite3.Error:
            pass  # the journal stays; SQLite rolls it back at the next access

    def snapshot_to(self, path: Path) -> None:
        """A sound copy of the file, made through the open connection. Raises FileProblem (also where `path` exists)."""
        if os.path.lexists(path):
            raise already_there(path)
        try:
            self._connection.execute("VACUUM INTO ?", (str(path),))
        except sqlite3.Error as error:
            raise not_saved(path, error) from error

    # Verifying

    def _verify(self, header: Header, accept_edits: bool) -> None:
        with reading(self.path):
            wrong = schema.foreign_objects(self._connection)
            if wrong:
                raise foreign(self.path, wrong)
            self._manifest = {
                str(name): (int(rows), int(xor))
                for name, rows, xor in self._connection.execute("SELECT name, rows, xor FROM manifest")
            }
            bad = tuple(self._unsound_rows())
            if not bad:
                return
            if self._manifest["counter"][0] == header.counter:
                raise damaged(self.path, bad)
            if self._connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                raise damaged(self.path, bad)
            for _ in self.records():
                pass  # content that cannot be read at all is damage
        if not accept_edits:
            raise edited(self.path, bad)

    def _unsound_rows(self) -> Iterator[str]:
        for table in TABLES:
            rows, xor = 0, 0
            for row in self._connection.execute(f'SELECT {columns(table)} FROM "{table}"'):
                rows, xor = rows + 1, xor ^ row[-1]
                if checksum(row[:-1]) != row[-1]:
                    yield f"{table} {str(row[0])[:40]!r}"
            if self._manifest[table] != (rows, xor):
                yield f"{table} ({self._manifest[table][0]} → {rows})"
        (logged,) = self._connection.execute("SELECT count(*) FROM change").fetchone()
        if self._manifest[schema.CHANGE][0] != logged:
            yield f"change ({self._manifest[schema.CHANGE][0]} → {logged})"

    def integrity(self) -> list[str]:
        """All that SQLite and the log's checksums find wrong beyond what `open` has verified; empty when sound."""
        with reading(self.path):
            found = [str(row[0]) for row in self._connection.execute("PRAGMA integrity_check(20)")]
            wrong = [text for text in found if text != "ok"]
            wrong += [f"foreign key: {row[0]}" for row in self._connection.execute("PRAGMA foreign_key_check")]
            wrong += [f"change {seq}" for seq in log.damaged_rows(self._connection)]
        return wrong

    def replayed(self) -> Iterator[tuple[int, tuple[Delta, ...]]]:
        """The deltas of the whole log, oldest first."""
        with reading(self.path):
            yield from log.all_deltas(self._connection)

    def reseal(self, entries: Iterable[log.NewEntry]) -> None:
        """Accept the rows as they are: write every checksum and the manifest anew, with `entries` in the log."""
        states = [(row.table, row.key, row.fields) for row in self.records()]
        self._manifest = {name: (0, 0) for name in self._manifest}
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            manifest = dict(self._manifest)
            for table in TABLES:
                own = [state for state in states if state[0] == table]
                rows = [encode(table, key, fields or {}) for _, key, fields in own]
                self._connection.executemany(
                    f'UPDATE "{table}" SET fields = ?, sum = ? WHERE key = ?',
                    [(row[-2], row[-1], row[0]) for row in rows],
                )
                xor = 0
                for row in rows:
                    xor ^= row[-1]
                manifest[table] = len(rows), xor
            logged = self._connection.execute("SELECT sum FROM change").fetchall()
            xor = 0
            for (own_sum,) in logged:
                xor ^= own_sum
            manifest[schema.CHANGE] = len(logged), xor
            for entry in entries:
                self._write_entry(manifest, entry)
            self._manifest = {}
            self._write_manifest(manifest)
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            self._roll_back()
            raise not_saved(self.path, error) from error
        self._manifest = manifest


def already_there(path: Path) -> FileProblem:
    return FileProblem(
        N_("There is already a file “{name}”."),
        N_("It was not touched."),
        N_("Choose another name."),
        name=str(path),
    )


def _make(draft: Path) -> None:
    connection = connect(draft, create=True)
    own = identity(draft)
    try:
        with reading(draft):
            connection.execute("BEGIN IMMEDIATE")
            schema.create(connection)
            connection.execute("COMMIT")
    finally:
        connection.close()
        forget(draft, own)


def _publish(draft: Path, path: Path) -> None:
    """Give the finished file its name, never over another file."""
    try:
        os.link(draft, path)
    except FileExistsError as error:
        raise already_there(path) from error
    except OSError:  # a file system without hard links (sticks): rename; a name taken meanwhile is refused above
        if os.path.lexists(path):
            raise already_there(path) from None
        os.rename(draft, path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make names given in a folder survive a power cut, where the system can."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError:
        pass
    finally:
        os.close(descriptor)
