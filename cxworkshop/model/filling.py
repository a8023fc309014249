"""The cards of a cell set out in rows, each as tall as its title makes it."""

from __future__ import annotations

from typing import Any

from cxworkshop.model.boxes import (
    CARD_WIDTH,
    GAP,
    LABEL_WIDTH,
    META_LINE,
    PADDING,
    TEXT_WIDTH,
    TITLE_LINE,
    CardBox,
    ColumnBox,
    Rect,
)
from cxworkshop.model.cells import Cells
from cxworkshop.model.lanes import Lane
from cxworkshop.model.records import Card
from cxworkshop.model.wrapping import Measure, wrap

MOST_LINES = 4  # of a title; the rest is told by a tooltip and the inspector
FEWEST_IN_A_ROW = 6  # of a lane without columns


def fill_cell(
    lane: Lane, index: int, column: ColumnBox, cards: list[Card], top: float, measure: Measure
) -> tuple[dict[str, CardBox], float]:
    """The cards of one cell in rows, and where the last of them ends, the gap under it included."""
    placed: dict[str, CardBox] = {}
    y = top + GAP
    for start in range(0, len(cards), column.across):
        x, tallest = column.x + GAP, 0.0
        for card in cards[start : start + column.across]:
            lines = title_lines(card.title, measure)
            rect = Rect(x, y, CARD_WIDTH, _height(card, lines))
            placed[card.id] = CardBox(card.id, rect, lines, lane.id, index)
            tallest = max(tallest, rect.height)
            x += CARD_WIDTH + GAP
        y += tallest + GAP
    return placed, y


def fill_rows(
    lane: Lane, cards: list[Card], columns: tuple[ColumnBox, ...], top: float, measure: Measure
) -> tuple[dict[str, CardBox], float]:
    """The cards of a lane without columns in rows as wide as all columns together, and where the last row ends, the gap
    under it included. Few columns still leave room for FEWEST_IN_A_ROW."""
    right = columns[-1].right if columns else 0.0
    across = max(int((right - LABEL_WIDTH - GAP) // (CARD_WIDTH + GAP)), FEWEST_IN_A_ROW)
    everywhere = ColumnBox("", None, LABEL_WIDTH, right - LABEL_WIDTH, across)
    return fill_cell(lane, 0, everywhere, cards, top, measure)


def _height(card: Card, lines: tuple[str, ...]) -> float:
    return 2 * PADDING + max(len(lines), 1) * TITLE_LINE + (META_LINE if has_meta(card) else 0.0)


_META_FIELDS: dict[str, tuple[str, ...]] = {
    "persona": ("aim", "quote"),
    "touchpoint": ("channel", "moment_of_truth"),
    "problem": ("severity", "frequency"),
    "need": ("importance", "satisfaction"),
    "improvement": ("status", "due"),
    "note": ("author",),
}


def has_meta(card: Card) -> bool:
    """Whether a card shows a line under its title (a process always does: its owner, or that it has none)."""
    return card.kind == "process" or any(_says_something(card.get(name)) for name in _META_FIELDS.get(card.kind, ()))


def _says_something(value: Any) -> bool:
    return bool(value) or (value is not False and value == 0)  # a score of 0 is a score


def curve_points(cells: Cells, columns: tuple[ColumnBox, ...]) -> dict[str, float]:
    """The x of each touchpoint's point on the experience curve."""
    points: dict[str, float] = {}
    for index, column in enumerate(columns):
        if column.role == "stage" and column.folded is None:
            own = cells.get(("touchpoints", index), ())
            step = column.width / max(len(own), 1)
            points.update((card.id, column.x + step * (number + 0.5)) for number, card in enumerate(own))
    return points


def title_lines(title: str, measure: Measure) -> tuple[str, ...]:
    """A title broken into at most MOST_LINES lines that fit a card."""
    return wrap(title, TEXT_WIDTH, MOST_LINES, measure)
