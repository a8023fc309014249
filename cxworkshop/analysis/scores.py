"""Reading numbers and days out of records, where an empty one is absent and never 0. Knows no formula."""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterable
from functools import lru_cache

from cxworkshop.model.records import Card, Record


def score(row: Record, name: str) -> float | None:
    """The number in a field, whole or not; None where it is absent or no finite number."""
    value = row.get(name)
    if type(value) not in _NUMBERS or not math.isfinite(value):
        return None
    return value


_NUMBERS = (int, float)  # and not bool, which is an int to Python


def mean(values: Iterable[float | None]) -> float | None:
    """The mean of the values that are there, None where none is."""
    known = [value for value in values if value is not None]
    return math.fsum(known) / len(known) if known else None


def day(row: Record, name: str = "at") -> datetime.date | None:
    """The day of an ISO 8601 date or moment, as written (no time zone is applied); None where absent or unreadable."""
    found = moment(row, name)
    return found.date() if found else None


def moment(row: Record, name: str = "at") -> datetime.datetime | None:
    """An ISO 8601 date or moment as written, its time zone dropped; None where absent or unreadable."""
    value = row.get(name)
    return _read_moment(value) if isinstance(value, str) else None


@lru_cache(maxsize=20_000)  # the same days are asked for after every edit
def _read_moment(value: str) -> datetime.datetime | None:
    try:
        return datetime.datetime.fromisoformat(value).replace(tzinfo=None)
    except ValueError:
        return None


def by_title(card: Card) -> tuple[str, str]:
    """The key that breaks every tie of a ranking: title, then id (DESIGN section 4)."""
    return card.title, card.id
