"""Finds what lies in a part of the wall without looking at everything: buckets of a grid. Knows no cards and no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from cxworkshop.model.layout import Rect

T = TypeVar("T")


class Grid(Generic[T]):
    """Things by the buckets their rectangles touch. What would fill too many is kept aside and always looked at."""

    def __init__(self, things: Iterable[tuple[T, Rect]], bucket: float, most: int = 24) -> None:
        self._bucket = bucket
        self._buckets: dict[tuple[int, int], list[tuple[T, Rect]]] = {}
        self._large: list[tuple[T, Rect]] = []
        for thing, rect in things:
            cells = list(self._cells(rect)) if self._count(rect) <= most else None
            if cells is None:
                self._large.append((thing, rect))
                continue
            for cell in cells:
                self._buckets.setdefault(cell, []).append((thing, rect))

    def within(self, area: Rect) -> list[T]:
        """The things whose rectangles meet `area`, each once."""
        found = {id(thing): thing for thing, rect in self._large if rect.meets(area)}
        if self._count(area) > len(self._buckets):
            near: Iterable[list[tuple[T, Rect]]] = self._buckets.values()
        else:
            near = (self._buckets[cell] for cell in self._cells(area) if cell in self._buckets)
        for held in near:
            for thing, rect in held:
                if rect.meets(area):
                    found[id(thing)] = thing
        return list(found.values())

    def _count(self, rect: Rect) -> int:
        side = self._bucket
        return (int(rect.right // side) - int(rect.x // side) + 1) * (
            int(rect.bottom // side) - int(rect.y // side) + 1
        )

    def _cells(self, rect: Rect) -> Iterator[tuple[int, int]]:
        side = self._bucket
        for column in range(int(rect.x // side), int(rect.right // side) + 1):
            for row in range(int(rect.y // side), int(rect.bottom // side) + 1):
                yield column, row
