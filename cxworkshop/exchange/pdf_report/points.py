"""Marks on a chart of the report with their names; where a name has no room a number stands, told beside the chart."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cxworkshop.exchange.drawing import colours, fonts
from cxworkshop.exchange.drawing.text import printable, shortened
from cxworkshop.exchange.pdf_report.chapter import Chapter
from cxworkshop.exchange.pdf_report.labels import HEIGHT, free_place
from cxworkshop.exchange.pdf_report.sheet import INNER, LEFT, LOWEST
from cxworkshop.model.boxes import Rect

SIZE, NAME_WIDTH = 9.0, 170.0
COLUMNS = 3
_STEP = 5.0  # between marks at one place
Numbered = list[tuple[int, str]]


@dataclass(frozen=True)
class Point:
    """A mark at (x, y): a disc, or a square."""

    x: float
    y: float
    radius: float
    square: bool
    colour: str
    title: str

    @property
    def box(self) -> Rect:
        return Rect(self.x - self.radius, self.y - self.radius, 2 * self.radius, 2 * self.radius)


def draw_points(chapter: Chapter, points: Sequence[Point], plot: Rect, taken: list[Rect]) -> Numbered:
    """Draw the marks and the names that have room, the first ones served first; gives those that only got a number (or
    not even that) with their names. `taken` are boxes to keep clear of."""
    pen = chapter.sheet.pen
    shown = list(_spread(points))
    taken = [*taken, *(own.box for own in shown)]
    for own in reversed(shown):
        _draw_mark(chapter, own)
    numbered: Numbered = []
    for number, own in enumerate(shown, 1):
        text = shortened(own.title, NAME_WIDTH, SIZE)
        spot = free_place(taken, _spots(own, fonts.width(printable(text), SIZE)), plot)
        if spot is not None:
            pen.text(spot.x, spot.y + 9, text, SIZE, colours.INK)
            continue
        numbered.append((number, own.title))
        spot = free_place(taken, _spots(own, fonts.width(str(number), SIZE, "semibold")), plot)
        if spot is not None:
            pen.text(spot.x, spot.y + 9, str(number), SIZE, colours.INK, "semibold")
    return numbered


def draw_numbered(chapter: Chapter, rows: Numbered, x: float, y: float, width: float, bottom: float) -> Numbered:
    """The numbers with their names from y down to `bottom`; gives those that have no room there."""
    room = max(int((bottom - y) // HEIGHT), 0)
    for row in rows[:room]:
        _draw_number(chapter, row, x, y, width)
        y += HEIGHT
    return rows[room:]


def draw_rest(chapter: Chapter, rows: Numbered) -> None:
    """What had no room beside the chart, in columns on the pages after it."""
    sheet = chapter.sheet
    width = INNER / COLUMNS
    while rows:
        sheet.follow()
        top = sheet.y
        for column in range(COLUMNS):
            rows = draw_numbered(chapter, rows, LEFT + column * width, top, width - 12, LOWEST)
        sheet.y = LOWEST


def _draw_number(chapter: Chapter, row: tuple[int, str], x: float, y: float, width: float) -> None:
    pen = chapter.sheet.pen
    number, title = row
    pen.text(x, y + 9, str(number), SIZE, colours.INK, "semibold")
    pen.text(x + 22, y + 9, shortened(title, width - 22, SIZE), SIZE, colours.INK)


def _draw_mark(chapter: Chapter, own: Point) -> None:
    if own.square:
        side = own.radius * 1.8
        chapter.sheet.pen.rect(own.x - side / 2, own.y - side / 2, side, side, fill=own.colour, stroke=colours.PAPER)
    else:
        chapter.sheet.pen.circle(own.x, own.y, own.radius, fill=own.colour, stroke=colours.PAPER)


def _spots(own: Point, wide: float) -> Iterator[Rect]:
    right, left = own.x + own.radius + 4, own.x - own.radius - 4 - wide
    for down in (0.0, HEIGHT, -HEIGHT, 2 * HEIGHT, -2 * HEIGHT):
        for x in (right, left):
            yield Rect(x, own.y - HEIGHT / 2 + down, wide, HEIGHT)


def _spread(points: Sequence[Point]) -> Iterator[Point]:
    """Marks at one place moved apart around it in a spiral, the first one left where it is."""
    seen: dict[tuple[int, int], int] = {}
    for own in points:
        where = (round(own.x), round(own.y))
        number = seen.get(where, 0)
        seen[where] = number + 1
        angle, reach = number * 2.399963, _STEP * math.sqrt(number)
        yield replace(own, x=own.x + reach * math.cos(angle), y=own.y + reach * math.sin(angle))
