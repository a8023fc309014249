"""Places boxes on pages in their order: side by side while they fit, then a new row, then a new page. Pure geometry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

GAP = 16.0


class Place(NamedTuple):
    """Where the box with this number (from 0) stands on its page."""

    number: int
    x: float
    y: float


def packed(sizes: Sequence[tuple[float, float]], width: float, height: float, gap: float = GAP) -> list[list[Place]]:
    """The places of boxes, given as (width, height), page by page, each page centred between left and right.

    A box larger than the page stands alone on one.
    """
    pages: list[list[Place]] = []
    x = y = deepest = 0.0
    for number, (wide, tall) in enumerate(sizes):
        if pages and x + wide > width + 0.01:
            x, y, deepest = 0.0, y + deepest + gap, 0.0
        if not pages or y + tall > height + 0.01:
            pages.append([])
            x = y = deepest = 0.0
        pages[-1].append(Place(number, x, y))
        x, deepest = x + wide + gap, max(deepest, tall)
    return [list(_centred(page, sizes, width)) for page in pages]


def _centred(page: Sequence[Place], sizes: Sequence[tuple[float, float]], width: float) -> Iterator[Place]:
    reach = max(place.x + sizes[place.number][0] for place in page)
    for place in page:
        yield place._replace(x=place.x + (width - reach) / 2)
