"""What the room voted for: points by card. Pure."""

from __future__ import annotations

from cxworkshop.analysis.scores import score
from cxworkshop.model.board import Board


def votes(board: Board, round_name: str | None = None) -> dict[str, float]:
    """The points each card got, in one round or in all of them; cards nobody voted for are missing."""
    found: dict[str, float] = {}
    for vote in board.records("vote"):
        points = score(vote, "points")
        if points is not None and (round_name is None or vote.get("round") == round_name):
            card = str(vote.get("card"))
            found[card] = found.get(card, 0) + points
    return found
