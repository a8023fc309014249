"""Reads a workshop without touching it: copies the file (and a journal left by a crash) aside and opens the copy.

So a workshop that is open elsewhere, or lies on a read-only disk, can still be traced, exported and looked at.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from cxworkshop.store.connection import read_header
from cxworkshop.store.problems import Damaged, in_use, reading
from cxworkshop.store.workshop_file import WorkshopFile

_TRIES = 4


@contextlib.contextmanager
def opened_copy(path: Path, *, accept_edits: bool = False) -> Iterator[WorkshopFile]:
    """A private copy of the workshop, verified like the original, gone afterwards. The original is not touched."""
    with tempfile.TemporaryDirectory(prefix="cxworkshop-") as folder:
        file = _open_copy(path, Path(folder), accept_edits)
        try:
            yield file
        finally:
            file.close()


def _open_copy(path: Path, folder: Path, accept_edits: bool) -> WorkshopFile:
    for attempt in range(_TRIES):
        read_header(path)
        copy = folder / str(attempt) / path.name
        copy.parent.mkdir()
        calm = _copy(path, copy)
        try:
            return WorkshopFile.open(copy, accept_edits=accept_edits, claim=False)
        except Damaged:
            if calm or attempt == _TRIES - 1:
                raise
    raise in_use(path, "")


def _copy(path: Path, copy: Path) -> bool:
    """Copy file and journal; False where somebody wrote meanwhile."""
    before = _state(path)
    with reading(path):
        shutil.copyfile(path, copy)
        journal = path.with_name(path.name + "-journal")
        if journal.exists():
            with contextlib.suppress(FileNotFoundError):
                shutil.copyfile(journal, copy.with_name(copy.name + "-journal"))
    return _state(path) == before


def _state(path: Path) -> tuple[object, ...]:
    journal = path.with_name(path.name + "-journal")
    return tuple(
        (found.st_mtime_ns, found.st_size) if os.path.exists(name) and (found := os.stat(name)) else None
        for name in (path, journal)
    )
