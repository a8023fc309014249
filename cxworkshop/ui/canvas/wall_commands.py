"""What the window's commands may ask of the wall: its public verbs, each one line to who does it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from cxworkshop.ui.canvas import entering, keys, link_verbs, looking, moving, verbs

if TYPE_CHECKING:
    from cxworkshop.ui.canvas.wall_view import WallView


class WallCommands:
    """The part of WallView that menus, shortcuts and the command palette call."""

    @property
    def _wall(self) -> WallView:
        return cast("WallView", self)

    def zoom_in(self) -> None:
        looking.step(self._wall, 1)

    def zoom_out(self) -> None:
        looking.step(self._wall, -1)

    def zoom_to_100(self) -> None:
        looking.set_zoom(self._wall, 1.0)

    def zoom_to_fit(self) -> None:
        looking.fit(self._wall)

    def zoom_to_selection(self) -> None:
        looking.fit_selection(self._wall)

    def zoom_to_lane(self, lane: str | None = None) -> None:
        """This lane from the first stage to the last; None: the lane of the selection, or the one in the middle."""
        looking.fit_lane(self._wall, lane)

    def reveal(self, card_id: str) -> None:
        """Scroll as little as needed to see the card; turns to its journey."""
        looking.reveal(self._wall, card_id)

    def edit_selected(self) -> None:
        verbs.edit_selected(self._wall)

    def start_link(self) -> None:
        verbs.start_link(self._wall)

    def add_card(self, kind: str) -> str | None:
        """A new card where one is working, its title open; its id, None when it was refused."""
        return verbs.add_card(self._wall, kind)

    def add_below(self) -> None:
        verbs.add_below(self._wall)

    def add_in_next_lane(self, *, back: bool = False) -> None:
        """A new card one lane further from the customer (`back`: nearer), linked with the selected one."""
        entering.add_in_next_lane(self._wall, back=back)

    def open_menu(self) -> None:
        """The context menu of what is selected."""
        keys.open_menu(self._wall)

    def delete_selected(self) -> None:
        verbs.delete_selected(self._wall)

    def duplicate_selected(self) -> None:
        verbs.duplicate_selected(self._wall)

    def select_all(self) -> None:
        self._wall.room.select(self._wall.picture.boxes)

    def walk_links(self, by: int) -> None:
        """Select the next (`by` 1) or the previous (-1) link of the selected card."""
        link_verbs.walk(self._wall, by)

    def clear_selection(self) -> None:
        if link_verbs.taken(self._wall) is not None:
            link_verbs.take(self._wall, None)
        self._wall.room.select(())

    def copy(self) -> None:
        verbs.copy(self._wall)

    def cut(self) -> None:
        verbs.cut(self._wall)

    def paste(self) -> None:
        verbs.paste(self._wall)

    def add_stage(self) -> None:
        """A new stage after the one at hand, or at the end."""
        verbs.add_next_stage(self._wall)

    def rename_stage(self, stage_id: str | None = None) -> None:
        verbs.rename_stage(self._wall, stage_id)

    def move_selected(self, direction: str) -> None:
        """Move the selected cards "left", "right" (to the next stage), "up" or "down" (within their cell)."""
        moving.move_selected(self._wall, direction)
