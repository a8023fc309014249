"""Dots for what matters: the room gives a card a vote or takes it back. Returns ChangeSets; knows no Qt, no SQL."""

from __future__ import annotations

from cxworkshop.errors import Refused
from cxworkshop.model.board import Board
from cxworkshop.model.changes import ChangeSet
from cxworkshop.model.draft import Draft
from cxworkshop.model.ids import new_id
from cxworkshop.model.records import Record
from cxworkshop.words import N_

ROOM = "room"  # the voter of dots that the facilitator enters for everybody
KINDS = ("need", "problem", "improvement")  # what a room votes on
FIRST_ROUND = "1"


def rounds(board: Board) -> list[str]:
    """The rounds votes were given in, in the order in which they came; the first one where nobody voted yet."""
    named = dict.fromkeys(str(vote.get("round", FIRST_ROUND)) for vote in board.records("vote"))
    return list(named) or [FIRST_ROUND]


def give(board: Board, card_id: str, in_round: str = FIRST_ROUND) -> ChangeSet:
    """One more point of the room for a card. KeyError where there is no such card.

    A record a point, each with an id of its own: where two breakout rooms gave a card one each, both count after their
    copies were taken in, and a copy taken in twice counts once.
    """
    title = board.card(card_id).title
    draft = Draft(board)
    key = new_id("vote")
    draft.put("vote", key, {"id": key, "round": in_round, "card": card_id, "voter": ROOM, "points": 1})
    return draft.changes(N_("Vote for “{title}”"), title=title)


def take_back(board: Board, card_id: str, in_round: str = FIRST_ROUND) -> ChangeSet:
    """One point of the room less, the newest first. Raises Refused where the room gave none in this round: the votes of
    single people are theirs."""
    title = board.card(card_id).title
    own = [vote for vote in board.records("vote") if _is_of_room(vote, card_id, in_round)]
    if not own:
        raise Refused(
            N_("The room has no vote for “{title}” to take back in this round."),
            todo=N_("Votes that people gave themselves stay theirs."),
            title=title,
        )
    vote = own[-1]
    draft = Draft(board)
    if vote["points"] > 1:
        draft.set("vote", vote.key, points=vote["points"] - 1)
    else:
        draft.remove("vote", vote.key)
    return draft.changes(N_("Take back a vote for “{title}”"), title=title)


def points_of_room(board: Board, card_id: str, in_round: str | None = None) -> float:
    """The points that the room itself gave a card, in one round or in all."""
    own = (vote for vote in board.records("vote") if _is_of_room(vote, card_id, in_round))
    return sum(vote["points"] for vote in own)


def _is_of_room(vote: Record, card_id: str, in_round: str | None) -> bool:
    points = vote.get("points")
    given = isinstance(points, int | float) and not isinstance(points, bool) and points > 0
    same_round = in_round is None or str(vote.get("round", FIRST_ROUND)) == in_round
    return given and same_round and vote.get("card") == card_id and vote.get("voter") == ROOM
