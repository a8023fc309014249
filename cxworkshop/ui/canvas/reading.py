"""The order in which the wall is read: stages, then lane by lane, in a lane from the first stage to the last.

Screen readers, Home and End, and whoever steps through the cards follow it. Knows no Qt.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from cxworkshop.model.layout import WallLayout


@dataclass(frozen=True)
class Reading:
    """One layout in reading order."""

    layout: WallLayout

    @cached_property
    def stages(self) -> tuple[str, ...]:
        """The stages of the journey, from left to right."""
        return tuple(box.stage for box in self.layout.columns if box.role == "stage" and box.stage is not None)

    @cached_property
    def lanes(self) -> dict[str, tuple[str, ...]]:
        """The cards of every lane that holds cards, lanes from the top, cards column by column."""
        cells: dict[str, list[tuple[int, str]]] = {box.lane.id: [] for box in self.layout.lanes if box.lane.kind}
        for card, box in self.layout.boxes.items():
            cells[box.lane].append((box.column, card))
        return {lane: tuple(card for _, card in sorted(held, key=_by_column)) for lane, held in cells.items()}

    @cached_property
    def cards(self) -> tuple[str, ...]:
        """Every card of the wall."""
        return tuple(card for cards in self.lanes.values() for card in cards)

    def lane_of(self, card: str) -> tuple[str, ...]:
        """The cards of a card's lane; empty where the card is not on this wall."""
        box = self.layout.boxes.get(card)
        return self.lanes[box.lane] if box is not None else ()


def _by_column(held: tuple[int, str]) -> int:
    """Only the column counts: within a cell the layout's own order stays."""
    return held[0]
