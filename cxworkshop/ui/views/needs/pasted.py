"""What rows of a spreadsheet say about needs and problems: titles with two scores, or scores alone. Knows no Qt."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cxworkshop.actions.needs import Written

_NUMBER = re.compile(r"[-+−]?\d{1,6}([.,]\d{1,6})?")
Rows = Sequence[Sequence[str]]


def number_in(cell: str) -> int | float | None:
    """The number a cell holds, with point or comma; None for anything else."""
    if _NUMBER.fullmatch(cell) is None:
        return None
    number = float(cell.replace(",", ".").replace("−", "-"))
    return int(number) if number.is_integer() else number


def scores_in(rows: Rows) -> list[list[int | float | None]] | None:
    """The cells as numbers, blank ones None; None where a cell holds something else."""
    if any(cell and number_in(cell) is None for row in rows for cell in row):
        return None
    return [[number_in(cell) for cell in row] for row in rows]


def cards_in(rows: Rows) -> list[Written]:
    """A card for every row: its first text is the title, the first two columns of numbers behind it are the scores,
    what else it says becomes the note. Without such a column every text is a title. A heading is left out, and so is
    a column of numbers before the first text: it counts the rows."""
    wide = max((len(row) for row in rows), default=0)
    table = [[*row, *[""] * (wide - len(row))] for row in rows]
    numbered = {at for at in range(wide) if _are_numbers([row[at] for row in table if row[at]])}
    titles = next((at for at in range(wide) if at not in numbered), None)
    if titles is None:
        return [Written(cell) for row in table for cell in row if cell]
    scored = sorted(at for at in numbered if at > titles)[:2]
    if not scored:
        return [Written(cell) for row in table for cell in row[titles:] if cell]
    heading = all(table[0][at] and number_in(table[0][at]) is None for at in scored)
    return [_card(row[titles:], [at - titles for at in scored]) for row in table[heading:] if any(row[titles:])]


def _are_numbers(cells: Sequence[str]) -> bool:
    """Whether at least half of the cells are numbers; the others may be a heading and slips."""
    return 0 < len(cells) <= 2 * sum(number_in(cell) is not None for cell in cells)


def _card(row: Sequence[str], scored: Sequence[int]) -> Written:
    """The card of a row that begins with its title."""
    first, second = [*(number_in(row[at]) for at in scored), None][:2]
    kept = [cell for at, cell in enumerate(row) if cell and (at not in scored or number_in(cell) is None)]
    title, *others = kept or [""]
    return Written(title, first, second, " · ".join(others))
