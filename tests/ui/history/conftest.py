"""The facilitator's window, as in tests/ui/window, on an empty workshop with a few changes made in it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from cxworkshop.actions import cards
from cxworkshop.document import Document
from cxworkshop.ui.main_window import MainWindow
from tests.ui.window.conftest import keyboard, open_window, settings, settle, window

__all__ = ["keyboard", "open_window", "settings", "window"]


@pytest.fixture
def worked_in(open_window: Callable[..., MainWindow], tmp_path: Path) -> MainWindow:
    """A window on a workshop in which four needs were added one after another."""
    made = open_window(None)
    made.use(Document.create(tmp_path / "own.cxw", author="Vera", room="Room 2"))
    made.wall.animated = False
    for title in ("One", "Two", "Three", "Four"):
        made.room.do(partial(cards.add, kind="need", title=title))
    settle()
    return made
