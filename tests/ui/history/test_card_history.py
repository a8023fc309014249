"""The history of one card in the right panel: who, when, what."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cxworkshop.actions import cards, links
from cxworkshop.ui.inspector.card_sheet import CardSheet
from tests.ui.window.conftest import settle
from tests.ui.window.seen import texts


def unfolded(window, card_id: str) -> CardSheet:
    window.room.select([card_id])
    settle()
    sheet = window.workspace.inspector.sheet
    QTest.mouseClick(sheet.history.fold, Qt.MouseButton.LeftButton)
    settle()
    return sheet


def test_it_is_folded_until_it_is_asked_for(worked_in):
    worked_in.room.select([worked_in.room.board.of_kind("need")[0].id])
    settle()
    sheet = worked_in.workspace.inspector.sheet
    assert sheet.history.isVisible() and texts(sheet.history) == ["History of this card"]


def test_it_says_which_field_changed_from_what_to_what_by_whom(worked_in):
    one, two = (card.id for card in worked_in.room.board.of_kind("need")[:2])
    worked_in.room.do(lambda board: cards.edit(board, one, importance=5))
    worked_in.room.do(lambda board: cards.edit(board, one, importance=8, basis="customers"))
    worked_in.room.do(lambda board: cards.edit(board, two, importance=1))
    said = texts(unfolded(worked_in, one).history)
    assert said[1] == "Importance: 5 → 8\nBasis: – → customer data"
    assert said[2] == "just now · Vera · Room 2"
    assert said[3] == "Importance: – → 5" and said[5] == "Add “One”" and len(said) == 7


def test_it_follows_changes_undo_and_links(worked_in):
    one = worked_in.room.board.of_kind("need")[0].id
    worked_in.room.do(lambda board: cards.add(board, "value", "Worth", card_id="w"))
    sheet = unfolded(worked_in, one)
    worked_in.room.do(lambda board: links.connect(board, "w", one))
    settle()
    assert texts(sheet.history)[1] == "Link “Worth” → “One”"
    worked_in.room.undo()
    settle()
    assert texts(sheet.history)[2] == "just now · Vera · Room 2 · taken back"


def test_titles_that_look_like_markup_are_shown_as_written(worked_in):
    one = worked_in.room.board.of_kind("need")[0].id
    worked_in.room.do(lambda board: cards.edit(board, one, title="<b>bold</b>"))
    assert "Title: One → <b>bold</b>" in texts(unfolded(worked_in, one).history)
