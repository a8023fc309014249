"""Whether improvements hold or slide back, by the newest readings of their safeguards. Pure; today is told."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from cxworkshop.analysis.scores import by_title, moment, score
from cxworkshop.model.board import Board
from cxworkshop.model.records import Card, Record
from cxworkshop.words import N_

HELD, SLIPPING, ROLLED_BACK = "held", "slipping", "rolled_back"

FORMULA = N_(
    "slipping: the newest reading breaks the limit or is late; rolled back: the newest two break it; else held"
)
SOURCE = N_("cxworkshop, after the control charts of W. Shewhart")

_LIMIT = re.compile(r"\s*(<=|>=|=)\s*([-−]?\d+(?:[.,]\d+)?)\s*")
_WORST_FIRST = (ROLLED_BACK, SLIPPING, HELD)


@dataclass(frozen=True)
class SafeguardState:
    """What a safeguard says on one day.

    `state` is "held", "slipping", "rolled_back" or None (no reading yet, or no limit to judge it by). `newest` and `at`
    are its newest reading up to that day; `days_late` how many days the next one is overdue (0: not, None: unknown).
    """

    id: str
    state: str | None
    newest: float | None
    at: datetime.date | None
    days_late: float | None


@dataclass(frozen=True)
class Held:
    """Whether one improvement holds: the worst its safeguards say, None where none can say anything."""

    id: str
    held: str | None
    safeguards: tuple[SafeguardState, ...]


def held(board: Board, today: datetime.date) -> list[Held]:
    """The state of every improvement on a day, by title, then id."""
    readings = _readings(board, today)
    return [_held(board, own, readings, today) for own in sorted(board.of_kind("improvement"), key=by_title)]


def keeps(limit: str | None, value: float) -> bool | None:
    """Whether a value keeps a limit written `<= 5`, `>= 0.9` or `= 0`; None where no limit can be read."""
    found = _LIMIT.fullmatch(limit) if isinstance(limit, str) else None
    if found is None:
        return None
    bound = float(found[2].replace(",", ".").replace("−", "-"))
    if found[1] == "=":
        return math.isclose(value, bound, rel_tol=1e-9, abs_tol=1e-9)
    return value <= bound if found[1] == "<=" else value >= bound


def safeguard_state(safeguard: Card, readings: Sequence[Record], today: datetime.date) -> SafeguardState:
    """What a safeguard says by its readings, the oldest first, none of them after `today`."""
    if not readings:
        return SafeguardState(safeguard.id, None, None, None, None)
    values = [score(reading, "value") or 0.0 for reading in readings]
    taken = moment(readings[-1])
    at = taken.date() if taken else None
    late = _days_late(safeguard, at, today)
    return SafeguardState(safeguard.id, _state(safeguard.get("limit"), values, late), values[-1], at, late)


def _state(limit: str | None, values: Sequence[float], late: float | None) -> str | None:
    kept = [keeps(limit, value) for value in values[-2:]]
    if kept == [False, False]:
        return ROLLED_BACK
    if kept[-1] is False or late:
        return SLIPPING
    return HELD if kept[-1] else None


def _days_late(safeguard: Card, at: datetime.date | None, today: datetime.date) -> float | None:
    every = score(safeguard, "every_days")
    return None if every is None or at is None else max((today - at).days - every, 0)


def _held(board: Board, improvement: Card, readings: dict[str, list[Record]], today: datetime.date) -> Held:
    guards = [card for card in board.sources(improvement.id, "protects") if card.kind == "safeguard"]
    states = tuple(safeguard_state(own, readings.get(own.id, []), today) for own in sorted(guards, key=by_title))
    said = {own.state for own in states}
    return Held(improvement.id, next((state for state in _WORST_FIRST if state in said), None), states)


def _readings(board: Board, today: datetime.date) -> dict[str, list[Record]]:
    """The readings with a value up to a day by what they are of, the oldest first (undated ones before all)."""
    found: dict[str, list[Record]] = {}
    for reading in board.records("reading"):
        at = moment(reading)
        if score(reading, "value") is not None and (at is None or at.date() <= today):
            found.setdefault(str(reading.get("of")), []).append(reading)
    for own in found.values():
        own.sort(key=lambda reading: moment(reading) or datetime.datetime.min)  # stable: as recorded within a moment
    return found
