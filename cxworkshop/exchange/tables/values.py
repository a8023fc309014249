"""What a cell means for a field: numbers, dates, words in Russian or English. Knows one cell at a time."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from cxworkshop.exchange.tables.headings import plain, words
from cxworkshop.i18n import LANGUAGES, translator
from cxworkshop.model.fields import LONGEST_TEXT, Field, FieldType


class UnclearError(Exception):
    """The cell holds something, but no value of this field; it is kept as text."""


class OffScaleError(Exception):
    """The cell holds a number that lies off the field's scale."""


class Value(NamedTuple):
    """A value read; `rescaled` where it was given on another scale (4/5 for a field up to 10)."""

    value: Any
    rescaled: bool = False


_NUMBER = r"[+\-−–]?\d[\d\u00a0\u202f ]*(?:[.,]\d+)?"
_PLAIN = re.compile(rf"\s*({_NUMBER})\s*(%?)\s*")
_EXACT = re.compile(r"[+-]?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?", re.IGNORECASE)
_OUT_OF = re.compile(rf"\s*({_NUMBER})\s*(\D{{1,8}}?)\s*(\d+)\s*")
_MIDNIGHT = re.compile(r"[T ]00:00(:00)?")  # spreadsheets write a day so
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})")


def is_empty(cell: str) -> bool:
    """Whether the cell says that there is no value ("", "-", "n/a")."""
    return not cell.strip() or cell.strip().casefold() in _empty_words()


@cache
def _empty_words() -> frozenset[str]:
    return frozenset(words()["empty"]["words"])


def read_value(field: Field, cell: str) -> Value:
    """The value of `field` that the cell holds; UnclearError where it holds none, OffScaleError off its scale."""
    reader = _READERS.get(field.type)
    if reader is None:
        if len(cell) > LONGEST_TEXT or (field.pattern and not field.pattern.fullmatch(cell.strip())):
            raise UnclearError(cell)
        return Value(cell.strip())
    return Value(reader(field, cell)) if field.type is not FieldType.NUMBER else _number(field, cell)


def _number(field: Field, cell: str) -> Value:
    if field.low is not None and field.low < 0 and _out_of(cell) is None and not _PLAIN.fullmatch(cell):
        return Value(_emotion(cell))
    value, rescaled = _scaled(field, cell)
    if (field.low is not None and value < field.low) or (field.high is not None and value > field.high):
        raise OffScaleError(cell)
    return Value(int(value) if value.is_integer() and abs(value) < 2**53 else value, rescaled)


def _scaled(field: Field, cell: str) -> tuple[float, bool]:
    part = _out_of(cell)
    exact = _EXACT.fullmatch(cell.strip())
    whole = _PLAIN.fullmatch(cell)
    if part:
        value, most = _float(part[1]), float(part[3])
    elif exact:
        return _float(exact[0]), False
    elif whole and whole[2] and field.high is not None:
        value, most = _float(whole[1]), 100.0
    elif whole:
        return _float(whole[1]), False
    else:
        raise UnclearError(cell)
    if most == field.high or most == 0:
        return value, False
    if field.high is None or field.low is None or field.low < 0:
        raise UnclearError(cell)
    if not 0 <= value <= most:
        raise OffScaleError(cell)
    return max(round(value * field.high / most, 2), field.low), True


def _out_of(cell: str) -> re.Match[str] | None:
    """The cell as a score of so many ("7/10", "7 of 10"), or None."""
    found = _OUT_OF.fullmatch(cell)
    return found if found and found[2].strip().casefold() in words()["out_of"]["words"] else None


def _float(text: str) -> float:
    digits = re.sub(r"[\s\u00a0\u202f]", "", text).replace(",", ".").replace("−", "-").replace("–", "-")
    value = float(digits)
    if value in (float("inf"), float("-inf")):
        raise UnclearError(text)
    return value


def _emotion(cell: str) -> int:
    """How it felt, -5 to 5, where the cell is one word or face of the list; two feelings are unclear."""
    faces = {_emotions()[sign] for sign in cell if sign in _emotions() and not sign.isalpha()}
    if len(faces) == 1 and not re.search(r"[→>]", cell):
        return faces.pop()
    found = _emotions().get(plain(cell))
    if found is None or faces:
        raise UnclearError(cell)
    return found


@cache
def _emotions() -> dict[str, int]:
    lists = words()["emotions"].items()
    return {(plain(word) or word): int(score) for score, known in lists for word in known}


def _integer(field: Field, cell: str) -> int:
    whole = _PLAIN.fullmatch(cell)
    if whole is None or whole[2]:
        raise UnclearError(cell)
    value = _float(whole[1])
    if not value.is_integer() or abs(value) > 2**53:
        raise UnclearError(cell)
    if (field.low is not None and value < field.low) or (field.high is not None and value > field.high):
        raise OffScaleError(cell)
    return int(value)


def _flag(_: Field, cell: str) -> bool:
    word = cell.strip().casefold()
    for name, value in (("yes", True), ("no", False)):
        if word in words()["yes_no"][name]:
            return value
    raise UnclearError(cell)


def _choice(field: Field, cell: str) -> str:
    found = _choices(field).get(plain(cell))
    if found is None:
        raise UnclearError(cell)
    return found


@cache
def _choices(field: Field) -> dict[str, str]:
    known: dict[str, str] = {}
    for choice in field.choices:
        labels = [translator(language)(choice.label) for language in LANGUAGES]
        for word in (choice.value, *labels, *words()["choices"].get(choice.value, ())):
            known.setdefault(plain(word), choice.value)
    return known


def _date(_: Field, cell: str) -> str:
    day = cell.strip()
    return _day(day[:10] if _MIDNIGHT.fullmatch(day[10:]) else day).isoformat()


def _day(text: str) -> datetime.date:
    dotted = _DOTTED.fullmatch(text)
    try:
        if dotted:
            year = int(dotted[3]) + (2000 if len(dotted[3]) == 2 else 0)
            return datetime.date(year, int(dotted[2]), int(dotted[1]))
        return datetime.date.fromisoformat(text.replace("/", "-"))
    except ValueError:
        raise UnclearError(text) from None


def _moment(_: Field, cell: str) -> str:
    day, _gap, clock = re.sub(r"[T,]\s*", " ", cell.strip(), count=1).partition(" ")
    if not clock:
        return _day(day).isoformat()
    try:
        return f"{_day(day).isoformat()}T{datetime.time.fromisoformat(clock.strip().zfill(5)).isoformat('auto')}"
    except ValueError:
        raise UnclearError(cell) from None


def joined_ids(ids: Sequence[str]) -> str:
    """Several ids in one cell, joined by commas; as JSON where that could not be read back. `_ids` reads both."""
    text = ", ".join(ids)
    plain = ids and not text.startswith("[") and _split(text) == list(ids)
    return text if plain else json.dumps(list(ids), ensure_ascii=False)


def _ids(_: Field, cell: str) -> list[str]:
    if not cell.startswith("["):
        return _split(cell)
    try:
        found = json.loads(cell)
    except (ValueError, RecursionError):
        return _split(cell)
    if not isinstance(found, list) or not all(isinstance(own, str) for own in found):
        raise UnclearError(cell)
    return found


def _split(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


_READERS: dict[FieldType, Any] = {
    FieldType.NUMBER: _number,
    FieldType.INTEGER: _integer,
    FieldType.FLAG: _flag,
    FieldType.CHOICE: _choice,
    FieldType.DATE: _date,
    FieldType.MOMENT: _moment,
    FieldType.REFERENCES: _ids,
}
