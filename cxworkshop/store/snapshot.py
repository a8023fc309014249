"""Reads a workshop without touching it: copies the file (and what a crash left beside it) aside and opens the copy.

So a workshop that is open elsewhere, or lies on a read-only disk, can still be traced, exported and looked at.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from cxworkshop.store.connection import looking, read_header
from cxworkshop.store.migrations import migrate, needs_migration
from cxworkshop.store.problems import Damaged, reading
from cxworkshop.store.schema import SCHEMA_VERSION
from cxworkshop.store.workshop_file import WorkshopFile

_TRIES = 4
_PAUSE = 0.05  # seconds between two tries to catch the file at rest
_BESIDE = ("-journal", "-wal")  # what SQLite needs beside the file to read it after a crash


@contextlib.contextmanager
def opened_copy(path: Path, *, accept_edits: bool = False, structure: bool = True) -> Iterator[WorkshopFile]:
    """A private copy of the workshop, of today's schema, verified like the original, gone afterwards.

    The original is not touched. Raises as `WorkshopFile.open`; InUse where this process has it open.
    """
    with reading(path):
        folder = tempfile.TemporaryDirectory(prefix="cxworkshop-", ignore_cleanup_errors=True)
    with folder:
        file = _open_copy(path, Path(folder.name), accept_edits, structure)
        try:
            yield file
        finally:
            file.close()


def prepare(path: Path, *, accept_edits: bool = False) -> None:
    """Make a file that is not as we keep it ready to be opened: of an older schema, or switched to another journal.

    Raises as `WorkshopFile.open`; a file that cannot be opened is left as it is.
    """
    header = read_header(path)
    if header.wal:
        with opened_copy(path, accept_edits=accept_edits):
            pass  # only a sound workshop is switched back, which `connect` does
    if header.version < SCHEMA_VERSION:
        migrate(path, accept_edits=accept_edits)


def _open_copy(path: Path, folder: Path, accept_edits: bool, structure: bool) -> WorkshopFile:
    """Somebody may write while we copy, and half a change looks like damage: then once more."""
    for attempt in range(1, _TRIES + 1):
        read_header(path)
        copy = folder / str(attempt) / path.name
        copy.parent.mkdir()
        calm = _copy(path, copy)
        try:
            if needs_migration(copy):
                migrate(copy, accept_edits=accept_edits)
            return WorkshopFile.open(copy, accept_edits=accept_edits, claim=False, structure=structure)
        except Damaged:
            if (calm and attempt > 1) or attempt == _TRIES:
                raise
        time.sleep(_PAUSE)
    raise AssertionError("unreachable")


def _copy(path: Path, copy: Path) -> bool:
    """Copy the file and what lies beside it; False where somebody wrote meanwhile."""
    real = path.resolve()  # SQLite lays its journal beside the file itself, not beside a link to it
    names = [real, *(real.with_name(real.name + end) for end in _BESIDE)]
    before = _state(names)
    with looking(path), reading(path):
        shutil.copyfile(real, copy)
        for name, end in zip(names[1:], _BESIDE, strict=True):
            with contextlib.suppress(FileNotFoundError):
                shutil.copyfile(name, copy.with_name(copy.name + end))
    return _state(names) == before


def _state(names: list[Path]) -> list[tuple[int, int] | None]:
    return [(found.st_mtime_ns, found.st_size) if (found := _stat(name)) else None for name in names]


def _stat(name: Path) -> os.stat_result | None:
    try:
        return name.stat()
    except OSError:
        return None
