"""Lanes of the wall in a real window: named, dragged, added, hidden, removed, by mouse and by keys; notes in them."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtWidgets import QApplication

from cxworkshop.actions import lanes
from cxworkshop.document import Document
from cxworkshop.model.lanes import LANES, lanes_of
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.canvas import lane_verbs, taking
from cxworkshop.ui.canvas.accessible import accessible_of
from cxworkshop.ui.canvas.landing import landing_of_kind
from cxworkshop.ui.canvas.lane_editor import LaneEditor
from cxworkshop.ui.canvas.menus import menu_for
from cxworkshop.ui.canvas.place import Place
from cxworkshop.ui.canvas.places import place_at
from cxworkshop.ui.resuming import place_of, resume
from cxworkshop.ui.speech import tr
from tests.ui.test_wall_random import check
from tests.ui.wall.test_keyboard_twins import choose, close_menus, menu_texts


@pytest.fixture
def hand(wall, hand_on):
    return hand_on(wall)


def shown(wall) -> list[str]:
    return [box.lane.id for box in wall.picture.layout.lanes]


def label(wall, lane: str, down: float = 0.5) -> QPoint:
    box = wall.picture.layout.lane_box(lane)
    return QPoint(30, round(wall.camera.to_screen(0, box.y + box.height * down)[1]))


def own_lane(room, title: str = "Law", below: str = "personas") -> str:
    assert room.do(lambda board: lanes.add(board, title, below, lane_id="law"))
    return "law"


def note(room, lane: str | None = None) -> str:
    from cxworkshop.actions import cards

    fields = {"lane": lane} if lane else {}
    assert room.do(lambda board: cards.add(board, "note", "thought", "s1", card_id="thought", fields=fields))
    return "thought"


# Names


def test_a_double_click_on_the_name_opens_it_and_enter_keeps_it(wall, room, hand):
    hand.double_click(label(wall, "needs"))
    assert isinstance(wall.editor, LaneEditor) and wall.editor.toPlainText() == "Needs"
    hand.type("Чего хотят")
    hand.key(Qt.Key.Key_Return)
    assert wall.picture.layout.lane_box("needs").lane.name(tr) == "Чего хотят" and wall.editor is None
    room.undo()
    assert wall.picture.layout.lane_box("needs").lane.name(tr) == "Needs"


def test_escape_leaves_the_name_and_an_emptied_name_is_the_usual_one_in_every_language(wall, room, hand):
    lane_verbs.rename(wall, "needs")
    hand.type("X")
    hand.key(Qt.Key.Key_Escape)
    assert "lanes" not in room.board.workshop
    room.do(lambda board: lanes.rename(board, "needs", "X"))
    lane_verbs.rename(wall, "needs")
    wall.editor.setPlainText("")
    hand.key(Qt.Key.Key_Return)
    tr.set_language("ru")
    assert wall.picture.layout.lane_box("needs").lane.name(tr) == "Потребности"


def test_a_new_lane_is_named_at_once_and_one_undo_takes_it_away(wall, room, hand):
    lane_verbs.add(wall, "needs")
    hand.type("Технологии")
    hand.key(Qt.Key.Key_Return)
    at = shown(wall).index("needs") + 1
    made = wall.picture.layout.lanes[at].lane
    assert made.own and made.title == "Технологии" and lane_verbs.taken(wall) == made.id
    assert room.document.undo_label.text == "Add lane “{title}”" and room.document.undo_label.values == {
        "title": "Технологии"
    }
    room.undo()
    assert "lanes" not in room.board.workshop and lane_verbs.taken(wall) is None


def test_escape_while_naming_a_new_lane_takes_it_away_again(wall, room, hand):
    lane_verbs.add(wall)
    hand.key(Qt.Key.Key_Escape)
    assert "lanes" not in room.board.workshop and shown(wall)[-1] in ("notes", "improvements")


# Order


def test_a_lane_dragged_by_its_name_stands_where_the_line_was(wall, room, hand):
    hand.press(label(wall, "needs"))
    hand.drag_over(label(wall, "needs"), label(wall, "touchpoints", 0.2))
    assert wall.gesture is not None and not wall.grab().isNull()
    hand.release(label(wall, "touchpoints", 0.2))
    found = shown(wall)
    assert found[found.index("needs") + 1] == "touchpoints" and lane_verbs.taken(wall) == "needs"
    room.undo()
    assert "lanes" not in room.board.workshop


def test_a_lane_let_go_near_its_place_or_beside_the_wall_stays(wall, room, hand):
    hand.drag(label(wall, "needs", 0.1), label(wall, "needs", 0.9))
    hand.drag(label(wall, "needs"), label(wall, "problems", 0.8))
    hand.drag(label(wall, "needs"), QPoint(-300, 100))
    hand.press(label(wall, "needs"))
    hand.drag_over(label(wall, "needs"), label(wall, "personas"))
    hand.key(Qt.Key.Key_Escape)
    hand.release(label(wall, "personas"))
    assert "lanes" not in room.board.workshop


def test_a_folded_lane_is_dragged_by_its_strip_and_a_click_still_opens_it(wall, room, hand):
    room.fold(room.folded.turn_lane("needs"))
    hand.drag(label(wall, "needs"), label(wall, "touchpoints", 0.2))
    assert shown(wall).index("needs") + 1 == shown(wall).index("touchpoints") and "needs" in room.folded.lanes
    hand.click(label(wall, "needs"))
    assert not room.folded


def test_processes_are_dragged_as_one(wall, room, hand):
    hand.drag(label(wall, "processes-2"), label(wall, "personas", 0.1))
    assert shown(wall)[0] == "processes-1" and shown(wall).index("personas") == sum(
        lane.startswith("processes") for lane in shown(wall)
    )


def test_nobody_arranges_the_lanes_of_a_workshop_that_is_only_read(room, open_wall, hand_on, tmp_path):
    path = tmp_path / "read.cxw"
    room.document.save_copy(path)
    read = Room(Document.open_read_only(path))
    wall = open_wall(read)
    before = shown(wall)
    hand_on(wall).drag(label(wall, "needs"), label(wall, "personas"))
    hand_on(wall).double_click(label(wall, "needs"))
    assert wall.editor is None and shown(wall) == before
    menu = menu_for(wall, Place("label", lane="needs"))
    assert not next(own for own in menu.actions() if own.text() == "Rename the lane").isEnabled()
    read.close()


# Keys


def test_arrows_lead_from_a_card_to_the_name_of_its_lane_and_among_the_names(window, keyboard):
    wall = window.wall
    wall.setFocus()
    window.the_room.select(["t1"])
    keyboard.press(Qt.Key.Key_Left)
    assert lane_verbs.taken(wall) == "touchpoints" and not window.the_room.selection
    keyboard.press(Qt.Key.Key_Down)
    keyboard.press(Qt.Key.Key_Down)
    assert lane_verbs.taken(wall) == "needs"
    keyboard.press(Qt.Key.Key_Right)
    assert window.the_room.board.card(window.the_room.selection[0]).kind == "need"


def test_keys_work_on_the_lane_that_is_taken(window, keyboard):
    wall, room = window.wall, window.the_room
    wall.setFocus()
    own_lane(room)
    lane_verbs.take(wall, "law")
    keyboard.press(Qt.Key.Key_Down, modifiers=Qt.KeyboardModifier.AltModifier)
    assert shown(wall)[:3] == ["personas", "experience", "law"]
    keyboard.press(Qt.Key.Key_F2)
    keyboard.type("Rules")
    keyboard.press(Qt.Key.Key_Return)
    assert lanes_of(room.board).by_id["law"].title == "Rules"
    keyboard.press(Qt.Key.Key_Return)
    keyboard.type("A thought")
    keyboard.press(Qt.Key.Key_Return)
    made = room.board.card(room.selection[0])
    assert made.kind == "note" and made.get("lane") == "law" and wall.picture.boxes[made.id].lane == "law"
    keyboard.press(Qt.Key.Key_Return)
    keyboard.type("Another")
    keyboard.press(Qt.Key.Key_Return)
    assert room.board.card(room.selection[0]).get("lane") == "law"
    lane_verbs.take(wall, "law")
    keyboard.press(Qt.Key.Key_Delete)
    assert not lanes_of(room.board).own and wall.picture.boxes[made.id].lane == "notes"


def test_the_lane_that_is_taken_is_folded_and_shown_whole_by_its_keys(window, keyboard):
    wall = window.wall
    wall.setFocus()
    lane_verbs.take(wall, "values")
    keyboard.press(Qt.Key.Key_F, modifiers=Qt.KeyboardModifier.ShiftModifier)
    assert wall.picture.layout.lane_box("values").folded is not None and lane_verbs.taken(wall) == "values"
    keyboard.press(Qt.Key.Key_F, modifiers=Qt.KeyboardModifier.ShiftModifier)
    assert wall.picture.layout.lane_box("values").folded is None
    lane_verbs.take(wall, "improvements")
    wall.scroll_to(0, 0)
    wall.open_menu()
    box = wall.picture.layout.lane_box("improvements")
    assert wall.camera.to_screen(0, box.y)[1] < wall.camera.height, "the menu stands where its lane is seen"
    close_menus()


def test_escape_lets_go_of_a_lane(wall, hand):
    lane_verbs.take(wall, "needs")
    hand.key(Qt.Key.Key_Escape)
    assert lane_verbs.taken(wall) is None


def test_the_menu_of_a_lane_and_the_menu_of_all_lanes(window, keyboard):
    wall = window.wall
    wall.setFocus()
    lane_verbs.take(wall, "needs")
    keyboard.press(Qt.Key.Key_F10, modifiers=Qt.KeyboardModifier.ShiftModifier)
    assert "Rename the lane" in menu_texts() and "Hide the lane" in menu_texts()
    choose("Hide the lane")
    assert "needs" not in shown(wall)
    keyboard.press(Qt.Key.Key_L, modifiers=Qt.KeyboardModifier.ShiftModifier)
    assert any("Needs" in text and "again" in text for text in menu_texts())
    choose("Show “Needs” again")
    close_menus()
    assert "needs" in shown(wall)


# Hidden


def test_a_hidden_lane_takes_its_cards_off_the_wall_and_says_how_many(wall, room, hand):
    needs = [card for card, box in wall.picture.boxes.items() if box.lane == "needs"]
    room.select([needs[0]])
    lane_verbs.hide(wall, None)
    assert not set(needs) & set(wall.picture.boxes) and not room.selection
    assert [(lane.id, held) for lane, held in wall.picture.layout.hidden] == [("needs", len(needs))]
    assert f"{len(needs)} cards" in lane_verbs.about_lanes(wall) and place_at(wall, QPointF(20, 12)).what == "corner"
    assert set(needs) <= set(room.board.cards)
    hints: list[str] = []
    wall.hint_changed.connect(hints.append)
    wall.reveal(needs[0])
    assert "hidden lane" in hints[-1]
    lane_verbs.reveal_all(wall)
    assert set(needs) <= set(wall.picture.boxes)


def test_every_lane_may_be_hidden_and_the_corner_still_leads_back(wall, room):
    for lane in LANES:
        room.do(lambda board, lane=lane: lanes.hide(board, lane.id, True))
    assert not shown(wall) and not wall.grab().isNull()
    lane_verbs.reveal_all(wall)
    assert "lanes" not in room.board.workshop


# Notes


def test_a_note_dragged_into_an_own_lane_belongs_to_it_and_back_among_the_notes_it_does_not(wall, room, hand):
    own_lane(room)
    note(room)
    hand.drag(hand.at("thought"), hand.cell("s2", "law"))
    assert room.board.card("thought").get("lane") == "law" and room.board.card("thought").stage == "s2"
    assert wall.picture.boxes["thought"].lane == "law"
    hand.drag(hand.at("thought"), hand.cell("s3", "touchpoints", 0.95))
    assert wall.picture.boxes["thought"].lane == "law" and room.board.card("thought").stage == "s3"
    wall.set_zoom(0.75)
    hand.drag(hand.at("thought"), hand.cell("s1", "notes"))
    assert "lane" not in room.board.card("thought").fields and wall.picture.boxes["thought"].lane == "notes"


def test_keys_and_the_menu_carry_a_note_to_another_lane(window, keyboard):
    wall, room = window.wall, window.the_room
    wall.setFocus()
    own_lane(room, below="notes")
    note(room)
    room.select(["thought"])
    keyboard.press(Qt.Key.Key_Down, modifiers=Qt.KeyboardModifier.AltModifier)
    assert wall.picture.boxes["thought"].lane == "law"
    keyboard.press(Qt.Key.Key_Up, modifiers=Qt.KeyboardModifier.AltModifier)
    assert wall.picture.boxes["thought"].lane == "notes"
    wall.open_menu()
    choose("Move to the lane", "Law")
    assert room.board.card("thought").get("lane") == "law"


def test_a_double_click_in_an_own_lane_makes_a_note_of_it(wall, room, hand):
    own_lane(room)
    hand.double_click(hand.cell("s2", "law"))
    hand.type("ы")
    hand.key(Qt.Key.Key_Return)
    made = room.board.card(room.selection[0])
    assert (made.kind, made.stage, made.get("lane")) == ("note", "s2", "law")


def test_lines_and_notes_let_go_in_an_own_lane_belong_to_it(wall, room, hand):
    own_lane(room)
    data = QMimeData()
    data.setText("one\ntwo")
    taking.take(wall, data, Place("cell", stage="s1", lane="law"))
    made = [room.board.card(card) for card in room.selection]
    assert [(card.kind, card.get("lane")) for card in made] == [("note", "law")] * 2
    room.select([made[0].id])
    wall.copy()
    room.select([made[1].id])
    wall.paste()
    assert room.board.card(room.selection[0]).get("lane") == "law"
    taking.take(wall, QApplication.clipboard().mimeData(), Place("cell", stage="s1", lane="notes"))
    assert "lane" not in room.board.card(room.selection[0]).fields
    wall.duplicate_selected()
    assert not wall.grab().isNull()


# What else knows lanes


def test_a_screen_reader_hears_the_name_people_gave(wall, room):
    room.do(lambda board: lanes.rename(board, "needs", "Wishes"))
    own_lane(room)
    root = accessible_of(wall)
    names = [root.child(index).text(QAccessible.Text.Name) for index in range(root.childCount())]
    assert "Wishes" in names and "Law" in names and "Needs" not in names
    law = root.child(names.index("Law"))
    assert "a lane of your own" in law.text(QAccessible.Text.Description)


def test_a_screen_reader_takes_a_lane_and_opens_its_menu(wall, room):
    own_lane(room)
    root = accessible_of(wall)
    law = root.lane("law")
    assert not law.state().selected
    actions = law.actionInterface()
    actions.doAction(QAccessibleActionInterface.pressAction())
    assert lane_verbs.taken(wall) == "law" and law.state().selected and root.focusChild() is law
    actions.doAction(QAccessibleActionInterface.showMenuAction())
    assert "Remove the lane, keep its notes" in menu_texts()
    close_menus()
    room.undo()
    assert not law.isValid() and root.focusChild() is root


def test_a_note_from_the_palette_and_lines_pasted_go_to_the_lane_they_are_meant_for(wall, room, hand):
    own_lane(room)
    at = hand.cell("s2", "law")
    landing = landing_of_kind(wall.picture, "note", *wall.camera.to_wall(at.x(), at.y()))
    assert (landing.lane, landing.stage) == ("law", "s2")
    assert landing_of_kind(wall.picture, "need", *wall.camera.to_wall(at.x(), at.y())).lane is None
    QApplication.clipboard().setText("what they wish")
    lane_verbs.take(wall, "needs")
    wall.paste()
    assert room.board.card(room.selection[0]).kind == "need"
    lane_verbs.take(wall, "law")
    wall.paste()
    assert room.board.card(room.selection[0]).get("lane") == "law"


def test_an_own_lane_that_is_folded_is_folded_again_when_the_workshop_is_opened_again(wall, room):
    own_lane(room)
    room.fold(room.folded.turn_lane("law"))
    kept = place_of(room, wall)
    room.fold(type(room.folded)())
    resume(room, kept)
    assert room.folded.lanes == {"law"} and wall.picture.layout.lane_box("law").folded == 0


def test_another_window_sees_the_lanes_change(room, open_wall):
    one, other = open_wall(room), open_wall(room)
    lane_verbs.move(one, "needs", -1)
    own_lane(room)
    assert shown(one) == shown(other) and one.picture.layout == other.picture.layout


@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_done_to_lanes_the_wall_shows_the_board(wall, room, hand, seed):
    chance, first = random.Random(seed), room.board.snapshot()
    depth = sum(1 for _ in room.document.history())
    for _ in range(30):
        lane = chance.choice(shown(wall) or ["needs"])
        other = chance.choice(shown(wall) or ["needs"])
        roll = chance.random()
        if not shown(wall) or roll < 0.1:
            lane_verbs.reveal_all(wall)
        elif roll < 0.3:
            hand.drag(label(wall, lane), label(wall, other, chance.random()))
        elif roll < 0.45:
            lane_verbs.add(wall, lane)
            hand.type(chance.choice("ыф"))
            hand.key(chance.choice([Qt.Key.Key_Return, Qt.Key.Key_Escape]))
        elif roll < 0.6:
            hand.double_click(label(wall, lane))
            if wall.editor is not None:
                hand.type("ж")
            wall.close_editors()
        elif roll < 0.7:
            lane_verbs.hide(wall, lane)
        elif roll < 0.8:
            lane_verbs.remove(wall, lane)
        elif roll < 0.9 and len(lane_verbs.for_notes(wall)):
            hand.double_click(hand.cell("s1", lane_verbs.for_notes(wall)[0].id))
            wall.close_editors()
        else:
            room.undo()
        close_menus()
        check(room, wall)
    room.go_to(depth)
    assert room.board.snapshot() == first


def test_a_menu_that_is_open_for_a_lane_that_goes_does_no_harm(wall, room):
    own_lane(room)
    menu = menu_for(wall, Place("label", lane="law"))
    room.undo()
    for action in menu.actions():
        if action.isEnabled() and not action.isSeparator() and "Lanes" not in action.text():
            action.trigger()
    wall.close_editors()
    close_menus()
    assert all(lane.title != "Law" for lane in lanes_of(room.board).every)
