"""Keys held down, Esc on what is new, where a new stage comes, what a link would say before it is drawn."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from cxworkshop.actions import links
from cxworkshop.ui.commands import BY_ID, COMMANDS
from tests.ui.window.conftest import settle

NONE = Qt.KeyboardModifier.NoModifier
RETURN, ESCAPE, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab


@pytest.fixture
def said(wall):
    hints: list[str] = []
    wall.hint_changed.connect(hints.append)
    return hints


def stages(room):
    return [own.id for own in room.board.stages("j1")]


# Keys held down


@pytest.mark.parametrize("key", [RETURN, TAB, ESCAPE, Qt.Key.Key_F2])
def test_the_key_that_opened_a_title_does_not_close_it_while_it_is_held(room, wall, key):
    room.select(["n1"])
    wall.add_below()
    for _ in range(5):
        QApplication.sendEvent(QApplication.focusWidget(), QKeyEvent(QEvent.Type.KeyPress, key, NONE, "", True))
    assert wall.editor is not None and wall.editor.hasFocus()
    assert room.document.undo_depth == 2


def test_only_what_may_be_done_again_and_again_repeats(window):
    repeating = {command.id for command in COMMANDS if command.repeats}
    assert repeating == {
        "undo",
        "redo",
        "zoom_in",
        "zoom_out",
        "move_left",
        "move_right",
        "move_up",
        "move_down",
        "lane_up",
        "lane_down",
        "next_link",
        "previous_link",
    }
    for name, action in window.commands.by_id.items():
        assert action.autoRepeat() == BY_ID[name].repeats


# Esc


@pytest.mark.parametrize("add", ["add_below", "add_in_next_lane", "add_stage"])
def test_escape_on_something_new_leads_back_to_where_one_was(room, wall, hand, add):
    room.select(["n1"])
    before = room.board.snapshot()
    getattr(wall, add)()
    hand.key(ESCAPE)
    assert room.selection == ("n1",)
    assert room.board.snapshot() == before


def test_a_press_elsewhere_on_an_empty_new_card_selects_what_was_pressed(room, wall, hand):
    room.select(["n1"])
    wall.add_below()
    hand.click(hand.at("t1"))
    assert room.selection == ("t1",)


# Stages


def test_a_new_stage_by_key_comes_after_the_one_at_hand_and_at_the_end_without_one(room, wall, hand):
    room.select(["n2"])
    wall.add_stage()
    hand.type("Waiting")
    hand.key(RETURN)
    assert room.board.card(stages(room)[2]).title == "Waiting"
    assert stages(room)[1] == "s2"
    room.select([])
    wall.add_stage()
    hand.type("Last")
    hand.key(RETURN)
    assert room.board.card(stages(room)[-1]).title == "Last"


# Links, before they are drawn


def test_a_card_held_over_one_it_is_linked_with_says_so_before_it_is_let_go(room, wall, hand, said):
    links_now = room.board.snapshot()["link"]
    hand.press(hand.at("v2"))
    hand.drag_over(hand.at("v2"), hand.at("n2"))
    assert said[-1] == "These two cards are linked already"
    assert not wall.gesture._landing.fits
    hand.release(hand.at("n2"))
    assert room.board.snapshot()["link"] == links_now


def two_ways(room):
    """A process and a role may be joined by two verbs; on the wall, a touchpoint inside and one outside."""
    from cxworkshop.actions import cards

    room.do(lambda board: cards.add(board, "touchpoint", "Portal", "s8", card_id="inside"))
    assert [own.verb for own in links.sentences(room.board, "inside", "t1")] == ["next", "feeds"]


def test_where_two_verbs_fit_the_hand_is_told_that_there_is_a_choice(room, wall):
    from cxworkshop.ui.canvas import linking

    two_ways(room)
    assert linking.prospect(room.board, "inside", "t1") == (True, "Let go and choose how the two are linked")
    room.do(lambda board: links.connect(board, "inside", "t1", "feeds"))
    assert (
        linking.prospect(room.board, "inside", "t1")[1] == "“Portal” leads to “{}”".format(room.board.card("t1").title)
        or linking.prospect(room.board, "inside", "t1")[0]
    )


def test_the_choice_between_verbs_is_a_menu_and_escape_draws_nothing(room, wall):
    from cxworkshop.ui.canvas import linking

    two_ways(room)
    before = room.board.snapshot()
    assert linking.link(wall, "inside", "t1") is None or room.board.snapshot() == before
    menu = QApplication.activePopupWidget()
    assert len(menu.actions()) == 2
    menu.close()
    assert room.board.snapshot() == before
    linking.link(wall, "inside", "t1")
    menu = QApplication.activePopupWidget()
    menu.actions()[1].trigger()
    menu.close()
    assert [link.verb for link in room.board.links_of("inside")] == ["feeds"]


def test_while_a_line_is_drawn_only_what_it_fits_stands_out(room, wall, hand):
    hand.click(hand.at("n1"))
    lit = wall.look.lighting
    handle = hand.at("n1", 0.5, 1.0) + QPoint(0, 4)
    hand.press(handle)
    hand.drag_over(handle, handle + QPoint(30, 30))
    assert not wall.look.is_faded("v2") and not wall.look.is_faded("t1") and not wall.look.is_faded("n1")
    assert wall.look.is_faded("n2") and wall.look.is_faded("x1"), "needs and processes fit no need"
    hand.key(ESCAPE)
    assert wall.look.found is None and wall.look.lighting == lit
    hand.release(handle)
    hand.drag(handle, hand.at("v2"))
    assert wall.look.found is None and wall.look.lighting is not None


def test_a_line_let_go_in_a_lane_whose_cards_do_not_fit_makes_nothing(room, wall, hand, said):
    before = room.board.snapshot()
    hand.click(hand.at("n1"))
    handle = hand.at("n1", 0.5, 1.0) + QPoint(0, 4)
    hand.press(handle)
    hand.drag_over(handle, hand.cell("s5", "needs"))
    assert said[-1] == "Let go over the card to link with; Esc cancels"
    hand.release(hand.cell("s5", "needs"))
    assert room.board.snapshot() == before and wall.editor is None


def test_a_line_let_go_at_an_empty_place_says_before_what_comes_there(room, wall, hand, said):
    hand.click(hand.at("n1"))
    handle = hand.at("n1", 0.5, 1.0) + QPoint(0, 4)
    hand.press(handle)
    hand.drag_over(handle, hand.cell("s1", "values"))
    assert said[-1].startswith("Value: let go to add it, linked with")
    hand.release(hand.cell("s1", "values"))
    made = wall.editor.card_id
    assert room.board.card(made).stage == "s1"
    assert [need.id for need in room.board.targets(made, "satisfies")] == ["n1"]
    hand.key(ESCAPE)
    assert made not in room.board.cards and room.selection == ("n1",)


# Looking


def test_zooming_by_key_leads_to_the_selected_card(room, wall, hand):
    wall.resize(800, 600)
    settle()
    room.select(["t1"])
    before = hand.at("t1")
    wall.zoom_in()
    assert (hand.at("t1") - before).manhattanLength() <= 2


def test_a_lane_is_shown_whole(room, wall):
    wall.resize(900, 600)
    settle()
    wall.zoom_to_lane("needs")
    lane = wall.picture.layout.lane_box("needs")
    top = wall.camera.to_screen(0, lane.y)[1]
    bottom = wall.camera.to_screen(0, lane.bottom)[1]
    assert wall.camera.top <= top + 1 and bottom <= wall.camera.height + 1
    last = wall.picture.layout.columns[-1]
    assert wall.camera.to_screen(last.right, 0)[0] <= wall.camera.width + 1
