"""The open workshop file: reads all of it once, then writes every change with its log row in one transaction.

The only place that changes a file. Knows records and rows, not what they mean.
"""

from __future__ import annotations

import errno
import os
import sqlite3
import struct
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

from cxworkshop.errors import FileProblem
from cxworkshop.model.changes import Delta
from cxworkshop.model.records import TABLES, Record, record
from cxworkshop.store import log, schema
from cxworkshop.store.connection import HeldFile, connect, read_header
from cxworkshop.store.drafting import drafted
from cxworkshop.store.holder import Holder
from cxworkshop.store.problems import (
    InUse,
    Unsure,
    damaged,
    edited,
    foreign,
    in_use,
    not_saved,
    overwritten,
    reading,
    unreadable,
    unsure,
    vanished,
)
from cxworkshop.store.rows import Row, columns, decode, encode
from cxworkshop.store.seal import (
    COUNTER,
    Manifest,
    read_manifest,
    rows_of,
    seal,
    settle,
    unsound,
    write_manifest,
    xor_of,
)

AT_ONCE = 400  # keys asked for in one statement
NewState = tuple[str, str, Mapping[str, Any] | None]  # table, key, fields (None: the record goes)


class WorkshopFile:
    """One workshop file, open for writing by this process alone until `close`."""

    def __init__(self, held: HeldFile) -> None:
        """Use `open` or `create`."""
        self.path = held.path
        self._held, self._sql = held, held.sql
        self._manifest: Manifest = {}
        self._head = b""  # the file's first bytes as we left them; b"" when a failed write left them open
        self._counted = False  # whether SQLite has counted this visit in its change counter
        self._doubtful: tuple[str, Manifest] | None = None  # a write that may or may not be in the file
        self._holder: Holder | None = None
        self._read: dict[str, list[Row]] = {}  # what verifying has read, until it is asked for
        self._log: list[Row] = []

    @classmethod
    def open(
        cls, path: Path, *, accept_edits: bool = False, claim: bool = True, structure: bool = True
    ) -> WorkshopFile:
        """Open an existing workshop of today's schema and verify it row by row.

        `claim` leaves word for others who has it open. Without `structure` a file whose rows are all sound is opened
        though SQLite finds fault with it: good for reading only.
        Raises NotAWorkshop, NewerVersion, Damaged, EditedElsewhere (unless `accept_edits`), InUse, FileProblem.
        """
        read_header(path)
        try:
            held = connect(path)
        except InUse as error:
            raise in_use(path, Holder.told(path)) from error
        file = cls(held)
        try:
            file._verify(accept_edits, structure)
        except BaseException:
            file.close()
            raise
        held.end_of_reading()
        if claim:
            file._holder = Holder.claim(path)
        return file

    @classmethod
    def create(cls, path: Path) -> WorkshopFile:
        """A new, empty workshop file. Raises FileProblem where something of that name is there already."""
        with drafted(path) as draft:
            held = connect(draft, create=True)
            try:
                with reading(draft):
                    held.sql.execute("BEGIN IMMEDIATE")
                    schema.create(held.sql)
                    held.sql.execute("COMMIT")
                    settle(held)
            finally:
                held.close()
        return cls.open(path)

    def close(self) -> None:
        """Let go of the file. Every change is on the disk already."""
        if self._holder is not None:
            self._holder.release()
        self._held.close()

    # Reading

    def records(self) -> Iterator[Record]:
        """Every record of the file, in the order in which they came."""
        with reading(self.path):
            for table in TABLES:
                found = self._read.pop(table, None)
                for row in rows_of(self._sql, table) if found is None else found:
                    yield record(table, *decode(table, row))

    def entries(self) -> list[log.Entry]:
        """The log, oldest first, without deltas."""
        with reading(self.path):
            found, self._log = self._log, []
            return [log.entry_of(row) for row in found] or list(log.entries(self._sql))

    def deltas(self, uuid: str) -> tuple[Delta, ...]:
        """The deltas of one logged change."""
        with reading(self.path):
            return log.deltas(self._sql, uuid)

    def touching(self, card_id: str) -> list[tuple[int, tuple[Delta, ...]]]:
        """(seq, deltas) of every logged change of a card, newest first."""
        with reading(self.path):
            return list(log.touching(self._sql, card_id))

    def replayed(self) -> Iterator[tuple[int, tuple[Delta, ...]]]:
        """The deltas of the whole log, oldest first."""
        with reading(self.path):
            yield from log.all_deltas(self._sql)

    # Writing

    def write(self, states: Iterable[NewState], entries: Iterable[log.NewEntry]) -> None:
        """Write new states of records and their log rows in one transaction: on the disk when this returns.

        `entries` holds one at least. Raises NotSaved (or another FileProblem): the file holds what it held before;
        Unsure: ask `arrived` before the next write.
        """
        self._check_ours()
        manifest, last = dict(self._manifest), ""
        manifest[COUNTER] = self._counter() + (not self._counted), 0
        try:
            self._sql.execute("BEGIN IMMEDIATE")
            for (table, goes), group in groupby(states, lambda state: (state[0], state[2] is None)):
                self._write_states(manifest, table, [state[1:] for state in group], goes=goes)
            for entry in entries:
                self._write_entry(manifest, entry)
                last = entry.uuid
            write_manifest(self._sql, manifest, {**self._manifest, COUNTER: (-1, 0)})
        except BaseException as error:
            self._roll_back()
            if isinstance(error, _OF_THE_WORLD):
                raise not_saved(self.path, error) from error
            raise
        self._commit(last, manifest)

    @property
    def in_doubt(self) -> bool:
        """Whether the last write may or may not be in the file: ask `arrived`."""
        return self._doubtful is not None

    def arrived(self) -> bool:
        """Whether the write that ended in Unsure is in the file after all (False where there was none).

        Raises NotSaved as long as that cannot be seen.
        """
        if self._doubtful is None:
            return False
        self._check_ours()
        uuid, manifest = self._doubtful
        try:
            found = log.holds(self._sql, uuid)
        except sqlite3.Error as error:
            raise unsure(self.path, error) from error
        if found:
            self._written(manifest)
        self._doubtful = None
        return found

    def _write_states(
        self, manifest: Manifest, table: str, states: list[tuple[str, Mapping[str, Any] | None]], *, goes: bool
    ) -> None:
        """Write records of one table, each once; `goes`: delete them."""
        rows, xor = manifest[table]
        for (found,) in self._sums(table, [key for key, _ in states]):
            rows, xor = rows - 1, xor ^ found
        if goes:
            self._sql.executemany(f'DELETE FROM "{table}" WHERE key = ?', [(key,) for key, _ in states])
        else:
            new = [encode(table, key, fields or {}) for key, fields in states]
            names = columns(table)
            marks = ", ".join("?" * len(names.split(", ")))
            updates = ", ".join(f"{name} = excluded.{name}" for name in names.split(", ")[1:])
            self._sql.executemany(
                f'INSERT INTO "{table}" ({names}) VALUES ({marks}) ON CONFLICT (key) DO UPDATE SET {updates}', new
            )
            rows, xor = rows + len(new), xor ^ xor_of(row[-1] for row in new)
        manifest[table] = rows, xor

    def _sums(self, table: str, keys: list[str]) -> Iterator[tuple[int]]:
        """The checksums of those of these rows that are there."""
        for start in range(0, len(keys), AT_ONCE):
            some = keys[start : start + AT_ONCE]
            marks = ", ".join("?" * len(some))
            yield from self._sql.execute(f'SELECT sum FROM "{table}" WHERE key IN ({marks})', some)

    def _write_entry(self, manifest: Manifest, entry: log.NewEntry) -> None:
        rows, xor = manifest[schema.CHANGE]
        seq = self._sql.execute("SELECT coalesce(max(seq), 0) + 1 FROM change").fetchone()[0]
        row = log.row_of(seq, entry)
        self._sql.execute(f"INSERT INTO change VALUES ({', '.join('?' * len(row))})", row)
        manifest[schema.CHANGE] = rows + 1, xor ^ row[-2]

    def _commit(self, uuid: str, manifest: Manifest) -> None:
        """End the transaction. When SQLite reports an error here the change may be on the disk all the same: look."""
        try:
            self._sql.execute("COMMIT")
            if not self._held.in_place():
                raise vanished(self.path, Unsure)
            self._written(manifest)
        except _OF_THE_WORLD as error:
            self._roll_back()
            self._doubtful = uuid, manifest
            if not self.arrived():
                raise not_saved(self.path, error) from error
        except BaseException:
            self._doubtful, self._head = (uuid, manifest), b""
            raise

    def _written(self, manifest: Manifest) -> None:
        self._manifest, self._counted, self._head = manifest, True, b""
        try:
            if self._counter() != manifest[COUNTER][0]:
                settle(self._held)
            self._head = self._held.head()
        except (sqlite3.Error, OSError, FileProblem):
            self._roll_back()  # a wrong count only blurs whether a later damage was an edit

    def _counter(self) -> int:
        with reading(self.path):
            return int.from_bytes(self._held.head()[24:28], "big")

    def _check_ours(self) -> None:
        """Raise NotSaved unless the path leads to the file that was opened and nobody else wrote into it."""
        if not self._held.in_place():
            raise vanished(self.path)
        try:
            if self._head and self._held.head() != self._head:
                raise overwritten(self.path)
        except OSError as error:
            raise not_saved(self.path, error) from error

    def _roll_back(self) -> None:
        self._counted, self._head = False, b""
        try:
            if self._sql.in_transaction:
                self._sql.execute("ROLLBACK")
        except sqlite3.Error:
            pass  # the journal stays; SQLite rolls it back at the next access

    def snapshot_to(self, path: Path) -> None:
        """A sound copy of the file, made through the open connection. Raises FileProblem (also where `path` exists)."""
        with drafted(path) as draft:
            self.copy_to(draft)

    def copy_to(self, draft: Path) -> None:
        """Copy the content into a new file that nobody else knows yet, synced, its manifest fitting its counter."""
        try:
            self._sql.execute("VACUUM INTO ?", (str(draft),))
            held = connect(draft)
        except (sqlite3.Error, UnicodeEncodeError) as error:
            raise not_saved(draft, error) from error
        try:
            with reading(draft):
                settle(held)
        finally:
            held.close()

    # Verifying

    def _verify(self, accept_edits: bool, structure: bool) -> None:
        header = self._held.header()
        if not _may_write(self.path.resolve()):
            raise unreadable(self.path, PermissionError(errno.EACCES, os.strerror(errno.EACCES)))
        with reading(self.path):
            wrong = schema.foreign_objects(self._sql)
            if wrong:
                raise foreign(self.path, wrong)
            self._manifest = read_manifest(self._sql)
            self._read = {table: rows_of(self._sql, table) for table in TABLES}
            bad = tuple(unsound({**self._read, schema.CHANGE: self._logged()}, self._manifest))
            faults = self._faults(1) if structure or bad else []
            if faults:
                raise damaged(self.path, (*bad, *faults))
            meant = self._manifest[COUNTER][0]
            if bad and (header.counter == meant or not header.by_sqlite):
                raise damaged(self.path, bad)
            self._head = self._held.head()
        if bad and not accept_edits:
            raise edited(self.path, bad)

    def _logged(self) -> Iterator[Row]:
        """The rows of the log; their heads are kept for `entries`."""
        names = ", ".join(schema.LOG_COLUMNS)
        for row in self._sql.execute(f"SELECT {names}, sum FROM change ORDER BY seq"):
            self._log.append(row[:-2])
            yield row

    def _faults(self, most: int) -> list[str]:
        found = [str(row[0]) for row in self._sql.execute(f"PRAGMA integrity_check({most})")]
        first, free = struct.unpack_from(">Ii", self._held.head(), 32)
        if free < 0 or bool(first) != bool(free):  # integrity_check overlooks it, the next edit would not
            found.append(f"free pages: {free}")
        return [text for text in found if text != "ok"]

    def integrity(self) -> list[str]:
        """All that SQLite finds wrong with the file beyond what `open` has verified; empty when sound."""
        with reading(self.path):
            wrong = self._faults(20)
            return wrong + [f"foreign key: {row[0]}" for row in self._sql.execute("PRAGMA foreign_key_check")]

    def reseal(self, records: Iterable[Record], entries: Iterable[log.NewEntry]) -> None:
        """Accept an edited file: make `records` its content and every checksum anew, with `entries` in the log."""
        rows: dict[str, list[Row]] = {table: [] for table in TABLES}
        for own in records:
            rows[own.table].append(encode(own.table, own.key, own.fields))
        try:
            counter = self._counter() + 1
            self._sql.execute("BEGIN IMMEDIATE")
            for table, encoded in rows.items():
                self._sql.execute(f'DELETE FROM "{table}"')
                marks = ", ".join("?" * len(columns(table).split(", ")))
                self._sql.executemany(f'INSERT INTO "{table}" ({columns(table)}) VALUES ({marks})', encoded)
            sealed = seal(self._sql, counter)
            manifest = dict(sealed)
            for entry in entries:
                self._write_entry(manifest, entry)
            write_manifest(self._sql, manifest, sealed)
            self._sql.execute("COMMIT")
        except BaseException as error:
            self._roll_back()
            if isinstance(error, _OF_THE_WORLD):
                raise not_saved(self.path, error) from error
            raise
        self._written(manifest)


_OF_THE_WORLD = (sqlite3.Error, OSError, OverflowError, UnicodeEncodeError)


def _may_write(path: Path) -> bool:
    """Whether changes can be saved: SQLite opens a file it may only read without a word, and needs a journal beside."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
