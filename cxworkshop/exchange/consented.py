"""A board without what nobody agreed to let out: recordings, and what was said at meetings that took place.

Plain JSON stays whole, since it is the workshop itself; every other export is made from this board. Changes no board.
"""

from __future__ import annotations

import datetime

from cxworkshop.analysis.consent import Withheld, withheld
from cxworkshop.model.board import Board, board_of
from cxworkshop.model.draft import Draft
from cxworkshop.model.records import CARD, TABLES


def consented(board: Board, today: datetime.date) -> tuple[Board, Withheld]:
    """The board less recordings without consent today, and less questions and notes of such meetings; what was kept."""
    kept_back = withheld(board, today)
    if not kept_back:
        return board, kept_back
    copy = board_of(row for table in TABLES for row in board.records(table))
    draft = Draft(copy)
    for recording in kept_back.recordings:
        draft.delete_card(recording)
    for meeting in kept_back.meetings:
        draft.set(CARD, meeting, questions=None, note=None)
    copy.apply(draft.changes())
    return copy, kept_back
