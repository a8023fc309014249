"""Where the company looks: how much of what it has and does lies where it takes the money. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cxworkshop.model.board import Board
from cxworkshop.model.records import Card
from cxworkshop.words import N_

FORMULA = N_("attention = what lies in selling stages / what lies in any stage")
SOURCE = N_("cxworkshop: a company that is there only when it takes the money shows itself here")


@dataclass(frozen=True)
class Share:
    """`selling` of `total` lie in stages where the company takes the money."""

    selling: int
    total: int

    @property
    def share(self) -> float | None:
        """selling / total, 0…1; None where there is nothing."""
        return self.selling / self.total if self.total else None


@dataclass(frozen=True)
class Attention:
    """The shares of touchpoints, of evidence (meetings, recordings), of improvements and of KPIs in `selling` stages.

    A card lies in its own stage. One without counts once for each card it links to that has one (a meeting: what it
    reveals; a KPI: what it measures); what leads to no stage is left out.
    """

    touchpoints: Share
    evidence: Share
    improvements: Share
    kpis: Share


def attention(board: Board) -> Attention:
    """The attention of a workshop, over all its journeys."""
    return Attention(
        _share(board, board.of_kind("touchpoint")),
        _share(board, [*board.of_kind("meeting"), *board.of_kind("recording")]),
        _share(board, board.of_kind("improvement")),
        _share(board, board.of_kind("kpi")),
    )


def _share(board: Board, cards: Iterable[Card]) -> Share:
    stages = [stage for card in cards for stage in _stages(board, card)]
    return Share(sum(stage.get("selling") is True for stage in stages), len(stages))


def _stages(board: Board, card: Card) -> list[Card]:
    """The stage of the card itself, else one for each card it links to that has one."""
    own = board.stage_of(card)
    if own is not None:
        return [own]
    linked = {link.target: board.find(link.target) for link in board.links_from(card.id)}
    found = [board.stage_of(target) for target in linked.values() if target is not None]
    return [stage for stage in found if stage is not None]
