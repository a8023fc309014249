"""Tables that break over pages between rows, their head repeated. Cells are texts, or draw themselves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from cxworkshop.exchange.drawing import colours
from cxworkshop.exchange.drawing.text import lines_of
from cxworkshop.exchange.pdf_report.sheet import INNER, LEFT, Sheet

SIZE, LEADING, AIR = 9.5, 12.5, 7.0
MOST_LINES = 5  # of one cell; the whole text stands in the list of cards


@dataclass(frozen=True)
class Column:
    """`width`: a share of the table's width. `anchor`: start or end."""

    name: str
    width: float
    anchor: str = "start"


@dataclass(frozen=True)
class Cell:
    """A cell: `text` in `weight` and `colour`, after a closeness `dot` if there is one or `indent` points in; or drawn
    by `draw(x, y, width)`, y being its first baseline."""

    text: str = ""
    weight: str = "regular"
    colour: str = colours.INK
    dot: str = ""
    draw: Callable[[float, float, float], None] | None = None
    indent: float = 0.0

    @property
    def shift(self) -> float:
        """How far in the text begins."""
        return self.indent + (13.0 if self.dot else 0.0)


def draw_table(
    sheet: Sheet,
    columns: Sequence[Column],
    rows: Sequence[Sequence[Cell]],
    x: float = LEFT,
    width: float = INNER,
    air: float = AIR,
) -> None:
    """The table at the sheet's `y`, which ends under it; `air` above and below each row's text."""
    whole = sum(column.width for column in columns)
    widths = [column.width / whole * width for column in columns]
    _draw_head(sheet, columns, widths, x)
    for row in rows:
        broken = [_lines(cell, wide) for cell, wide in zip(row, widths, strict=True)]
        height = max(len(lines) for lines in broken) * LEADING + 2 * air
        if sheet.need(height):
            _draw_head(sheet, columns, widths, x)
        sheet.rule(x, width)
        _draw_row(sheet, columns, row, broken, widths, x, air)
        sheet.y += height
    sheet.rule(x, width)


def fitting(columns: Sequence[Column], rows: Sequence[Sequence[Cell]], room: float, width: float = INNER) -> int:
    """How many of the rows, from the first, fit into `room` points under a head without names."""
    whole = sum(column.width for column in columns)
    for number, row in enumerate(rows):
        broken = [_lines(cell, column.width / whole * width) for cell, column in zip(row, columns, strict=True)]
        room -= max(len(lines) for lines in broken) * LEADING + 2 * AIR
        if room < 0:
            return number
    return len(rows)


def _lines(cell: Cell, width: float) -> list[str]:
    if cell.draw is not None or not cell.text:
        return [""]
    return lines_of(cell.text, width - 12 - cell.shift, SIZE, cell.weight, MOST_LINES)


def _draw_head(sheet: Sheet, columns: Sequence[Column], widths: Sequence[float], x: float) -> None:
    if not any(column.name for column in columns):
        return
    sheet.need(60)
    heads = [lines_of(column.name, wide - 12, 8.5, most=2) for column, wide in zip(columns, widths, strict=True)]
    deepest = max(len(lines) for lines in heads)
    for column, wide, lines in zip(columns, widths, heads, strict=True):
        right = column.anchor == "end"
        for number, line in enumerate(lines):
            y = sheet.y + 8 + (deepest - len(lines) + number) * 10.5
            sheet.pen.text(x + (wide - 12 if right else 0), y, line, 8.5, colours.PALE_GREY, anchor=column.anchor)
        x += wide
    sheet.y += deepest * 10.5 + 4


def _draw_row(
    sheet: Sheet,
    columns: Sequence[Column],
    row: Sequence[Cell],
    broken: Sequence[list[str]],
    widths: Sequence[float],
    x: float,
    air: float,
) -> None:
    for column, cell, lines, wide in zip(columns, row, broken, widths, strict=True):
        y = sheet.y + air + 9.3
        if cell.draw is not None:
            cell.draw(x, y, wide - 12)
        if cell.dot:
            sheet.pen.circle(x + 4, y - 3.3, 4, fill=cell.dot)
        for line in lines:
            at = x + wide - 12 if column.anchor == "end" else x + cell.shift
            sheet.pen.text(at, y, line, SIZE, cell.colour, cell.weight, column.anchor)
            y += LEADING
        x += wide
