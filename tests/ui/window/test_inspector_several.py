"""Several cards in the right panel: counted by kind, their differences shown, links and lists given to all of them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cxworkshop.actions import cards
from cxworkshop.model.records import link_key
from cxworkshop.ui.parts.pressable import Pressable
from tests.ui.window.conftest import settle
from tests.ui.window.seen import texts

NEEDS = ("n1", "n2", "n3")


def sheet_of(window, *card_ids):
    window.room.select(card_ids)
    settle()
    return window.workspace.inspector.sheet


def editor(window, name):
    return next(form.editors[name] for form in window.workspace.inspector.sheet.forms if name in form.editors)


def test_cards_of_several_kinds_are_counted_and_one_kind_can_be_kept(window):
    value = window.room.board.of_kind("value")[0].id
    sheet = sheet_of(window, *NEEDS, value)
    assert "Need · 3" in texts(sheet) and "Value · 1" in texts(sheet)
    rows = {row.accessibleName(): row for row in sheet.findChildren(Pressable)}
    QTest.mouseClick(rows["Need · 3"], Qt.MouseButton.LeftButton)
    settle()
    assert window.room.selection == NEEDS


def test_scores_that_differ_show_where_they_lie(window):
    for card, score in zip(NEEDS, (2, 5, 9), strict=True):
        window.room.do(lambda board, card=card, score=score: cards.edit(board, card, importance=score))
    sheet_of(window, *NEEDS)
    own = editor(window, "importance")
    assert own.meter.value is None and own.meter.spread == (2, 5, 9)
    assert own.number.line.placeholderText() == "2…9"
    window.room.do(lambda board: cards.edit_many(board, NEEDS, importance=5))
    settle()
    assert own.meter.value == 5 and own.meter.spread == ()


def test_a_switch_in_which_cards_differ_is_neither_on_nor_off(window):
    one, other = (card.id for card in window.room.board.of_kind("touchpoint")[:2])
    window.room.do(lambda board: cards.edit(board, one, moment_of_truth=True))
    window.room.do(lambda board: cards.edit(board, other, moment_of_truth=False))
    sheet_of(window, one, other)
    own = editor(window, "moment_of_truth")
    assert own.switch.accessibleDescription() == "(different)" and "(different)" in own.label.text()
    QTest.mouseClick(own.switch, Qt.MouseButton.LeftButton)
    settle()
    assert all(window.room.board.card(card)["moment_of_truth"] is True for card in (one, other))
    assert own.switch.accessibleDescription() == "" and "(different)" not in own.label.text()


def test_a_link_given_to_all_is_one_step_of_undo_and_passes_over_those_that_have_it(window):
    board = window.room.board
    persona = next(own for own in board.of_kind("persona") if len(_having(board, own.id)) in (0, 1, 2))
    before = _having(board, persona.id)
    sheet = sheet_of(window, *NEEDS)
    sheet.shared.add.offer()
    wanted = next(own for own in sheet.shared.add.sentences() if persona.id in own and own.verb == "has")
    depth = window.room.document.undo_depth
    sheet.shared.add.connect_card(wanted)
    settle()
    assert _having(board, persona.id) == set(NEEDS)
    assert window.room.document.undo_depth == depth + 1
    assert any(row.lead.other == persona.id and len(row.lead.keys) == 3 for row in sheet.shared.rows)
    window.room.undo()
    assert _having(board, persona.id) == before


def _having(board, persona):
    return {need for need in NEEDS if board.get("link", link_key("has", persona, need)) is not None}


def test_links_are_cut_for_all_cards_that_have_them(window):
    sheet = sheet_of(window, *NEEDS)
    row = max(sheet.shared.rows, key=lambda row: len(row.lead.keys))
    assert len(row.lead.keys) > 1
    row.cut.click()
    settle()
    assert all(window.room.board.get("link", key) is None for key in row.lead.keys)
    window.room.undo()
    assert all(window.room.board.get("link", key) is not None for key in row.lead.keys)


def test_deleting_all_is_one_step_of_undo(window):
    sheet = sheet_of(window, *NEEDS)
    depth = window.room.document.undo_depth
    sheet.for_all.delete.click()
    settle()
    assert not any(window.room.board.find(card) for card in NEEDS) and window.room.selection == ()
    assert window.room.document.undo_depth == depth + 1
    window.room.undo()
    assert all(window.room.board.find(card) for card in NEEDS)


def test_copies_of_all_are_selected(window):
    sheet_of(window, *NEEDS).for_all.duplicate.click()
    settle()
    titles = [window.room.board.card(card).title for card in NEEDS]
    assert [window.room.board.card(card).title for card in window.room.selection] == titles
    assert not set(window.room.selection) & set(NEEDS)


def test_a_role_added_to_lists_that_differ_leaves_what_each_lists(window):
    one, other = (card.id for card in window.room.board.of_kind("improvement")[:2])
    first, second = (card.id for card in window.room.board.of_kind("role")[:2])
    window.room.do(lambda board: cards.edit(board, one, consulted=[first]))
    window.room.do(lambda board: cards.edit(board, other, consulted=None))
    sheet_of(window, one, other)
    editor(window, "consulted").edited.emit([second])
    settle()
    assert window.room.board.card(one)["consulted"] == [first, second]
    assert window.room.board.card(other)["consulted"] == [second]
