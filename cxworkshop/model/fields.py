"""What a field of a record is: its type, scale and words, and whether a value fits it. Knows no kind and no file."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from functools import partial
from typing import Any

from cxworkshop.errors import Refused
from cxworkshop.model.pictures import picture_problem
from cxworkshop.words import N_

_MOST_BITS = 1000  # of a whole number that is still computed with (a float holds 1023)
_MOST_BITS_KEPT = 13_000  # of one that is only kept; Python writes down 4,300 digits
LONGEST_TEXT = 200_000  # characters in one text field; a bound on hostile files, not on people


class FieldType(Enum):
    TEXT = "text"
    LONG_TEXT = "long_text"
    INTEGER = "integer"
    NUMBER = "number"
    FLAG = "flag"
    IMAGE = "image"  # a small picture as a data string (model/pictures.py)
    CHOICE = "choice"
    DATE = "date"
    MOMENT = "moment"  # a date, or a date with a time
    REFERENCE = "reference"  # the id of another card
    REFERENCES = "references"  # a list of ids of other cards


@dataclass(frozen=True)
class Choice:
    """One value a choice field can take, and its label (English, marked)."""

    value: str
    label: str


@dataclass(frozen=True)
class Field:
    """One field of a card or record.

    `low` and `high` bound numbers, both included (None: unbounded). `refers_to` names the kind that a reference, or a
    list of them, points to ("" for any card). `shown` is False for fields people never type (places, positions).
    """

    name: str
    type: FieldType
    label: str
    low: float | None = None
    high: float | None = None
    choices: tuple[Choice, ...] = ()
    refers_to: str = ""
    required: bool = False
    shown: bool = True
    help: str = ""
    pattern: re.Pattern[str] | None = field(default=None, compare=False)

    @property
    def problem(self) -> Callable[[Any], str | None]:
        """What says of a value why it does not fit, as a marked text (None: it fits)."""
        plain = self.type is FieldType.TEXT and self.pattern is None
        return partial(_check_text if plain else _CHECKS[self.type], self)

    def check(self, value: Any, whose: str) -> None:
        """Raise Refused, naming `whose` field it is, when `value` does not fit (None never does: empty is absent)."""
        problem = self.problem(value)
        if problem is not None:
            raise Refused(
                problem,
                todo=N_("Correct the value and try again."),
                whose=whose,
                field=self.name,
                value=_shorten(value),
                low=_plain(self.low),
                high=_plain(self.high),
                choices=", ".join(choice.value for choice in self.choices),
            )


def score(name: str, label: str, low: float, high: float, **more: Any) -> Field:
    """A number on a scale from `low` to `high`, halves allowed."""
    return Field(name, FieldType.NUMBER, label, low=low, high=high, **more)


def text(name: str, label: str, **more: Any) -> Field:
    return Field(name, FieldType.TEXT, label, **more)


def long_text(name: str, label: str, **more: Any) -> Field:
    return Field(name, FieldType.LONG_TEXT, label, **more)


def integer(name: str, label: str, low: float | None = None, high: float | None = None, **more: Any) -> Field:
    return Field(name, FieldType.INTEGER, label, low=low, high=high, **more)


def number(name: str, label: str, low: float | None = None, high: float | None = None, **more: Any) -> Field:
    return Field(name, FieldType.NUMBER, label, low=low, high=high, **more)


def flag(name: str, label: str, **more: Any) -> Field:
    return Field(name, FieldType.FLAG, label, **more)


def image(name: str, label: str, **more: Any) -> Field:
    """A picture: no column of a view, spreadsheet or CSV; nobody reads one there (docs/decisions/0014)."""
    return Field(name, FieldType.IMAGE, label, **more)


def date(name: str, label: str, **more: Any) -> Field:
    return Field(name, FieldType.DATE, label, **more)


def moment(name: str, label: str, **more: Any) -> Field:
    return Field(name, FieldType.MOMENT, label, **more)


def reference(name: str, label: str, refers_to: str, **more: Any) -> Field:
    return Field(name, FieldType.REFERENCE, label, refers_to=refers_to, **more)


def references_to(name: str, label: str, refers_to: str, **more: Any) -> Field:
    """Several cards of one kind: a list of their ids."""
    return Field(name, FieldType.REFERENCES, label, refers_to=refers_to, **more)


def choice(name: str, label: str, *choices: tuple[str, str], **more: Any) -> Field:
    return Field(name, FieldType.CHOICE, label, choices=tuple(Choice(value, words) for value, words in choices), **more)


def evidence() -> Field:
    """How well founded a card is (DESIGN section 3)."""
    return choice(
        "evidence",
        N_("Evidence"),
        ("assumption", N_("assumption")),
        ("partly", N_("partly researched")),
        ("research", N_("research")),
    )


def check_json(value: Any, whose: str) -> None:
    """Raise Refused unless `value` (of an unknown field) can be stored and given back: JSON without lone surrogates."""
    problem = _json_problem(value, depth=0)
    if problem is not None:
        raise Refused(
            problem, todo=N_("Correct the value and try again."), whose=whose, field="", value=_shorten(value)
        )


def _json_problem(value: Any, depth: int) -> str | None:
    if depth > 40:
        return N_("{whose}: a value is nested too deeply.")
    if isinstance(value, str):
        return _text_problem(value)
    if isinstance(value, float) and not math.isfinite(value):
        return N_("{whose}: a number is not finite.")
    if isinstance(value, int) and value.bit_length() > _MOST_BITS_KEPT:
        return N_("{whose}: a number is too long.")
    if isinstance(value, list):
        return next((found for item in value if (found := _json_problem(item, depth + 1))), None)
    if isinstance(value, dict):
        both = [*value.keys(), *value.values()]
        return next((found for item in both if (found := _json_problem(item, depth + 1))), None)
    return None


def _text_problem(value: str) -> str | None:
    if len(value) > LONGEST_TEXT:
        return N_("{whose}: a text is longer than 200,000 characters.")
    if value.isascii():
        return None
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        return N_("{whose}: a text holds half a character (a lone surrogate).")
    return None


def _check_text(_: Field, value: Any) -> str | None:
    if not isinstance(value, str):
        return N_("{whose}: “{field}” must be a text, not {value}.")
    return _text_problem(value)


def _check_pattern(own: Field, value: Any) -> str | None:
    problem = _check_text(own, value)
    if problem is None and own.pattern is not None and value and not own.pattern.fullmatch(value.strip()):
        return N_("{whose}: “{field}” is not written as it should be: {value}.")
    return problem


def _is_number(value: Any) -> bool:
    if isinstance(value, int):
        return not isinstance(value, bool) and value.bit_length() <= _MOST_BITS
    return isinstance(value, float) and math.isfinite(value)


def _check_number(own: Field, value: Any) -> str | None:
    if not _is_number(value):
        return N_("{whose}: “{field}” must be a number, not {value}.")
    if (own.low is not None and value < own.low) or (own.high is not None and value > own.high):
        if own.high is None:
            return N_("{whose}: “{field}” must be at least {low}, not {value}.")
        return N_("{whose}: “{field}” must lie between {low} and {high}, not {value}.")
    return None


def _check_integer(own: Field, value: Any) -> str | None:
    if not _is_number(value) or value != int(value) or abs(value) > 2**53:
        return N_("{whose}: “{field}” must be a whole number, not {value}.")
    return _check_number(own, value)


def _check_flag(_: Field, value: Any) -> str | None:
    return None if isinstance(value, bool) else N_("{whose}: “{field}” must be true or false, not {value}.")


def _check_choice(own: Field, value: Any) -> str | None:
    known = {choice.value for choice in own.choices}
    if isinstance(value, str) and value in known:
        return None
    return N_("{whose}: “{field}” must be one of {choices}, not {value}.")


def _check_date(_: Field, value: Any) -> str | None:
    try:
        datetime.date.fromisoformat(value)
    except (TypeError, ValueError):
        return N_("{whose}: “{field}” must be a date such as 2026-11-22, not {value}.")
    return None


def _check_moment(_: Field, value: Any) -> str | None:
    try:
        datetime.datetime.fromisoformat(value)
    except (TypeError, ValueError):
        return N_("{whose}: “{field}” must be a date or a date and time such as 2026-11-22T10:30, not {value}.")
    return None


def _check_list(own: Field, value: Any) -> str | None:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        return N_("{whose}: “{field}” must be a list of cards, not {value}.")
    return next((found for item in value if (found := _check_text(own, item))), None)


_CHECKS = {
    FieldType.TEXT: _check_pattern,
    FieldType.LONG_TEXT: _check_text,
    FieldType.INTEGER: _check_integer,
    FieldType.NUMBER: _check_number,
    FieldType.FLAG: _check_flag,
    FieldType.IMAGE: lambda _, value: picture_problem(value),
    FieldType.CHOICE: _check_choice,
    FieldType.DATE: _check_date,
    FieldType.MOMENT: _check_moment,
    FieldType.REFERENCE: _check_text,
    FieldType.REFERENCES: _check_list,
}


def _shorten(value: Any) -> str:
    try:
        shown = repr(value)
    except ValueError:  # a whole number of more digits than Python writes down
        return "…"
    return shown if len(shown) <= 60 else shown[:57] + "…"


def _plain(value: float | None) -> str:
    return "" if value is None else f"{value:g}"
