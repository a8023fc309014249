"""Places the names of points on a chart so that no two overlap: beside the point, at the end of a leader line, as a
number with a legend, or not at all. Pure geometry; paints nothing."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, QSizeF

_REACHES = (2.2, 3.4, 4.8, 7.0)  # of the leader lines, in heights of a line
_ANGLES = (-40, 40, -140, 140, -75, 75, -105, 105, -10, 10, -170, 170)
_AIR = 3.0
_CELL = 64.0


@dataclass(frozen=True)
class Name:
    """What is to be placed: the mark, the size of its name, and of the number that stands for it if need be.

    `upright`: rather above or under the mark than beside it (on a curve).
    """

    mark: QRectF
    size: QSizeF
    number: QSizeF
    upright: bool = False


@dataclass(frozen=True)
class Place:
    """Where a name went: `box` (None: nowhere), the leader line's start and end (None: beside the mark), and whether
    the number stands there instead of the name."""

    box: QRectF | None = None
    leader: tuple[QPointF, QPointF] | None = None
    numbered: bool = False


@dataclass
class Taken:
    """The places in use, found again quickly by the squares of a grid they touch."""

    cells: dict[tuple[int, int], list[QRectF]] = field(default_factory=dict)

    def add(self, box: QRectF) -> None:
        for cell in _cells(box):
            self.cells.setdefault(cell, []).append(box)

    def meets(self, box: QRectF) -> bool:
        """Whether anything lies there."""
        return any(other.intersects(box) for cell in _cells(box) for other in self.cells.get(cell, ()))

    def crossed(self, start: QPointF, end: QPointF) -> bool:
        """Whether the line between two points passes anything, looked at every few pixels."""
        steps = max(math.ceil(math.hypot(end.x() - start.x(), end.y() - start.y()) / 3), 1)
        for step in range(steps + 1):
            at = start + (end - start) * (step / steps)
            if self.meets(QRectF(at.x() - 0.5, at.y() - 0.5, 1, 1)):
                return True
        return False


def place(
    names: Sequence[Name], frame: QRectF, used: Sequence[QRectF] = (), lines: Sequence[QRectF] = ()
) -> list[Place]:
    """A place for each name, the first ones served first. Marks and `used` are never covered, `lines` only by a name
    that finds no free place beside its mark."""
    taken, drawn = Taken(), Taken()
    for box in lines:
        drawn.add(box)
    for box in (*used, *(name.mark for name in names)):
        taken.add(box)
    return [_placed(name, frame, taken, drawn) for name in names]


def _placed(name: Name, frame: QRectF, taken: Taken, drawn: Taken) -> Place:
    free = [box for box in beside(name.mark, name.size, name.upright) if frame.contains(box) and not taken.meets(box)]
    if free:
        best = next((box for box in free if not drawn.meets(box.adjusted(-_AIR, -1, _AIR, 1))), free[0])
        taken.add(best)
        return Place(best)
    for box, start, end in _led(name):
        # The way is looked at without the mark's own rim: it begins just outside.
        if frame.contains(box) and not taken.meets(box) and not taken.crossed(start, end):
            taken.add(box)
            _take_line(taken, start, end)
            return Place(box, (start, end))
    for box in beside(name.mark, name.number, name.upright):
        if frame.contains(box) and not taken.meets(box):
            taken.add(box)
            return Place(box, numbered=True)
    return Place()


def _take_line(taken: Taken, start: QPointF, end: QPointF) -> None:
    steps = max(math.ceil(math.hypot(end.x() - start.x(), end.y() - start.y()) / 4), 1)
    for step in range(steps + 1):
        at = start + (end - start) * (step / steps)
        taken.add(QRectF(at.x() - 1, at.y() - 1, 2, 2))


def beside(mark: QRectF, size: QSizeF, upright: bool = False) -> Iterator[QRectF]:
    """Right, left, above, under (or these first), then at the corners."""
    middle, across = mark.center(), size.width()
    right, left = mark.right() + _AIR, mark.left() - _AIR - across
    centred = middle.x() - across / 2
    above, under = mark.top() - _AIR - size.height(), mark.bottom() + _AIR
    level = middle.y() - size.height() / 2
    level_ones = ((right, level), (left, level))
    upright_ones = ((centred, above), (centred, under))
    for x, y in (
        *(upright_ones + level_ones if upright else level_ones + upright_ones),
        (right, above + 4),
        (right, under - 4),
        (left, above + 4),
        (left, under - 4),
    ):
        yield QRectF(QPointF(x, y), size)


def _led(name: Name) -> Iterator[tuple[QRectF, QPointF, QPointF]]:
    """Places at the end of a leader line, near ones first."""
    middle, size = name.mark.center(), name.size
    rim = max(name.mark.width(), name.mark.height()) / 2 + 2
    for reach in _REACHES:
        for angle in _ANGLES:
            way = QPointF(math.cos(math.radians(angle)), math.sin(math.radians(angle)))
            start, end = middle + way * rim, middle + way * (rim + reach * size.height())
            x = end.x() + 2 if way.x() >= 0 else end.x() - 2 - size.width()
            yield QRectF(QPointF(x, end.y() - size.height() / 2), size), start, end


def around(mark: QRectF, size: QSizeF) -> Iterator[tuple[QRectF, QPointF, QPointF]]:
    """Places in rings around a mark, near ones first, with the line that leads there from the middle of the mark."""
    middle = mark.center()
    rim = max(mark.width(), mark.height()) / 2
    for ring in range(2, 40):
        for angle in range(0, 360, 15):
            way = QPointF(math.cos(math.radians(angle)), math.sin(math.radians(angle)))
            end = middle + way * (rim + ring * size.height() / 2)
            x = end.x() + 2 if way.x() >= 0 else end.x() - 2 - size.width()
            yield QRectF(QPointF(x, end.y() - size.height() / 2), size), middle, end


def _cells(box: QRectF) -> Iterator[tuple[int, int]]:
    for column in range(int(box.left() // _CELL), int(box.right() // _CELL) + 1):
        for row in range(int(box.top() // _CELL), int(box.bottom() // _CELL) + 1):
            yield column, row


def spread(points: Sequence[QPointF], step: float, within: QRectF) -> list[QPointF]:
    """Points at (nearly) the same place moved apart around it in a spiral, the first one left where it is; those that
    would leave `within` are mirrored into it."""
    seen: dict[tuple[int, int], int] = {}
    moved = []
    for at in points:
        where = (round(at.x()), round(at.y()))
        number = seen.get(where, 0)
        seen[where] = number + 1
        angle, reach = number * 2.399963, step * math.sqrt(number)  # the golden angle
        x = _mirrored(at.x() + reach * math.cos(angle), within.left(), within.right())
        y = _mirrored(at.y() + reach * math.sin(angle), within.top(), within.bottom())
        moved.append(QPointF(x, y))
    return moved


def places_shared(points: Sequence[QPointF]) -> list[int]:
    """How many others lie at (nearly) the same place as each point."""
    count = Counter((round(at.x()), round(at.y())) for at in points)
    return [count[round(at.x()), round(at.y())] - 1 for at in points]


def _mirrored(value: float, low: float, high: float) -> float:
    if value < low:
        return 2 * low - value
    return 2 * high - value if value > high else value
