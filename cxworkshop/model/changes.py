"""Changes as data: for every record the fields before and after, so that any change can be inverted. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

Fields = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Delta:
    """What happened to one record.

    Created: `before` is None and `after` holds every field. Deleted: the other way round. Changed: both hold only the
    fields that differ; a field missing on one side was absent there.
    """

    table: str
    key: str
    before: Fields | None
    after: Fields | None

    def inverse(self) -> Delta:
        return Delta(self.table, self.key, self.after, self.before)

    @property
    def creates(self) -> bool:
        return self.before is None

    @property
    def deletes(self) -> bool:
        return self.after is None


class Label(NamedTuple):
    """What a change did, for people: an English text marked with `N_` and its named values."""

    text: str
    values: Mapping[str, str] = {}


@dataclass(frozen=True)
class ChangeSet:
    """Several deltas that happen together or not at all. An empty one changes nothing and is not logged."""

    deltas: tuple[Delta, ...] = ()
    label: Label = field(default=Label(""))

    def __bool__(self) -> bool:
        return bool(self.deltas)

    def inverse(self) -> ChangeSet:
        """The change that takes this one back."""
        return ChangeSet(tuple(delta.inverse() for delta in reversed(self.deltas)), self.label)

    def touched(self, table: str) -> set[str]:
        """The keys of the records of `table` that this change creates, changes or deletes."""
        return {delta.key for delta in self.deltas if delta.table == table}


def together(changes: Iterable[ChangeSet], label: Label) -> ChangeSet:
    """Several changes, made one after another, as one."""
    return ChangeSet(tuple(delta for change in changes for delta in change.deltas), label)


def difference(table: str, key: str, before: Fields | None, after: Fields | None) -> Delta | None:
    """The delta from one state of a record to another (None: there is no difference)."""
    if before is None and after is None:
        return None
    if before is None or after is None:
        return Delta(table, key, before, after)
    names = [name for name in {**before, **after} if not same(before, after, name)]
    if not names:
        return None
    return Delta(
        table,
        key,
        {name: before[name] for name in names if name in before},
        {name: after[name] for name in names if name in after},
    )


def same(one: Fields, other: Fields, name: str) -> bool:
    """Whether a field is absent in both or equal in both (true is not 1, 1 is 1.0)."""
    if (name in one) != (name in other):
        return False
    if name not in one:
        return True
    return _equal(one[name], other[name])


def _equal(one: Any, other: Any) -> bool:
    return one == other and isinstance(one, bool) == isinstance(other, bool)


def applied(fields: Fields | None, delta: Delta) -> Fields | None:
    """The fields of a record after `delta` (None: no record)."""
    if delta.after is None or delta.before is None or fields is None:
        return delta.after
    kept = {name: value for name, value in fields.items() if name not in delta.before}
    return {**kept, **delta.after}


def fits(fields: Fields | None, delta: Delta) -> bool:
    """Whether `delta` starts from these fields (None: no record)."""
    if delta.before is None or fields is None:
        return delta.before is None and fields is None
    if delta.after is None:
        return len(delta.before) == len(fields) and all(same(fields, delta.before, name) for name in fields)
    named = all(same(fields, delta.before, name) for name in delta.before)
    return named and all(name in delta.before or name not in fields for name in delta.after)
