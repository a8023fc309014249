"""What a press means: which gesture a drag begins, what a click selects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from cxworkshop.model.lanes import lanes_of
from cxworkshop.ui import folding
from cxworkshop.ui.canvas import lane_menu, lane_verbs, link_verbs, verbs
from cxworkshop.ui.canvas.camera import NEAR
from cxworkshop.ui.canvas.place import Place, Press
from cxworkshop.ui.canvas.places import place_at
from cxworkshop.ui.speech import tr

if TYPE_CHECKING:
    from cxworkshop.ui.canvas.gestures import Gesture
    from cxworkshop.ui.canvas.wall import Wall

_GRABBING = Qt.MouseButton.LeftButton | Qt.MouseButton.MiddleButton
_ADDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def pressed(wall: Wall, event: QMouseEvent) -> None:
    at = event.position()
    if wall.gesture is not None and event.buttons() & ~event.button() & _GRABBING:
        return  # another button while one drags: the hand is full
    wall.cancel_gesture()  # one whose end was lost on the way
    wall.pointer = at
    wall.setFocus(Qt.FocusReason.MouseFocusReason)
    wall.show_focus(by_keys=False)
    wall.long_press.pressed(event)
    if event.button() == Qt.MouseButton.MiddleButton or (
        event.button() == Qt.MouseButton.LeftButton and wall.space_held
    ):
        from cxworkshop.ui.canvas.gestures import Pan

        wall.begin(Pan(wall), at)
        return
    place = place_at(wall, at)
    if wall.picker is not None and place.card is not None and event.button() == Qt.MouseButton.LeftButton:
        wall.picker.pick(place.card)
        return
    wall.close_editors()
    place = place_at(wall, at)  # closing an editor may have moved things
    adding = bool(event.modifiers() & _ADDING)
    if event.button() == Qt.MouseButton.RightButton:
        select_for_menu(wall, place)
    elif event.button() == Qt.MouseButton.LeftButton and wall.gesture is None:
        wall.press = Press(place, at, adding, place.card in wall.room.selection)
        if place.what == "card" and place.card is not None:
            _select_on_press(wall, place.card, adding)
        elif place.what == "stage" and place.stage is not None:
            wall.room.select([place.stage])


def _select_on_press(wall: Wall, card: str, adding: bool) -> None:
    selection = wall.room.selection
    if adding:
        wall.room.select([own for own in selection if own != card] if card in selection else [*selection, card])
    elif card not in selection:
        wall.room.select([card])


def select_for_menu(wall: Wall, place: Place) -> None:
    """Select what a menu is asked for, unless it belongs to the selection."""
    if place.link is not None:
        link_verbs.press(wall, place.link)
    target = place.stage if place.what == "stage" else place.card
    if target is not None and target not in wall.room.selection:
        wall.room.select([target])


def moved(wall: Wall, event: QMouseEvent) -> None:
    at = event.position()
    wall.long_press.moved(event)
    if wall.gesture is not None and event.buttons() & _GRABBING:
        wall.continue_gesture(at)
        return
    if wall.gesture is not None:
        wall.cancel_gesture()  # let go where nobody told us: a system menu, another window
    press = wall.press
    if press is None or not event.buttons() & Qt.MouseButton.LeftButton:
        hover(wall, at)
        return
    if (at - press.at).manhattanLength() >= QApplication.startDragDistance():
        wall.press = None
        gesture = gesture_for(wall, press)
        if gesture is not None:
            wall.begin(gesture, press.at)
            wall.continue_gesture(at)


def gesture_for(wall: Wall, press: Press) -> Gesture | None:
    """What dragging from a place does; None where there is nothing to drag."""
    from cxworkshop.ui.canvas.gestures import DragCards, DrawLink, ReorderLane, ReorderStage, RubberBand

    place = press.place
    held = place.what in ("card", "handle", "stage") or (place.what in ("label", "fold") and place.lane is not None)
    if wall.room.document.read_only and held:
        wall.hint(tr("This workshop is open for reading only."))
        return None
    if place.what == "handle" and place.card is not None:
        return DrawLink(wall, place.card)
    if place.what == "card" and place.card is not None:
        if press.adding and place.card not in wall.room.selection:
            wall.room.select([*wall.room.selection, place.card])
        return DragCards(wall, place.card)
    if place.what == "stage" and place.stage is not None:
        return ReorderStage(wall, place.stage)
    if place.what in ("label", "fold") and place.lane is not None:
        return ReorderLane(wall, place.lane)
    if place.what in ("cell", "beside", "curve"):
        return RubberBand(wall, adding=press.adding)
    return None


def released(wall: Wall, event: QMouseEvent) -> None:
    at = event.position()
    if event.buttons() & _GRABBING:
        return  # another button than the one that drags
    wall.long_press.stop()
    press, wall.press = wall.press, None
    if wall.gesture is not None:
        wall.end_gesture(at)
        hover(wall, at)
    elif press is not None and event.button() == Qt.MouseButton.LeftButton:
        clicked(wall, press)


def clicked(wall: Wall, press: Press) -> None:
    """Pressed and let go in one place."""
    place = press.place
    if place.what == "plus":
        verbs.add_stage(wall)
    elif place.what == "fold" and place.lane is not None:
        folding.turn_lane(wall.room, place.lane)
    elif place.what == "fold" and place.stage is not None:
        folding.turn_stage(wall.room, place.stage)
    elif place.what == "corner":
        lane_menu.open_menu_of_all(wall)
    elif place.what == "label" and place.lane is not None and not press.adding:
        lane_verbs.take(wall, place.lane)
    elif place.what == "invitation":
        verbs.accept_invitation(wall)
    elif place.what == "curve" and place.card is not None:
        wall.room.select([place.card])
    elif place.what == "card" and place.card is not None:
        if press.held and not press.adding:
            wall.room.select([place.card])
    elif place.link is not None and not press.adding:
        link_verbs.press(wall, place.link)
    elif place.what in ("cell", "beside", "label") and not press.adding:
        verbs.clear_selection(wall)


def double_clicked(wall: Wall, event: QMouseEvent) -> None:
    """On a card or a stage's name: edit it. In an empty cell: a new card of its lane. From far away: come nearer."""
    if event.button() != Qt.MouseButton.LeftButton:
        return
    place = place_at(wall, event.position())
    if wall.camera.detail in ("far", "counts") and place.what in ("card", "cell"):
        wall.set_zoom(NEAR, event.position())  # too far away to work: first have a look
    elif place.what == "card" and place.card is not None:
        wall.edit_card(place.card)
    elif place.what == "stage":
        verbs.rename_stage(wall, place.stage)
    elif place.what == "label" and place.lane is not None:
        lane_verbs.rename(wall, place.lane)
    elif place.what == "cell" and (kind := kind_at(wall, place)):
        verbs.add_card(wall, kind, stage=place.stage, lane=place.lane)
    else:
        pressed(wall, event)


def kind_at(wall: Wall, place: Place) -> str:
    """The kind of the cards in a place's lane; "" where there is none."""
    found = lanes_of(wall.room.board).find(place.lane)
    return found.kind if found is not None else ""


def held_long(wall: Wall, at: QPointF) -> None:
    """A finger rests where it was put down: the menu of that place."""
    if wall.gesture is not None or wall.press is None:
        return
    wall.press = None  # lifting the finger afterwards is no click
    place = place_at(wall, at)
    select_for_menu(wall, place)
    from cxworkshop.ui.canvas.menus import menu_for

    menu_for(wall, place, at).popup(wall.viewport().mapToGlobal(at.toPoint()))


def lost(wall: Wall) -> None:
    """The wall has lost the keyboard: to another window, to a menu. Whatever the hand held is put back."""
    if wall.gesture is not None and not wall.gesture.carried:
        wall.cancel_gesture()
    if wall.space_held:
        wall.space_held = False
        wall.viewport().unsetCursor()


def hover(wall: Wall, at: QPointF | None) -> None:
    """The pointer is here, nothing is pressed (None: it left the wall)."""
    wall.pointer = at
    place = place_at(wall, at) if at is not None else Place("")
    if place == wall.hovered:
        return
    wall.hovered = place
    wall.viewport().setCursor(_CURSORS.get("link" if place.link else place.what, Qt.CursorShape.ArrowCursor))
    wall.hint(_hint(wall, place))
    wall.viewport().update()


_CURSORS = {
    "handle": Qt.CursorShape.CrossCursor,
    "link": Qt.CursorShape.PointingHandCursor,
    "plus": Qt.CursorShape.PointingHandCursor,
    "fold": Qt.CursorShape.PointingHandCursor,
    "corner": Qt.CursorShape.PointingHandCursor,
    "invitation": Qt.CursorShape.PointingHandCursor,
}


def _hint(wall: Wall, place: Place) -> str:
    if place.link is not None:
        return link_verbs.told(wall, place.link)
    if place.what == "handle":
        return tr("Drag to another card to link the two")
    if place.what == "fold":
        return tr("Folds it to a strip, or opens it again")
    if place.what == "label" and place.lane is not None:
        return tr("Double-click renames the lane, dragging moves it")
    if place.what == "corner":
        return lane_verbs.about_lanes(wall)
    if place.what == "stage":
        return tr("Double-click renames the stage, dragging moves it")
    if place.what == "cell" and kind_at(wall, place):
        return tr("Double-click puts a card here")
    return ""
