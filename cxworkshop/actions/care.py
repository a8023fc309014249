"""What a user can do with answers of the care test. Returns ChangeSets; knows neither Qt nor SQL."""

from __future__ import annotations

import secrets

from cxworkshop.model.board import Board
from cxworkshop.model.changes import ChangeSet
from cxworkshop.model.draft import Draft
from cxworkshop.model.ids import new_id
from cxworkshop.model.records import Record
from cxworkshop.words import N_

_SIGNS = "abcdefghkmnprstuvwxyz23456789"  # those that are not taken for one another
_LENGTH = 4


def answer(
    board: Board,
    voter: str,
    pair: str,
    side: str,
    score: float | None,
    *,
    dimension: str = "",
    card: str = "",
) -> ChangeSet:
    """What `voter` (an anonymous code) scores a side 0…10 on a service dimension, or an internal service `card`.

    Said again it replaces what was said before; None takes it back. Raises Refused where the score is off its scale.
    """
    draft = Draft(board)
    told = {"pair": pair, "side": side, "dimension": dimension, "card": card, "voter": voter}
    place = {name: value for name, value in told.items() if value}
    found = find_answer(board, voter, pair, side, dimension=dimension, card=card)
    if score is None:
        if found is not None:
            draft.remove("care_answer", found.key)
        return draft.changes(N_("Take back an answer of the care test"))
    key = found.key if found is not None else new_id("a")
    draft.put("care_answer", key, {**place, "score": score})
    return draft.changes(N_("Answer in the care test"))


def find_answer(
    board: Board, voter: str, pair: str, side: str, *, dimension: str = "", card: str = ""
) -> Record | None:
    """What `voter` has said to this question so far, None: nothing."""
    wanted = (voter, pair, side, dimension, card)
    for own in board.records("care_answer"):
        if tuple(str(own.get(name) or "") for name in ("voter", "pair", "side", "dimension", "card")) == wanted:
            return own
    return None


def forget_voter(board: Board, voter: str) -> ChangeSet:
    """Take all answers of one person back."""
    draft = Draft(board)
    for own in board.records("care_answer"):
        if own.get("voter") == voter:
            draft.remove("care_answer", own.key)
    return draft.changes(N_("Take back the care test of one person"))


def new_voter(board: Board) -> str:
    """An anonymous code nobody on the board has: short enough to remember, of chance, so that rooms can be merged."""
    taken = {own.get("voter") for table in ("care_answer", "vote") for own in board.records(table)}
    while True:
        code = "".join(secrets.choice(_SIGNS) for _ in range(_LENGTH))
        if code not in taken:
            return code
