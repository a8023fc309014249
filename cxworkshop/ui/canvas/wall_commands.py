"""What the window's commands may ask of the wall: its public verbs, each one line to who does it."""

from __future__ import annotations

from cxworkshop.ui.canvas import entering, keys, link_verbs, looking, moving, verbs
from cxworkshop.ui.canvas.wall import Wall


class WallCommands(Wall):
    """The part of WallView that menus, shortcuts and the command palette call."""

    def zoom_in(self) -> None:
        looking.step(self, 1)

    def zoom_out(self) -> None:
        looking.step(self, -1)

    def zoom_to_100(self) -> None:
        looking.set_zoom(self, 1.0)

    def zoom_to_fit(self) -> None:
        looking.fit(self)

    def zoom_to_selection(self) -> None:
        looking.fit_selection(self)

    def zoom_to_lane(self, lane: str | None = None) -> None:
        """This lane from the first stage to the last; None: the lane of the selection, or the one in the middle."""
        looking.fit_lane(self, lane)

    def reveal(self, card_id: str) -> None:
        """Scroll as little as needed to see the card; turns to its journey."""
        looking.reveal(self, card_id)

    def edit_selected(self) -> None:
        verbs.edit_selected(self)

    def start_link(self) -> None:
        verbs.start_link(self)

    def add_card(self, kind: str) -> str | None:
        """A new card where one is working, its title open; its id, None when it was refused."""
        return verbs.add_card(self, kind)

    def add_below(self) -> None:
        verbs.add_below(self)

    def add_in_next_lane(self, *, back: bool = False) -> None:
        entering.add_in_next_lane(self, back=back)

    def open_menu(self) -> None:
        """The context menu of what is selected."""
        keys.open_menu(self)

    def delete_selected(self) -> None:
        verbs.delete_selected(self)

    def duplicate_selected(self) -> None:
        verbs.duplicate_selected(self)

    def select_all(self) -> None:
        verbs.select_all(self)

    def walk_links(self, by: int) -> None:
        """Select the next (`by` 1) or the previous (-1) link of the selected card."""
        link_verbs.walk(self, by)

    def clear_selection(self) -> None:
        verbs.clear_selection(self)

    def copy(self) -> None:
        verbs.copy(self)

    def cut(self) -> None:
        verbs.cut(self)

    def paste(self) -> None:
        verbs.paste(self)

    def add_stage(self) -> None:
        """A new stage after the one at hand, or at the end."""
        verbs.add_next_stage(self)

    def rename_stage(self, stage_id: str | None = None) -> None:
        verbs.rename_stage(self, stage_id)

    def move_selected(self, direction: str) -> None:
        """Move the selected cards "left", "right" (to the next stage), "up" or "down" (within their cell)."""
        moving.move_selected(self, direction)
