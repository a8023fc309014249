"""What becomes of a gesture when something comes between: a lost button, another button, another window, a change from
elsewhere, the edge of the wall. And what is looked at while the wall is laid out anew."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QDragMoveEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxworkshop.actions import cards, journeys
from cxworkshop.ui.canvas.gestures import DragCards, DrawLink, Pan, ReorderStage, RubberBand

LEFT, RIGHT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton
NONE = Qt.KeyboardModifier.NoModifier


def send(wall, what, at, button, buttons):
    where = QPointF(wall.viewport().mapToGlobal(at))
    QApplication.sendEvent(wall.viewport(), QMouseEvent(what, QPointF(at), where, button, buttons, NONE))


@pytest.fixture
def dragged(room, wall, hand):
    """t1 is being dragged, the pointer is over the third stage."""
    hand.press(hand.at("t1"))
    hand.drag_over(hand.at("t1"), hand.cell("s3", "touchpoints"))
    assert isinstance(wall.gesture, DragCards)
    return hand.cell("s3", "touchpoints")


# Something comes between


def test_a_button_let_go_where_nobody_told_us_ends_the_drag_and_moves_nothing(room, wall, hand, dragged):
    before = room.board.snapshot()
    hand.hover(hand.cell("s4", "touchpoints"))
    assert wall.gesture is None and wall.look.hidden == frozenset()
    assert room.board.snapshot() == before


@pytest.mark.parametrize("button", [RIGHT, MIDDLE])
def test_another_button_while_one_drags_does_nothing(room, wall, hand, dragged, button):
    before, selection = room.board.snapshot(), room.selection
    send(wall, QEvent.Type.MouseButtonPress, dragged, button, LEFT | button)
    send(wall, QEvent.Type.MouseButtonRelease, dragged, button, LEFT)
    assert isinstance(wall.gesture, DragCards), "the left button still holds the card"
    assert (room.board.snapshot(), room.selection) == (before, selection)
    assert QApplication.activePopupWidget() is None
    hand.release(dragged)
    assert room.board.card("t1").stage == "s3"


def test_another_window_that_comes_to_the_front_ends_the_drag(room, wall, hand, dragged):
    before = room.board.snapshot()
    QApplication.sendEvent(wall, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason))
    assert wall.gesture is None
    hand.release(dragged)
    assert room.board.snapshot() == before


def test_space_held_while_another_window_comes_leaves_no_hand_behind(wall):
    QApplication.sendEvent(wall, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, NONE))
    assert wall.viewport().cursor().shape() == Qt.CursorShape.OpenHandCursor
    wall.clearFocus()
    assert wall.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor


def test_a_key_that_opens_a_title_ends_the_drag(room, wall, dragged):
    wall.edit_selected()
    assert wall.gesture is None and wall.editor is not None


def test_undo_during_a_drag_ends_it(room, wall, hand):
    room.do(lambda board: cards.edit(board, "n1", title="Else"))
    hand.press(hand.at("t1"))
    hand.drag_over(hand.at("t1"), hand.cell("s3", "touchpoints"))
    room.undo()
    assert wall.gesture is None
    hand.release(hand.cell("s3", "touchpoints"))
    assert room.board.card("t1").stage == "s1"


def test_a_card_let_go_beside_the_wall_stays_where_it_was(room, wall, hand):
    before = room.board.snapshot()
    hand.drag(hand.at("t1"), QPoint(wall.viewport().width() + 40, 300))
    hand.drag(hand.stage("s1"), QPoint(hand.stage("s4").x(), -60))
    assert room.board.snapshot() == before


# A change from elsewhere: somebody in the room sends a thought from a phone


def thought(room):
    return room.do(lambda board: cards.add_many(board, "touchpoint", ["One", "Two", "Three"], "s1"))


def test_a_drag_goes_on_and_the_card_stays_under_the_pointer(room, wall, hand, dragged):
    held = wall.gesture._rect("t1")
    on_screen = wall.camera.rect_to_screen(held)
    thought(room)
    assert isinstance(wall.gesture, DragCards)
    now = wall.camera.rect_to_screen(wall.gesture._rect("t1"))
    assert (now.x, now.y) == pytest.approx((on_screen.x, on_screen.y), abs=1.0)
    assert wall.look.hidden == {"t1"}
    wall.viewport().repaint()
    hand.release(dragged)
    assert room.board.card("t1").stage == "s3"
    assert wall.look.hidden == frozenset() and wall.picture.moved == {}


def test_a_drag_of_many_goes_on_without_those_that_are_gone(room, wall, hand):
    wall.select_all()
    hand.press(hand.at("t1"))
    hand.drag_over(hand.at("t1"), hand.cell("s3", "touchpoints"))
    room.do(lambda board: cards.delete(board, ["n1"]))
    wall.viewport().repaint()
    assert isinstance(wall.gesture, DragCards)
    hand.release(hand.cell("s3", "touchpoints"))
    assert room.board.card("t1").stage == "s3"


def test_a_link_being_drawn_goes_on(room, wall, hand):
    hand.click(hand.at("v2"))
    handle = hand.at("v2", 0.5, 0.0) - QPoint(0, 4)
    hand.press(handle)
    hand.drag_over(handle, hand.at("n4"))
    assert isinstance(wall.gesture, DrawLink)
    thought(room)
    assert isinstance(wall.gesture, DrawLink)
    hand.release(hand.at("n4"))
    assert [need.id for need in room.board.targets("v2", "satisfies")][-1] == "n4"


@pytest.mark.parametrize("gesture", [RubberBand, ReorderStage, Pan])
def test_other_gestures_go_on_too(room, wall, hand, gesture):
    start = hand.stage("s1") if gesture is ReorderStage else hand.cell("s3", "problems")
    button = MIDDLE if gesture is Pan else LEFT
    hand.press(start, button=button)
    hand.drag_over(start, start + QPoint(40, 30), button=button)
    thought(room)
    assert isinstance(wall.gesture, gesture)
    wall.viewport().repaint()
    wall.cancel_gesture()


def test_a_drag_ends_when_its_stage_is_deleted_under_it(room, wall, hand):
    hand.press(hand.stage("s1"))
    hand.drag_over(hand.stage("s1"), hand.stage("s3"))
    room.do(lambda board: cards.delete(board, ["s1"]))
    assert wall.gesture is None
    hand.release(hand.stage("s3"))


def test_a_press_not_yet_a_drag_becomes_one_after_the_change(room, wall, hand):
    at = hand.at("t1")
    hand.press(at)
    room.do(lambda board: cards.edit(board, "n1", title="Else"))
    hand.drag_over(at, hand.cell("s3", "touchpoints"))
    hand.release(hand.cell("s3", "touchpoints"))
    assert room.board.card("t1").stage == "s3"


# The edge


def test_a_drag_far_beyond_the_edge_scrolls_by_itself(room, wall, hand):
    wall.resize(700, 600)
    QApplication.processEvents()
    hand.press(hand.at("t1"))
    hand.drag_over(hand.at("t1"), QPoint(wall.body().right() + 200, 300))
    QTest.qWait(200)
    assert wall.camera.x > 0
    hand.key(Qt.Key.Key_Escape)


def test_a_kind_carried_to_the_edge_scrolls_but_not_while_it_comes_in_over_it(wall, hand):
    wall.resize(700, 600)
    QApplication.processEvents()
    wall.scroll_to(200, 0)
    data, left = hand.palette("need"), QPoint(wall.body().left() + 3, 300)

    def carry(at):
        QApplication.sendEvent(wall.viewport(), QDragMoveEvent(at, Qt.DropAction.CopyAction, data, LEFT, NONE))

    hand.carry(data, left)
    QTest.qWait(120)
    assert wall.camera.x == 200, "it comes from the palette on the left"
    carry(QPoint(400, 300))
    carry(left)
    QTest.qWait(120)
    assert wall.camera.x < 200
    hand.leave()


# What is looked at stays


def under_pointer(wall, at):
    return wall.picture.card_at(*wall.camera.to_wall(at.x(), at.y()))


def test_the_card_under_the_pointer_stays_there_while_lanes_above_it_grow(room, wall, hand):
    wall.resize(700, 500)
    QApplication.processEvents()
    wall.reveal("v1")
    at = hand.at("v1")
    hand.hover(at)
    room.do(lambda board: cards.add_many(board, "touchpoint", list("abcdef"), "s5"))
    assert under_pointer(wall, at) == "v1"
    room.undo()
    assert under_pointer(wall, at) == "v1"


def test_a_stage_put_in_before_leaves_the_card_under_the_pointer(room, wall, hand):
    wall.resize(700, 500)
    QApplication.processEvents()
    wall.reveal("n1")
    at = hand.at("n1")
    hand.hover(at)
    room.do(lambda board: journeys.add_stage(board, "j1", "Dreaming", "s1"))
    assert under_pointer(wall, at) == "n1"


def test_for_who_works_with_keys_the_selected_card_stays(room, wall, hand):
    wall.resize(700, 500)
    QApplication.processEvents()
    room.select(["n3"])
    hand.key(Qt.Key.Key_Up)
    place = hand.at(room.selection[0])
    room.do(lambda board: cards.add_many(board, "touchpoint", list("abcdef"), "s5"))
    assert (hand.at(room.selection[0]) - place).manhattanLength() <= 1


def test_a_card_somebody_moves_away_does_not_take_the_wall_along(room, wall, hand):
    wall.resize(700, 500)
    QApplication.processEvents()
    wall.reveal("n1")
    hand.hover(hand.at("n1"))
    place = wall.scroll_place()
    room.do(lambda board: cards.move(board, ["n1"], "s6"))
    assert wall.scroll_place().x() == place.x()


def test_what_did_not_move_on_the_wall_glides_where_the_wall_was_scrolled(room, wall, hand):
    wall.resize(700, 500)
    QApplication.processEvents()
    wall.reveal("v1")
    hand.hover(hand.at("v1"))
    wall.animated = True
    before = hand.at("n1")
    room.do(lambda board: cards.add_many(board, "need", list("abc"), "s5"))
    wall.glide._at(0.0)
    assert (hand.at("n1") - before).manhattanLength() <= 1, "the first frame is where it was seen"
    wall.glide.stop()


def test_a_second_change_begins_where_the_cards_are_seen(room, wall, hand):
    wall.animated = True
    room.do(lambda board: cards.move(board, ["t1"], "s5"))
    wall.glide._at(0.5)
    halfway = wall.picture.rect("t1")
    room.do(lambda board: cards.move(board, ["t1"], "s2"))
    wall.glide._at(0.0)
    assert wall.picture.rect("t1") == halfway
    wall.glide.stop()
