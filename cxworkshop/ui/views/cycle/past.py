"""What this cycle is compared with: the chosen file of another one, or what the touchpoints remember. No widgets."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from cxworkshop.analysis.comparison import Comparison
from cxworkshop.analysis.ghost import compare_remembered, remembers
from cxworkshop.analysis.held import Held
from cxworkshop.model.board import Board

if TYPE_CHECKING:
    from cxworkshop.analysis.compare import Before


@dataclass(frozen=True)
class Past:
    """The board compared with and the `path` of its file; None: this workshop itself, by what its touchpoints remember.

    The board of a file stays as it was read, so what it says is worked out once a day."""

    board: Board
    path: Path | None
    _seen: list[Before] = field(default_factory=list, compare=False, repr=False)

    def compare(self, now: Board, today: datetime.date, judged: Sequence[Held] | None = None) -> Comparison:
        """What differs between then and now. `judged`: what the readings say of `now`, where it is at hand."""
        if self.path is None:
            return compare_remembered(now, today, judged)
        from cxworkshop.analysis.compare import compare_with, seen_from

        if not self._seen or self._seen[0].today != today:
            self._seen[:] = [seen_from(self.board, today)]
        return compare_with(self._seen[0], now)


def remembered(board: Board) -> Past | None:
    """What the workshop itself remembers of the cycle before, None: nothing."""
    return Past(board, None) if remembers(board) else None
