"""The facilitator's window, as the tests of the window open it."""

from tests.ui.window.conftest import keyboard, open_window, settings

__all__ = ["keyboard", "open_window", "settings"]
