"""Takes a workshop file in hand: its one SQLite connection, alone on it, with the pragmas and limits it must have.

Never open a workshop file a second time in one process, not even to read its bytes: on POSIX closing any descriptor of
a file drops every lock this process holds on it. Knows no tables.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import stat
import struct
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from cxworkshop.store.problems import in_use, newer, not_a_workshop, reading, unreadable
from cxworkshop.store.schema import APPLICATION_ID, SCHEMA_VERSION

Identity = tuple[int, int]  # device and inode

_MAGIC = b"SQLite format 3\x00"
_DEADLINE = 30.0  # seconds that reading a whole file may take before it is called hostile
_PATIENCE = 0.5  # seconds to wait for somebody who only looks at the file before it is said to be in use
_TRIES = 3

_open_files: set[Identity] = set()  # every file this process holds
_one_at_a_time = threading.RLock()  # between looking whether a file is held here and opening it

_PRAGMAS = (
    "locking_mode=EXCLUSIVE",
    "journal_mode=DELETE",
    "synchronous=EXTRA",
    "foreign_keys=ON",
    "secure_delete=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "temp_store=MEMORY",
)


class Header(NamedTuple):
    """What the first hundred bytes of a workshop file say. `counter` counts the programs' visits that wrote.

    `by_sqlite`: the counter was last written by SQLite, not by chance. `wal`: another program switched the file to
    write-ahead logging.
    """

    version: int
    counter: int
    by_sqlite: bool
    wal: bool


class HeldFile:
    """A database file in this process's hands: the connection, and a descriptor to look at its first bytes.

    The descriptor is closed after the connection, never before: its closing would drop the connection's locks.
    """

    def __init__(self, path: Path, descriptor: int, identity: Identity, sql: sqlite3.Connection) -> None:
        self.path, self.identity, self.sql = path, identity, sql
        self._descriptor = descriptor

    def head(self) -> bytes:
        """The first hundred bytes as they are on the disk. Raises OSError."""
        os.lseek(self._descriptor, 0, os.SEEK_SET)
        return os.read(self._descriptor, 100)

    def header(self) -> Header:
        """As `read_header`, of the file in hand (after SQLite has rolled back what a crash left)."""
        with reading(self.path):
            return parsed(self.path, self.head())

    def in_place(self) -> bool:
        """Whether the path still leads to the file that was opened."""
        return identity(self.path) == self.identity

    def end_of_reading(self) -> None:
        """The file has been read and found sound: the deadline on reading it ends."""
        self.sql.set_progress_handler(None, 0)

    def close(self) -> None:
        """Let go of it; a second time does nothing."""
        with _one_at_a_time:
            if self._descriptor < 0:
                return
            self.sql.close()
            os.close(self._descriptor)
            self._descriptor = -1
            _open_files.discard(self.identity)


def read_header(path: Path) -> Header:
    """Look at a file that this process does not hold open. Raises NotAWorkshop, NewerVersion, InUse, FileProblem."""
    with looking(path), reading(path):
        if not stat.S_ISREG(path.stat().st_mode) and not path.is_dir():
            raise not_a_workshop(path)  # a pipe would make us wait for ever
        with path.open("rb") as stream:
            return parsed(path, stream.read(100))


def parsed(path: Path, head: bytes) -> Header:
    """The header of a workshop file from its first hundred bytes. Raises NotAWorkshop, NewerVersion."""
    if len(head) < 100 or not head.startswith(_MAGIC):
        raise not_a_workshop(path)
    counter, valid_for = struct.unpack_from(">I", head, 24)[0], struct.unpack_from(">I", head, 92)[0]
    version, application = struct.unpack_from(">i", head, 60)[0], struct.unpack_from(">I", head, 68)[0]
    if application != APPLICATION_ID or version < 1:
        raise not_a_workshop(path)
    if version > SCHEMA_VERSION:
        raise newer(path, version)
    return Header(version, counter, counter == valid_for, 2 in head[18:20])


@contextlib.contextmanager
def looking(path: Path) -> Iterator[None]:
    """While the bytes of a file are read without SQLite: sees to it that this process does not hold it (InUse)."""
    with _one_at_a_time:
        if identity(path) in _open_files:
            raise in_use(path, "")
        yield


def identity(path: Path) -> Identity | None:
    """Device and inode of the file, None where there is none: tells whether it is still the file that was opened."""
    try:
        return _identity(path.stat())
    except OSError:
        return None


def _identity(found: os.stat_result) -> Identity:
    return found.st_dev, found.st_ino


def connect(path: Path, *, create: bool = False) -> HeldFile:
    """The file in hand, alone on it until it is closed. Raises InUse, FileProblem."""
    for _ in range(_TRIES):
        held = _connect(path, create)
        if held.in_place():
            return held
        held.close()  # the name was given to another file while we waited for the lock
    raise in_use(path, "")


def _connect(path: Path, create: bool) -> HeldFile:
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    with looking(path), reading(path):
        descriptor = os.open(path, flags | os.O_CREAT | os.O_EXCL if create else flags, 0o666)
        own = _identity(os.fstat(descriptor))
        _open_files.add(own)
        try:
            uri = f"file:{quote(os.fsencode(path.absolute()), safe='')}?mode=rw"  # a name may hold % ? # or any byte
            sql = sqlite3.connect(uri, uri=True, timeout=_PATIENCE, isolation_level=None)
        except BaseException:
            os.close(descriptor)
            _open_files.discard(own)
            raise
    held = HeldFile(path, descriptor, own, sql)
    try:
        with reading(path):
            _harden(sql)
            _take(path, sql)
    except BaseException:
        held.close()
        raise
    return held


def _take(path: Path, sql: sqlite3.Connection) -> None:
    answers = [sql.execute(f"PRAGMA {pragma}").fetchone() for pragma in _PRAGMAS]
    if answers[1] != ("delete",):
        raise unreadable(path, OSError("its journal mode cannot be changed"))
    sql.execute("BEGIN EXCLUSIVE")
    sql.execute("COMMIT")


def _harden(sql: sqlite3.Connection) -> None:
    sql.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 1)  # VACUUM needs one
    sql.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 400_000_000)
    sql.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, 100_000)
    sql.setlimit(sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 1)
    start = time.monotonic()
    sql.set_progress_handler(lambda: time.monotonic() - start > _DEADLINE, 50_000)
