"""How many rows of a list a drawing shows where not all of them fit. Pure arithmetic."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate


def rows_that_fit(count: int, room: float, row: float, note: float) -> int:
    """How many of `count` rows, each `row` high, fit into `room`: all of them, or as many as leave `note` for a line
    that counts the rest. At least one."""
    if count * row <= room + 1:
        return count
    return min(max(int((room - note + 1) / row), 1), count)


def uneven_rows_that_fit(heights: Sequence[float], room: float, note: float) -> int:
    """The same for rows of different heights; 0 where not even the first fits."""
    ends = list(accumulate(heights))
    if not ends or ends[-1] <= room + 1:
        return len(ends)
    return sum(end <= room - note + 1 for end in ends)
