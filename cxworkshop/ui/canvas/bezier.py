"""Where a cubic Bézier curve runs, told by small boxes: it lies within its control points, and so does each part of it.

Knows neither Qt nor links.
"""

from __future__ import annotations

Point = tuple[float, float]
Curve = tuple[Point, ...]  # start, two control points, end
Box = tuple[float, float, float, float]  # left, top, width, height

HALVINGS = 2  # so often a curve is cut in halves


def boxes_along(curve: Curve) -> tuple[Box, ...]:
    """The boxes of the parts of a curve, from its start to its end."""
    pieces = [curve]
    for _ in range(HALVINGS):
        pieces = [half for piece in pieces for half in _halves(piece)]
    return tuple(map(_box, pieces))


def _box(piece: Curve) -> Box:
    xs, ys = zip(*piece, strict=True)
    x, y = min(xs), min(ys)
    return x, y, max(xs) - x, max(ys) - y


def _halves(curve: Curve) -> tuple[Curve, Curve]:
    """A cubic Bézier curve cut in the middle (de Casteljau)."""
    start, one, other, end = curve
    left, inner, right = _middle(start, one), _middle(one, other), _middle(other, end)
    before, after = _middle(left, inner), _middle(inner, right)
    cut = _middle(before, after)
    return (start, left, before, cut), (cut, after, right, end)


def _middle(one: Point, other: Point) -> Point:
    return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2
