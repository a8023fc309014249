"""What a view beside the wall is: its name, its steps, where its page is found. Loads no page before it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cxworkshop.ui.bridge import Room
    from cxworkshop.ui.views.page import Page


@dataclass(frozen=True)
class View:
    """One view. `name` is English, marked; `icon` a file of resources/icons; `steps` the steps of the method it belongs
    to (none: beside the path); `page` its class as "module:Class", the module below ui.views."""

    id: str
    name: str
    icon: str
    steps: tuple[int, ...]
    page: str

    def make(self, room: Room) -> Page:
        """Its page for this room, imported now."""
        module, name = self.page.split(":")
        page: Page = getattr(import_module(f"cxworkshop.ui.views.{module}"), name)(room)
        return page
