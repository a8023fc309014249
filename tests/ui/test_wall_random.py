"""Random hands on two walls of one room: what is laid out is what is on the board; undo of everything empties it."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu

from cxworkshop.analysis.guests import guests
from cxworkshop.model.layout import lay_out
from cxworkshop.ui import fonts

KINDS = ("persona", "touchpoint", "problem", "need", "value", "process", "improvement", "note")
STEPS = 60


def any_point(wall, rnd):
    return QPoint(rnd.randrange(1, wall.camera.width), rnd.randrange(1, wall.camera.height))


def any_card(wall, hand, rnd):
    card = rnd.choice(list(wall.picture.boxes))
    wall.reveal(card)
    return hand.at(card, rnd.random(), rnd.random())


def one_gesture(room, wall, hand, rnd):
    what = rnd.randrange(12)
    if what == 0:
        hand.drag(any_card(wall, hand, rnd), any_point(wall, rnd))
    elif what == 1:
        hand.drag(any_card(wall, hand, rnd), any_card(wall, hand, rnd))
    elif what == 2:
        hand.drop(hand.palette(rnd.choice(KINDS)), any_point(wall, rnd))
        hand.key(rnd.choice([Qt.Key.Key_Return, Qt.Key.Key_Escape]))
    elif what == 3:
        start = any_card(wall, hand, rnd)
        hand.press(start)
        hand.drag_over(start, any_point(wall, rnd))
        hand.key(Qt.Key.Key_Escape)
        hand.release(start)
    elif what == 4:
        hand.drag(any_point(wall, rnd), any_point(wall, rnd))
    elif what == 5:
        hand.click(any_card(wall, hand, rnd))
        wall.delete_selected()
    elif what == 6:
        wall.duplicate_selected()
    elif what == 7 and room.document.undo_depth > 1:
        room.undo()
    elif what == 8:
        room.redo()
    elif what == 9:
        wall.set_zoom(rnd.choice([0.2, 0.4, 1.0, 1.7]))
    elif what == 10:
        wall.move_selected(rnd.choice(["left", "right", "up", "down"]))
    else:
        hand.double_click(any_point(wall, rnd))
        if wall.editor is not None:
            hand.type("ы")
            hand.key(Qt.Key.Key_Return)
    popup = QApplication.activePopupWidget()
    if isinstance(popup, QMenu):
        popup.actions()[0].trigger()
        popup.close()


def check(room, wall):
    board = room.board
    visiting = guests(board, room.map(), room.journey)
    wanted = lay_out(board, room.journey, room.depths(), fonts.title_width, visiting)
    assert wall.picture.layout == wanted
    assert wall.picture.moved == {}
    assert wall.look.hidden == frozenset()
    assert set(wall.look.selection) <= board.cards.keys()
    for card, box in wall.picture.boxes.items():
        x, y = box.rect.centre
        assert wall.picture.card_at(x, y) == card


@pytest.mark.parametrize("seed", range(4))
def test_what_is_laid_out_is_what_is_on_the_board(open_room, open_wall, hand_on, seed):
    rnd = random.Random(seed)
    room = open_room("ru")
    wall, other = open_wall(room, 1300, 900), open_wall(room, 900, 700)
    hand, before = hand_on(wall), room.board.snapshot()
    for _ in range(STEPS):
        if not wall.picture.boxes:
            break
        one_gesture(room, wall, hand, rnd)
        check(room, wall)
        assert other.picture.layout == wall.picture.layout
    QApplication.processEvents()
    while room.document.undo_depth > 1:
        room.undo()
    check(room, wall)
    assert room.board.snapshot() == before
    room.undo()
    assert wall.picture.boxes == {} and other.picture.boxes == {}
    assert wall.invitation is not None
