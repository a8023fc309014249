"""Where the cards of a picture stand on a screen of 1920 x 1080 units, and how large. Geometry only."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from cxworkshop.model.boxes import Rect
from cxworkshop.model.wrapping import wrap
from cxworkshop.ui.shared_screen.picture import Picture, Row

WIDTH, HEIGHT = 1920.0, 1080.0
MARGIN = 72.0
TOP, BOTTOM = 216.0, 128.0  # kept for the headline and the legend
LABEL = 216.0  # the names of the rows on the left
GAP = 36.0
TITLE_SIZE, TITLE_LINE = 32.0, 39.0
META_SIZE, META_LINE = 24.0, 34.0
PADDING, BAND = 18.0, 14.0
MOST_LINES = 3
WIDEST = 560.0
LEAST_GAP = 26.0  # between rows
MORE_WIDTH = 150.0

Measure = Callable[[str], float]  # width of a title's text at TITLE_SIZE


@dataclass(frozen=True)
class Place:
    """One card: its rectangle and its title broken into lines."""

    card: str
    rect: Rect
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Places:
    """Everything placed. `labels` are (y of the middle, the row); `more` where a row holds more cards than shown."""

    cards: Mapping[str, Place]
    labels: tuple[tuple[float, Row], ...]
    more: tuple[tuple[Rect, int], ...]


def place(picture: Picture, titles: Mapping[str, str], has_meta: Callable[[str], bool], measure: Measure) -> Places:
    """Lay the rows one under another, each centred, as large as the screen allows; nothing overlaps."""
    lines_allowed = MOST_LINES
    while True:
        rows = [_sized(row, titles, has_meta, measure, lines_allowed) for row in picture.rows]
        needed = sum(height for _, height, _ in rows) + LEAST_GAP * (len(rows) - 1)
        room = HEIGHT - TOP - BOTTOM
        if needed <= room or lines_allowed == 1:
            break
        lines_allowed -= 1
    gap = min((room - needed) / max(len(rows), 1) + LEAST_GAP, 92.0)
    y = TOP + max((room - needed - (gap - LEAST_GAP) * (len(rows) - 1)) / 2, 0.0)
    cards: dict[str, Place] = {}
    labels, more = [], []
    for row, (sizes, height, width) in zip(picture.rows, rows, strict=True):
        own_width = sum(one for one, _, _ in sizes) + GAP * (len(sizes) - 1) + (MORE_WIDTH if row.more else 0)
        x = MARGIN + LABEL + max((WIDTH - 2 * MARGIN - LABEL - own_width) / 2, 0.0)
        for card, (_, own_height, lines) in zip(row.cards, sizes, strict=True):
            cards[card] = Place(card, Rect(x, y, width, own_height), lines)
            x += width + GAP
        if row.more:
            more.append((Rect(x - GAP / 2, y, MORE_WIDTH, height), row.more))
        labels.append((y + height / 2, row))
        y += height + gap
    return Places(cards, tuple(labels), tuple(more))


def _sized(
    row: Row, titles: Mapping[str, str], has_meta: Callable[[str], bool], measure: Measure, most: int
) -> tuple[list[tuple[float, float, tuple[str, ...]]], float, float]:
    """(width, height, lines) of each card of a row, the row's height and the width of its cards."""
    across = WIDTH - 2 * MARGIN - LABEL - (MORE_WIDTH if row.more else 0)
    many = max(len(row.cards), 1)
    width = min((across - GAP * (many - 1)) / many, WIDEST)
    sizes = []
    for card in row.cards:
        lines = wrap(titles[card], width - BAND - 2 * PADDING - 6, most, measure)
        height = 2 * PADDING + len(lines) * TITLE_LINE + (META_LINE if has_meta(card) else 0)
        sizes.append((width, height, lines))
    return sizes, max((height for _, height, _ in sizes), default=0.0), width
