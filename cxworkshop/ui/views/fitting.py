"""How many rows of a list a drawing shows where not all of them fit. Pure arithmetic."""

from __future__ import annotations


def rows_that_fit(count: int, room: float, row: float, note: float) -> int:
    """How many of `count` rows, each `row` high, fit into `room`: all of them, or as many as leave `note` for a line
    that counts the rest. At least one."""
    if count * row <= room + 1:
        return count
    return min(max(int((room - note + 1) / row), 1), count)
