"""Ids for new cards and records: short, unique, and sorting by the time they were made."""

from __future__ import annotations

import re
import secrets
import time
from functools import lru_cache

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_last = 0


def new_id(prefix: str = "") -> str:
    """A new id such as `n-2f8k1c0d3x7q`: nine characters of time (milliseconds), then chance."""
    global _last
    _last = max(int(time.time() * 1000), _last + 1)
    return (f"{prefix}-" if prefix else "") + _base36(_last, 9) + _base36(secrets.randbelow(36**5), 5)


def _base36(number: int, width: int) -> str:
    digits = []
    for _ in range(width):
        number, digit = divmod(number, 36)
        digits.append(_DIGITS[digit])
    return "".join(reversed(digits))


@lru_cache(maxsize=1 << 15)
def natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """A sort key by which n2 comes before n10."""
    parts = re.split(r"(\d+)", text)
    return tuple((1, int(part), "") if part.isascii() and part.isdigit() else (0, 0, part) for part in parts)
