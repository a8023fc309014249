"""The window's own small parts: what they write is never cut off."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QStyle, QStyleOptionComboBox

from cxworkshop.ui.parts.combo import Combo
from tests.ui.window.conftest import settle

LONG = "A choice longer than there is room for, as titles of cards are"


@pytest.mark.parametrize("width", [60, 120, 200, 330, 600])
def test_a_choice_with_too_little_room_ends_in_an_ellipsis_and_is_never_cut_off(qtbot, open_window, width):
    open_window(None)  # the application dressed as it is
    combo = Combo()
    qtbot.addWidget(combo)
    combo.fill([(LONG, 1), ("short", 2)], 1)
    combo.setFixedWidth(width)
    combo.show()
    settle()
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    parts = QStyle.SubControl.SC_ComboBoxEditField
    field = combo.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, parts, combo)
    shown = combo.shown_text()
    assert combo.fontMetrics().horizontalAdvance(shown) <= max(field.width(), 0)
    assert shown == LONG or (width < 600 and shown.endswith("…"))
    assert combo.grab().toImage().width() == width
