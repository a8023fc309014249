"""Looking at the wall: zoom around a point, fit, reveal, wheel and pinch. Changes only the view's camera."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture

from cxworkshop.model.boxes import HEADER_HEIGHT, LABEL_WIDTH, ColumnBox, Rect
from cxworkshop.model.lanes import lanes_of
from cxworkshop.model.records import Card
from cxworkshop.ui import folding
from cxworkshop.ui.canvas.camera import LARGEST, SMALLEST
from cxworkshop.ui.canvas.wall import Wall
from cxworkshop.ui.speech import tr

STEPS = (0.1, 0.15, 0.25, 0.33, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
FASTEST = 70.0
EDGE = 28  # pixels from an edge within which the wall scrolls along with a drag


def set_zoom(wall: Wall, zoom: float, anchor: QPointF | None = None) -> None:
    """Zoom so that what lies under `anchor` stays there."""
    camera = wall.camera
    zoom = min(max(zoom, SMALLEST), LARGEST)
    if abs(zoom - 1.0) < 0.015:
        zoom = 1.0
    if zoom == camera.zoom:
        return
    at = anchor or QPointF(wall.body().center())
    x, y = camera.to_wall(at.x(), at.y())
    camera.zoom = zoom
    wall.renew_scroll_bars()
    now_x, now_y = camera.to_screen(x, y)
    wall.scroll_to(camera.x + round(now_x - at.x()), camera.y + round(now_y - at.y()))
    wall.redraw()
    wall.follow_with_editors()
    wall.zoom_changed.emit(zoom)


def step(wall: Wall, by: int) -> None:
    """To the next round zoom."""
    zoom = wall.camera.zoom
    further = [own for own in STEPS if (own > zoom * 1.01 if by > 0 else own < zoom * 0.99)]
    if further:
        set_zoom(wall, further[0] if by > 0 else further[-1], _middle_of_selection(wall))


def _middle_of_selection(wall: Wall) -> QPointF | None:
    """The middle of what is selected, in pixels: coming nearer leads there, as far as it is in view at all."""
    around = wall.picture.around(wall.room.selection)
    if around is None:
        return None
    middle = QPointF(*wall.camera.to_screen(*around.centre))
    return middle if wall.body().contains(middle.toPoint()) else None


def fit(wall: Wall) -> None:
    """The whole wall."""
    layout = wall.picture.layout
    _fit(wall, Rect(LABEL_WIDTH, HEADER_HEIGHT, layout.width - LABEL_WIDTH, layout.height - HEADER_HEIGHT))


def fit_selection(wall: Wall) -> None:
    """The selected cards, or the whole wall when nothing is selected."""
    around = wall.picture.around(wall.room.selection)
    if around is None:
        fit(wall)
    else:
        _fit(wall, Rect(around.x - 24, around.y - 24, around.width + 48, around.height + 48))


def fit_lane(wall: Wall, lane: str | None = None) -> None:
    """A whole lane; None: that of the card selected last, else the one in the middle of the view."""
    layout, seen = wall.picture.layout, wall.camera.seen
    chosen = next((own for own in reversed(wall.room.selection) if own in layout.boxes), None)
    wanted = lane or (layout.boxes[chosen].lane if chosen is not None else None)
    box = layout.lane_box(wanted) if wanted is not None else layout.lane_at(seen.y + seen.height / 2)
    if box is not None:
        _fit(wall, Rect(LABEL_WIDTH, box.y, layout.width - LABEL_WIDTH, box.height))


def _fit(wall: Wall, area: Rect) -> None:
    set_zoom(wall, wall.camera.fitting(area, 0.0))
    camera = wall.camera
    x, y = camera.to_screen(area.x, area.y)
    spare_x = max((camera.width - camera.left - area.width * camera.zoom) / 2, 0)
    spare_y = max((camera.height - camera.top - area.height * camera.zoom) / 2, 0)
    wall.scroll_to(camera.x + round(x - camera.left - spare_x), camera.y + round(y - camera.top - spare_y))


def reveal(wall: Wall, card_id: str) -> None:
    """Scroll as little as needed to see the card."""
    card = wall.room.board.find(card_id)
    if card is None:
        return
    journey = wall.room.board.journey_of(card)
    if card_id not in wall.picture.boxes and journey is not None:
        wall.room.show_journey(journey.id)
    if card_id not in wall.picture.boxes and wall.room.folded:
        folding.open_around(wall.room, card)
    if card_id in wall.picture.boxes:
        bring_into_view(wall, wall.picture.boxes[card_id].rect)
    else:
        tell_hidden(wall, card)


def show_back(wall: Wall, cards: list[str]) -> None:
    """Cards came back: look at the first of them, unless one of them is in sight already."""
    seen, boxes = wall.camera.seen, wall.picture.boxes
    column = wall.picture.column_of_stage(cards[0])
    if column is not None:
        bring_column_into_view(wall, column)
    elif wall.isVisible() and not any(card in boxes and boxes[card].rect.meets(seen) for card in cards):
        reveal(wall, cards[0])


def tell_hidden(wall: Wall, card: Card) -> None:
    """Say so where the lane of a card is hidden: nobody should look for it in vain."""
    lane = lanes_of(wall.room.board).of(card, wall.room.depths().get(card.id))
    if lane is not None and lane.hidden:
        wall.hint(tr("It stands in the hidden lane “{title}”; “Lanes” in the corner shows it", title=lane.name(tr)))


def bring_into_view(wall: Wall, rect: Rect, margin: int = 16) -> None:
    """Scroll until a rectangle of the wall shows, its upper left corner first."""
    camera = wall.camera
    on_screen = camera.rect_to_screen(rect)
    x, y = camera.x, camera.y
    x += round(max(on_screen.right + margin - camera.width, 0))
    y += round(max(on_screen.bottom + margin - camera.height, 0))
    x -= round(max(camera.left + margin - (on_screen.x - (x - camera.x)), 0))
    y -= round(max(camera.top + margin - (on_screen.y - (y - camera.y)), 0))
    wall.scroll_to(x, y)


def wheel(wall: Wall, event: QWheelEvent) -> None:
    """Ctrl: zoom around the pointer. Else scroll; Shift, or a wheel that tilts: sideways."""
    if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        turned = event.angleDelta().y() / 120 or event.pixelDelta().y() / 120
        set_zoom(wall, wall.camera.zoom * 1.2**turned, event.position())
        event.accept()
        return
    by = event.pixelDelta() if not event.pixelDelta().isNull() else event.angleDelta() * 0.75
    dx, dy = by.x(), by.y()
    if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not dx:
        dx, dy = dy, 0
    wall.scroll_to(wall.camera.x - round(dx), wall.camera.y - round(dy))
    event.accept()


def pinched(wall: Wall, event: QEvent) -> bool:
    """Zoom and pan by two fingers on a touch screen or a touch pad; False when it was another gesture."""
    if isinstance(event, QNativeGestureEvent):
        if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
            return False
        set_zoom(wall, wall.camera.zoom * (1.0 + event.value()), event.position())
        return True
    pinch = event.gesture(Qt.GestureType.PinchGesture) if isinstance(event, QGestureEvent) else None
    if not isinstance(pinch, QPinchGesture):
        return False
    wall.cancel_gesture()
    anchor = QPointF(wall.viewport().mapFromGlobal(pinch.centerPoint().toPoint()))
    moved = pinch.centerPoint() - pinch.lastCenterPoint()
    if pinch.state() == Qt.GestureState.GestureUpdated and not moved.isNull():
        wall.scroll_to(wall.camera.x - round(moved.x()), wall.camera.y - round(moved.y()))
    set_zoom(wall, wall.camera.zoom * pinch.scaleFactor(), anchor)
    return True


def scroll_along(wall: Wall, at: QPointF) -> None:
    """While something is dragged near an edge or beyond it: scroll towards it, faster the nearer.

    What is carried in from elsewhere comes over an edge: it scrolls only once it has been further inside.
    """
    body, gesture = wall.body(), wall.gesture
    if gesture is not None and gesture.carried and not gesture.inside:
        return
    dx = max(at.x() - (body.right() - EDGE), 0) - max(body.left() + EDGE - at.x(), 0)
    dy = max(at.y() - (body.bottom() - EDGE), 0) - max(body.top() + EDGE - at.y(), 0)
    if dx or dy:
        before = wall.scroll_place()
        wall.scroll_to(wall.camera.x + _pace(dx), wall.camera.y + _pace(dy))
        if wall.scroll_place() != before:
            wall.continue_gesture(at)


def well_inside(wall: Wall, at: QPointF) -> bool:
    """Whether a point is so far from all edges of the body that nothing scrolls there."""
    return wall.body().adjusted(EDGE, EDGE, -EDGE, -EDGE).contains(at.toPoint())


def _pace(beyond: float) -> int:
    """Pixels a step of the timer, for a pointer that far beyond the line where scrolling begins."""
    return round(min(max(beyond, -FASTEST), FASTEST) * 0.6)


def bring_column_into_view(wall: Wall, column: ColumnBox) -> None:
    """Scroll sideways until a stage shows."""
    seen = wall.camera.seen
    bring_into_view(wall, Rect(column.x, seen.y + seen.height / 2, column.width, 1.0), margin=8)
