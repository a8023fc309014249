"""What every part of a wall may know of the wall it belongs to: what is shown, how it is looked at, where the hand is.

The parts (verbs, gestures, painters of the overlay, the tree for screen readers) are given a Wall; WallView, which has
them all, is known to none of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPoint, QPointF, QRect, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractScrollArea

from cxworkshop.ui.canvas.place import Place, Press

if TYPE_CHECKING:
    from cxworkshop.document import Change
    from cxworkshop.ui.bridge import Room
    from cxworkshop.ui.canvas.camera import Camera
    from cxworkshop.ui.canvas.gestures.gesture import Gesture
    from cxworkshop.ui.canvas.glide import Glide
    from cxworkshop.ui.canvas.ink import Ink
    from cxworkshop.ui.canvas.invitation import Invitation
    from cxworkshop.ui.canvas.look import Look
    from cxworkshop.ui.canvas.picture import Picture
    from cxworkshop.ui.canvas.touch import LongPress
    from cxworkshop.ui.lighting import Lighting


class OpenEditor(Protocol):
    """A field open over the wall in which a title is typed. `back_to`: what was selected before the card was added."""

    back_to: tuple[str, ...]

    def follow(self) -> None: ...

    def commit(self) -> None: ...

    def dismiss(self) -> None: ...


class OpenPicker(Protocol):
    """A list open over the wall from which the other end of a link is picked."""

    def follow(self) -> None: ...

    def pick(self, card_id: str | None) -> None: ...

    def dismiss(self) -> None: ...

    def paint_choice(self, painter: QPainter) -> None: ...


class Wall(QAbstractScrollArea):
    """The wall of one room's journey, as its parts know it."""

    zoom_changed = Signal(float)
    hint_changed = Signal(str)  # what the gesture at hand does, or why something was refused; "" for nothing
    files_dropped = Signal(list)  # of pathlib.Path

    room: Room
    picture: Picture
    camera: Camera
    look: Look
    ink: Ink
    glide: Glide
    animated: bool

    hovered: Place
    invitation: Invitation | None
    flashed: str | None  # the card that was just refused
    found: frozenset[str] | None  # what a search looks for; None: nothing is looked for
    editor: OpenEditor | None = None
    picker: OpenPicker | None = None

    gesture: Gesture | None = None
    press: Press | None = None
    long_press: LongPress
    space_held: bool
    pointer: QPointF | None = None  # where it is over the wall
    link: str | None = None  # the key of the link selected, while no card is
    link_of: str | None = None  # the card whose links are walked
    lane: str | None = None  # the lane taken by its name; keys work on it while nothing is selected

    # What is shown

    @property
    def zoom(self) -> float:
        return self.camera.zoom

    @property
    def lit(self) -> Lighting | None:
        """What is lit for the selection when all has arrived."""
        raise NotImplementedError

    def body(self) -> QRect:
        """The part of the viewport where cards show: not under the frozen names."""
        camera = self.camera
        return QRect(camera.left, camera.top, max(camera.width - camera.left, 1), max(camera.height - camera.top, 1))

    def scroll_place(self) -> QPoint:
        """How far the wall is scrolled, in pixels."""
        return QPoint(self.camera.x, self.camera.y)

    def cards_with_handles(self) -> list[str]:
        """The cards that offer a handle to draw a link from: the one under the pointer, the one selected."""
        if self.gesture is not None:
            return []
        hovered = [self.hovered.card] if self.hovered.what in ("card", "handle") and self.hovered.card else []
        selected = list(self.look.selection) if len(self.look.selection) == 1 else []
        return [card for card in dict.fromkeys(hovered + selected) if card in self.picture.boxes]

    @property
    def shows_focus(self) -> bool:
        """Whether the wall itself is framed: who works with keys must see where they go while nothing is selected."""
        return self.works_by_keys and self.hasFocus() and not self.room.selection

    @property
    def works_by_keys(self) -> bool:
        """The last thing the user did here was to press a key."""
        raise NotImplementedError

    # How it is looked at

    def scroll_to(self, x: int, y: int) -> None:
        """Scroll to a place, in pixels."""
        self.horizontalScrollBar().setValue(x)
        self.verticalScrollBar().setValue(y)

    def set_zoom(self, zoom: float, anchor: QPointF | None = None) -> None:
        """Look at the wall at `zoom` (0.1 … 4); what is under `anchor` (pixels; the middle) stays there."""
        raise NotImplementedError

    def renew_scroll_bars(self) -> None:
        """The wall or the window has another size."""
        raise NotImplementedError

    def renew_picture(self, change: Change | None = None) -> None:
        """Lay the wall out anew, after `change` or (None) from nothing."""
        raise NotImplementedError

    def redraw(self) -> None:
        """Something has changed: paint what looks different at the next frame."""
        raise NotImplementedError

    def hide_cards(self, cards: frozenset[str]) -> None:
        """Leave these cards out of the still picture: a gesture paints them."""
        raise NotImplementedError

    def show_fitting(self, cards: frozenset[str] | None) -> None:
        """A link is being drawn: only the cards it fits stay, all others fade; None: it is drawn."""
        raise NotImplementedError

    def show_focus(self, *, by_keys: bool) -> None:
        """The user works with keys, or with the mouse."""
        raise NotImplementedError

    # What it says

    def hint(self, text: str) -> None:
        """Say what the gesture at hand does, or why something was refused; "" for nothing."""
        self.hint_changed.emit(text)

    def say(self, text: str) -> None:
        """Speak a sentence to those who listen, and show it to nobody."""
        raise NotImplementedError

    def flash(self, card_id: str) -> None:
        """Show for a moment that something cannot be done with a card: it shakes, and is framed."""
        raise NotImplementedError

    # What is open over it

    def edit_card(self, card_id: str, group: str | None = None) -> None:
        """Open the title of a card or a stage on the wall. `group`: it is new, and titling it is part of adding it."""
        raise NotImplementedError

    def edit_lane(self, lane_id: str, group: str | None = None) -> None:
        """Open the name of a lane, as `edit_card` does."""
        raise NotImplementedError

    def add_in_next_lane(self, *, back: bool = False) -> None:
        """A new card one lane further from the customer (`back`: nearer), linked with the selected one."""
        raise NotImplementedError

    def close_editors(self) -> None:
        """Keep what is typed and close what is open over the wall."""
        if self.editor is not None:
            self.editor.commit()
        if self.picker is not None:
            self.picker.dismiss()

    def follow_with_editors(self) -> None:
        """What is open over the wall moves with its card."""
        if self.editor is not None:
            self.editor.follow()
        if self.picker is not None:
            self.picker.follow()

    def take_files(self, paths: Iterable[Path]) -> None:
        """Files were let go over the wall: somebody else knows what to do with them."""
        self.files_dropped.emit(list(paths))

    # The hand

    def begin(self, gesture: Gesture, at: QPointF) -> None:
        """Give the hand to a gesture."""
        raise NotImplementedError

    def continue_gesture(self, at: QPointF) -> None:
        """The pointer moved: paint what it touches, no more."""
        raise NotImplementedError

    def end_gesture(self, at: QPointF) -> None:
        """The hand lets go: what it was at is done."""
        raise NotImplementedError

    def cancel_gesture(self) -> None:
        """Leave the gesture at hand, everything as it was."""
        raise NotImplementedError
