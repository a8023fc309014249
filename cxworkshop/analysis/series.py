"""The readings of one card over time, for charts and for the sentences beside them. Pure."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cxworkshop.analysis.scores import moment, score
from cxworkshop.model.board import Board
from cxworkshop.model.records import Record

_LIMIT = re.compile(r"\s*(<=|>=|=)\s*([-−]?\d+(?:[.,]\d+)?)\s*")


@dataclass(frozen=True)
class Reading:
    """One reading: the key of its record, when it was taken, what was measured."""

    key: str
    at: datetime.datetime
    value: float


def series(board: Board, card_id: str) -> list[Reading]:
    """The readings of a card that have a value and a day, the oldest first."""
    return sorted(_readings(row for row in board.records("reading") if row.get("of") == card_id), key=_at)


def every_series(board: Board, today: datetime.date) -> dict[str, list[Reading]]:
    """`series` up to a day of every card that has one, by its id."""
    found: dict[str, list[Record]] = {}
    for row in board.records("reading"):
        found.setdefault(str(row.get("of")), []).append(row)
    known = {of: [own for own in _readings(rows) if own.at.date() <= today] for of, rows in found.items()}
    return {of: sorted(own, key=_at) for of, own in known.items() if own}


def _readings(rows: Iterable[Record]) -> Iterator[Reading]:
    for row in rows:
        at, value = moment(row), score(row, "value")
        if at is not None and value is not None:
            yield Reading(row.key, at, value)


def _at(own: Reading) -> datetime.datetime:
    return own.at


def bound(limit: object) -> tuple[str, float] | None:
    """The sign and the number of a limit written `<= 5`, `>= 0.9`, `= 0`; None where none can be read."""
    found = _LIMIT.fullmatch(limit) if isinstance(limit, str) else None
    return (found[1], float(found[2].replace(",", ".").replace("−", "-"))) if found else None
