"""The measures of a wall and the boxes it is made of. Pure geometry; knows no board.

Measured in wall units: one is one pixel at 100 % and 0.75 pt in a report.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from cxworkshop.model.lanes import Lane

LABEL_WIDTH = 118.0  # the lane names on the left
HEADER_HEIGHT = 36.0  # the stage names on top
CARD_WIDTH = 162.0
GAP = 10.0  # between cards, and between a card and its cell
PADDING = 8.0  # inside a card, above and below its text
BAND = 5.0  # the colour band on a card's left side
TEXT_WIDTH = CARD_WIDTH - BAND - 2 * 9.0
TITLE_SIZE, TITLE_LINE = 13.0, 16.0
META_SIZE, META_LINE = 11.0, 18.0
CURVE_HEIGHT = 104.0
EMPTY_LANE = 56.0

UNPLACED, ELSEWHERE = -1, -2  # the numbers of the columns that are no stage
Cell = tuple[str, int]  # the id of a lane, the number of a column


class Rect(NamedTuple):
    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def centre(self) -> tuple[float, float]:
        return self.x + self.width / 2, self.y + self.height / 2

    def contains(self, x: float, y: float) -> bool:
        return self.x <= x < self.right and self.y <= y < self.bottom

    def meets(self, other: Rect) -> bool:
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom


@dataclass(frozen=True, slots=True)
class LaneBox:
    """`folded`: how many cards are folded away in it (None: it is open)."""

    lane: Lane
    y: float
    height: float
    folded: int | None = None

    @property
    def bottom(self) -> float:
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class ColumnBox:
    """A stage as a column, or one of two others: `stage` None for cards without a stage ("unplaced") and for
    processes of other journeys that this one rests on ("elsewhere"). `folded`: how many cards are folded away in it
    (None: it is open)."""

    role: str
    stage: str | None
    x: float
    width: float
    across: int  # cards side by side
    folded: int | None = None

    @property
    def right(self) -> float:
        return self.x + self.width


class CardBox(NamedTuple):
    """A card on the wall: its rectangle, and its title broken into lines (the last ends in … when there is more)."""

    card: str
    rect: Rect
    lines: tuple[str, ...]
    lane: str
    column: int
