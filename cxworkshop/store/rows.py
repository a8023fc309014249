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
    """Key and fields of a row as selected by `columns` (ValueError, TypeError where it is none of ours)."""
    own = OWN_COLUMNS[table]
    text = row[len(own) + 1]
    if type(row[0]) is not str:
        raise TypeError("the key is not a text")
    loaded = {} if text == "{}" else from_json(text)
    if not isinstance(loaded, dict) or any(name in loaded for name in own):
        raise ValueError("fields are not an object, or hold what has a column of its own")
    if own:
        loaded = {**dict(zip(own, row[1:], strict=False)), **loaded}
    return row[0], loaded


def columns(table: str) -> str:
    return ", ".join(("key", *OWN_COLUMNS[table], "fields", "sum"))


def checksum(row: Row) -> int:
    """A signed 64-bit checksum of a row's values (without the checksum itself)."""
    try:
        text = "\x1f".join(row)
    except TypeError:  # a row of the log
        if not all(value is None or isinstance(value, int | str) for value in row):
            raise
        text = "\x1f".join(["" if value is None else str(value) for value in row])
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)


def to_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def from_json(text: str) -> Any:
    """What `to_json` wrote, with nothing before or after it (ValueError, TypeError). Quicker than json.loads."""
    try:
        value, end = _scan(text, 0)
    except StopIteration:
        raise ValueError("not JSON") from None
    if end != len(text):
        raise ValueError("more than JSON")
    return value


_scan = json.JSONDecoder().scan_once  # type: ignore[attr-defined]


def deltas_to_json(deltas: tuple[Delta, ...]) -> str:
    """Deltas as the log keeps them: [table, key, before, after] each."""
    return to_json([[delta.table, delta.key, delta.before, delta.after] for delta in deltas])


def deltas_from_json(text: str) -> tuple[Delta, ...]:
    """The deltas of a log row (ValueError, TypeError where it is none)."""
    return tuple(_delta(*item) for item in from_json(text))


def _delta(table: Any, key: Any, before: Any, after: Any) -> Delta:
    fits = table in OWN_COLUMNS and isinstance(key, str)
    if not fits or not isinstance(before, dict | None) or not isinstance(after, dict | None) or before is after is None:
        raise ValueError("not a delta")
    return Delta(table, key, before, after)
