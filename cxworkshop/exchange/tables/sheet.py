"""A table as it was read: rows of texts, and the bounds that keep hostile files from filling memory. No cards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cxworkshop.errors import SourceProblem
from cxworkshop.exchange.importing import Caution, source_problem
from cxworkshop.words import N_

MOST_BYTES = 50_000_000
MOST_ROWS = 200_000
MOST_COLUMNS = 1_000
MOST_CELLS = 2_000_000
LONGEST_CELL = 1_000_000  # characters


@dataclass(frozen=True)
class Sheet:
    """`rows` of texts without trailing empty cells, "" for an empty cell; row numbers for people begin at 1.

    `name` is the sheet's name, or "" for a CSV file; `encoding` and `delimiter` are what a CSV file was read with.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    encoding: str = ""
    delimiter: str = ""
    warnings: tuple[Caution, ...] = ()

    @property
    def width(self) -> int:
        return max((len(row) for row in self.rows), default=0)

    def numbered(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """The rows that are not empty, each with its number for people."""
        return ((number, row) for number, row in enumerate(self.rows, 1) if any(cell.strip() for cell in row))


class Bounds:
    """Counts rows and cells while a table is read and stops with SourceProblem where there are too many."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.rows = 0
        self.cells = 0

    def take(self, row: list[str], number: int) -> tuple[str, ...]:
        """The row without trailing empty cells, counted."""
        while row and not row[-1]:
            row.pop()
        if row:
            self.rows += 1
            self.cells += len(row)
        if number > MOST_ROWS and row:
            raise self._too_much(N_("The table has more than {most} rows."), MOST_ROWS)
        if len(row) > MOST_COLUMNS:
            raise self._too_much(N_("Row {row} of the table has more than {most} columns."), MOST_COLUMNS, row=number)
        if self.cells > MOST_CELLS:
            raise self._too_much(N_("The table has more than {most} filled cells."), MOST_CELLS)
        if any(len(cell) > LONGEST_CELL for cell in row):
            raise self._too_much(N_("A cell in row {row} is longer than {most} characters."), LONGEST_CELL, row=number)
        return tuple(row)

    def _too_much(self, what: str, most: int, **values: object) -> SourceProblem:
        todo = N_("Keep the part with the cards, delete the rest and import it again.")
        return source_problem(what, self.source, todo, most=spaced(most), **values)


def spaced(number: int) -> str:
    """A whole number with thin gaps between its thousands, as both languages read it."""
    return f"{number:,}".replace(",", "\u202f")


def without_empty_end(rows: list[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """The rows up to the last that is not empty."""
    while rows and not rows[-1]:
        rows.pop()
    return tuple(rows)
