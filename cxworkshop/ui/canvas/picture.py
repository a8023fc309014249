"""What the wall shows of one journey at one moment: layout, links, faces, and what lies where. Paints nothing.

Made after every change, from the one before where that was a small one; what only some frames need (faces, curves,
grids) is worked out when first asked for.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from cxworkshop.analysis.guests import guests
from cxworkshop.model.arrangement import Arrangement
from cxworkshop.model.blocks import Boxes
from cxworkshop.model.board import Board
from cxworkshop.model.boxes import ColumnBox, LaneBox, Rect
from cxworkshop.model.changes import ChangeSet
from cxworkshop.model.journey_path import JourneyPath, path_on
from cxworkshop.model.layout import WallLayout, edge_curve
from cxworkshop.model.records import CARD, LINK, Link
from cxworkshop.ui import fonts
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.canvas.bezier import Box, boxes_along
from cxworkshop.ui.canvas.faces import Face, Faces
from cxworkshop.ui.canvas.net import Net
from cxworkshop.ui.speech import tr

LOUD = ("satisfies", "creates", "depends_on")  # the chain from process to need: always drawn
QUIET = ("raises", "arises_at", "blocks", "improves")  # drawn lighter
DRAWN = (*QUIET, *LOUD)
Drawn = tuple[Rect, Rect, QPainterPath]  # the rectangles a curve joins, and the curve


class Picture:
    """One journey laid out. `moved` holds rectangles that differ from the layout's while cards glide or make room."""

    def __init__(self, room: Room, before: Picture | None = None, changes: ChangeSet | None = None) -> None:
        """`before` and `changes`: the picture so far, which is used up, and what has happened to the board since."""
        self.board: Board = room.board
        self.journey = room.journey
        self._map = room.map
        self._today = room.today
        self.moved: dict[str, Rect] = {}
        self.curves: dict[str, list[tuple[str, QPointF, float]]] = {}  # filled by paint_curve
        self.scores: dict[str, tuple[float | None, ...]] = {}  # the same, from picture to picture
        self._faces: dict[str, Face] = {}
        self._curves: dict[str, Drawn] = {}
        visiting = guests(self.board, room.map(), room.journey) if len(self.board.journeys()) > 1 else set()
        if before is not None and changes is not None and before.board is room.board and before.journey == room.journey:
            self._arrangement: Arrangement = before._arrangement
            if self._arrangement.follow(changes, room.depths(), visiting):
                self.layout: WallLayout = self._arrangement.layout
                self._follow(before, changes)
                return
        measure = fonts.title_width
        self._arrangement = Arrangement(self.board, room.journey, room.depths(), measure, visiting, room.folded)
        self.layout = self._arrangement.layout

    def _follow(self, before: Picture, changes: ChangeSet) -> None:
        """Take over what a small change leaves as it was."""
        touched = changes.touched(CARD)
        process = {card for card in before._faces if self._is_process(card)}
        self._faces = {card: face for card, face in before._faces.items() if card not in touched | process}
        self.scores = before.scores
        for card in touched:
            self.scores.pop(card, None)
        curve_x, lanes = self.layout.curve_x, self.layout.lanes
        if curve_x is before.layout.curve_x and lanes == before.layout.lanes and touched.isdisjoint(curve_x):
            self.curves = before.curves
        self._curves = before._curves
        links = changes.touched(LINK)
        for key in links:
            self._curves.pop(key, None)
        if "_net" in before.__dict__:
            now = [own for key in links if isinstance(own := self.board.get(LINK, key), Link) and own.verb in DRAWN]
            net: Net = before.__dict__["_net"]
            net.follow(self.boxes, now, links, self._drawn_links_of)
            self.__dict__["_net"] = net

    def _is_process(self, card_id: str) -> bool:
        """Its owner's name and closeness stand on its card: they change without it."""
        own = self.board.find(card_id)
        return own is None or own.kind == "process"

    # Cards

    @property
    def boxes(self) -> Boxes:
        return self.layout.boxes

    def rect(self, card_id: str) -> Rect:
        """Where the card is now (KeyError: it is not on this wall)."""
        return self.moved.get(card_id) or self.layout.boxes[card_id].rect

    def face(self, card_id: str) -> Face:
        """What the card says under its title."""
        found = self._faces.get(card_id)
        if found is None:
            found = self._faces[card_id] = self.faces.face(self.board.card(card_id))
        return found

    @cached_property
    def faces(self) -> Faces:
        return Faces(self.board, self._map(), self._today(), tr)

    def cards_in(self, area: Rect) -> list[str]:
        """The cards that meet a part of the wall."""
        if not self.moved:
            return self.boxes.within(area)
        still = [card for card in self.boxes.within(area) if card not in self.moved]
        return still + [card for card, rect in self.moved.items() if rect.meets(area)]

    def card_at(self, x: float, y: float) -> str | None:
        """The card under a point of the wall."""
        return next((card for card in self.cards_in(Rect(x, y, 0.01, 0.01)) if self.rect(card).contains(x, y)), None)

    @cached_property
    def cells(self) -> dict[tuple[str, int], list[str]]:
        """The cards of every cell (lane, column) in reading order."""
        blocks = (block.filled.boxes for block in self.boxes.blocks.values())
        firsts = ((next(iter(boxes.values())), boxes) for boxes in blocks if boxes)
        return {(first.lane, first.column): list(boxes) for first, boxes in firsts}

    # Links

    def shows(self, link: Link) -> bool:
        """Whether both ends stand on this wall, apart from each other."""
        boxes = self.layout.boxes
        return link.source in boxes and link.target in boxes and link.source != link.target

    @cached_property
    def _net(self) -> Net:
        return Net(self.boxes, (link for verb in DRAWN for link in self.board.links(verb)), LOUD)

    def _drawn_links_of(self, card_id: str) -> list[Link]:
        return [link for link in self.board.links_of(card_id) if link.verb in DRAWN]

    def links_in(self, area: Rect) -> list[Link]:
        """The links that may be seen in a part of the wall without being asked for, the lighter ones first."""
        links = self.board.table(LINK)
        keys = self._net.within(area)
        if not self.moved:
            return [links[key] for key in keys]  # type: ignore[misc]
        moving = [link.key for card in self.moved for link in self.links_of(card) if link.verb in DRAWN]
        found: list[Link] = [links[key] for key in dict.fromkeys([*keys, *moving])]  # type: ignore[misc]
        return [link for link in found if link.verb not in LOUD] + [link for link in found if link.verb in LOUD]

    def links_lit(self, keys: Iterable[str]) -> list[Link]:
        """The links of these keys that stand on this wall."""
        found = (self.board.get(LINK, key) for key in sorted(keys))
        return [link for link in found if isinstance(link, Link) and self.shows(link)]

    def links_of(self, card_id: str) -> list[Link]:
        """Every link of a card whose other end stands on this wall too."""
        return [link for link in self.board.links_of(card_id) if self.shows(link)]

    def curve(self, link: Link) -> QPainterPath:
        """The curve of a link from source to target."""
        moved = self.moved
        if moved and (link.source in moved or link.target in moved):
            return path_between(self.rect(link.source), self.rect(link.target))
        boxes = self.layout.boxes
        source, target = boxes[link.source].rect, boxes[link.target].rect
        found = self._curves.get(link.key)
        if found is not None and found[0] is source and found[1] is target:
            return found[2]
        path = _gone_along(found, source, target) if found is not None else None
        if path is None:
            path = path_between(source, target)
        self._curves[link.key] = source, target, path
        return path

    def run(self, link: Link) -> tuple[Box, ...]:
        """Boxes that tell where the curve of a link runs."""
        return boxes_along(edge_curve(self.rect(link.source), self.rect(link.target)))

    @cached_property
    def path(self) -> JourneyPath:
        """How the touchpoints follow each other, where somebody has said so."""
        return path_on(self.board, self.layout)

    # Lanes and columns

    def lane_at(self, y: float) -> LaneBox | None:
        return self.layout.lane_at(y)

    def column_of_stage(self, stage: str | None) -> ColumnBox | None:
        return next((box for box in self.layout.columns if box.role == "stage" and box.stage == stage), None)

    def column_at(self, x: float) -> tuple[int, ColumnBox] | None:
        """The column under an x and its number."""
        return next(((number, box) for number, box in enumerate(self.layout.columns) if box.x <= x < box.right), None)

    def around(self, card_ids: Iterable[str]) -> Rect | None:
        """The smallest rectangle that holds these cards, None when none of them is here."""
        rects = [self.rect(card) for card in card_ids if card in self.layout.boxes]
        if not rects:
            return None
        left, top = min(rect.x for rect in rects), min(rect.y for rect in rects)
        return Rect(left, top, max(rect.right for rect in rects) - left, max(rect.bottom for rect in rects) - top)


def _gone_along(drawn: Drawn, source: Rect, target: Rect) -> QPainterPath | None:
    """The curve drawn before, moved with both its ends; None where they have not gone the same way."""
    x1, y1, *size1 = drawn[0]
    x2, y2, *size2 = drawn[1]
    dx, dy = source.x - x1, source.y - y1
    same = (target.x - x2, target.y - y2, [*source[2:]], [*target[2:]]) == (dx, dy, size1, size2)
    return drawn[2].translated(dx, dy) if same else None


def path_between(source: Rect, target: Rect) -> QPainterPath:
    """The curve of a link between two rectangles."""
    start, one, other, end = (QPointF(*point) for point in edge_curve(source, target))
    path = QPainterPath(start)
    path.cubicTo(one, other, end)
    return path
