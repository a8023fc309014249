"""The care test: whether the company is as careful inside as outside, with small customers, outside its hours. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from cxworkshop.analysis.scores import mean, score
from cxworkshop.model.board import Board
from cxworkshop.words import N_

PAIRS = ("external/internal", "vip/small", "hours/off_hours")
DIMENSIONS = ("reliability", "responsiveness", "assurance", "empathy", "tangibles")

FORMULA = N_("care gap = mean of the first side − mean of the second; care index = smaller mean / larger mean")
SOURCE = N_("on the five service dimensions of SERVQUAL (A. Parasuraman, V. Zeithaml, L. Berry, 1988)")


@dataclass(frozen=True)
class Care:
    """How one pair of sides is cared for, from scores 0…10.

    `gap` = mean of the first side − mean of the second (−10…+10), `index` = smaller mean / larger mean (0…1; 1 is equal
    care); None where a side was not scored, the index also where both means are 0. `first` and `second` are the means,
    `answers` how many scores they rest on.
    """

    pair: str
    gap: float | None
    index: float | None
    first: float | None
    second: float | None
    answers: int


def care(board: Board) -> list[Care]:
    """The care test of the three pairs, in the order of `PAIRS`."""
    scores: dict[tuple[str, str], list[float]] = {}
    for answer in board.records("care_answer"):
        value = score(answer, "score")
        if value is not None:
            pair = str(answer.get("pair"))
            scores.setdefault((pair, side_of(pair, str(answer.get("side")))), []).append(value)
    return [_care(pair, *(scores.get((pair, side), []) for side in pair.split("/"))) for pair in PAIRS]


def side_of(pair: str, side: str) -> str:
    """The side by its own word ("vip"), however it was said ("vip" or "first")."""
    return dict(zip(("first", "second"), pair.split("/"), strict=False)).get(side, side)


def _care(pair: str, first: list[float], second: list[float]) -> Care:
    one, other = mean(first), mean(second)
    if one is None or other is None:
        return Care(pair, None, None, one, other, len(first) + len(second))
    larger = max(one, other)
    index = min(one, other) / larger if larger > 0 else None
    return Care(pair, one - other, index, one, other, len(first) + len(second))
