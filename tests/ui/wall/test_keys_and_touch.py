"""Keys the twins do not cover (Home, End, the Russian layout, F6), a visible focus, refusals, fingers, names."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from cxworkshop.ui.canvas import touch
from cxworkshop.ui.canvas.reading import Reading
from tests.ui.window.conftest import settle

ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
DE = 0x414  # the Cyrillic letter on the key of L, as Qt names it


# Going about


def test_home_and_end_go_to_the_first_and_last_card_of_the_lane(room, wall, hand):
    lane = Reading(wall.picture.layout).lane_of("n1")
    room.select(["n1"])
    hand.key(Qt.Key.Key_End)
    assert room.selection == (lane[-1],)
    hand.key(Qt.Key.Key_Home)
    assert room.selection == (lane[0],)
    hand.key(Qt.Key.Key_End, SHIFT)
    assert set(room.selection) == set(lane)


def test_ctrl_home_and_end_go_to_the_first_and_last_card_of_the_wall(room, wall, hand):
    cards = Reading(wall.picture.layout).cards
    hand.key(Qt.Key.Key_End, CTRL)
    assert room.selection == (cards[-1],)
    hand.key(Qt.Key.Key_Home, CTRL)
    assert room.selection == (cards[0],)


def test_up_reaches_the_stages_down_comes_back_and_sideways_stays_among_them(room, wall, hand):
    room.select(["t6"])
    hand.key(Qt.Key.Key_Up)
    assert room.selection == ("s6",)
    hand.key(Qt.Key.Key_Left)
    assert room.selection == ("s5",)
    hand.key(Qt.Key.Key_Down)
    assert room.selection == ("t5",)
    hand.key(Qt.Key.Key_Home)
    room.select(["s3"])
    hand.key(Qt.Key.Key_End)
    assert room.selection == ("s6",)


def test_every_card_and_stage_is_reached_by_arrows_alone(room, wall, hand):
    reached, waiting = set(), [Reading(wall.picture.layout).cards[0]]
    while waiting:
        here = waiting.pop()
        if here in reached:
            continue
        reached.add(here)
        for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            room.select([here])
            hand.key(key)
            waiting += [own for own in room.selection if own not in reached]
    assert reached == {*wall.picture.boxes, *Reading(wall.picture.layout).stages}


def test_shift_and_an_arrow_go_on_from_a_stage_to_cards(room, wall, hand):
    room.select(["s3"])
    hand.key(Qt.Key.Key_Down, SHIFT)
    assert room.selection[0] == "s3" and room.selection[1] in wall.picture.boxes


def test_a_stage_moved_by_keys_stops_at_the_ends(room, hand, wall):
    room.select(["s1"])
    before = room.board.snapshot()
    wall.move_selected("left")
    assert room.board.snapshot() == before


# Focus


def test_whoever_works_with_keys_sees_where_they_are(room, wall, hand):
    corner = QPoint(1, wall.viewport().height() // 2)
    plain = hand.colour(corner)
    hand.key(Qt.Key.Key_Escape)
    assert hand.colour(corner) == wall.ink.focus
    room.select(["n1"])
    assert hand.colour(corner) == plain
    room.select([])
    hand.click(hand.cell("s1", "problems"))
    assert hand.colour(corner) == plain, "the mouse shows itself where it is"


# Linking by keys


def test_the_card_to_link_with_is_found_though_typed_in_the_wrong_layout(open_room, open_wall, hand_on):
    room = open_room("ru")
    wall = open_wall(room)
    hand = hand_on(wall)
    room.select(["v1"])
    wall.start_link()
    target = next(card for card in wall.picker._fitting if card.kind == "need")
    from cxworkshop.ui.keyboard import in_other_layout

    hand.type(in_other_layout(target.title.split()[0]))
    assert wall.picker.chosen is not None
    assert target.title.split()[0].casefold() in room.board.card(wall.picker.chosen).title.casefold()
    hand.key(Qt.Key.Key_Escape)


def test_the_card_to_link_with_is_found_though_a_letter_is_wrong(room, wall, hand):
    room.select(["v2"])
    wall.start_link()
    hand.type("knwo waht")
    assert wall.picker.chosen == "n4"
    hand.key(Qt.Key.Key_Escape)


def test_arrows_choose_the_card_to_link_with_on_the_wall_and_the_choice_is_said(room, wall, hand):
    said = []
    wall.hint_changed.connect(said.append)
    room.select(["v1"])
    wall.start_link()
    first = wall.picker.chosen
    hand.key(Qt.Key.Key_Left)
    assert wall.picker.chosen not in (None, first)
    assert wall.picture.rect(wall.picker.chosen).x < wall.picture.rect(first).x
    assert "satisfies" in said[-1] or "creates" in said[-1] or "“" in said[-1]
    hand.key(Qt.Key.Key_Escape)


def test_l_on_the_russian_layout_links(window, keyboard):
    window.the_room.select(["v1"])
    window.wall.setFocus()
    keyboard.press(DE, "д")
    assert window.wall.picker is not None
    window.wall.picker.dismiss()


# The window


def test_f6_walks_all_parts_of_the_window_and_back(window, keyboard):
    window.wall.setFocus()
    window.the_room.select(["n1"])
    settle()
    seen = []
    for _ in range(7):
        keyboard.press(Qt.Key.Key_F6)
        seen.append(QApplication.focusWidget())
    assert seen[-1] is window.wall, "once round"
    assert len(set(seen)) == 7
    keyboard.press(Qt.Key.Key_F6, modifiers=SHIFT)
    assert window.workspace.views.bar.isAncestorOf(QApplication.focusWidget())


def test_tab_in_an_open_title_types_on_in_the_next_lane_linked(window, keyboard):
    room = window.the_room
    room.select(["n1"])
    window.wall.setFocus()
    window.wall.edit_selected()
    keyboard.press(Qt.Key.Key_Tab)
    editor = window.wall.editor
    assert editor is not None
    made = room.board.card(editor.card_id)
    assert made.kind == "value" and [need.id for need in room.board.targets(made.id, "satisfies")] == ["n1"]
    keyboard.press(Qt.Key.Key_Tab)
    assert window.wall.editor is None and made.id not in room.board.cards, "an empty title only closes"


def test_tab_beside_the_wall_walks_on_and_makes_no_card(window, keyboard):
    window.the_room.select(["n1"])
    window.wall.setFocus()
    keyboard.press(Qt.Key.Key_F6, modifiers=SHIFT)
    count, here = len(window.the_room.board.cards), QApplication.focusWidget()
    keyboard.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not here
    keyboard.press(Qt.Key.Key_Backtab, modifiers=SHIFT)
    assert len(window.the_room.board.cards) == count


def test_everything_the_keyboard_reaches_in_the_window_has_a_name(window):
    window.the_room.select(["n1"])
    settle()
    silent = []
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            part = QAccessible.queryAccessibleInterface(widget)
            if part is None or not part.text(QAccessible.Text.Name):
                silent.append(f"{type(widget).__name__} {widget.objectName()} in {type(widget.parent()).__name__}")
    assert silent == []


# Refusals


def test_a_refusal_shakes_the_card_and_leaves_it_where_it_was(room, wall, hand):
    wall.animated = True
    rect = wall.picture.rect("n2")
    wall.flash("n2")
    assert wall.shake.runs
    QTest.qWait(90)
    assert wall.shake.offset != 0
    QTest.qWait(500)
    assert not wall.shake.runs and wall.shake.offset == 0
    assert wall.picture.rect("n2") == rect


def test_where_nothing_may_move_the_frame_alone_says_it(wall, hand):
    wall.flash("n2")
    assert not wall.shake.runs
    corner = hand.at("n2", 0.5, 0.0) - QPoint(0, 3)
    assert hand.colour(corner) == wall.ink.bad


# Fingers


class Fingers:
    """Fingers on a touch screen: each step gives where every finger is."""

    def __init__(self, wall) -> None:
        self._device = QTest.createTouchDevice()
        self._at = wall.viewport()

    def _do(self, what: str, *places: QPoint) -> None:
        event = QTest.touchEvent(self._at, self._device)
        for number, place in enumerate(places):
            getattr(event, what)(number, place, self._at)
        event.commit()
        QApplication.processEvents()

    def press(self, *places: QPoint) -> None:
        self._do("press", *places)

    def move(self, *places: QPoint) -> None:
        self._do("move", *places)

    def release(self, *places: QPoint) -> None:
        self._do("release", *places)


@pytest.fixture
def fingers(wall):
    return Fingers(wall)


def test_a_long_press_of_a_finger_opens_the_menu(room, wall, hand, fingers):
    fingers.press(hand.at("t1"))
    assert wall.long_press.waits
    QTest.qWait(touch.LONG + 150)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    assert room.selection == ("t1",)
    menu.close()
    fingers.release(hand.at("t1"))


def test_a_finger_that_moves_drags_and_opens_no_menu(room, wall, hand, fingers):
    at, to = hand.at("t1"), hand.cell("s2", "touchpoints")
    fingers.press(at)
    fingers.move(at + QPoint(60, 0))
    assert not wall.long_press.waits
    fingers.move(to)
    fingers.release(to)
    assert QApplication.activePopupWidget() is None
    assert room.board.card("t1").stage == "s2"


def test_two_fingers_pan_and_pinch(wall, fingers):
    wall.resize(600, 500)
    QApplication.processEvents()
    wall.scroll_to(100, 100)
    one, other = QPoint(300, 200), QPoint(300, 300)
    fingers.press(one, other)
    for step in range(1, 6):
        fingers.move(one - QPoint(10 * step, 0), other - QPoint(10 * step, 0))
    assert wall.camera.x > 120
    zoom = wall.zoom
    for step in range(1, 6):
        fingers.move(one - QPoint(50, 10 * step), other - QPoint(50, -10 * step))
    assert wall.zoom > zoom
    fingers.release(one, other)
