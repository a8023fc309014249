"""The map in the window: turned with the wheel, dragged, pressed, hovered, walked through by arrow keys."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import replace

from PySide6 import QtGui
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from cxworkshop.model.boxes import Rect
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.canvas.navigation import DIRECTIONS
from cxworkshop.ui.lighting import Lighting
from cxworkshop.ui.theme import themes
from cxworkshop.ui.views.drawing import Look, window_look
from cxworkshop.ui.views.heard import Heard
from cxworkshop.ui.views.processes.map_glide import MapGlide, held, moves
from cxworkshop.ui.views.processes.map_ground import paint_bands, paint_standing, paint_waiting
from cxworkshop.ui.views.processes.map_heard import heard_of
from cxworkshop.ui.views.processes.picture import Picture
from cxworkshop.ui.views.teller import Teller

SMALLEST, LARGEST, STEP = 0.08, 3.0, 1.2
GUTTER, EDGE = 112.0, 16.0  # pixels: the names of the layers on the left; air around the map
MUCH_WIDER = 2.5  # times as wide as can be seen: the map opens at its first need instead of its left edge
HIGHEST_GAP = 40.0  # above a map that is low: it hangs from the top
_ZOOMING = (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus, Qt.Key.Key_0)


class MapView(QWidget):
    """Shows a Picture. `wanted` gives the card pressed twice (or Enter on it)."""

    wanted = Signal(str)

    def __init__(self, room: Room, height: int = 420, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._height = height
        self.picture: Picture | None = None
        self.tips: Callable[[str], str] = lambda card: ""
        self.zoom = 1.0
        self.offset = QPointF()  # where the picture's (0, 0) lies, in pixels
        self._moved = False  # the user has chosen what to look at
        self._grip: QPointF | None = None
        self._pointer: QPointF | None = None
        self._cache: QPixmap | None = None
        self.waiting = False  # another map is being laid out
        self._at: str | None = None  # the box the keys stand on while nothing is selected
        self._heard: tuple[Heard, ...] = ()
        self._heard_of: Picture | None = None
        self.animated = True
        self.teller = Teller(self)
        self.glide = MapGlide(self, self.repaint_soon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(height)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    @property
    def room(self) -> Room:
        return self._room

    def sizeHint(self) -> QSize:
        return QSize(640, self._height)

    @property
    def gutter(self) -> float:
        return GUTTER * themes.text_scale

    def show_picture(self, picture: Picture, tips: Callable[[str], str], *, anew: bool) -> None:
        """Show a map; `tips` gives what a box says when it is pointed at. `anew`: another choice of needs, looked at as
        a whole where that can be read; else what is pointed at or selected stays where it is and the rest glides."""
        before = self.picture
        moves_on = not anew and before is not None and picture.shape is not before.shape
        seen = self._seen() if moves_on else {}
        self.picture, self.tips = picture, tips
        if anew or before is None:
            self.glide.stop()
            self._moved = False
        elif moves_on:
            self._let_glide(seen)
            self.teller.shows_others()
            return
        if not self._moved:
            self.look()
        self.repaint_soon()

    def light(self, lighting: Lighting | None) -> None:
        """Light the same boxes otherwise."""
        if self.picture is not None:
            self.picture = replace(self.picture, lighting=lighting)
            self.repaint_soon()

    def show_waiting(self, waiting: bool) -> None:
        """Say, or no longer say, that another map is being laid out."""
        if waiting != self.waiting:
            self.waiting = waiting
            self.update()

    def _let_glide(self, seen: dict[str, QRectF]) -> None:
        """From what was seen to what is there now."""
        assert self.picture is not None
        self.glide.stop()
        card = held(seen, self._pointer, self.chosen)
        if card is not None and card in self.picture.boxes:
            self.offset += seen[card].topLeft() - self.place_of(card).topLeft()
        elif not self._moved:
            self.look()
        if self.animated and self.isVisible() and moves(self):
            now = self._seen(also=seen)
            self.glide.start(seen, now, self.picture.boxes, self.zoom)
        self.repaint_soon()

    def _seen(self, also: Iterable[str] = ()) -> dict[str, QRectF]:
        """Where the boxes in view are seen; those of `also` wherever they are."""
        if self.picture is None:
            return {}
        room, named = QRectF(self.rect()), set(also)
        places = ((card, self.place_of(card)) for card in self.picture.boxes)
        return {card: place for card, place in places if card in named or place.intersects(room)}

    def repaint_soon(self) -> None:
        self._cache = None
        self.update()

    # Where things are

    def place_of(self, card: str) -> QRectF:
        """Where the box of a card is seen, in pixels of the widget (KeyError: it is not on the map)."""
        assert self.picture is not None
        return self._on_screen(self.glide.moved.get(card) or self.picture.boxes[card])

    def card_at(self, at: QPointF) -> str | None:
        """The card under a point of the widget."""
        if self.picture is None or at.x() < self.gutter:
            return None
        return next((card for card in self.picture.boxes if self.place_of(card).contains(at)), None)

    def _on_screen(self, rect: Rect) -> QRectF:
        left, top = self.offset.x() + rect.x * self.zoom, self.offset.y() + rect.y * self.zoom
        return QRectF(left, top, rect.width * self.zoom, rect.height * self.zoom)

    def fit(self) -> None:
        """All of it, however small, at 100 % at most, hung from the top in the middle."""
        self._look_from(0.0)

    def look(self) -> None:
        """All of it, or as much from the upper left corner as can be read."""
        if self.picture is not None:
            self._look_from(min(self.picture.comfortable_from, 1.0))

    def _look_from(self, smallest: float) -> None:
        if self.picture is None:
            return
        self._moved = False
        bounds = self.picture.bounds
        wide, high = self.width() - self.gutter - 2 * EDGE, self.height() - 2 * EDGE
        self.zoom = min(max(self._whole(), smallest), 1.0)
        x = self.gutter + EDGE + max((wide - bounds.width * self.zoom) / 2, 0)
        y = EDGE + min(max((high - bounds.height * self.zoom) / 2, 0), HIGHEST_GAP)
        self.offset = QPointF(x - bounds.x * self.zoom, y - bounds.y * self.zoom)
        first = self.picture.first
        if first is not None and bounds.width * self.zoom > MUCH_WIDER * wide:
            self.offset.setX(self.gutter + EDGE + wide / 2 - self.picture.boxes[first].centre[0] * self.zoom)
        self.repaint_soon()

    def _whole(self) -> float:
        """The zoom at which all of it is seen."""
        assert self.picture is not None
        bounds = self.picture.bounds
        wide, high = self.width() - self.gutter - 2 * EDGE, self.height() - 2 * EDGE
        return max(min(wide / max(bounds.width, 1), high / max(bounds.height, 1)), 0.01)

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Come nearer or go further; the point `at` (else the middle) stays where it is."""
        at = at or QPointF(self.gutter + (self.width() - self.gutter) / 2, self.height() / 2)
        smallest = min(SMALLEST, self._whole()) if self.picture is not None else SMALLEST
        zoom = min(max(self.zoom * factor, smallest), LARGEST)
        self.offset = at - (at - self.offset) * (zoom / self.zoom)
        self.zoom = zoom
        self._keep_near()

    def move_by(self, way: QPointF) -> None:
        self.offset += way
        self._keep_near()

    def bring_into_view(self, card: str) -> None:
        """Move as little as needed to see a card."""
        assert self.picture is not None
        box = self._on_screen(self.picture.boxes[card]).adjusted(-24, -24, 24, 24)
        room = QRectF(self.gutter, 0, self.width() - self.gutter, self.height())
        x = max(room.left() - box.left(), 0.0) or min(room.right() - box.right(), 0.0)
        y = max(room.top() - box.top(), 0.0) or min(room.bottom() - box.bottom(), 0.0)
        if x or y:
            self.move_by(QPointF(x, y))

    def _keep_near(self) -> None:
        """Some of the map stays in view."""
        self._moved = True
        if self.picture is not None:
            bounds, keep = self._on_screen(self.picture.bounds), 80.0
            x = max(self.gutter + keep - bounds.right(), 0.0) or min(self.width() - keep - bounds.left(), 0.0)
            y = max(keep - bounds.bottom(), 0.0) or min(self.height() - keep - bounds.top(), 0.0)
            self.offset += QPointF(x, y)
        self.repaint_soon()

    # Painting

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._moved:
            self.look()
        self.repaint_soon()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._cache is None:
            self._paint_cache()
        assert self._cache is not None
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._cache)
        if self.waiting:
            paint_waiting(painter, self)

    def _paint_cache(self) -> None:
        ratio = self.devicePixelRatioF()
        self._cache = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        self._cache.setDevicePixelRatio(ratio)
        self._cache.fill(themes.current.colour("wall"))
        painter = QPainter(self._cache)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        look = window_look(frozenset(self._room.selection))
        if self.picture is not None:
            self._paint_picture(painter, look, self.picture)
        painter.setPen(QPen(look.colour("focus" if self.hasFocus() else "line"), 2 if self.hasFocus() else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(0.5, 0.5, self.width() - 1, self.height() - 1))
        painter.end()

    def _paint_picture(self, painter: QPainter, look: Look, picture: Picture) -> None:
        paint_bands(painter, look, self)
        painter.save()
        painter.setClipRect(QRectF(self.gutter, 0, self.width() - self.gutter, self.height()))
        painter.translate(self.offset)
        painter.scale(self.zoom, self.zoom)
        corner = (QPointF(self.gutter, 0) - self.offset) / self.zoom
        seen = QRectF(corner.x(), corner.y(), (self.width() - self.gutter) / self.zoom, self.height() / self.zoom)
        picture.paint(painter, look, seen, self.zoom, self.glide.moved)
        painter.restore()
        paint_standing(painter, look, self)

    # Pointing

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _zooms(event):
            event.accept()  # else the window would zoom the wall
            return True
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            card = self.card_at(QPointF(event.pos()))
            if card is None:
                QToolTip.hideText()
            else:
                self._tell(card, event.globalPos())
            return True
        return super().event(event)

    def _tell(self, card: str, where: QPoint) -> None:
        # Qt reads a text that looks like markup as markup: hand it over as what it is, text.
        text = QtGui.Qt.convertFromPlainText(self.tips(card))
        QToolTip.showText(where, text, self, self.place_of(card).toAlignedRect())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        card = self.card_at(event.position())
        if card is None:
            self._grip = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        else:
            self._room.select([card])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer = event.position()
        if self._grip is not None:
            self.move_by(event.position() - self._grip)
            self._grip = event.position()
            return
        hand = self.card_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.OpenHandCursor)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._pointer = None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None
        self.mouseMoveEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        card = self.card_at(event.position())
        if card is not None:
            self.wanted.emit(card)
        else:
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turn = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.move_by(QPointF(turn.y() or turn.x(), 0))
        else:
            self.zoom_by(STEP ** (turn.y() / 120), event.position())
        event.accept()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        standing = self.standing
        if self.picture is None or not self.picture.boxes:
            super().keyPressEvent(event)
        elif key in DIRECTIONS:
            self._walk_to(self._next(self.chosen, *DIRECTIONS[key]))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._walk_to(self.picture.ordered()[0 if key == Qt.Key.Key_Home else -1])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and standing is not None:
            self._walk_to(standing)
            if key != Qt.Key.Key_Space:
                self.wanted.emit(standing)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_by(STEP)
        elif key == Qt.Key.Key_Minus:
            self.zoom_by(1 / STEP)
        elif key == Qt.Key.Key_0:
            self.fit()
        elif key == Qt.Key.Key_Escape and self._room.selection:
            self._at = standing
            self._room.select([])
        else:
            super().keyPressEvent(event)

    @property
    def chosen(self) -> str | None:
        """The selected card, if it is on the map."""
        boxes = self.picture.boxes if self.picture is not None else {}
        return next((card for card in self._room.selection if card in boxes), None)

    @property
    def standing(self) -> str | None:
        """The box the keys stand on."""
        boxes = self.picture.boxes if self.picture is not None else {}
        return self.chosen or (self._at if self._at in boxes else None)

    def _next(self, chosen: str | None, across: int, down: int) -> str:
        """The nearest card in that direction; the same one where there is none."""
        assert self.picture is not None
        if chosen is None:
            return self.standing or self.picture.ordered()[0]
        x, y = self.picture.boxes[chosen].centre
        ahead: list[tuple[float, str]] = []
        for card, rect in self.picture.boxes.items():
            dx, dy = rect.centre[0] - x, rect.centre[1] - y
            along, aside = dx * across + dy * down, abs(dx * down) + abs(dy * across)
            if along > rect.width * 0.4 * abs(across) + rect.height * 0.4 * abs(down):
                ahead.append((along + (3 * aside if across else aside * 0.7), card))
        return min(ahead)[1] if ahead else chosen

    def _walk_to(self, card: str) -> None:
        self._at = card
        self._room.select([card])
        self.bring_into_view(card)
        self.setAccessibleDescription(self.tips(card))
        self.teller.stands_on(card)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason and self.standing is None and self.picture is not None:
            seen = self._seen()
            self._at = next((card for card in self.picture.ordered() if card in seen), None)
        self.repaint_soon()
        self.teller.stands_on(self.standing)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.repaint_soon()

    # Read aloud

    def heard(self) -> tuple[Heard, ...]:
        if self._heard_of is not self.picture:
            self._heard, self._heard_of = heard_of(self), self.picture
        return self._heard

    def heard_at(self) -> str | None:
        return self.standing

    def press_heard(self, key: Hashable) -> None:
        if self.picture is not None and key in self.picture.boxes:
            self._walk_to(str(key))


def _zooms(event: QKeyEvent) -> bool:
    return event.key() in _ZOOMING and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
