"""Finds a free place for the name of a point on a chart. Pure geometry."""

from __future__ import annotations

from collections.abc import Iterable

from cxworkshop.model.boxes import Rect

HEIGHT = 12.0


def free_place(taken: list[Rect], spots: Iterable[Rect], frame: Rect) -> Rect | None:
    """The first of `spots` within `frame` that meets none of `taken`, which takes it in; None if there is none."""
    for spot in spots:
        inside = spot.x >= frame.x and spot.right <= frame.right and spot.y >= frame.y and spot.bottom <= frame.bottom
        if inside and not any(spot.meets(other) for other in taken):
            taken.append(spot)
            return spot
    return None
