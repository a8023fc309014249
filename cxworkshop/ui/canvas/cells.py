"""Finds what lies in a part of the wall without looking at everything: cells of a fixed size. Knows no Qt.

Cells lie and do not stand: cards are wide and low, links run down, and building has to be as cheap as asking.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cxworkshop.model.boxes import Rect

Entry = tuple[str, float, float, float, float]  # a key, and left, top, right, bottom of its rectangle


class Cells:
    """Keys by the cells their rectangles touch."""

    def __init__(self, entries: Iterable[Entry], width: float, height: float) -> None:
        self._width, self._height = width, height
        self._cells: dict[tuple[int, int], dict[str, Entry]] = {}
        self._entries: dict[str, Entry] = {}
        for entry in entries:
            self.put(entry)

    def put(self, entry: Entry) -> None:
        """Take in a rectangle, in place of the one its key had."""
        key, cells = entry[0], self._cells
        if key in self._entries:
            self.drop(key)
        self._entries[key] = entry
        for cell in self._touched(entry):
            held = cells.get(cell)
            if held is None:
                held = cells[cell] = {}
            held[key] = entry

    def drop(self, key: str) -> None:
        """Forget a key, if it is known."""
        entry = self._entries.pop(key, None)
        if entry is not None:
            for cell in self._touched(entry):
                del self._cells[cell][key]

    def _touched(self, entry: Entry) -> Sequence[tuple[int, int]]:
        _, left, top, right, bottom = entry
        width, height = self._width, self._height
        first, last, upper, lower = int(left // width), int(right // width), int(top // height), int(bottom // height)
        if first == last and upper == lower:
            return ((upper, first),)
        return [(row, column) for row in range(upper, lower + 1) for column in range(first, last + 1)]

    def within(self, area: Rect) -> list[str]:
        """The keys whose rectangles meet `area`, each once, row by row."""
        width, height, cells = self._width, self._height, self._cells
        left, top, right, bottom = area.x, area.y, area.x + area.width, area.y + area.height
        upper, first = int(top // height), int(left // width)
        found: list[str] = []
        for row in range(upper, int(bottom // height) + 1):
            begins = (
                row * height if row > upper else -1e18
            )  # a thing counts in the first cell asked for that it touches
            for column in range(first, int(right // width) + 1):
                held = cells.get((row, column))
                if held is None:
                    continue
                starts = column * width if column > first else -1e18
                found += [
                    own
                    for own, x1, y1, x2, y2 in held.values()
                    if x1 < right and left < x2 and y1 < bottom and top < y2 and y1 >= begins and x1 >= starts
                ]
        return found
