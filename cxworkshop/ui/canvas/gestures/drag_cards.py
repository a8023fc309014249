"""Moves the selected cards to another stage or another place in theirs, or links one card by dropping it on another."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from cxworkshop.actions import cards
from cxworkshop.model.boxes import Rect
from cxworkshop.model.cards import KINDS
from cxworkshop.model.records import Link
from cxworkshop.ui.canvas import linking
from cxworkshop.ui.canvas.gestures.gesture import Gesture
from cxworkshop.ui.canvas.gestures.landing_marks import paint_landing, show_landing
from cxworkshop.ui.canvas.landing import Landing, landing_of_cards
from cxworkshop.ui.canvas.paint_wall import paint_cards, paint_one
from cxworkshop.ui.canvas.picture import LOUD, QUIET, path_between
from cxworkshop.ui.canvas.places import box_of
from cxworkshop.ui.canvas.wall import Wall
from cxworkshop.ui.speech import tr

MANY = 12  # from here on the cards are painted once and moved as one picture


class DragCards(Gesture):
    """The cards follow the hand, their links with them; a line or a frame shows where they would land."""

    wall: Wall

    cursor = Qt.CursorShape.ClosedHandCursor
    scrolls = True

    def __init__(self, wall: Wall, held: str) -> None:
        super().__init__(wall)
        self._held = held
        on_wall = [card for card in wall.room.selection if card in wall.picture.boxes]
        self._cards = on_wall if held in on_wall else [held]
        self._landing = Landing()

    def start(self, at: QPointF) -> None:
        wall = self.wall
        self._from = wall.camera.to_wall(at.x(), at.y())
        self._at = at
        self._home = wall.picture.layout.boxes[self._held].rect
        self._links = self._links_outside()
        self._pile = self._painted_once() if len(self._cards) > MANY else None
        self._pile_from = (wall.camera.seen.x, wall.camera.seen.y)
        wall.hide_cards(frozenset(self._cards))

    def _links_outside(self) -> list[Link]:
        if len(self._cards) > MANY:
            return []
        found = {link.key: link for card in self._cards for link in self.wall.picture.links_of(card)}
        return [link for link in found.values() if link.verb in (*LOUD, *QUIET)]

    def goes_on(self) -> bool:
        """The card under the pointer stays under it, wherever it stands now; cards that are gone are let go."""
        wall = self.wall
        boxes = wall.picture.layout.boxes
        if self._held not in boxes:
            return False
        self._cards = [card for card in self._cards if card in boxes]
        dx, dy = boxes[self._held].rect.x - self._home.x, boxes[self._held].rect.y - self._home.y
        self._home = boxes[self._held].rect
        self._from = self._from[0] + dx, self._from[1] + dy
        self._pile_from = self._pile_from[0] + dx, self._pile_from[1] + dy
        self._links, self._landing = self._links_outside(), Landing()
        wall.hide_cards(frozenset(self._cards))
        self.move(self._at)
        return True

    def move(self, at: QPointF) -> None:
        self._at = at
        wall = self.wall
        x, y = wall.camera.to_wall(at.x(), at.y())
        landing = landing_of_cards(wall.picture, self._cards, self._held, x, y)
        if landing != self._landing:
            self._landing = landing
            show_landing(wall, landing)
            self._tell()

    def _tell(self) -> None:
        wall, landing = self.wall, self._landing
        if landing.refused:
            wall.hint(tr("Cards cannot be put here"))
        elif landing.on is None:
            wall.hint(tr("Let go to move; over a card: to link; Esc cancels"))
        else:
            wall.hint(linking.prospect(wall.room.board, self._held, landing.on)[1])

    def end(self, at: QPointF) -> None:
        self.move(at)
        wall, landing = self.wall, self._landing
        self._restore()
        wall.hint("")
        if not wall.viewport().rect().contains(at.toPoint()):
            return  # let go beside the wall: everything stays
        if landing.on is not None:
            where = wall.viewport().mapToGlobal(at.toPoint())
            linking.link(wall, self._held, landing.on, at=where)
        elif not landing.refused:
            moved = self._in_reading_order()
            if not any(KINDS[wall.room.board.card(card).kind].has_stage for card in moved):
                wall.hint(tr("This card stands where it is linked to"))
            wall.room.do(
                lambda board: cards.move(board, moved, landing.stage, landing.before, lane=landing.lane), initiator=wall
            )

    def cancel(self) -> None:
        self._restore()

    def _restore(self) -> None:
        show_landing(self.wall, Landing())
        self.wall.hide_cards(frozenset())

    def _in_reading_order(self) -> list[str]:
        rect = self.wall.picture.rect
        return sorted(self._cards, key=lambda card: (rect(card).x, rect(card).y))

    # Painting

    def _by(self) -> tuple[float, float]:
        """How far the cards are from where they were, in wall units."""
        x, y = self.wall.camera.to_wall(self._at.x(), self._at.y())
        return x - self._from[0], y - self._from[1]

    def _rect(self, card: str) -> Rect:
        dx, dy = self._by()
        rect = self.wall.picture.layout.boxes[card].rect
        return rect._replace(x=rect.x + dx, y=rect.y + dy)

    def paint(self, painter: QPainter) -> None:
        wall = self.wall
        painter.save()
        painter.translate(*wall.camera.origin)
        painter.scale(wall.camera.zoom, wall.camera.zoom)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(wall.ink.loud)
        for one, other in self._ends():
            painter.drawPath(path_between(one, other))
        painter.restore()
        self._paint_cards(painter)
        painter.save()
        painter.translate(*wall.camera.origin)
        painter.scale(wall.camera.zoom, wall.camera.zoom)
        paint_landing(painter, wall, self._landing)
        painter.restore()

    def _paint_cards(self, painter: QPainter) -> None:
        wall = self.wall
        painter.setOpacity(0.92)
        if self._pile is None:
            for card in self._cards:
                paint_one(painter, wall.ink, wall.picture, wall.look, card, wall.camera, self._rect(card))
        else:
            dx, dy = self._by()
            x, y = self._pile_from
            painter.drawPixmap(QPointF(*wall.camera.to_screen(x + dx, y + dy)), self._pile)
        painter.setOpacity(1.0)

    def _ends(self) -> list[tuple[Rect, Rect]]:
        held, rect = set(self._cards), self.wall.picture.rect
        return [
            tuple(self._rect(end) if end in held else rect(end) for end in (link.source, link.target))  # type: ignore[misc]
            for link in self._links
        ]

    def area(self) -> QRectF:
        if self._pile is not None:
            return QRectF(self.wall.viewport().rect())
        camera = self.wall.camera
        touched = QRectF()
        for card in self._cards:
            touched |= box_of(camera.rect_to_screen(self._rect(card)))
        for one, other in self._ends():
            touched |= box_of(camera.rect_to_screen(one)) | box_of(camera.rect_to_screen(other))
        marked = self._marked()
        if marked is not None:
            touched |= box_of(camera.rect_to_screen(marked))
        return touched.adjusted(-14, -14, 14, 14)

    def _marked(self) -> Rect | None:
        if self._landing.on is not None:
            return self.wall.picture.rect(self._landing.on)
        if self._landing.line is None:
            return None
        x1, y1, x2, y2 = self._landing.line
        return Rect(x1, y1, x2 - x1, y2 - y1)

    def _painted_once(self) -> QPixmap:
        """Those of the cards that are in view, as one picture of the body."""
        wall, ratio = self.wall, self.wall.viewport().devicePixelRatioF()
        body = wall.body()
        pile = QPixmap(round(body.width() * ratio), round(body.height() * ratio))
        pile.setDevicePixelRatio(ratio)
        pile.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pile)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-body.left(), -body.top())
        hidden, held = wall.look.hidden, set(self._cards)
        wall.look.hidden = frozenset(card for card in wall.picture.boxes if card not in held)
        paint_cards(painter, wall.ink, wall.picture, wall.look, wall.camera, wall.camera.seen)
        wall.look.hidden = hidden
        painter.end()
        return pile
