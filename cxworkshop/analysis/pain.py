"""Which problem hurts most: how bad it is times how often it comes. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from cxworkshop.analysis.scores import by_title, score
from cxworkshop.model.board import Board
from cxworkshop.model.records import Card
from cxworkshop.words import N_

FORMULA = N_("pain = severity × frequency (1…100)")
SOURCE = N_("failure mode and effects analysis (FMEA), severity and occurrence")


@dataclass(frozen=True)
class Pain:
    """The pain of one problem: severity × frequency, 1…100; None where either was not scored."""

    id: str
    pain: float | None


def pain(problem: Card) -> float | None:
    """severity × frequency, None where either is absent."""
    severity, frequency = score(problem, "severity"), score(problem, "frequency")
    return None if severity is None or frequency is None else severity * frequency


def pains(board: Board) -> list[Pain]:
    """The pain of every problem, the worst first, the unscored last; ties by title, then id."""
    found = [(problem, pain(problem)) for problem in board.of_kind("problem")]
    found.sort(key=lambda own: (-(own[1] or 0), *by_title(own[0])))  # the least pain there is is 1
    return [Pain(problem.id, value) for problem, value in found]
