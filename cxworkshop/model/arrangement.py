"""One journey's wall kept from change to change: only the cells whose cards changed are filled again.

What comes out is always what laying out everything anew would give; what it costs depends on the change.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from cxworkshop.model.blocks import Block, Boxes, Filled
from cxworkshop.model.board import Board
from cxworkshop.model.boxes import (
    CARD_WIDTH,
    CURVE_HEIGHT,
    EMPTY_LANE,
    GAP,
    HEADER_HEIGHT,
    LABEL_WIDTH,
    CardBox,
    Cell,
    LaneBox,
)
from cxworkshop.model.cells import cell_of, cells_of, column_number, columns_of, order_in_cell
from cxworkshop.model.changes import ChangeSet
from cxworkshop.model.filling import curve_points, fill_cell, fill_rows
from cxworkshop.model.folding import FOLDED_LANE, NOTHING_FOLDED, Folded
from cxworkshop.model.lanes import LANES_FIELD, Lane, lanes_of
from cxworkshop.model.layout import WallLayout
from cxworkshop.model.records import CARD, LINK, WORKSHOP, Card, Link
from cxworkshop.model.wrapping import Measure

_FRAME = ("journey", "stage")  # kinds that make the wall itself: a change of theirs lays out everything anew


def lay_out(
    board: Board,
    journey: str | None,
    depths: Mapping[str, int | None],
    measure: Measure,
    guests: Collection[str] = (),
    folded: Folded = NOTHING_FOLDED,
) -> WallLayout:
    """Lay out the wall of `journey` (None: only cards without a stage); cards in what is `folded` have no box.

    `depths` gives the depth of every process (None or missing: it reaches no need). `guests` are values and
    processes of other journeys that needs of this one rest on; they stand in a last column of their own.
    """
    return Arrangement(board, journey, depths, measure, guests, folded).layout


class Arrangement:
    """`layout` is the wall as it is now; `follow` brings it up to a change of the board."""

    def __init__(
        self,
        board: Board,
        journey: str | None,
        depths: Mapping[str, int | None],
        measure: Measure,
        guests: Collection[str] = (),
        folded: Folded = NOTHING_FOLDED,
    ) -> None:
        self.board, self.journey, self._measure, self._folded = board, journey, measure, folded
        self._depths, self._guests = dict(depths), frozenset(guests)
        self._lanes = lanes_of(board)
        stages = [stage.id for stage in board.stages(journey)] if journey else []
        self._stages = stages
        self._rank = {stage: number for number, stage in enumerate(stages)}
        self._cells = dict(cells_of(board, journey, stages, depths, guests))
        self._place = {card.id: cell for cell, cards in self._cells.items() for card in cards}
        self._columns = columns_of(stages, self._cells, self._lanes, folded)
        self._filled: dict[Cell, tuple[float, Block]] = {}  # the top of the lane it stands in, and the cell
        self._curve_x = curve_points(self._cells, self._columns)
        self.layout = self._laid_out()

    def follow(self, changes: ChangeSet, depths: Mapping[str, int | None], guests: Collection[str]) -> bool:
        """Take in what the board has gone through; False where the wall itself changed: make a new arrangement."""
        touched = self._touched(changes, depths, guests)
        if touched is None:
            return False
        self._depths, self._guests = dict(depths), frozenset(guests)
        self._place = dict(self._place)  # the layout so far keeps its own
        points = self._put(touched)
        columns = columns_of(self._stages, self._cells, self._lanes, self._folded)
        if columns != self._columns:
            self._columns, points = columns, True
            self._filled.clear()
        if points:
            self._curve_x = curve_points(self._cells, columns)
        self.layout = self._laid_out()
        return True

    # What a change touches

    def _touched(
        self, changes: ChangeSet, depths: Mapping[str, int | None], guests: Collection[str]
    ) -> dict[str, None] | None:
        """The cards whose cell, order, title or line may be another one; None: too much to say."""
        found: dict[str, None] = {}
        for delta in changes.deltas:
            if delta.table == WORKSHOP and any(LANES_FIELD in (own or ()) for own in (delta.before, delta.after)):
                return None
            if delta.table == CARD:
                found[delta.key] = None
                if any(fields and fields.get("kind") in _FRAME for fields in (delta.before, delta.after)):
                    return None
                own = self.board.find(delta.key)
                if own is not None and own.kind in _FRAME:
                    return None
            elif delta.table == LINK:
                link = self.board.get(LINK, delta.key)
                ends = [link.fields] if isinstance(link, Link) else []
                found.update(
                    (str(fields["source"]), None) for fields in (*ends, delta.before or {}) if "source" in fields
                )
        for card_id in list(found):
            found.update((link.source, None) for link in self.board.links_to(card_id) if link.verb in _FOLLOWING)
        found.update(dict.fromkeys(_different(self._depths, depths)))
        found.update(dict.fromkeys(self._guests ^ frozenset(guests)))
        return found

    def _put(self, touched: Collection[str]) -> bool:
        """Put these cards where they belong, a cell at a time; True where one has a point on the experience curve."""
        left, come = self._take_out(touched), self._coming(touched)
        for cell in {**dict.fromkeys(left), **come}:
            kept = [own for own in self._cells.pop(cell, ()) if own.id not in touched]
            cards = sorted([*kept, *come.get(cell, ())], key=order_in_cell)  # nearly sorted: about as quick as a search
            self._filled.pop(cell, None)
            if cards:
                self._cells[cell] = cards
        return any(lane == "touchpoints" for lane, _ in (*left, *come))

    def _take_out(self, touched: Collection[str]) -> dict[Cell, None]:
        """The cells these cards have stood in; they stand in none from here on."""
        found = {card_id: self._place.pop(card_id, None) for card_id in touched}
        return {cell: None for cell in found.values() if cell is not None}

    def _coming(self, touched: Collection[str]) -> dict[Cell, list[Card]]:
        """The cards by the cells they stand in from here on."""
        found: dict[Cell, list[Card]] = {}
        for card_id in touched:
            card = self.board.find(card_id)
            if card is None:
                continue
            cell = cell_of(self.board, card, self.journey, self._rank, self._depths, self._guests, self._lanes)
            if cell is not None:
                self._place[card_id] = cell
                found.setdefault(cell, []).append(card)
        return found

    # Laying out

    def _laid_out(self) -> WallLayout:
        lanes: list[LaneBox] = []
        blocks: dict[Cell, Block] = {}
        y, right = HEADER_HEIGHT, 0.0
        used = {lane_id for lane_id, _ in self._cells}
        for lane in self._lanes.shown:
            if lane.id not in used and not lane.always:
                continue
            if lane.id in self._folded.lanes:
                lanes.append(LaneBox(lane, y, FOLDED_LANE, self._held(lane)))
                y += FOLDED_LANE
                continue
            height = CURVE_HEIGHT
            if lane.kind:
                bottom = y
                for block in self._lane(lane, y):
                    blocks[block.filled.cell] = block
                    bottom = max(bottom, block.bottom)
                height = max(bottom - y, EMPTY_LANE)
            lanes.append(LaneBox(lane, y, height))
            y += height
        columns = self._columns
        width = columns[-1].right if columns else LABEL_WIDTH + CARD_WIDTH + 2 * GAP
        people = blocks.get(("personas", 0))
        right = people.filled.right + GAP if people is not None and people.filled.boxes else 0.0
        boxes = Boxes(blocks, self._place)
        hidden = tuple((lane, self._held(lane)) for lane in self._lanes.hidden)
        return WallLayout(self.journey, tuple(lanes), columns, boxes, max(width, right), y, self._curve_x, hidden)

    def _held(self, lane: Lane) -> int:
        """How many cards stand in a lane."""
        return sum(len(cards) for (own, _), cards in self._cells.items() if own == lane.id)

    def _lane(self, lane: Lane, top: float) -> Iterable[Block]:
        """The filled cells of a lane from left to right."""
        if lane.kind == "persona":
            cell = (lane.id, 0)
            yield self._kept(cell, top) or self._keep(
                cell, top, fill_rows(lane, self._cells.get(cell, []), self._columns, top, self._measure)
            )
            return
        for index, column in enumerate(self._columns):
            if column.folded is not None:
                continue
            cell = (lane.id, column_number(index, column))
            cards = self._cells.get(cell)
            if cards:
                yield self._kept(cell, top) or self._keep(
                    cell, top, fill_cell(lane, index, column, cards, top, self._measure)
                )

    def _kept(self, cell: Cell, top: float) -> Block | None:
        """A cell as it was filled before, lowered with its lane; None where it has to be filled."""
        found = self._filled.get(cell)
        if found is None:
            return None
        before, block = found
        if before != top:
            block = block.lowered(top - before)
            self._filled[cell] = top, block
        return block

    def _keep(self, cell: Cell, top: float, filled: tuple[dict[str, CardBox], float]) -> Block:
        block = Block(Filled(cell, *filled))
        self._filled[cell] = top, block
        return block


_FOLLOWING = ("improves", "walks")  # who stands where the other end stands


def _different(old: Mapping[str, int | None], new: Mapping[str, int | None]) -> list[str]:
    """The processes whose depth is another one."""
    if old == new:
        return []
    gone = [process for process in old if process not in new]
    return gone + [process for process, depth in new.items() if process not in old or old[process] != depth]
