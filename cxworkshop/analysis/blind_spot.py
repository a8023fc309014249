"""Which processes many needs rest on and strangers decide. Pure."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping

from cxworkshop.analysis.closeness import ENOUGH_HOURS, closeness_by_role
from cxworkshop.analysis.scores import by_title
from cxworkshop.model.board import Board
from cxworkshop.model.records import Card
from cxworkshop.words import N_

FORMULA = N_("blind spot = influence × (1 − min(direct hours of the owner in 42 days / 2, 1))")
SOURCE = N_("cxworkshop, after J. Spool’s two hours every six weeks")


def blind_spot(influence: float, hours: Iterable[float]) -> float:
    """influence × (1 − min(h / 2, 1)), h the direct hours in 42 days of the coldest of those who own or set it.

    With nobody, h = 0.
    """
    coldest = min(hours, default=0.0)
    return influence * (1 - min(coldest / ENOUGH_HOURS, 1))


def owners(board: Board) -> dict[str, list[str]]:
    """The roles that own each process: {process: role ids by title, then id}; processes without one are missing."""
    return _roles(board, "owns")


def direct_hours(board: Board, today: datetime.date) -> dict[str, float]:
    """The direct hours in 42 days of the coldest role that owns or sets each process that has one."""
    hours = {role: own.direct_hours for role, own in closeness_by_role(board, today).items()}
    both: dict[str, list[float]] = {}
    for verb in ("owns", "sets"):
        for process, roles in _roles(board, verb).items():
            both.setdefault(process, []).extend(hours[role] for role in roles)
    return {process: min(own) for process, own in both.items()}


def _roles(board: Board, verb: str) -> dict[str, list[str]]:
    cards: Mapping[str, Card] = board.cards
    found: dict[str, list[Card]] = {}
    for link in board.links(verb):
        role, process = cards.get(link.source), cards.get(link.target)
        if role and process and role.kind == "role" and process.kind == "process":
            found.setdefault(process.id, []).append(role)
    return {process: [role.id for role in sorted(roles, key=by_title)] for process, roles in found.items()}
