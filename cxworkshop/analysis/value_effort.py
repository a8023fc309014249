"""Which improvement first: impact against effort, and ICE as one figure to sort by. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from cxworkshop.analysis.agreed import ICE_FORMULA, ICE_SOURCE, ice
from cxworkshop.analysis.scores import by_title, score
from cxworkshop.model.board import Board
from cxworkshop.model.records import Card
from cxworkshop.words import N_

FORMULA, SOURCE = ICE_FORMULA, ICE_SOURCE

MIDDLE = 5.5  # of the scale 1…10: what lies above it is large
LARGEST = 1000

FIRST, PLANNED, ASIDE, NOT_NOW = "first", "planned", "aside", "not_now"
QUADRANTS = {
    FIRST: N_("Do first"),
    PLANNED: N_("Plan it well"),
    ASIDE: N_("In passing"),
    NOT_NOW: N_("Better not"),
}


@dataclass(frozen=True)
class Weight:
    """The scores of one improvement, 1…10 each, None where nobody gave one; `ice` in 1…1,000, None unless all three
    are there; `quadrant` one of QUADRANTS, None unless impact and effort are there."""

    id: str
    impact: float | None
    effort: float | None
    confidence: float | None
    ice: float | None
    quadrant: str | None


def weight(improvement: Card) -> Weight:
    """What an improvement brings, costs, and how sure the room is."""
    impact, effort, confidence = (score(improvement, name) for name in ("impact", "effort", "confidence"))
    return Weight(improvement.id, impact, effort, confidence, ice(improvement), quadrant(impact, effort))


def quadrant(impact: float | None, effort: float | None) -> str | None:
    """The field of the matrix; what lies on the middle line counts as small impact, small effort."""
    if impact is None or effort is None:
        return None
    if impact > MIDDLE:
        return PLANNED if effort > MIDDLE else FIRST
    return NOT_NOW if effort > MIDDLE else ASIDE


def weights(board: Board) -> list[Weight]:
    """Every improvement: by ICE, the largest first; those without it by impact less effort; the unscored last.

    Ties by title, then id.
    """
    cards = sorted(board.of_kind("improvement"), key=by_title)
    return sorted((weight(card) for card in cards), key=_order)


def _order(own: Weight) -> tuple[int, float]:
    if own.ice is not None:
        return 0, -own.ice
    if own.impact is not None and own.effort is not None:
        return 1, own.effort - own.impact
    return 2, 0.0
