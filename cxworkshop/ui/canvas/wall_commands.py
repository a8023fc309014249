"""What the window's commands may ask of the wall: its public verbs, each one line to who does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxworkshop.ui.canvas import looking, verbs

if TYPE_CHECKING:
    from cxworkshop.ui.canvas.wall_view import WallView


class WallCommands:
    """The part of WallView that menus, shortcuts and the command palette call."""

    def zoom_in(self: WallView) -> None:
        looking.step(self, 1)

    def zoom_out(self: WallView) -> None:
        looking.step(self, -1)

    def zoom_to_100(self: WallView) -> None:
        self.set_zoom(1.0)

    def zoom_to_fit(self: WallView) -> None:
        looking.fit(self)

    def zoom_to_selection(self: WallView) -> None:
        looking.fit_selection(self)

    def reveal(self: WallView, card_id: str) -> None:
        """Scroll as little as needed to see the card; turns to its journey."""
        looking.reveal(self, card_id)

    def edit_selected(self: WallView) -> None:
        verbs.edit_selected(self)

    def start_link(self: WallView) -> None:
        verbs.start_link(self)

    def add_card(self: WallView, kind: str) -> str | None:
        """A new card where one is working, its title open; its id, None when it was refused."""
        return verbs.add_card(self, kind)

    def add_below(self: WallView) -> None:
        verbs.add_below(self)

    def delete_selected(self: WallView) -> None:
        verbs.delete_selected(self)

    def duplicate_selected(self: WallView) -> None:
        verbs.duplicate_selected(self)

    def select_all(self: WallView) -> None:
        self.room.select(self.picture.boxes)

    def clear_selection(self: WallView) -> None:
        self.room.select(())

    def copy(self: WallView) -> None:
        verbs.copy(self)

    def cut(self: WallView) -> None:
        verbs.cut(self)

    def paste(self: WallView) -> None:
        verbs.paste(self)

    def add_stage(self: WallView) -> None:
        verbs.add_stage(self)

    def rename_stage(self: WallView, stage_id: str | None = None) -> None:
        verbs.rename_stage(self, stage_id)

    def move_selected(self: WallView, direction: str) -> None:
        """Move the selected cards "left", "right" (to the next stage), "up" or "down" (within their cell)."""
        verbs.move_selected(self, direction)
