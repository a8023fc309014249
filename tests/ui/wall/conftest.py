"""The facilitator's window for tests of the wall that need its shortcuts."""

from __future__ import annotations

from tests.ui.window.conftest import keyboard, open_window, settings, window

__all__ = ["keyboard", "open_window", "settings", "window"]
