"""One page of a scroll area for another: the old one goes when nobody is in the middle of pressing something on it."""

from __future__ import annotations

from PySide6.QtWidgets import QScrollArea, QWidget


def exchange(area: QScrollArea, page: QWidget) -> None:
    """Show `page`. QScrollArea.setWidget alone destroys the old page at once, and Qt falls over when that happens
    while a press on one of its fields is still being delivered."""
    old = area.takeWidget()
    area.setWidget(page)
    if old is not None:
        old.hide()
        old.deleteLater()
