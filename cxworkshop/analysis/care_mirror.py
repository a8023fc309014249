"""The care test looked at closely: each service dimension for both sides, and the internal services one by one. Pure.

The figures of a pair itself are those of `care`; here the same answers are told apart by their fields `dimension` and
`card` (an internal service or touchpoint), which an answer may lack.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cxworkshop.analysis.care import DIMENSIONS, PAIRS, side_of
from cxworkshop.analysis.scores import by_title, mean, score
from cxworkshop.model.board import Board
from cxworkshop.model.records import Card, Record


@dataclass(frozen=True)
class Half:
    """One side of a mirror: the mean of its `n` scores 0…10, None without any."""

    mean: float | None
    n: int


@dataclass(frozen=True)
class Row:
    """One service dimension of a pair, for its first and its second side."""

    dimension: str
    first: Half
    second: Half


@dataclass(frozen=True)
class Weakest:
    """Where a pair fails worst: the lowest mean of the side treated worse, against the other side's.

    `side` is its word ("internal"), `low` and `high` the two means, `n` the scores behind both.
    """

    pair: str
    side: str
    dimension: str
    low: float
    high: float
    n: int


@dataclass(frozen=True)
class Service:
    """How an internal service or touchpoint is rated by those who use it: mean of `n` scores 0…10, None: by nobody."""

    card: str
    mean: float | None
    n: int


def mirror(board: Board, pair: str) -> list[Row]:
    """The five dimensions of a pair in the order of DIMENSIONS; answers without a dimension are in none of them."""
    found: dict[tuple[str, str], list[float]] = {}
    for answer, value in _scored(board):
        if answer.get("pair") == pair:
            place = (side_of(pair, str(answer.get("side"))), str(answer.get("dimension")))
            found.setdefault(place, []).append(value)
    one, other = pair.split("/")
    return [Row(own, _half(found.get((one, own))), _half(found.get((other, own)))) for own in DIMENSIONS]


def weakest(board: Board, pair: str) -> Weakest | None:
    """Where a pair fails worst; None where no dimension was scored for both sides, or both are treated alike in all."""
    one, other = pair.split("/")
    found = []
    for rank, row in enumerate(mirror(board, pair)):
        if row.first.mean is not None and row.second.mean is not None and row.first.mean != row.second.mean:
            side = one if row.first.mean < row.second.mean else other
            low, high = sorted((row.first.mean, row.second.mean))
            found.append(
                (low, low - high, rank, Weakest(pair, side, row.dimension, low, high, row.first.n + row.second.n))
            )
    worse = _worse_side([own for *_, own in found])
    return min((own for own in found if own[-1].side == worse), default=(None,))[-1]


def weakest_of_all(board: Board) -> Weakest | None:
    """The weakest place of all pairs: the lowest mean, then the order of PAIRS; None where no pair was answered."""
    found = [own for pair in PAIRS if (own := weakest(board, pair)) is not None]
    return min(found, key=lambda own: own.low, default=None)


def services(board: Board) -> list[Service]:
    """Every internal service and touchpoint (see `internal_services`), the worst rated first, unrated ones last."""
    found: dict[str, list[float]] = {}
    for answer, value in _scored(board):
        found.setdefault(str(answer.get("card")), []).append(value)
    rated = [(card, _half(found.get(card.id))) for card in internal_services(board)]
    rated.sort(key=lambda own: (own[1].mean is None, own[1].mean or 0.0, *by_title(own[0])))
    return [Service(card.id, half.mean, half.n) for card, half in rated]


def internal_services(board: Board) -> list[Card]:
    """What employees are customers of: processes marked internal, then touchpoints of internal journeys, by title."""
    processes = sorted((card for card in board.of_kind("process") if card.get("internal") is True), key=by_title)
    touchpoints = [card for card in board.of_kind("touchpoint") if board.side_of(card) == "internal"]
    return [*processes, *sorted(touchpoints, key=by_title)]


def voters(board: Board) -> list[str]:
    """The anonymous codes of those who answered, each once, in the order in which they came."""
    found = (str(answer.get("voter")) for answer in board.records("care_answer") if answer.get("voter"))
    return list(dict.fromkeys(found))


def _worse_side(found: Iterable[Weakest]) -> str:
    """The side that is treated worse in more dimensions; on a tie the one of the lowest mean."""
    count: dict[str, tuple[int, float]] = {}
    for own in found:
        many, low = count.get(own.side, (0, 10.0))
        count[own.side] = (many + 1, min(low, own.low))
    return max(count, key=lambda side: (count[side][0], -count[side][1]), default="")


def _scored(board: Board) -> Iterable[tuple[Record, float]]:
    for answer in board.records("care_answer"):
        value = score(answer, "score")
        if value is not None:
            yield answer, value


def _half(values: list[float] | None) -> Half:
    return Half(mean(values or []), len(values or []))
