"""Who stands on a journey's wall as a guest: cards of other journeys that its needs rest on. Pure."""

from __future__ import annotations

from cxworkshop.analysis.backward_map import BackwardMap
from cxworkshop.model.board import Board


def guests(board: Board, made: BackwardMap, journey: str | None) -> set[str]:
    """The values and processes staged in other journeys that needs of `journey` rest on, and the touchpoints there
    that tire those of this one (ids)."""
    needs = [own.id for own in made.opportunities if _home(board, own.id) == journey]
    values = {link.source for need in needs for link in board.links_to(need, "satisfies")}
    wanted = made.mask(needs)
    processes = (process for process, mask in made.distances.reached.items() if mask & wanted)
    tiring = (link.source for link in board.links("feeds") if _home(board, link.target) == journey)
    return {card for card in (*values, *processes, *tiring) if _home(board, card) not in (None, journey)}


def _home(board: Board, card_id: str) -> str | None:
    found = board.journey_of(board.card(card_id))
    return found.id if found is not None else None
