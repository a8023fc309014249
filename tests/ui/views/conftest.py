"""The facilitator's window, as the tests of the window open it."""

from tests.ui.window.conftest import open_window, settings

__all__ = ["open_window", "settings"]
