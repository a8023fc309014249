"""What is to be said of a sheet once its rows are read: each thing once, with how many rows it concerns. No cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cxworkshop.exchange.importing import Caution
from cxworkshop.exchange.tables.match import Column
from cxworkshop.words import N_


@dataclass
class _Seen:
    """The first of several places, and how many there are."""

    row: int
    text: str
    n: int = 0


class Remarks:
    """Counts what happened to cells that did not simply become a card, a field or a link."""

    def __init__(self) -> None:
        self._kept: dict[Column, int] = {}
        self._unclear: dict[Column, _Seen] = {}
        self._homeless: dict[Column, _Seen] = {}
        self._unlinked: dict[Column, _Seen] = {}
        self._repeated: _Seen | None = None

    def kept(self, column: Column) -> None:
        """A cell of a column that nobody knows went to the note."""
        self._kept[column] = self._kept.get(column, 0) + 1

    def unclear(self, column: Column, row: int, cell: str) -> None:
        """A cell is no value of its field and went to the note."""
        self._unclear.setdefault(column, _Seen(row, cell)).n += 1

    def homeless(self, column: Column, row: int, cell: str) -> None:
        """A value belongs to a kind of card that its row does not have; it went to the note."""
        self._homeless.setdefault(column, _Seen(row, cell)).n += 1

    def unlinked(self, column: Column, row: int, cell: str) -> None:
        """A card that a cell names has no link to the others of its row; the note names it."""
        self._unlinked.setdefault(column, _Seen(row, cell)).n += 1

    def repeated(self, row: int, title: str) -> None:
        """A row names a card that a row above has named."""
        if self._repeated is None:
            self._repeated = _Seen(row, title)
        self._repeated.n += 1

    def cautions(self) -> Iterator[Caution]:
        """Everything to say, for the reader."""
        if self._repeated is not None:
            one = N_(
                "{n} row names a card that a row above has named: one card was made of them (row {row}: “{title}”)."
            )
            many = N_(
                "{n} rows name cards that rows above have named: one card was made of each"
                " (the first is row {row}: “{title}”)."
            )
            seen = self._repeated
            yield Caution(one, {"row": seen.row, "title": seen.text[:60]}, many, seen.n)
        for column, count in self._kept.items():
            yield _unknown(column, count)
        for found, (one, many) in (
            (self._unclear, _UNCLEAR),
            (self._homeless, _HOMELESS),
            (self._unlinked, _UNLINKED),
        ):
            for column, seen in found.items():
                values = {"column": name_of(column), "row": seen.row, "cell": seen.text[:60]}
                yield Caution(one, values, many, seen.n)


def _unknown(column: Column, count: int) -> Caution:
    if not column.heading:
        one = N_("Column {column} has no heading: its {n} value is kept in the note.")
        many = N_("Column {column} has no heading: its {n} values are kept in the notes.")
    else:
        one = N_("Column “{column}” is unknown: its {n} value is kept in the note.")
        many = N_("Column “{column}” is unknown: its {n} values are kept in the notes.")
    return Caution(one, {"column": name_of(column)}, many, count)


def name_of(column: Column) -> str:
    """The column's heading, or its number where it has none."""
    return column.heading or str(column.index + 1)


_UNCLEAR = (
    N_("“{column}”, row {row}: “{cell}” is no value of this field; it is kept in the note."),
    N_(
        "“{column}”: {n} cells hold no value of this field; they are kept in the notes"
        " (the first is row {row}: “{cell}”)."
    ),
)
_HOMELESS = (
    N_("“{column}”, row {row}: no card of this row takes “{cell}”; it is kept in the note."),
    N_(
        "“{column}”: {n} values that no card of their rows takes are kept in the notes"
        " (the first is row {row}: “{cell}”)."
    ),
)
_UNLINKED = (
    N_("“{column}”, row {row}: no link joins “{cell}” to the other cards of the row; the note names it."),
    N_(
        "“{column}”: {n} times no link joins the card to the others of its row; the notes name it"
        " (the first is row {row}: “{cell}”)."
    ),
)
