"""The hand at a wall: which gesture it is at, from its beginning to its end or to Esc. Knows no single gesture."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPointF, QTimer

from cxworkshop.ui.canvas import link_verbs, looking

if TYPE_CHECKING:
    from cxworkshop.ui.canvas.gestures import Gesture
    from cxworkshop.ui.canvas.pressing import Press
    from cxworkshop.ui.canvas.wall_view import WallView

SCROLLS_EVERY = 25  # milliseconds, while something is held at an edge


class WallHand:
    """The part of WallView that holds the gesture at hand and the press that may become one."""

    gesture: Gesture | None = None
    press: Press | None = None
    pointer: QPointF | None = None  # where it is over the wall
    link: str | None = None  # the key of the link selected, while no card is
    link_of: str | None = None  # the card whose links are walked
    lane: str | None = None  # the lane taken by its name; keys work on it while nothing is selected

    def _prepare_hand(self) -> None:
        self._scroll_timer = QTimer(self._own_wall, interval=SCROLLS_EVERY)
        self._scroll_timer.timeout.connect(self._scroll_along)
        room = self._own_wall.room
        room.document_changed.connect(self._forget)
        room.came_back.connect(self._show_back)
        room.taken_changed.connect(self._own_wall._renew_look)

    @property
    def _own_wall(self) -> WallView:
        return cast("WallView", self)

    def _forget(self) -> None:
        """Another workshop: nothing that was taken here is there."""
        self.link = self.link_of = self.lane = None

    def _show_back(self, cards: list[str]) -> None:
        looking.show_back(self._own_wall, cards)

    def chosen(self) -> tuple[tuple[str, ...], str | None]:
        """The cards shown as selected, and the key of the link that is; a link brings its two cards."""
        wall = self._own_wall
        if wall.room.selection:
            self.link = self.link_of = None
        link = link_verbs.taken(wall)
        return (wall.room.selection, None) if link is None else ((link.source, link.target), link.key)

    def begin(self, gesture: Gesture, at: QPointF) -> None:
        """Give the hand to a gesture."""
        wall = self._own_wall
        wall.glide.stop()
        self.gesture = gesture
        gesture.start(at)
        if gesture.cursor is not None:
            wall.viewport().setCursor(gesture.cursor)
        if gesture.scrolls:
            self._scroll_timer.start()

    def continue_gesture(self, at: QPointF) -> None:
        """The pointer moved: paint what it touches, no more."""
        self.pointer = at
        if self.gesture is not None:
            before = self.gesture.area()
            self.gesture.move(at)
            if self.gesture is not None:
                self._own_wall.viewport().update((before | self.gesture.area()).toAlignedRect())

    def end_gesture(self, at: QPointF) -> None:
        """The hand lets go: what it was at is done."""
        gesture = self._let_go()
        if gesture is not None:
            gesture.end(at)

    def cancel_gesture(self) -> None:
        """Leave the gesture at hand, everything as it was."""
        self.press = None
        gesture = self._let_go()
        if gesture is not None:
            gesture.cancel()
            self._own_wall.hint("")

    def _let_go(self) -> Gesture | None:
        gesture, self.gesture = self.gesture, None
        if gesture is not None:
            viewport = self._own_wall.viewport()
            self._scroll_timer.stop()
            viewport.unsetCursor()
            viewport.update()
        return gesture

    def _scroll_along(self) -> None:
        if self.pointer is not None:
            looking.scroll_along(self._own_wall, self.pointer)
