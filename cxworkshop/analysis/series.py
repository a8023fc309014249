"""The readings of one card over time, for charts and for the sentences beside them. Pure."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from cxworkshop.analysis.scores import moment, score
from cxworkshop.model.board import Board

_LIMIT = re.compile(r"\s*(<=|>=|=)\s*([-−]?\d+(?:[.,]\d+)?)\s*")


@dataclass(frozen=True)
class Reading:
    """One reading: the key of its record, when it was taken, what was measured."""

    key: str
    at: datetime.datetime
    value: float


def series(board: Board, card_id: str) -> list[Reading]:
    """The readings of a card that have a value and a day, the oldest first."""
    found = []
    for row in board.records("reading"):
        if row.get("of") != card_id:
            continue
        at, value = moment(row), score(row, "value")
        if at is not None and value is not None:
            found.append(Reading(row.key, at, value))
    return sorted(found, key=lambda own: own.at)


def bound(limit: object) -> tuple[str, float] | None:
    """The sign and the number of a limit written `<= 5`, `>= 0.9`, `= 0`; None where none can be read."""
    found = _LIMIT.fullmatch(limit) if isinstance(limit, str) else None
    return (found[1], float(found[2].replace(",", ".").replace("−", "-"))) if found else None
