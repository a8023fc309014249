"""The backward map of a board that is being edited: each change is followed where it reaches, the rest stays as it is.

A picture taken from it (`picture`) is a `BackwardMap` and stays as it was; ask for a new one after a change.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping

from cxworkshop.analysis.backward_map import BackwardMap
from cxworkshop.analysis.critical_few import TOP
from cxworkshop.analysis.live_distances import LiveDistances
from cxworkshop.analysis.live_graph import Lent, LiveGraph, Moved
from cxworkshop.analysis.live_needs import LiveNeeds
from cxworkshop.analysis.live_picture import LivePicture, Since, carried_over
from cxworkshop.analysis.live_roles import LiveRoles
from cxworkshop.analysis.touched import touched_by
from cxworkshop.model.board import Board
from cxworkshop.model.changes import ChangeSet

_BULK = 30  # a change of more than one in so many links and cards is an import: beginning anew is no slower


class LiveMap:
    """The backward map of one board. Whoever changes the board tells it (`apply`), in the same order."""

    _last: LivePicture | None
    _depths: Lent[int | None]
    _since: Since
    _same: bool

    def __init__(self, board: Board, top: int = TOP) -> None:
        self._board = board
        self._top = top
        self._roles = LiveRoles(board)
        self._begin()

    def apply(self, changes: ChangeSet) -> None:
        """Follow a change that the board has taken. What reaches far (an import, its undo) begins anew."""
        touched = touched_by(changes)
        self._roles.follow(touched)
        if touched.size * _BULK > self._graph.size() or touched.turned:
            self._begin()
            return
        moved = self._graph.follow(touched)
        if moved:
            self._follow(moved)

    def picture(self, today: datetime.date | None = None) -> BackwardMap:
        """The backward map as it is now: later changes do not reach it. The same object while nothing has changed.

        Without `today` it tells no blind spots.
        """
        roles, hours = self._roles.owners(), self._roles.hours(today)
        last = self._last
        if last is not None and self._same and last.owners is roles and last.hours is hours:
            return last
        self._last = LivePicture(
            self._graph.lent(),
            self._needs.ranked(),
            self._needs.numbered(),
            self._distances.lent(),
            roles,
            hours,
            self._top,
            carried_over(last, self._since),
        )
        vars(self._last)["weights"] = self._needs.weights()
        self._since, self._same = Since(), True
        return self._last

    def depths(self) -> Mapping[str, int | None]:
        """The depth of every process (None: it reaches no need); later changes do not reach it."""
        return self._depths.lent()

    # Following

    def _begin(self) -> None:
        self._graph = LiveGraph(self._board)
        self._needs = LiveNeeds(self._board.of_kind("need"))
        processes = self._graph.depends_on
        direct = self._direct(processes.targets.own)
        self._distances = LiveDistances(direct, processes.targets.own)
        self._depths = Lent({process: self._distances.depth(process) for process in processes.targets.own})
        self._last = None
        self._since, self._same = Since(), False

    def _follow(self, moved: Moved) -> None:
        scored = [need for need in moved.needs if self._follow_need(need)]
        far: list[str] = []
        if moved.linked or moved.came or moved.gone:
            direct = self._direct(moved.served)
            far = self._distances.change(moved.came, moved.gone, moved.cut, moved.drawn, direct)
            self._measure(moved, far)
        if moved.linked or moved.came or moved.gone or moved.retitled or scored:
            self._same = False
            self._since.add(moved, far, scored)

    def _measure(self, moved: Moved, far: Iterable[str]) -> None:
        """Keep the depths of the processes that came, went or changed their distances."""
        known = self._depths.own
        for process in (*moved.came, *far):
            depth = self._distances.depth(process)
            if process not in known or known[process] != depth:
                self._depths.changing()[process] = depth
        for process in moved.gone:
            del self._depths.changing()[process]

    def _follow_need(self, card_id: str) -> bool:
        """Take in a need that was touched; whether its opportunity or its place may be another."""
        card = self._board.find(card_id)
        if card is None or card.kind != "need":
            self._needs.drop(card_id)
            return False
        return self._needs.put(card)

    def _direct(self, processes: Mapping[str, object] | set[str]) -> dict[str, int]:
        """The mask of the needs that each of these processes serves directly."""
        numbers, found = self._needs.numbers, {}
        for process in processes:
            mask = 0
            for need in self._graph.needs_of(process):
                mask |= 1 << numbers[need]
            found[process] = mask
        return found
