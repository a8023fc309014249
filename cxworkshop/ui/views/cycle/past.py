"""What this cycle is compared with: the chosen file of another one, or what the touchpoints remember. No widgets."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

from cxworkshop.analysis.comparison import Comparison
from cxworkshop.analysis.ghost import board_before, remembers
from cxworkshop.model.board import Board


@dataclass(frozen=True)
class Past:
    """The board compared with; `path` of its file, None where it is what this workshop remembers itself."""

    board: Board
    path: Path | None

    def compare(self, now: Board, today: datetime.date) -> Comparison:
        """What differs between then and now."""
        from cxworkshop.analysis.compare import compare

        return compare(self.board, now, today)


def remembered(board: Board) -> Past | None:
    """What the workshop itself remembers of the cycle before, None: nothing."""
    return Past(board_before(board), None) if remembers(board) else None
