"""Commands on the wall: edit in place, add, delete, duplicate, copy and paste, move, stages; each one step to undo."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication

from cxworkshop.actions import cards
from cxworkshop.analysis.meetings import cold_roles, planned_roles
from cxworkshop.model.records import link_key
from cxworkshop.ui import mime
from cxworkshop.ui.canvas import pasting
from cxworkshop.ui.canvas.link_hits import link_at
from cxworkshop.ui.canvas.menus import menu_for
from cxworkshop.ui.canvas.place import Place

RETURN, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


def state(room):
    return room.board.snapshot()


# Titles


def test_a_double_click_opens_the_title_where_it_stands(room, wall, hand):
    hand.double_click(hand.at("t3"))
    assert wall.editor.toPlainText() == "Paying by card"
    assert wall.editor.geometry().intersects(wall.body())
    hand.type("Оплата")
    hand.key(RETURN)
    assert room.board.card("t3").title == "Оплата"
    room.undo()
    assert room.board.card("t3").title == "Paying by card"


def test_escape_leaves_the_title_as_it_was(room, wall, hand):
    before = state(room)
    room.select(["t3"])
    wall.edit_selected()
    hand.type("Something else")
    hand.key(ESCAPE)
    assert state(room) == before
    assert room.selection == ("t3",)


def test_a_press_beside_the_field_keeps_what_was_typed(room, wall, hand):
    room.select(["t3"])
    wall.edit_selected()
    hand.type("Kept")
    hand.click(hand.cell("s1", "problems"))
    assert room.board.card("t3").title == "Kept"
    assert wall.editor is None


def test_letters_typed_into_a_title_are_not_commands(room, wall, hand):
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    room.select(["t3"])
    wall.edit_selected()
    for key in (Qt.Key.Key_L, Qt.Key.Key_Delete, RETURN, ESCAPE):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier)
        event.ignore()
        QApplication.sendEvent(wall.editor, event)
        assert event.isAccepted(), key


def test_markup_in_a_title_is_a_title(room, wall, hand):
    room.select(["t3"])
    wall.edit_selected()
    wall.editor.selectAll()
    QApplication.clipboard().setText("<b>One</b>\n& two")
    wall.editor.paste()
    hand.key(RETURN)
    assert room.board.card("t3").title == "<b>One</b> & two"


def test_a_field_closes_without_a_word_when_its_card_goes(room, wall, hand):
    room.select(["t3"])
    wall.edit_selected()
    room.do(lambda board: cards.delete(board, ["t3"]))
    assert wall.editor is None
    assert "t3" not in room.board.cards


def test_a_field_follows_its_card_when_the_wall_is_zoomed_and_scrolled(wall, room):
    room.select(["t3"])
    wall.edit_selected()
    place = wall.editor.geometry()
    wall.set_zoom(2.0)
    assert wall.editor is not None
    assert wall.editor.geometry() != place
    rect = wall.camera.rect_to_screen(wall.picture.rect("t3"))
    assert abs(wall.editor.geometry().top() - rect.y) <= 1


def test_a_field_open_when_another_workshop_is_opened_writes_nothing_into_it(room, wall, hand, tmp_path):
    from cxworkshop.document import Document

    told = []
    room.told.connect(told.append)
    room.select(["t3"])
    wall.edit_selected()
    hand.type("Typed")
    room.replace(Document.create(tmp_path / "other.cxw"))
    assert wall.editor is None
    assert not room.board.cards and not told
    assert wall.invitation.does == "journey"


def test_a_selected_stage_is_renamed_where_it_stands(room, wall, hand):
    room.select(["s3"])
    wall.edit_selected()
    hand.type("Money")
    hand.key(RETURN)
    assert room.board.card("s3").title == "Money"


def test_a_card_beside_the_wall_has_no_field_on_it(room, wall):
    room.select(["r1"])
    wall.edit_selected()
    assert wall.editor is None


def test_from_far_away_a_double_click_comes_nearer_instead(room, wall, hand):
    wall.set_zoom(0.12)
    depth = room.document.undo_depth
    hand.double_click(hand.cell("s3", "problems"))
    assert wall.zoom == 0.6
    assert wall.editor is None
    assert room.document.undo_depth == depth


# Adding


def test_a_card_is_added_to_the_stage_one_works_in(room, wall, hand):
    room.select(["n4"])
    made = wall.add_card("value")
    assert room.board.card(made).stage == "s4"
    assert wall.editor.card_id == made
    hand.type("Tell the truth")
    hand.key(RETURN)
    assert room.board.card(made).title == "Tell the truth"
    assert room.selection == (made,)


def test_without_a_selection_it_is_added_to_the_first_stage_in_view(room, wall, hand):
    wall.resize(600, 500)
    QApplication.processEvents()
    wall.scroll_to(380, 0)
    made = wall.add_card("need")
    hand.key(ESCAPE)
    assert made not in room.board.cards
    made = wall.add_card("need")
    assert room.board.card(made).stage == "s3"


def test_below_a_card_comes_one_of_its_kind(room, wall, hand):
    room.select(["n1"])
    wall.add_below()
    hand.type("In between")
    hand.key(RETURN)
    made = room.selection[0]
    assert wall.picture.cells[("needs", 4)] == ["n1", made, "n3"]


def test_a_double_click_in_a_cell_adds_a_card_of_its_lane(room, wall, hand):
    hand.double_click(hand.cell("s3", "problems"))
    hand.type("No receipt")
    hand.key(RETURN)
    assert [card.title for card in room.board.of_kind("problem") if card.stage == "s3"] == ["No receipt"]


def test_a_card_that_has_no_place_on_the_wall_is_added_and_selected(room, wall):
    made = wall.add_card("role")
    assert room.selection == (made,)
    assert wall.editor is None


# Deleting, duplicating, moving


def test_deleting_takes_the_links_along_and_undo_brings_both_back(room, wall):
    before = state(room)
    room.select(["n1", "v1"])
    wall.delete_selected()
    assert "n1" not in wall.picture.boxes
    assert not room.board.links_of("n1")
    room.undo()
    assert state(room) == before
    assert "n1" in wall.picture.boxes


def test_after_deleting_a_neighbour_is_selected(room, wall):
    room.select(["n1"])
    wall.delete_selected()
    assert room.selection == ("n3",)


def test_duplicates_stand_beside_and_are_selected(room, wall):
    room.select(["v1", "n1"])
    wall.duplicate_selected()
    copies = room.selection
    assert len(copies) == 2
    assert {room.board.card(copy).title for copy in copies} == {room.board.card(card).title for card in ("v1", "n1")}
    assert room.board.links_of(copies[0])


@pytest.mark.parametrize(("direction", "stage"), [("left", "s1"), ("right", "s3")])
def test_a_card_is_moved_to_the_next_stage_by_key(room, wall, direction, stage):
    room.select(["n2"])
    wall.move_selected(direction)
    assert room.board.card("n2").stage == stage


def test_cards_of_several_stages_are_moved_by_key_in_one_change(room, wall):
    chosen = ["t1", "n1", "n2"]
    stages = [stage.id for stage in room.board.stages("j1")]
    before = {card: stages.index(room.board.card(card).stage) for card in chosen}
    assert len(set(before.values())) > 1
    revision = room.document.revision
    room.select(chosen)
    wall.move_selected("right")
    after = {card: stages.index(room.board.card(card).stage) for card in chosen}
    assert after == {card: min(at + 1, len(stages) - 1) for card, at in before.items()}
    assert room.document.revision == revision + 1
    room.undo()
    assert {card: stages.index(room.board.card(card).stage) for card in chosen} == before


def test_a_card_is_moved_up_and_down_in_its_cell_by_key(room, wall):
    room.select(["n1"])
    wall.move_selected("down")
    assert wall.picture.cells[("needs", 4)] == ["n3", "n1"]
    wall.move_selected("up")
    assert wall.picture.cells[("needs", 4)] == ["n1", "n3"]
    wall.move_selected("up")
    assert wall.picture.cells[("needs", 4)] == ["n1", "n3"]


def test_a_stage_is_moved_by_key(room, wall):
    room.select(["s2"])
    wall.move_selected("right")
    assert [stage.id for stage in room.board.stages("j1")][:3] == ["s1", "s3", "s2"]


# Clipboard


def test_copied_cards_are_pasted_with_the_links_among_them(room, wall):
    room.select(["v1", "n1", "x1"])
    wall.copy()
    assert QApplication.clipboard().text().splitlines()[1] == "Get what I ordered, today"
    wall.paste()
    value, need, process = room.selection
    assert {value, need, process}.isdisjoint({"v1", "n1", "x1"})
    assert {link.verb for link in room.board.links_of(value)} == {"satisfies", "creates"}
    assert room.board.card(need).get("importance") == 10


def test_pasting_into_another_workshop_keeps_the_cards(room, wall, open_room, open_wall):
    room.select(["n1", "v1"])
    wall.copy()
    other = open_room("ru")
    there = open_wall(other)
    other.select(["s2"])
    there.paste()
    assert [other.board.card(card).stage for card in other.selection] == ["s2", "s2"]
    assert other.board.card(other.selection[0]).title == "Get what I ordered, today"


def test_cut_takes_away_and_paste_brings_to_another_stage(room, wall):
    room.select(["n2"])
    wall.cut()
    assert "n2" not in room.board.cards
    room.select(["s4"])
    wall.paste()
    assert room.board.card(room.selection[0]).stage == "s4"
    assert room.board.card(room.selection[0]).title == "Order in under a minute"


def test_pasted_lines_become_cards_of_the_selected_kind(room, wall):
    QApplication.clipboard().setText("Один\nДва\n\nТри")
    room.select(["n2"])
    wall.paste()
    assert [room.board.card(card).title for card in room.selection] == ["Один", "Два", "Три"]
    assert {room.board.card(card).kind for card in room.selection} == {"need"}
    assert {room.board.card(card).stage for card in room.selection} == {"s2"}


def test_pasted_lines_become_notes_when_nothing_is_selected(room, wall):
    QApplication.clipboard().setText("A thought")
    wall.paste()
    assert room.board.card(room.selection[0]).kind == "note"


def test_copied_spreadsheet_cells_become_cards():
    text = 'Chat\tE-mail\r\n"Two\nlines"\t\r\n"He said ""no"""\tPhone\r\n'
    assert pasting.titles_in(text) == ["Chat", "E-mail", "Two lines", 'He said "no"', "Phone"]


def test_foreign_bytes_on_the_clipboard_are_refused_with_words(room, wall):
    told, before = [], state(room)
    room.told.connect(told.append)
    data = QMimeData()
    data.setData(mime.CARDS, b'{"format": "cxworkshop", "version": 1, "cards": [{"id": 1}], "links": 7')
    QApplication.clipboard().setMimeData(data)
    wall.paste()
    assert len(told) == 1
    assert state(room) == before


def test_hostile_cards_on_the_clipboard_cannot_break_the_board(room, wall):
    before = state(room)
    for card in ({"id": "a", "kind": "need", "importance": 99}, {"id": "a", "kind": 5}, {"id": "a"}, "text", None):
        data = QMimeData()
        document = {"format": "cxworkshop", "version": 1, "cards": [card], "links": [{"source": "a"}, 3]}
        data.setData(mime.CARDS, json.dumps(document).encode())
        QApplication.clipboard().setMimeData(data)
        wall.paste()
    assert state(room) == before


# Stages and menus


def test_a_stage_is_added_with_its_name_open_and_escape_takes_it_away(room, wall, hand):
    before = state(room)
    wall.add_stage()
    assert len(room.board.stages("j1")) == 7
    hand.key(ESCAPE)
    assert state(room) == before


def test_renaming_goes_to_the_stage_of_the_selected_card(room, wall, hand):
    room.select(["n2"])
    wall.rename_stage()
    hand.type("Ordering quickly")
    hand.key(RETURN)
    assert room.board.card("s2").title == "Ordering quickly"


def entries(menu):
    found = {action.text(): action for action in menu.actions() if action.text()}
    menu.close()
    return found


def test_the_menu_of_a_stage_marks_where_money_is_taken(room, wall):
    action = entries(menu_for(wall, Place("stage", stage="s2")))["Here the company takes the money"]
    assert action.isCheckable() and not action.isChecked()
    action.trigger()
    assert room.board.card("s2").get("selling") is True
    action = entries(menu_for(wall, Place("stage", stage="s2")))["Here the company takes the money"]
    assert action.isChecked()


def test_deleting_a_stage_keeps_its_cards_without_a_stage(room, wall):
    room.select(["s2"])
    entries(menu_for(wall, Place("stage", stage="s2")))["Delete the stage, keep its cards"].trigger()
    assert "s2" not in room.board.cards
    assert room.board.card("n2").stage is None
    assert wall.picture.layout.columns[wall.picture.boxes["n2"].column].role == "unplaced"


def test_the_menu_of_a_card_puts_it_on_the_shared_screen(room, wall):
    room.select(["n1"])
    entries(menu_for(wall, Place("card", card="n1")))["Show on the shared screen"].trigger()
    assert room.spotlight == "n1"
    entries(menu_for(wall, Place("card", card="n1")))["Take off the shared screen"].trigger()
    assert room.spotlight is None


def test_the_menu_of_a_cold_process_plans_a_meeting_for_those_who_decide_on_it(room, wall):
    today = room.today()
    cold = next(own.id for own in room.board.of_kind("process") if cold_roles(room.board, own.id, today))
    warm = next(own.id for own in room.board.of_kind("process") if not cold_roles(room.board, own.id, today))
    roles = cold_roles(room.board, cold, today)
    room.select([warm])
    assert "Plan a meeting" not in entries(menu_for(wall, Place("card", card=warm)))
    room.select([cold])
    entries(menu_for(wall, Place("card", card=cold)))["Plan a meeting"].trigger()
    meeting = room.board.card(room.selection[0])
    assert meeting.kind == "meeting" and {role.id for role in planned_roles(room.board, meeting)} == set(roles)
    room.undo()
    assert room.board.find(meeting.id) is None


def test_a_link_is_cut_by_its_menu(room, wall, hand):
    room.select(["v2"])
    below = wall.camera.rect_to_screen(wall.picture.rect("v2"))
    between = hand.at("v2")
    between.setY(round(below.y - 14))
    assert link_at(wall, between.toPointF()) == link_key("satisfies", "v2", "n2")
    entries(menu_for(wall, Place("cell", lane="values", stage="s2"), between.toPointF()))["Cut this link"].trigger()
    assert not room.board.links_to("n2", "satisfies")


def test_titles_with_an_ampersand_stand_whole_in_menus(room, wall, hand):
    room.do(lambda board: cards.edit(board, "v2", title="Fish & chips"))
    room.select(["v2"])
    between = hand.at("v2")
    between.setY(round(wall.camera.rect_to_screen(wall.picture.rect("v2")).y - 14))
    menu = menu_for(wall, Place("cell", lane="values", stage="s2"), between.toPointF())
    assert "Fish && chips" in menu.actions()[0].text()
    menu.close()
