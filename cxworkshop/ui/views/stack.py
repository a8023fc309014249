"""The wall and the pages beside it, one shown at a time; a page is made when it is first wanted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from cxworkshop.ui.bridge import Room, Staged
from cxworkshop.ui.views import BY_ID, STEPS_WITH_OWN_VIEW, WALL, views_of
from cxworkshop.ui.views.bar import ViewBar

if TYPE_CHECKING:
    from cxworkshop.ui.views.page import Page


class Views(QWidget):
    """`first` is where the wall stands. `wanted` gives a card that is to be shown on the wall; `title_wanted` says that
    the title of the card selected is to be typed."""

    wanted = Signal(str)
    title_wanted = Signal()
    command_wanted = Signal(str)  # the id of a command of the window

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self.pages: dict[str, Page] = {}
        self._last: dict[int, str] = {}  # the view last chosen at a step
        self.bar = ViewBar(room, self)
        self.stack = QStackedWidget(self)
        self.first = QWidget(self.stack)
        self.stack.addWidget(self.first)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.stack, 1)
        self.bar.chosen.connect(self.choose)
        self.bar.stage_wanted.connect(self.toggle_staged)
        room.view_changed.connect(self._show)
        room.step_changed.connect(self._follow_step)

    @property
    def page(self) -> Page | None:
        """The page shown, None for the wall."""
        return self.pages.get(self._room.view)

    def expect(self, place: Mapping[str, Any]) -> None:
        """Forget what was chosen in another workshop; begin at the step and in the view of this place."""
        self._last = {place["step"]: place["view"]} if place.get("view") in (WALL, *BY_ID) and "step" in place else {}

    def choose(self, view: str) -> None:
        """Turn to a view, and come back to it when the room comes back to this step."""
        self._last[self._room.step] = view
        self._room.show_view(view)

    def turn_to(self, step: int) -> None:
        """Go to a step. At it already: from the wall to the step's own view, from a view to the wall."""
        if step != self._room.step:
            self._room.go_to_step(step)
            return
        own = views_of(step)
        self.choose(own[0].id if own and self._room.view == WALL else WALL)

    def _follow_step(self) -> None:
        step = self._room.step
        own = views_of(step)
        first = own[0].id if own and step in STEPS_WITH_OWN_VIEW else WALL
        self._room.show_view(self._last.get(step, first))

    def _show(self) -> None:
        view = self._room.view
        widget = self.first if view == WALL else self._page(view)
        self.stack.setCurrentWidget(widget)
        page = self.page
        self.bar.show_can_be_staged(page is not None and page.can_be_staged())
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _page(self, view: str) -> Page:
        if view not in self.pages:
            page = self.pages[view] = BY_ID[view].make(self._room)
            page.wanted.connect(self.wanted)
            page.title_wanted.connect(self.title_wanted)
            page.command_wanted.connect(self.command_wanted)
            page.staged_again.connect(lambda: self._stage_again(view))
            self.stack.addWidget(page)
        return self.pages[view]

    # The shared screen

    def toggle_staged(self) -> None:
        """Show the room what this page draws, or take it away."""
        page, view = self.page, self._room.view
        shown = self._room.staged is not None and self._room.staged.view == view
        self._room.stage(None if shown or page is None else Staged(view, page.drawing))

    def _stage_again(self, view: str) -> None:
        if self._room.staged is not None and self._room.staged.view == view:
            self._room.staged_changed.emit()
