"""The keys the wall takes itself: arrows, Home and End, Esc, Space, the menu key. Letters are the window's commands."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from cxworkshop.model.boxes import Rect
from cxworkshop.ui.canvas import lane_verbs, link_verbs, navigation, verbs
from cxworkshop.ui.canvas.place import Place
from cxworkshop.ui.canvas.wall import Wall

_Modifier = Qt.KeyboardModifier
STEP = 80  # pixels that Ctrl and an arrow move the wall


def pressed(wall: Wall, event: QKeyEvent) -> bool:
    """Do what the key means; False for keys that are nobody's here."""
    key, held = Qt.Key(event.key()), event.modifiers() & ~_Modifier.KeypadModifier
    wall.show_focus(by_keys=True)
    if key == Qt.Key.Key_Escape:
        return _escape(wall)
    if key == Qt.Key.Key_Space:
        if not event.isAutoRepeat():
            wall.space_held = True
            wall.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        return True
    if key == Qt.Key.Key_Menu or (key == Qt.Key.Key_F10 and held == _Modifier.ShiftModifier):
        open_menu(wall)
        return True
    if key in (Qt.Key.Key_Home, Qt.Key.Key_End) and not held & _Modifier.AltModifier:
        navigation.go_to_end(
            wall, last=key == Qt.Key.Key_End,
            everywhere=bool(held & _Modifier.ControlModifier), extending=bool(held & _Modifier.ShiftModifier),
        )  # fmt: skip
        return True
    return _arrow(wall, key, held)


def _arrow(wall: Wall, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
    """Alone: the next card. With Shift: add it. With Ctrl: move the wall."""
    direction = navigation.DIRECTIONS.get(key)
    if direction is None or held & _Modifier.AltModifier:
        return False
    if held & _Modifier.ControlModifier:
        wall.scroll_to(wall.camera.x + direction[0] * STEP, wall.camera.y + direction[1] * STEP)
    else:
        navigation.go(wall, direction, extending=bool(held & _Modifier.ShiftModifier))
    return True


def _escape(wall: Wall) -> bool:
    if wall.gesture is not None or wall.press is not None:
        wall.cancel_gesture()
    elif wall.picker is not None:
        wall.picker.dismiss()
    elif wall.room.selection:
        verbs.clear_selection(wall)
    elif link_verbs.let_go(wall):
        return True
    elif lane_verbs.taken(wall) is not None:
        lane_verbs.take(wall, None)
    else:
        return False
    return True


def open_menu(wall: Wall) -> None:
    """The context menu of what is selected, beside it; of the wall where nothing is."""
    if QApplication.activePopupWidget() is not None or wall.gesture is not None:
        return  # some systems send the key and then ask for the menu as well
    wall.close_editors()
    chosen = next((own for own in reversed(wall.room.selection) if _is_here(wall, own)), None)
    if chosen is not None:
        navigation.show(wall, chosen)
    from cxworkshop.ui.canvas.menus import menu_for

    menu_for(wall, _place(wall, chosen), None).popup(wall.viewport().mapToGlobal(_beside(wall, chosen)))


def _is_here(wall: Wall, card_id: str) -> bool:
    return navigation.place_of(wall.picture, card_id) is not None


def _place(wall: Wall, chosen: str | None) -> Place:
    if chosen is None:
        lane, link = lane_verbs.taken(wall), link_verbs.taken(wall)
        if lane is not None:
            return Place("label", lane=lane)
        return Place("beside", link=link.key if link is not None else None)
    return Place("card", card=chosen) if chosen in wall.picture.boxes else Place("stage", stage=chosen)


def _beside(wall: Wall, chosen: str | None) -> QPoint:
    """A point at the lower left of the card or the stage's name, in pixels of the viewport."""
    column = wall.picture.column_of_stage(chosen)
    if column is not None:
        x = max(wall.camera.to_screen(column.x, 0)[0], wall.camera.left)
        return QPoint(round(x) + 12, wall.camera.top - 6)
    if chosen is None:
        return lane_verbs.beside(wall) or link_verbs.beside(wall) or wall.body().center()
    rect: Rect = wall.camera.rect_to_screen(wall.picture.rect(chosen))
    return QPointF(rect.x + min(24.0, rect.width / 2), rect.bottom - min(8.0, rect.height / 2)).toPoint()
