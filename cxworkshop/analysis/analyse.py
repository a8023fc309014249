"""Every formula of the workshop at once, as the data of `analyse --format json` (DESIGN section 5). Knows no file."""

from __future__ import annotations

import datetime
from typing import Any

from cxworkshop.analysis.attention import attention
from cxworkshop.analysis.care import care
from cxworkshop.analysis.closeness import closeness
from cxworkshop.analysis.experience import experiences, gaps_of_touchpoints
from cxworkshop.analysis.goals import objectives
from cxworkshop.analysis.held import held
from cxworkshop.analysis.opportunity import opportunities
from cxworkshop.analysis.pain import pains
from cxworkshop.analysis.votes import votes
from cxworkshop.model.board import Board


def analyse(board: Board, today: datetime.date) -> dict[str, Any]:
    """All figures of a board on a day; what cannot be computed is None. Lists are ranked, or as on the wall."""
    shares = attention(board)
    points = votes(board)
    return {
        "needs": [
            {"id": own.id, "opportunity": own.value, "votes": points.get(own.id, 0)} for own in opportunities(board)
        ],
        "journeys": [
            {
                "id": own.id,
                "persona": own.persona,
                "mean": own.mean,
                "peak": own.peak,
                "end": own.end,
                "peak_end": own.peak_end,
            }
            for own in experiences(board)
        ],
        "touchpoints": [{"id": own.id, "gap1": own.gap1, "gap2": own.gap2} for own in gaps_of_touchpoints(board)],
        "problems": [{"id": own.id, "pain": own.pain} for own in pains(board)],
        "attention": {
            "touchpoints": shares.touchpoints.share,
            "evidence": shares.evidence.share,
            "improvements": shares.improvements.share,
            "kpis": shares.kpis.share,
        },
        "roles": [
            {
                "id": own.id,
                "closeness": own.closeness,
                "direct_hours": own.direct_hours,
                "video_hours": own.video_hours,
                "days_since_direct": own.days_since_direct,
            }
            for own in closeness(board, today)
        ],
        "care": [{"pair": own.pair, "gap": own.gap, "index": own.index} for own in care(board)],
        "objectives": [{"id": own.id, "grade": own.grade} for own in objectives(board)],
        "improvements": [{"id": own.id, "held": own.held} for own in held(board, today)],
    }
