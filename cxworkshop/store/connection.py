"""Opens the one SQLite connection a workshop gets, with the pragmas and limits it must have. Knows no tables.

Never open a workshop file a second time in one process, not even to read its bytes: on POSIX closing any descriptor of
a file drops every lock this process holds on it.
"""

from __future__ import annotations

import sqlite3
import struct
import time
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from cxworkshop.store.problems import in_use, newer, not_a_workshop, reading
from cxworkshop.store.schema import APPLICATION_ID, SCHEMA_VERSION

_MAGIC = b"SQLite format 3\x00"
_open_files: dict[tuple[int, int], Path] = {}  # (device, inode) of every workshop this process holds open
_DEADLINE = 30.0  # seconds that reading a whole file may take before it is called hostile

_PRAGMAS = (
    "journal_mode=DELETE",
    "synchronous=EXTRA",
    "foreign_keys=ON",
    "secure_delete=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "temp_store=MEMORY",
)


class Header(NamedTuple):
    """What the first hundred bytes of a workshop file say. `counter` counts the programs' visits that wrote."""

    version: int
    counter: int


def read_header(path: Path) -> Header:
    """Look at a file that this process does not hold open. Raises NotAWorkshop, NewerVersion, FileProblem."""
    if is_open_here(path):
        raise in_use(path, "")
    with reading(path), path.open("rb") as stream:
        head = stream.read(100)
    if len(head) < 100 or not head.startswith(_MAGIC):
        raise not_a_workshop(path)
    (counter,) = struct.unpack_from(">I", head, 24)
    version, application = struct.unpack_from(">i", head, 60)[0], struct.unpack_from(">I", head, 68)[0]
    if application != APPLICATION_ID or version < 1:
        raise not_a_workshop(path)
    if version > SCHEMA_VERSION:
        raise newer(path, version)
    return Header(version, counter)


def is_open_here(path: Path) -> bool:
    """Whether this process holds the file open."""
    return _identity(path) in _open_files


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def connect(path: Path, *, create: bool = False) -> sqlite3.Connection:
    """The connection, alone on the file for as long as it is open. Raises InUse, FileProblem."""
    mode = "rwc" if create else "rw"
    with reading(path):
        connection = sqlite3.connect(
            f"file:{quote(str(path.absolute()))}?mode={mode}", uri=True, timeout=0.0, isolation_level=None
        )
    try:
        with reading(path):
            _harden(connection)
            connection.execute("PRAGMA locking_mode=EXCLUSIVE")
            for pragma in _PRAGMAS:
                connection.execute(f"PRAGMA {pragma}")
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("COMMIT")
    except BaseException:
        connection.close()
        raise
    remember(path)
    return connection


def remember(path: Path) -> None:
    identity = _identity(path)
    if identity is not None:
        _open_files[identity] = path


def forget(path: Path, identity: tuple[int, int] | None) -> None:
    _open_files.pop(identity or _identity(path) or (0, 0), None)


def identity(path: Path) -> tuple[int, int] | None:
    """Device and inode of the file, None where there is none: tells whether it is still the file that was opened."""
    return _identity(path)


def _harden(connection: sqlite3.Connection) -> None:
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 1)  # VACUUM needs one
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 400_000_000)
    connection.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, 100_000)
    connection.setlimit(sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 1)
    start = time.monotonic()
    connection.set_progress_handler(lambda: time.monotonic() - start > _DEADLINE, 50_000)


def opened(connection: sqlite3.Connection) -> None:
    """The file has been read and found sound: the deadline on reading it ends."""
    connection.set_progress_handler(None, 0)
