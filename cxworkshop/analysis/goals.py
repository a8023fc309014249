"""How far the objectives are: key results graded 0…1, objectives as their mean. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from cxworkshop.analysis.scores import by_title, mean, score
from cxworkshop.model.board import Board
from cxworkshop.model.records import Card
from cxworkshop.words import N_

FORMULA = N_(
    "grade = (current − start) / (target − start), clipped to 0…1; an objective is the mean of its key results"
)
SOURCE = N_("J. Doerr, Measure What Matters (OKR): green from 0.7, yellow from 0.4")

GREEN, YELLOW = 0.7, 0.4


@dataclass(frozen=True)
class KeyResultGrade:
    """The grade of one key result, 0…1; None where start, target or current is absent, or start is the target."""

    id: str
    grade: float | None


@dataclass(frozen=True)
class ObjectiveGrade:
    """The grade of one objective: the mean of those of its key results that can be graded, None where none can.

    `key_results` are all that advance it, by title, then id.
    """

    id: str
    grade: float | None
    key_results: tuple[KeyResultGrade, ...]

    @property
    def colour(self) -> str | None:
        """ "green" from 0.7, "yellow" from 0.4, else "red"; None without a grade."""
        return colour(self.grade)


def grade(key_result: Card) -> float | None:
    """(current − start) / (target − start) clipped to 0…1; None where it cannot be computed."""
    start, target, current = (score(key_result, name) for name in ("start", "target", "current"))
    if start is None or target is None or current is None or target == start:
        return None
    return min(max((current - start) / (target - start), 0.0), 1.0)


def colour(value: float | None) -> str | None:
    """ "green" from 0.7, "yellow" from 0.4, else "red"; None without a grade."""
    if value is None:
        return None
    return "green" if value >= GREEN else "yellow" if value >= YELLOW else "red"


def objectives(board: Board) -> list[ObjectiveGrade]:
    """The grade of every objective, by title, then id."""
    return [_objective(board, own) for own in sorted(board.of_kind("objective"), key=by_title)]


def _objective(board: Board, objective: Card) -> ObjectiveGrade:
    advancing = [card for card in board.sources(objective.id, "advances") if card.kind == "key_result"]
    graded = tuple(KeyResultGrade(card.id, grade(card)) for card in sorted(advancing, key=by_title))
    return ObjectiveGrade(objective.id, mean(own.grade for own in graded), graded)
