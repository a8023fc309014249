"""The tables and views of a workshop file, and whether a file found holds exactly these. Reads no workshop."""

from __future__ import annotations

import re
import sqlite3

from cxworkshop.model.cards import KINDS
from cxworkshop.model.fields import Field, FieldType
from cxworkshop.model.records import CARD, LINK, RECORD_TABLES, TABLES, WORKSHOP, WORKSHOP_FIELDS, fields_of

APPLICATION_ID = 0x43585753  # "CXWS"
SCHEMA_VERSION = 1
CHANGE, MANIFEST = "change", "manifest"

# The columns of a state table beside `key`, `fields` and `sum`; what stands here does not stand in `fields`.
OWN_COLUMNS: dict[str, tuple[str, ...]] = {table: () for table in TABLES} | {
    CARD: ("kind",),
    LINK: ("verb", "source", "target"),
}

LOG_COLUMNS = ("seq", "uuid", "at", "author", "room", "origin", "refers", '"group"', "label", "deltas")

_STATE_TABLE = """CREATE TABLE "{table}" (
  key TEXT NOT NULL PRIMARY KEY,{own}
  fields TEXT NOT NULL,
  sum INTEGER NOT NULL
) STRICT"""
_REFERENCE = " REFERENCES card(key) DEFERRABLE INITIALLY DEFERRED"
_CHANGE_TABLE = """CREATE TABLE "change" (
  seq INTEGER NOT NULL PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL,
  author TEXT NOT NULL,
  room TEXT NOT NULL,
  origin TEXT NOT NULL,
  refers TEXT,
  "group" TEXT,
  label TEXT NOT NULL,
  sum INTEGER NOT NULL,
  deltas TEXT NOT NULL
) STRICT"""
_MANIFEST_TABLE = """CREATE TABLE "manifest" (
  name TEXT NOT NULL PRIMARY KEY,
  rows INTEGER NOT NULL,
  xor INTEGER NOT NULL
) STRICT"""
_LINK_INDEX = 'CREATE INDEX "link_target" ON "link" (target)'
_LINK_SOURCE_INDEX = 'CREATE INDEX "link_source" ON "link" (source)'


def state_table(table: str) -> str:
    """The CREATE TABLE of one state table."""
    own = ""
    for column in OWN_COLUMNS[table]:
        own += f"\n  {column} TEXT NOT NULL{_REFERENCE if column in ('source', 'target') else ''},"
    return _STATE_TABLE.format(table=table, own=own)


def _column(field: Field) -> str:
    return f"json_extract(fields, '$.{field.name}') AS \"{field.name}\""


def views() -> dict[str, str]:
    """One SELECT a kind and a record table, each field a column but pictures: name of the view -> its SELECT."""
    made = {}
    for kind in KINDS.values():
        columns = ["key AS id", *(_column(field) for field in kind.all_fields if field.type is not FieldType.IMAGE)]
        made[f"v_{kind.name}"] = f"SELECT {', '.join(columns)} FROM card WHERE kind = '{kind.name}'"
    made["v_link"] = "SELECT verb, source, target, fields FROM link"
    for table in RECORD_TABLES:
        columns = [_column(field) for field in fields_of(table)]
        made[f"v_{table}"] = f"SELECT {', '.join(columns)}, fields FROM {table}"
    columns = [_column(field) for field in WORKSHOP_FIELDS]
    made["v_workshop"] = f"SELECT {', '.join(columns)} FROM workshop WHERE key = 'workshop'"
    return made


def statements() -> dict[str, str]:
    """Every object of the schema: name -> its CREATE statement."""
    made = {table: state_table(table) for table in (WORKSHOP, *(name for name in TABLES if name != WORKSHOP))}
    made[CHANGE] = _CHANGE_TABLE
    made[MANIFEST] = _MANIFEST_TABLE
    made["link_source"] = _LINK_SOURCE_INDEX
    made["link_target"] = _LINK_INDEX
    made.update({name: f'CREATE VIEW "{name}" AS {select}' for name, select in views().items()})
    return made


def create(connection: sqlite3.Connection) -> None:
    """Make all tables and views in an empty database, and mark it as a workshop."""
    for statement in statements().values():
        connection.execute(statement)
    names = [*TABLES, CHANGE]
    connection.executemany("INSERT INTO manifest VALUES (?, 0, 0)", [(name,) for name in names])
    connection.execute("INSERT INTO manifest VALUES ('counter', 0, 0)")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def foreign_objects(connection: sqlite3.Connection) -> list[str]:
    """What stands in the file's schema that must not, and what is missing or different: names, empty when all is well.

    Triggers are never ours. Tables and views under other names are left alone: nothing of ours reads them.
    """
    ours = statements()
    found: dict[str, str] = {}
    wrong = []
    for kind, name, table, sql in connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema"):
        if kind == "trigger":
            wrong.append(str(name))
        elif str(name) in ours:
            found[str(name)] = str(sql)
        elif str(table) in ours and sql is not None:
            wrong.append(str(name))
    for name, statement in ours.items():
        if _plain(found.get(name, "")) != _plain(statement):
            wrong.append(name)
    return wrong


def _plain(sql: str) -> str:
    return re.sub(r"\s+", " ", sql).replace('"', "").strip()
