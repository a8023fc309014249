"""The needs of the customers to attract and keep, ranked among themselves, and how much of the work serves them. Pure.

Stands beside the figures of every need and never instead of them (DESIGN section 4).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from cxworkshop.analysis.backward_map import BackwardMap, backward_map
from cxworkshop.analysis.opportunity import opportunity, ranked_needs
from cxworkshop.analysis.scores import by_title
from cxworkshop.model.board import Board
from cxworkshop.model.records import Card
from cxworkshop.words import N_

AIMS = ("attract", "keep", "both")

FORMULA = N_("share = what serves a need of a persona to attract or keep / all of it; the ranking is by opportunity")
SOURCE = N_("cxworkshop: fewer customers chosen, and those served better")


@dataclass(frozen=True)
class AimedNeed:
    """A need that personas aimed at have: its opportunity (0…20) and those personas by title, then id."""

    id: str
    opportunity: float
    personas: tuple[str, ...]


@dataclass(frozen=True)
class Aimed:
    """The ranking over the needs of the personas marked attract, keep or both, and the two shares (0…1).

    `needs` by opportunity, ties by title, then id: the needs such a persona *has* (the link; a need that only arises at
    a touchpoint it walks is not counted, since others walk there too). `share_of_needs` of all needs;
    `share_of_improvements`, of all improvements those that improve one of these needs, a value that satisfies one, or
    a process that one rests on (`improvements`, by title). A share is None where there is nothing to share.
    """

    needs: tuple[AimedNeed, ...]
    improvements: tuple[str, ...]
    share_of_needs: float | None
    share_of_improvements: float | None


def aimed(board: Board, own_map: BackwardMap | None = None) -> Aimed:
    """The aimed ranking of a board; `own_map` is its backward map where the caller has one already."""
    personas = _personas(board)
    needs = ranked_needs(board.card(need) for need in personas)
    serving = _serving(board, personas.keys(), own_map or backward_map(board))
    return Aimed(
        tuple(AimedNeed(need.id, opportunity(need).value, tuple(personas[need.id])) for need in needs),
        tuple(card.id for card in serving),
        _share(len(needs), board.count("need")),
        _share(len(serving), board.count("improvement")),
    )


def aimed_json(own: Aimed) -> dict[str, Any]:
    """The ranking as plain data, as `analyse --aimed --format json` gives it under "aimed"."""
    return {
        "needs": [
            {"id": need.id, "opportunity": need.opportunity, "personas": list(need.personas)} for need in own.needs
        ],
        "share_of_needs": own.share_of_needs,
        "share_of_improvements": own.share_of_improvements,
    }


def is_aimed_at(persona: Card) -> bool:
    """Whether a persona is one to attract, to keep or both."""
    return persona.get("aim") in AIMS


def _personas(board: Board) -> dict[str, list[str]]:
    """The personas aimed at that have each need, by title, then id; needs without one are missing."""
    found: dict[str, list[str]] = {}
    for persona in sorted(filter(is_aimed_at, board.of_kind("persona")), key=by_title):
        for need in board.targets(persona.id, "has"):
            if need.kind == "need":
                found.setdefault(need.id, []).append(persona.id)
    return found


def _serving(board: Board, needs: Collection[str], own_map: BackwardMap) -> list[Card]:
    """The improvements that serve one of the needs, by title, then id."""
    served = set(needs) | {value for need in needs for value in own_map.graph.values_of[need]}
    served |= {process for process in own_map.graph.processes if not served.isdisjoint(own_map.rests_on(process))}
    improvements = sorted(board.of_kind("improvement"), key=by_title)
    return [own for own in improvements if any(link.target in served for link in board.links_from(own.id, "improves"))]


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
