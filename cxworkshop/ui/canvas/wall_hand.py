"""The hand at a wall: which gesture it is at, from its beginning to its end or to Esc. Knows no single gesture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QTimer

from cxworkshop.ui.canvas import link_verbs, looking
from cxworkshop.ui.canvas.wall import Wall

if TYPE_CHECKING:
    from cxworkshop.ui.canvas.gestures.gesture import Gesture

SCROLLS_EVERY = 25  # milliseconds, while something is held at an edge


class WallHand(Wall):
    """The part of WallView that holds the gesture at hand and the press that may become one."""

    def _prepare_hand(self) -> None:
        self._scroll_timer = QTimer(self, interval=SCROLLS_EVERY)
        self._scroll_timer.timeout.connect(self._scroll_along)
        self.room.document_changed.connect(self._forget)
        self.room.came_back.connect(self._show_back)

    def _forget(self) -> None:
        """Another workshop: nothing that was taken here is there."""
        self.link = self.link_of = self.lane = None

    def _show_back(self, cards: list[str]) -> None:
        looking.show_back(self, cards)

    def chosen(self) -> tuple[tuple[str, ...], str | None]:
        """The cards shown as selected, and the key of the link that is; a link brings its two cards."""
        if self.room.selection:
            self.link = self.link_of = None
        link = link_verbs.taken(self)
        return (self.room.selection, None) if link is None else ((link.source, link.target), link.key)

    def begin(self, gesture: Gesture, at: QPointF) -> None:
        self.glide.stop()
        self.gesture = gesture
        gesture.start(at)
        if gesture.cursor is not None:
            self.viewport().setCursor(gesture.cursor)
        if gesture.scrolls:
            self._scroll_timer.start()

    def continue_gesture(self, at: QPointF) -> None:
        self.pointer = at
        if self.gesture is not None:
            before = self.gesture.area()
            self.gesture.move(at)
            if self.gesture is not None:
                self.viewport().update((before | self.gesture.area()).toAlignedRect())

    def end_gesture(self, at: QPointF) -> None:
        gesture = self._let_go()
        if gesture is not None:
            gesture.end(at)

    def cancel_gesture(self) -> None:
        self.press = None
        gesture = self._let_go()
        if gesture is not None:
            gesture.cancel()
            self.hint("")

    def _let_go(self) -> Gesture | None:
        gesture, self.gesture = self.gesture, None
        if gesture is not None:
            viewport = self.viewport()
            self._scroll_timer.stop()
            viewport.unsetCursor()
            viewport.update()
        return gesture

    def _scroll_along(self) -> None:
        if self.pointer is not None:
            looking.scroll_along(self, self.pointer)
