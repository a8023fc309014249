"""Records as rows of the file and back, each with a short checksum of its content. Knows the tables, not the file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import blake2b
from typing import Any

from cxworkshop.model.changes import Delta
from cxworkshop.store.schema import OWN_COLUMNS

Row = tuple[Any, ...]


def encode(table: str, key: str, fields: Mapping[str, Any]) -> Row:
    """The row of a record: key, own columns, the other fields as JSON, checksum."""
    own = OWN_COLUMNS[table]
    rest = {name: value for name, value in fields.items() if name not in own}
    row = (key, *(fields[name] for name in own), to_json(rest))
    return (*row, checksum(row))


def decode(table: str, row: Row) -> tuple[str, dict[str, Any]]:
    """Key and fields of a row as selected by `columns` (the checksum may follow; it is not looked at)."""
    own = OWN_COLUMNS[table]
    key, *rest = row
    fields = dict(zip(own, rest, strict=False))
    loaded = json.loads(rest[len(own)])
    if not isinstance(loaded, dict):
        raise ValueError("fields are not an object")
    return str(key), {**fields, **loaded}


def columns(table: str) -> str:
    return ", ".join(("key", *OWN_COLUMNS[table], "fields", "sum"))


def checksum(row: Row) -> int:
    """A signed 64-bit checksum of a row's values (without the checksum itself)."""
    text = "\x1f".join("" if value is None else str(value) for value in row)
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)


def to_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def deltas_to_json(deltas: tuple[Delta, ...]) -> str:
    """Deltas as the log keeps them: [table, key, before, after] each."""
    return to_json([[delta.table, delta.key, delta.before, delta.after] for delta in deltas])


def deltas_from_json(text: str) -> tuple[Delta, ...]:
    """The deltas of a log row (ValueError, TypeError where it is none)."""
    return tuple(_delta(*item) for item in json.loads(text))


def _delta(table: Any, key: Any, before: Any, after: Any) -> Delta:
    fits = table in OWN_COLUMNS and isinstance(key, str)
    if not fits or not isinstance(before, dict | None) or not isinstance(after, dict | None) or before is after is None:
        raise ValueError("not a delta")
    return Delta(table, key, before, after)
