"""Cards glide to where they now belong; nothing of it is left when they have arrived, or when something interrupts."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint

from cxworkshop.actions import cards, links
from cxworkshop.ui.canvas.glide import MOST, between
from cxworkshop.ui.canvas.paint_wall import paint_body
from cxworkshop.ui.canvas.picture import Picture


@pytest.fixture
def gliding(wall):
    wall.animated = True
    return wall


def test_a_moved_card_glides_and_arrives(gliding, room, qtbot):
    start = gliding.picture.rect("t1")
    room.do(lambda board: cards.move(board, ["t1"], "s5"))
    target = gliding.picture.boxes["t1"].rect
    assert gliding.glide.running
    qtbot.waitUntil(
        lambda: start.x < gliding.picture.rect("t1").x < target.x or not gliding.glide.running, timeout=2000
    )
    qtbot.waitUntil(lambda: not gliding.glide.running, timeout=2000)
    assert gliding.picture.moved == {}
    assert gliding.picture.rect("t1") == target


def test_a_link_lets_a_process_glide_to_its_depth(gliding, room, qtbot):
    room.do(lambda board: links.connect(board, "x9", "v4", "creates"))
    assert gliding.glide.running
    qtbot.waitUntil(lambda: not gliding.glide.running, timeout=2000)
    assert gliding.picture.boxes["x9"].lane == "processes-1"


def test_a_second_change_starts_from_where_the_cards_are_seen(gliding, room):
    room.do(lambda board: cards.move(board, ["t1"], "s5"))
    gliding.glide._at(0.5)
    room.do(lambda board: cards.move(board, ["t2"], "s5"))
    gliding.glide.stop()
    assert gliding.picture.moved == {}


def test_a_press_ends_the_gliding_so_that_nothing_runs_away_under_the_pointer(gliding, room, hand):
    room.do(lambda board: cards.move(board, ["t1"], "s5"))
    hand.press(hand.at("n1"))
    hand.drag_over(hand.at("n1"), hand.at("n1") + QPoint(30, 30))
    assert not gliding.glide.running
    gliding.cancel_gesture()


def test_nothing_glides_where_it_is_turned_off(wall, room):
    room.do(lambda board: cards.move(board, ["t1"], "s5"))
    assert not wall.glide.running
    assert wall.picture.moved == {}


def test_a_glide_goes_straight():
    from cxworkshop.model.boxes import Rect

    assert between(Rect(0, 0, 10, 10), Rect(100, 50, 20, 10), 0.5) == Rect(50, 25, 15, 10)
    assert MOST < 1000


def test_a_picture_is_made_and_painted_without_a_window(room, qapp):
    from PySide6.QtGui import QPainter, QPixmap, QRegion

    from cxworkshop.ui.canvas.camera import Camera
    from cxworkshop.ui.canvas.ink import Ink
    from cxworkshop.ui.canvas.look import Look
    from cxworkshop.ui.theme import LIGHT

    sheet = QPixmap(400, 300)
    painter = QPainter(sheet)
    paint_body(painter, Ink(LIGHT), Picture(room), Look(), Camera(width=400, height=300), QRegion(0, 0, 400, 300))
    painter.end()
    assert len({sheet.toImage().pixel(x, 60) for x in range(0, 400, 3)}) > 3
