"""Finds what lies in a part of the wall without looking at everything: horizontal rows of a fixed height. Knows no Qt.

Rows and not square buckets: cards are wide and low, links run down, and building has to be as cheap as asking.
"""

from __future__ import annotations

from collections.abc import Iterable

from cxworkshop.model.layout import Rect

Entry = tuple[str, float, float, float, float]  # a key, and left, top, right, bottom of its rectangle


class Rows:
    """Keys by the rows their rectangles touch."""

    def __init__(self, entries: Iterable[Entry], height: float) -> None:
        self._height = height
        self._rows: dict[int, dict[str, Entry]] = {}
        self._entries: dict[str, Entry] = {}
        for entry in entries:
            self.put(entry)

    def put(self, entry: Entry) -> None:
        """Take in a rectangle, in place of the one its key had."""
        key, height, rows = entry[0], self._height, self._rows
        if key in self._entries:
            self.drop(key)
        self._entries[key] = entry
        for row in range(int(entry[2] // height), int(entry[4] // height) + 1):
            held = rows.get(row)
            if held is None:
                held = rows[row] = {}
            held[key] = entry

    def drop(self, key: str) -> None:
        """Forget a key, if it is known."""
        entry = self._entries.pop(key, None)
        if entry is not None:
            for row in range(int(entry[2] // self._height), int(entry[4] // self._height) + 1):
                del self._rows[row][key]

    def within(self, area: Rect) -> list[str]:
        """The keys whose rectangles meet `area`, each once."""
        height, rows = self._height, self._rows
        left, top, right, bottom = area.x, area.y, area.x + area.width, area.y + area.height
        first, last = int(top // height), int(bottom // height)
        found: list[str] = []
        for row in range(first, last + 1):
            if row not in rows:
                continue
            begins = row * height if row > first else -1e18  # a thing counts in the first row asked for that it touches
            found += [
                own
                for own, x1, y1, x2, y2 in rows[row].values()
                if x1 < right and left < x2 and y1 < bottom and top < y2 and y1 >= begins
            ]
        return found
