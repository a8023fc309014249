"""Where a cubic Bézier curve runs, told by small boxes instead of a large one.

Knows neither Qt nor links.
"""

from __future__ import annotations

Point = tuple[float, float]
Curve = tuple[Point, ...]  # start, two control points, end
Box = tuple[float, float, float, float]  # left, top, width, height

_WEIGHTS = ((27 / 64, 27 / 64, 9 / 64, 1 / 64), (1 / 8, 3 / 8, 3 / 8, 1 / 8), (1 / 64, 9 / 64, 27 / 64, 27 / 64))


def boxes_along(curve: Curve) -> tuple[Box, ...]:
    """The boxes of the four quarters of a curve, from its start to its end; of one that turns back, a box around all.

    A curve whose control points go one way goes that way too, so each quarter lies between its two ends.
    """
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = curve
    if not (_one_way(x0, x1, x2, x3) and _one_way(y0, y1, y2, y3)):
        left, top = min(x0, x1, x2, x3), min(y0, y1, y2, y3)
        return ((left, top, max(x0, x1, x2, x3) - left, max(y0, y1, y2, y3) - top),)
    found, left, top = [], x0, y0
    for a, b, c, d in _WEIGHTS:
        x, y = a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3
        found.append((min(left, x), min(top, y), abs(x - left), abs(y - top)))
        left, top = x, y
    found.append((min(left, x3), min(top, y3), abs(x3 - left), abs(y3 - top)))
    return tuple(found)


def _one_way(a: float, b: float, c: float, d: float) -> bool:
    return a <= b <= c <= d or a >= b >= c >= d
