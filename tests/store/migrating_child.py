"""Migrates a workshop by an artificial migration, slowly enough to be killed anywhere in between."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from cxworkshop.store.migrations import migrate

if TYPE_CHECKING:
    from sqlite_utils import Database


def rename_a_field(database: Database) -> None:
    """The artificial migration from schema 1 to 2: a field gets another name, in the cards and in the log."""
    database.execute(
        "UPDATE card SET fields = json_set(json_remove(fields, '$.sample'), '$.asked', fields ->> '$.sample')"
        " WHERE kind = 'need'"
    )
    database["extra"].create({"key": str, "fields": str}, pk="key", strict=True)
    for row in database["card"].rows:
        database["extra"].insert({"key": row["key"], "fields": row["fields"]})
    time.sleep(0.02)


def main(path: Path) -> None:
    print("READY", flush=True)
    time.sleep(0.01)
    print("kept", migrate(path, {1: rename_a_field}, to=2).name, flush=True)


if __name__ == "__main__":
    import sqlite_utils  # noqa: F401  (loaded before the clock of the kill starts)

    main(Path(sys.argv[1]))
