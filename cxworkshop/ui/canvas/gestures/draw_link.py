"""Draws a link from a card's handle to another card, or to an empty place where a new card comes."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from cxworkshop.model.cards import KINDS
from cxworkshop.model.lanes import lanes_of
from cxworkshop.model.links import verbs_between
from cxworkshop.ui.canvas import linking, verbs
from cxworkshop.ui.canvas.gestures.gesture import Gesture
from cxworkshop.ui.canvas.place import Place
from cxworkshop.ui.canvas.places import place_at
from cxworkshop.ui.canvas.wall import Wall
from cxworkshop.ui.speech import tr


class DrawLink(Gesture):
    """A line follows the pointer; over a card it says what the link would mean, or why there is none; in a lane whose
    cards fit, a new one comes where the line is let go."""

    wall: Wall

    cursor = Qt.CursorShape.CrossCursor
    scrolls = True

    def __init__(self, wall: Wall, source: str) -> None:
        super().__init__(wall)
        self._source = source
        self._target: str | None = None
        self._place = Place("")
        self._fits = True

    def start(self, at: QPointF) -> None:
        self._at = at
        self.wall.show_fitting(self._fitting())
        self.wall.hint(tr("Let go over the card to link with; Esc cancels"))

    def _fitting(self) -> frozenset[str]:
        """The cards on the wall that a link could lead to or come from, and the one it begins at."""
        board, boxes = self.wall.room.board, self.wall.picture.boxes
        own = board.card(self._source).kind
        kinds = {kind for kind in KINDS if verbs_between(own, kind) or verbs_between(kind, own)}
        return frozenset(card for card in boxes if board.card(card).kind in kinds) | {self._source}

    def goes_on(self) -> bool:
        if self._source not in self.wall.picture.boxes:
            return False
        self._target, self._place = None, Place("")
        self.wall.show_fitting(self._fitting())
        self.move(self._at)
        return True

    def move(self, at: QPointF) -> None:
        self._at = at
        over = self.wall.picture.card_at(*self.wall.camera.to_wall(at.x(), at.y()))
        target = over if over != self._source else None
        place = place_at(self.wall, at) if target is None else Place("")
        if (target, place) != (self._target, self._place):
            self._target, self._place = target, place
            self._tell()

    def _tell(self) -> None:
        board, kind = self.wall.room.board, self._kind_here()
        self._fits = True
        if self._target is not None:
            self._fits, words = linking.prospect(board, self._source, self._target)
        elif kind is not None:
            title = board.card(self._source).title
            words = tr("{kind}: let go to add it, linked with “{title}”", kind=tr(KINDS[kind].label), title=title)
        else:
            words = tr("Let go over the card to link with; Esc cancels")
        self.wall.hint(words)

    def _kind_here(self) -> str | None:
        """The kind of the card that would come at this empty place; None where none could be linked."""
        place, own = self._place, self.wall.room.board.card(self._source).kind
        lane = lanes_of(self.wall.room.board).find(place.lane) if place.what == "cell" else None
        kind = lane.kind if lane is not None else ""
        return kind if kind and (verbs_between(own, kind) or verbs_between(kind, own)) else None

    def cancel(self) -> None:
        self.wall.show_fitting(None)

    def end(self, at: QPointF) -> None:
        self.move(at)
        self.wall.show_fitting(None)
        kind = self._kind_here()
        if self._target is None:
            self.wall.hint("")
            if kind is not None and self.wall.viewport().rect().contains(at.toPoint()):
                verbs.add_card(self.wall, kind, stage=self._place.stage, link_from=self._source)
        else:
            where = self.wall.viewport().mapToGlobal(at.toPoint())
            linking.link(self.wall, self._source, self._target, at=where)

    def paint(self, painter: QPainter) -> None:
        linking.paint_draft(painter, self.wall, self._source, self._target, self._at, fits=self._fits)
