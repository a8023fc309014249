"""Finds the links that may show in a part of the wall. Knows no Qt.

Links are kept by the two cells they join, measured from where those cells were filled. A lane that moves therefore
changes nothing here, however many links lead into it; only links of a cell that was filled anew are looked at again.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from cxworkshop.model.blocks import Boxes
from cxworkshop.model.boxes import CardBox, Cell, Rect
from cxworkshop.model.records import Link

Ends = tuple[Cell, Cell, bool]  # the cells of source and target, and whether the verb is loud
Span = tuple[float, float, float, float, str, float, float]  # top and bottom of either end, the key, left, right
Bounds = tuple[float, float, float, float, float, float]
Area = tuple[float, float, float, float]  # left, right, top, bottom


class Group:
    """The links from one cell to another."""

    __slots__ = ("_bounds", "spans")

    def __init__(self) -> None:
        self.spans: dict[str, Span] = {}
        self._bounds: Bounds | None = None

    def put(self, key: str, source: Rect, target: Rect) -> None:
        """Take in a link by the rectangles of its ends, each measured where its cell was filled."""
        left, right = min(source.x, target.x), max(source.right, target.right)
        self.spans[key] = source.y, source.bottom, target.y, target.bottom, key, left, right
        self._bounds = None

    def drop(self, key: str) -> None:
        self.spans.pop(key, None)
        self._bounds = None

    @property
    def bounds(self) -> Bounds:
        """Left and right of all, then the top and the bottom of all sources, of all targets."""
        found = self._bounds
        if found is None:
            upper, lower, top, bottom, _, left, right = zip(*self.spans.values(), strict=True)
            found = self._bounds = min(left), max(right), min(upper), max(lower), min(top), max(bottom)
        return found

    def within(self, area: Area, by_source: float, by_target: float) -> list[str]:
        """The links that may show in `area`, the cells standing so far below where they were filled."""
        x1, x2, y1, y2 = area
        _, _, upper, lower, top, bottom = self.bounds
        up1, up2, down1, down2 = y1 - by_source, y2 - by_source, y1 - by_target, y2 - by_target
        if (upper >= up2 and top >= down2) or (lower <= up1 and bottom <= down1):
            return []
        if (lower <= up1 and top >= down2) or (bottom <= down1 and upper >= up2):  # all lead across the whole area
            return [key for *_, key, one, other in self.spans.values() if one < x2 and x1 < other]
        return [
            key
            for a, b, c, d, key, one, other in self.spans.values()
            if one < x2 and x1 < other and (a < up2 or c < down2) and (b > up1 or d > down1)
        ]


class Net:
    """The links of one wall."""

    def __init__(self, boxes: Boxes, links: Iterable[Link], loud: Collection[str]) -> None:
        """`loud`: the verbs that are drawn over the others."""
        self._boxes, self._loud = boxes, loud
        self._groups: dict[Ends, Group] = {}
        self._ends: dict[str, Ends] = {}
        for link in links:
            self._put(link)

    def follow(
        self, boxes: Boxes, touched: Iterable[Link], gone: Iterable[str], of: Callable[[str], list[Link]]
    ) -> None:
        """The wall stands as in `boxes` now. `touched`: the links that are new or other ones, `gone`: the keys of those
        that are no more, `of`: gives the links of a card."""
        cards = replaced(self._boxes, boxes)
        self._boxes = boxes
        for key in gone:
            self._drop(key)
        again = {link.key: link for card in cards for link in of(card)}
        again.update((link.key, link) for link in touched)
        for link in again.values():
            self._put(link)

    def _put(self, link: Link) -> None:
        self._drop(link.key)
        boxes, source, target = self._boxes, link.source, link.target
        one, other = boxes.cell_of(source), boxes.cell_of(target)
        if one is None or other is None or source == target:
            return
        blocks, ends = boxes.blocks, (one, other, link.verb in self._loud)
        group = self._groups.get(ends)
        if group is None:
            group = self._groups[ends] = Group()
        group.put(link.key, blocks[one].filled.boxes[source].rect, blocks[other].filled.boxes[target].rect)
        self._ends[link.key] = ends

    def _drop(self, key: str) -> None:
        ends = self._ends.pop(key, None)
        if ends is not None:
            group = self._groups[ends]
            group.drop(key)
            if not group.spans:
                del self._groups[ends]

    def within(self, area: Rect) -> list[str]:
        """The keys of the links whose rectangles, drawn around both ends, meet `area`, the lighter ones first."""
        wanted = area.x, area.x + area.width, area.y, area.y + area.height
        by = {cell: block.by for cell, block in self._boxes.blocks.items()}
        found: list[str] = []
        loud_ones: list[str] = []
        for (source, target, loud), group in self._groups.items():
            left, right, *_ = group.bounds
            if left < area.x + area.width and area.x < right:
                into = loud_ones if loud else found
                into += group.within(wanted, by[source], by[target])
        return found + loud_ones


def replaced(before: Boxes, now: Boxes) -> set[str]:
    """The cards that stand elsewhere in their cell, as it was filled, or in another cell; those that came and went."""
    found: set[str] = set()
    for cell in {**before.blocks, **now.blocks}:
        old, new = (_filled(boxes, cell) for boxes in (before, now))
        if old is not new:
            found.update(card for card, box in new.items() if card not in old or old[card].rect != box.rect)
            found.update(card for card in old if card not in new)
    return found


def _filled(boxes: Boxes, cell: Cell) -> dict[str, CardBox]:
    block = boxes.blocks.get(cell)
    return block.filled.boxes if block is not None else {}
