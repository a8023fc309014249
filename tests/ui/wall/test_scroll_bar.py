"""The wall's scroll bars paint their handle themselves, and the mouse takes it where it is painted."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStyle, QStyleOptionSlider

from cxworkshop.ui.canvas.scroll_bar import ScrollBar


def where_the_style_has_it(bar):
    option = QStyleOptionSlider()
    bar.initStyleOption(option)
    part = QStyle.SubControl.SC_ScrollBarSlider
    return bar.style().subControlRect(QStyle.ComplexControl.CC_ScrollBar, option, part, bar)


@pytest.mark.parametrize("orientation", list(Qt.Orientation))
def test_the_handle_is_painted_where_the_mouse_takes_it(orientation):
    bar = ScrollBar(orientation)
    for length in (61, 480, 1333):
        bar.resize(*((length, 10) if orientation == Qt.Orientation.Horizontal else (10, length)))
        for most in (0, 7, 900, 60_000):
            bar.setRange(0, most)
            bar.setPageStep(length)
            for value in (0, most // 3, most // 2, most):
                bar.setValue(value)
                assert bar.handle() == where_the_style_has_it(bar), (length, most, value)
