"""The questions of the care test in the order in which one person is asked. Knows the board, no widgets."""

from __future__ import annotations

from dataclasses import dataclass

from cxworkshop.actions.care import find_answer
from cxworkshop.analysis.care import DIMENSIONS, PAIRS
from cxworkshop.analysis.care_mirror import internal_services
from cxworkshop.analysis.scores import score
from cxworkshop.model.board import Board

SERVICES_A_SHEET = 5
_SERVICE_PAIR, _SERVICE_SIDE = PAIRS[0], "internal"  # services are what employees are customers of


@dataclass(frozen=True)
class Question:
    """One score to give: for a side on a dimension, or for an internal service (`card`)."""

    pair: str
    side: str
    dimension: str = ""
    card: str = ""


@dataclass(frozen=True)
class Sheet:
    """The questions asked on one page: both sides of a dimension, or a few services (`dimension` is "" then)."""

    pair: str
    dimension: str
    questions: tuple[Question, ...]


def sheets(board: Board) -> list[Sheet]:
    """All pages: the pairs by dimension, then what employees use, a few at a time."""
    asked = [
        Sheet(pair, dimension, tuple(Question(pair, side, dimension) for side in pair.split("/")))
        for pair in PAIRS
        for dimension in DIMENSIONS
    ]
    used = [Question(_SERVICE_PAIR, _SERVICE_SIDE, card=card.id) for card in internal_services(board)]
    pages = [tuple(used[at : at + SERVICES_A_SHEET]) for at in range(0, len(used), SERVICES_A_SHEET)]
    return [*asked, *(Sheet(_SERVICE_PAIR, "", page) for page in pages)]


def score_of(board: Board, voter: str, own: Question) -> float | None:
    """What a person has scored so far, None: not answered."""
    found = find_answer(board, voter, own.pair, own.side, dimension=own.dimension, card=own.card)
    return score(found, "score") if found is not None else None


def place_of(asked: list[Sheet], own: Question) -> tuple[int, int] | None:
    """The page and the line on which a question stands, None where it is not asked (any more)."""
    for number, sheet in enumerate(asked):
        if own in sheet.questions:
            return number, sheet.questions.index(own)
    return None
