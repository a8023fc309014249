"""Brings a workshop of an older schema to today's: works on a copy, verifies it, keeps the old file, then swaps.

`MIGRATIONS[n]` turns schema n into n + 1 through sqlite-utils: tables, views and, where fields change their names, the
deltas of the log; checksums are made anew afterwards. The user's file is never worked on or removed.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from cxworkshop.model.records import TABLES
from cxworkshop.store.connection import HeldFile, connect, read_header
from cxworkshop.store.drafting import sync_folder
from cxworkshop.store.problems import damaged, edited, reading
from cxworkshop.store.schema import CHANGE, SCHEMA_VERSION
from cxworkshop.store.seal import COUNTER, read_manifest, rows_of, seal, unsound
from cxworkshop.store.workshop_file import WorkshopFile

if TYPE_CHECKING:
    from sqlite_utils import Database

Migration = Callable[["Database"], None]
MIGRATIONS: dict[int, Migration] = {}


def needs_migration(path: Path) -> bool:
    """Whether the file is of an older schema (NotAWorkshop, NewerVersion, FileProblem as `read_header`)."""
    return read_header(path).version < SCHEMA_VERSION


def migrate(
    path: Path,
    migrations: Mapping[int, Migration] = MIGRATIONS,
    to: int = SCHEMA_VERSION,
    *,
    accept_edits: bool = False,
) -> Path:
    """Migrate `path` to schema `to`; gives the path of the old file, kept beside it as "NAME (version N).cxw".

    Raises Damaged, EditedElsewhere (unless `accept_edits`), FileProblem; the file is then as it was. Whenever it is
    interrupted, the file under this name is whole: the old one or the new one.
    """
    path = path.resolve()
    read_header(path)
    work = path.with_name(f".{path.name[:200]}.migrating")
    old = connect(path)  # held until the end: nobody writes into a file that is about to be replaced
    try:
        version = old.header().version
        _check_sound(old, accept_edits)
        with reading(path):
            work.unlink(missing_ok=True)  # of a migration that was interrupted
            old.sql.execute("VACUUM INTO ?", (str(work),))
            shutil.copymode(path, work)
        _run(work, version, migrations, to)
        if to == SCHEMA_VERSION:
            WorkshopFile.open(work, claim=False).close()
        with reading(path):
            return _swap(old, work, _free_name(path, version))
    finally:
        old.close()
        with contextlib.suppress(OSError):
            work.unlink(missing_ok=True)


def _check_sound(old: HeldFile, accept_edits: bool) -> None:
    header, sql = old.header(), old.sql
    with reading(old.path):
        manifest = read_manifest(sql)
        tables = [table for table in (*TABLES, CHANGE) if table in manifest]
        bad = tuple(unsound({table: rows_of(sql, table) for table in tables}, manifest))
        faults = [str(row[0]) for row in sql.execute("PRAGMA integrity_check(1)") if row[0] != "ok"]
        triggers = [str(row[0]) for row in sql.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'")]
    if faults or triggers or (bad and header.counter == manifest[COUNTER][0]):
        raise damaged(old.path, (*bad, *faults, *triggers))
    if bad and not accept_edits:
        raise edited(old.path, bad)


def _run(work: Path, version: int, migrations: Mapping[int, Migration], to: int) -> None:
    from sqlite_utils import Database

    held = connect(work)
    try:
        with reading(work):
            counter = held.header().counter + 1
            database = Database(held.sql)
            held.sql.execute("BEGIN IMMEDIATE")
            for step in range(version, to):
                migrations[step](database)
            seal(held.sql, counter)
            held.sql.execute(f"PRAGMA user_version = {to}")
            held.sql.execute("COMMIT")
    finally:
        held.close()


def _swap(old: HeldFile, work: Path, kept: Path) -> Path:
    """Keep the old file under another name, then give its name to the new one in one step."""
    path = old.path
    if not kept.exists():
        try:
            os.link(path, kept)
        except OSError:  # a file system without hard links (sticks)
            old.sql.execute("VACUUM INTO ?", (str(kept),))
    if os.name == "nt":
        old.close()  # Windows replaces no file that is open
    os.replace(work, path)
    sync_folder(path.parent)
    return kept


def _free_name(path: Path, version: int) -> Path:
    """A name for the old file that is free, or already its own from a migration that was interrupted."""
    number = 1
    while True:
        extra = "" if number == 1 else f" {number}"
        name = path.with_name(f"{path.stem} (version {version}{extra}).cxw")
        if not name.exists() or name.samefile(path):
            return name
        number += 1
