"""The boxes of a wall kept cell by cell: a cell that stands lower than where it was filled says by how much, no more.

So lanes that move because one above them grew cost nothing until somebody looks at a card in them. Knows no board.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cached_property

from cxworkshop.model.boxes import CardBox, Cell, Rect


class Filled:
    """The cards of one cell in reading order, as they were filled in. Never changes."""

    def __init__(self, cell: Cell, boxes: dict[str, CardBox], bottom: float) -> None:
        """`bottom`: where the cell ends, in wall units."""
        self.cell, self.boxes, self.bottom = cell, boxes, bottom

    @cached_property
    def _tops(self) -> list[float]:
        return [box.rect.y for box in self.boxes.values()]  # rows go down, so these rise

    @cached_property
    def _cards(self) -> list[CardBox]:
        return list(self.boxes.values())

    @cached_property
    def _tallest(self) -> float:
        return max((box.rect.height for box in self.boxes.values()), default=0.0)

    @cached_property
    def right(self) -> float:
        """Where the card farthest on the right ends."""
        return max((box.rect.right for box in self.boxes.values()), default=0.0)

    def within(self, left: float, top: float, right: float, bottom: float) -> list[str]:
        """The cards that meet a part of the wall, as if the cell still stood where it was filled."""
        tops = self._tops
        rows = self._cards[bisect_left(tops, top - self._tallest) : bisect_left(tops, bottom)]
        return [
            card
            for card, (x, y, width, height), *_ in rows
            if x < right and left < x + width and y < bottom and top < y + height
        ]


class Block:
    """A filled cell and how far below that place it stands (`by`, wall units). Never changes."""

    def __init__(self, filled: Filled, by: float = 0.0) -> None:
        self.filled, self.by = filled, by
        self._made: dict[str, CardBox] = {}

    @property
    def bottom(self) -> float:
        return self.filled.bottom + self.by

    def lowered(self, by: float) -> Block:
        """The same cell, further down by so much."""
        return Block(self.filled, self.by + by) if by else self

    def box(self, card: str) -> CardBox:
        """The card where it stands now: the same object whenever it is asked for (KeyError: it is not in the cell)."""
        by = self.by
        if not by:
            return self.filled.boxes[card]
        found = self._made.get(card)
        if found is None:
            name, (x, y, width, height), lines, lane, column = self.filled.boxes[card]
            found = self._made[card] = CardBox(name, Rect(x, y + by, width, height), lines, lane, column)
        return found


class Boxes(Mapping[str, CardBox]):
    """The cards of a wall and where they stand: a mapping that makes a box when it is asked for. Never changes."""

    def __init__(self, blocks: dict[Cell, Block], places: Mapping[str, Cell]) -> None:
        """`places`: the cell of every card; cells without a block are folded, their cards are not here."""
        self.blocks, self._places = blocks, places

    def cell_of(self, card: str) -> Cell | None:
        """The cell the card stands in; None where it is not on the wall."""
        cell = self._places.get(card)
        return cell if cell in self.blocks else None

    def __getitem__(self, card: str) -> CardBox:
        block = self.blocks[self._places[card]]
        return block.box(card) if block.by else block.filled.boxes[card]

    def get(self, card: str, default: CardBox | None = None) -> CardBox | None:  # type: ignore[override]
        cell = self._places.get(card)
        block = self.blocks.get(cell) if cell is not None else None
        return block.box(card) if block is not None else default

    def __contains__(self, card: object) -> bool:
        return self._places.get(card) in self.blocks  # type: ignore[call-overload]

    def __iter__(self) -> Iterator[str]:
        for block in self.blocks.values():
            yield from block.filled.boxes

    @cached_property
    def _many(self) -> int:
        return sum(len(block.filled.boxes) for block in self.blocks.values())

    def __len__(self) -> int:
        return self._many

    def within(self, area: Rect) -> list[str]:
        """The cards that meet a part of the wall, lane by lane from the top, each cell in reading order."""
        left, top, right, bottom = area.x, area.y, area.x + area.width, area.y + area.height
        found: list[str] = []
        for lane_top, lane_bottom, blocks in self._lanes:
            if lane_top >= bottom or lane_bottom <= top:
                continue
            for block_left, block in blocks:
                if block_left >= right:
                    break
                if left < block.filled.right and top < block.bottom:
                    found += block.filled.within(left, top - block.by, right, bottom - block.by)
        return found

    @cached_property
    def _lanes(self) -> list[tuple[float, float, list[tuple[float, Block]]]]:
        """Of every lane its top and bottom as far as it holds cards, and its blocks from left to right."""
        lanes: dict[str, list[tuple[float, float, Block]]] = {}
        for (lane, _), block in self.blocks.items():
            first = next(iter(block.filled.boxes.values()), None)
            if first is not None:
                lanes.setdefault(lane, []).append((first.rect.x, first.rect.y + block.by, block))
        return [
            (
                min(top for _, top, _ in held),
                max(block.bottom for _, _, block in held),
                [(left, block) for left, _, block in held],
            )
            for held in lanes.values()
        ]
