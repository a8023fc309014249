"""Finds what lies in a part of the wall without looking at everything: horizontal rows of a fixed height. Knows no Qt.

Rows and not square buckets: cards are wide and low, links run down, and a wall is made anew after every edit, so that
building has to be as cheap as asking.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

from cxworkshop.model.layout import Rect

T = TypeVar("T")
Entry = tuple[T, float, float, float, float]  # a thing, and left, top, right, bottom of its rectangle


class Rows(Generic[T]):
    """Things by the rows their rectangles touch."""

    def __init__(self, entries: Iterable[Entry[T]], height: float) -> None:
        self._height = height
        self._rows: dict[int, list[Entry[T]]] = {}
        rows = self._rows
        for entry in entries:
            for row in range(int(entry[2] // height), int(entry[4] // height) + 1):
                held = rows.get(row)
                if held is None:
                    held = rows[row] = []
                held.append(entry)

    def within(self, area: Rect) -> list[T]:
        """The things whose rectangles meet `area`, each once."""
        height, rows = self._height, self._rows
        left, top, right, bottom = area.x, area.y, area.x + area.width, area.y + area.height
        first, last = int(top // height), int(bottom // height)
        found: list[T] = []
        for row in range(first, last + 1):
            if row not in rows:
                continue
            begins = row * height if row > first else -1e18  # a thing counts in the first row asked for that it touches
            found += [
                own
                for own, x1, y1, x2, y2 in rows[row]
                if x1 < right and left < x2 and y1 < bottom and top < y2 and y1 >= begins
            ]
        return found
