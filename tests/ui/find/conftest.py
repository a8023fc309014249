"""The facilitator's window, as in tests/ui/window, with its find bar."""

from __future__ import annotations

import pytest

from cxworkshop.ui.find.bar import FindBar
from cxworkshop.ui.main_window import MainWindow
from tests.ui.window.conftest import keyboard, open_window, settings, window

__all__ = ["bar", "keyboard", "open_window", "settings", "window"]


@pytest.fixture
def bar(window: MainWindow) -> FindBar:
    """The bar of the window, still hidden."""
    return window.workspace.find_bar
