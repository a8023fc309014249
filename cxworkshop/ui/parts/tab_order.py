"""The order in which Tab walks through widgets: that in which they are laid out, also where some were made later than
others. Knows no workshop."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def tab_by_layout(layout: QLayout) -> None:
    """Let Tab go through everything in a layout and in those inside it, in their order."""
    for one, other in pairwise(_tabbed(layout)):
        QWidget.setTabOrder(one, other)


def _tabbed(layout: QLayout | None) -> Iterator[QWidget]:
    if layout is None:
        return
    for number in range(layout.count()):
        item = layout.itemAt(number)
        widget = item.widget() if item is not None else None
        if widget is None:
            yield from _tabbed(item.layout() if item is not None else None)
            continue
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget
        yield from _tabbed(widget.layout())
