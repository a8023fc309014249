"""Who owns which process and how lately they met a customer, kept until a change touches it. Knows no needs."""

from __future__ import annotations

import datetime

from cxworkshop.analysis.blind_spot import direct_hours, owners
from cxworkshop.analysis.touched import Touched
from cxworkshop.model.board import Board


class LiveRoles:
    """The owners of a board's processes and their direct hours; worked out when asked for after a change."""

    _owners: dict[str, list[str]] | None
    _hours: dict[str, float] | None
    _day: datetime.date | None

    def __init__(self, board: Board) -> None:
        self._board = board
        self._forget()

    def follow(self, touched: Touched) -> None:
        """Follow a change that the board has taken."""
        if touched.roles or touched.turned or any(map(self._is_role, touched.retitled)):
            self._forget()
        elif touched.contacts:
            self._hours = None

    def owners(self) -> dict[str, list[str]]:
        """As `blind_spot.owners`; the same object while nothing has changed."""
        if self._owners is None:
            self._owners = owners(self._board)
        return self._owners

    def hours(self, today: datetime.date | None) -> dict[str, float] | None:
        """As `blind_spot.direct_hours` (None without a day); the same object while nothing has changed."""
        if today is None:
            return None
        if self._hours is None or self._day != today:
            self._hours, self._day = direct_hours(self._board, today), today
        return self._hours

    def _forget(self) -> None:
        self._owners = self._hours = self._day = None

    def _is_role(self, card_id: str) -> bool:
        card = self._board.find(card_id)
        return card is not None and card.kind == "role"
