"""The cycle before, as far as this one remembers it: the scores its touchpoints had then. Pure.

Where the file of the cycle before is at hand, compare with that; this is what can be said without it.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace

from cxworkshop.analysis.compare import compare, states
from cxworkshop.analysis.comparison import Comparison
from cxworkshop.analysis.held import Held, held
from cxworkshop.analysis.scores import day
from cxworkshop.model.board import Board, board_of
from cxworkshop.model.previous import PREVIOUS, previous_score
from cxworkshop.model.records import CARD, THE_WORKSHOP, WORKSHOP, Card, Record, record

_WALKED = ("journey", "stage", "touchpoint", "persona")


def is_next_cycle(board: Board) -> bool:
    """Whether the workshop goes on where another one ended: it is of cycle 2 or later."""
    cycle = board.workshop.get("cycle")
    return isinstance(cycle, int) and not isinstance(cycle, bool) and cycle >= 2


def remembers(board: Board) -> bool:
    """Whether any touchpoint keeps a score of the cycle before."""
    return any(_is_remembered(card) for card in board.of_kind("touchpoint"))


def board_before(board: Board) -> Board:
    """This board with its touchpoints scored as in the cycle before; what remembers nothing is as it is now."""
    rows: list[Record] = []
    for table in board.snapshot():
        for row in board.records(table):
            if isinstance(row, Card) and row.kind == "touchpoint" and _is_remembered(row):
                row = _as_before(row)
            elif (row.table, row.key) == (WORKSHOP, THE_WORKSHOP):
                row = record(WORKSHOP, THE_WORKSHOP, {**row.fields, "cycle": max(int(row.get("cycle") or 1) - 1, 1)})
            rows.append(row)
    return board_of(rows)


def compare_remembered(board: Board, today: datetime.date, judged: Sequence[Held] | None = None) -> Comparison:
    """`compare` of the board before with the board: only what follows from scores of touchpoints can differ, so only
    journeys and those who walk them are compared. `judged`: what readings say today, where it is at hand."""
    walked = [row for row in board.records(CARD) if row.get("kind") in _WALKED]
    part = board_of([*board.records(WORKSHOP), *walked, *board.links("walks")])
    written = day(board.table(WORKSHOP)[THE_WORKSHOP], "date") if board.get(WORKSHOP, THE_WORKSHOP) else None
    then = min(written or today, today)
    judged = judged if judged is not None else held(board, today)
    before = {own.id: own.held for own in (judged if then == today else held(board, then))}
    return replace(compare(board_before(part), part, today), held=tuple(states(board, judged, before)))


def _as_before(card: Card) -> Record:
    kept = {name: value for name, value in card.fields.items() if name not in PREVIOUS}
    scored = {name: value for name in PREVIOUS if (value := previous_score(card, name)) is not None}
    return record(CARD, card.key, {**kept, **scored})


def _is_remembered(card: Card) -> bool:
    return any(previous_score(card, name) is not None for name in PREVIOUS)
