"""Brings a workshop of an older schema to today's: works on a copy, verifies it, keeps the old file, then swaps.

`MIGRATIONS[n]` turns schema n into n + 1 through sqlite-utils. The user's file is never worked on or removed.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from cxworkshop.store.connection import connect, forget, identity, read_header
from cxworkshop.store.problems import reading
from cxworkshop.store.schema import SCHEMA_VERSION
from cxworkshop.store.workshop_file import WorkshopFile, sync_folder

if TYPE_CHECKING:
    from sqlite_utils import Database

Migration = Callable[["Database"], None]
MIGRATIONS: dict[int, Migration] = {}


def needs_migration(path: Path) -> bool:
    """Whether the file is of an older schema (NotAWorkshop, NewerVersion, FileProblem as `read_header`)."""
    return read_header(path).version < SCHEMA_VERSION


def migrate(path: Path, migrations: Mapping[int, Migration] = MIGRATIONS, to: int = SCHEMA_VERSION) -> Path:
    """Migrate `path` to schema `to`; gives the path of the old file, kept beside it as "NAME (version N).cxw".

    Raises FileProblem; the file is then as it was.
    """
    version = read_header(path).version
    kept = _free_name(path, version)
    work = path.with_name(f".{path.name}.{os.getpid()}.migrating")
    work.unlink(missing_ok=True)
    try:
        _copy(path, work)
        _run(work, version, migrations, to)
        if to == SCHEMA_VERSION:
            WorkshopFile.open(work, accept_edits=True, claim=False).close()
        with reading(path):
            os.link(path, kept) if hasattr(os, "link") else _copy(path, kept)
            os.replace(work, path)
            sync_folder(path.parent)
    finally:
        work.unlink(missing_ok=True)
    return kept


def _copy(path: Path, target: Path) -> None:
    connection = connect(path)
    own = identity(path)
    try:
        with reading(path):
            connection.execute("VACUUM INTO ?", (str(target),))
    finally:
        connection.close()
        forget(path, own)


def _run(work: Path, version: int, migrations: Mapping[int, Migration], to: int) -> None:
    from sqlite_utils import Database

    connection = connect(work)
    own = identity(work)
    try:
        with reading(work):
            database = Database(connection)
            connection.execute("BEGIN IMMEDIATE")
            for step in range(version, to):
                migrations[step](database)
            connection.execute(f"PRAGMA user_version = {to}")
            connection.execute("COMMIT")
    finally:
        connection.close()
        forget(work, own)


def _free_name(path: Path, version: int) -> Path:
    names = (
        path.with_name(f"{path.stem} (version {version}{extra}).cxw")
        for extra in ("", *map(" {}".format, range(2, 99)))
    )
    return next(name for name in names if not name.exists())
