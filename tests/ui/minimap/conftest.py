"""The facilitator's window, as in tests/ui/window."""

from tests.ui.window.conftest import keyboard, open_window, settings, window

__all__ = ["keyboard", "open_window", "settings", "window"]
