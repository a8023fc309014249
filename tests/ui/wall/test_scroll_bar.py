"""The wall's own scroll bars show where one is, in the colours of the theme."""

from cxworkshop.ui.theme import themes


def test_the_handle_is_painted_where_the_style_says_it_can_be_taken(wall):
    wall.set_zoom(4.0)
    bar = wall.verticalScrollBar()
    assert bar.maximum() > 0
    bar.setValue(bar.maximum() // 2)
    image = bar.grab().toImage()
    handle = bar.handle()
    assert image.pixelColor(handle.center()) == themes.current.colour("strong_line")
    assert image.pixelColor(handle.center().x(), handle.top() - 8) == themes.current.colour("ground")
