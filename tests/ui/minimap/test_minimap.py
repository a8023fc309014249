"""The small map as a user has it: it shows where one looks, it is dragged, it goes away where it is of no use."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from cxworkshop.model.boxes import Rect
from cxworkshop.ui.canvas.camera import Camera
from cxworkshop.ui.minimap.scaling import HIGHEST, WIDEST, Scaling, scroll_to_centre
from tests.ui.window.conftest import settle

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def small(window):
    """The small map of a wall that does not fit."""
    window.wall.set_zoom(1.0)
    window.workspace.minimap.toggle()
    settle()
    return window.workspace.minimap


def test_it_is_not_there_until_it_is_wanted(window):
    window.wall.set_zoom(1.0)
    settle()
    assert not window.workspace.minimap.isVisible()


@pytest.mark.parametrize("size", [(1600, 1400), (900, 24000), (30000, 800)])
def test_the_map_stays_in_its_corner_and_leads_back_to_the_wall(size):
    scaling = Scaling.of(*size)
    assert scaling.width <= WIDEST + 1 and scaling.height <= HIGHEST + 1
    x, y, _, _ = scaling.to_map(Rect(700.0, 500.0, 10.0, 10.0))
    assert scaling.to_wall(x, y) == pytest.approx((700.0, 500.0))


def test_scrolling_to_a_point_puts_it_in_the_middle():
    camera = Camera(1.5, 0, 0, 900, 700)
    camera.x, camera.y = scroll_to_centre(camera, 2000.0, 1500.0)
    assert camera.seen.centre == pytest.approx((2000.0, 1500.0), abs=1)


def test_it_lies_in_the_corner_of_the_wall(window, small):
    wall = window.wall.viewport()
    corner = wall.mapFromGlobal(small.mapToGlobal(small.rect().bottomRight()))
    assert small.isVisible() and wall.rect().contains(corner)
    assert wall.width() - corner.x() < 20 and wall.height() - corner.y() < 20


def test_it_hides_where_the_whole_wall_shows_and_comes_back(window, small):
    window.wall.set_zoom(0.1)
    settle()
    assert not small.isVisible()
    window.wall.set_zoom(1.0)
    settle()
    assert small.isVisible()


def test_the_frame_follows_the_wall(window, small):
    before = small.frame()
    window.wall.scroll_to(200, 150)
    moved = small.frame().topLeft() - before.topLeft()
    assert moved.x() == pytest.approx(200 * small.scaling.scale, abs=0.1) and moved.y() > 0


def test_a_press_looks_there_and_a_drag_of_the_frame_takes_the_wall_along(window, small):
    camera, layout = window.wall.camera, window.wall.picture.layout
    far = small.scaling.to_map(Rect(layout.width, layout.height, 0, 0))
    QTest.mouseClick(small, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(round(far.x) - 2, round(far.y) - 2))
    assert camera.seen.right >= layout.width - 1 and camera.seen.bottom >= layout.height - 1
    middle = small.frame().center()
    start, end = (middle + QPointF(2, 2)).toPoint(), (middle + QPointF(-18, 2)).toPoint()
    before = camera.seen.x
    QTest.mousePress(small, LEFT, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(small, end)
    QTest.mouseRelease(small, LEFT, Qt.KeyboardModifier.NoModifier, end)
    settle()
    assert before - camera.seen.x == pytest.approx(20 / small.scaling.scale, rel=0.4)


def test_a_key_switches_it_off_for_good_and_on_again(window, small, keyboard, settings):
    window.wall.setFocus()
    keyboard.press(Qt.Key.Key_M, "m")
    assert not small.isVisible() and not settings.is_on("minimap")
    window.wall.set_zoom(1.5)
    settle()
    assert not small.isVisible()
    keyboard.press(Qt.Key.Key_M, "m")
    assert small.isVisible() and window.commands.by_id["minimap"].isChecked()


def test_kinds_have_their_colours_and_a_search_fades_the_rest(window, small):
    box = window.wall.picture.boxes[window.room.board.of_kind("need")[0].id]
    x, y, wide, high = small.scaling.to_map(box.rect)
    window.wall.scroll_to(10_000, 10_000)
    spot = QPoint(round(x + wide / 2), round(y + high / 2))
    before = small.grab().toImage().pixelColor(spot)
    window.wall.show_found(frozenset())
    after = small.grab().toImage().pixelColor(spot)
    assert after.lightness() > before.lightness() + 20
