"""Step 4 in a real window: a need worded in three parts, scores typed in the table, and what was said twice."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from cxworkshop.actions import cards, links
from cxworkshop.document import Document
from cxworkshop.model.ids import new_id
from cxworkshop.ui.views.drawing import screen_look
from cxworkshop.ui.views.needs.table import MOST_LINES
from cxworkshop.ui.views.needs.table_model import FIGURE, FIRST, GROUNDS, SECOND, TITLE, WHERE
from tests.ui.views.pictured import overlapping_texts
from tests.ui.window.conftest import settle


@pytest.fixture
def window(open_window):
    return open_window()


@pytest.fixture
def page(window):
    window.workspace.views.choose("needs")
    settle()
    return window.workspace.views.page


def key(widget, own: Qt.Key, text: str = "") -> None:
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, own, Qt.KeyboardModifier.NoModifier, text))
    settle()


def fill(page, when: str, want: str, so_that: str) -> None:
    for field, text in ((page.composer.when, when), (page.composer.want, want), (page.composer.so_that, so_that)):
        field.setText(text)
    settle()


def test_a_need_is_worded_in_three_parts_and_put_up_where_it_arises(window, page):
    assert not page.composer.add.isEnabled()
    fill(page, "my order is wrong", "to get the right one today", "my morning is not lost")
    said = "When my order is wrong, I want to get the right one today, so that my morning is not lost"
    assert page.composer.preview.text() == said
    page.composer.where.setCurrentIndex(page.composer.where.findData("t4"))
    page.composer.whose.setCurrentIndex(1)
    persona = page.composer.whose.currentData()
    key(page.composer.so_that, Qt.Key.Key_Return)
    need = window.room.board.card(window.room.selection[0])
    assert need.title == said and need.stage == window.room.board.card("t4").stage
    assert [card.id for card in window.room.board.targets(need.id, "arises_at")] == ["t4"]
    assert [card.id for card in window.room.board.sources(need.id, "has")] == [persona]
    assert page.composer.want.text() == ""
    window.room.undo()
    settle()
    assert window.room.board.find(need.id) is None and not window.room.board.links_of(need.id)


def test_enter_goes_from_part_to_part(page):
    page.composer.when.setFocus()
    key(page.composer.when, Qt.Key.Key_Return)
    assert page.composer.want.hasFocus()
    key(page.composer.want, Qt.Key.Key_Return)
    assert page.composer.so_that.hasFocus()


def test_a_solution_is_told_gently_and_can_be_put_up_all_the_same(page):
    fill(page, "", "a button in the app", "")
    assert "“button” is a solution" in page.composer.advice.text()
    assert page.composer.add.isEnabled()
    fill(page, "it rains", "to stay dry", "my day goes on")
    page.composer.whose.setCurrentIndex(1)
    page.composer._look()
    assert not page.composer.advice.isVisible()


def test_needs_come_by_opportunity_with_where_they_arise_and_what_they_rest_on(page):
    model = page.tables["need"].rows
    figures = [row.figure for row in model.rows]
    assert figures == sorted(figures, reverse=True)
    first = model.rows[0]
    assert model.index(0, TITLE).data() == first.card.title
    assert model.index(0, WHERE).data() == ", ".join(card.title for card in first.touchpoints)
    assert "n = 64" in model.index(0, GROUNDS).data()
    assert "opportunity = I" in model.index(0, FIGURE).data(Qt.ItemDataRole.ToolTipRole)


def test_a_score_typed_in_the_table_is_an_edit_and_ranks_anew(window, page):
    table = page.tables["need"]
    last = table.rows.rows[-1].card
    index = table.rows.index(len(table.rows.rows) - 1, SECOND)
    table.setFocus()
    table.setCurrentIndex(index)
    assert window.room.selection == (last.id,)
    settle()
    QTest.keyClick(table, Qt.Key.Key_1)  # a shortcut of the window, too
    settle()
    editor = table.viewport().findChild(QLineEdit)
    assert editor.text() == "1"
    editor.setText("0,5")
    key(editor, Qt.Key.Key_Return)
    assert window.room.board.card(last.id)["satisfaction"] == 0.5
    now = table.currentIndex()
    assert table.rows.rows[now.row()].card.id == last.id and now.column() == SECOND
    assert now.row() == table.rows.row_of(last.id) < index.row() and table.hasFocus()
    window.room.undo()
    settle()
    assert window.room.board.card(last.id).get("satisfaction") == last.get("satisfaction")
    assert table.rows.setData(table.rows.index(0, FIRST), "many") is False
    own = table.rows.rows[0].card.id
    assert table.rows.setData(table.rows.index(0, FIRST), "11") is False
    assert table.rows.setData(table.rows.index(0, FIRST), "") is True
    assert window.room.board.card(own).get("importance") is None


def test_only_what_is_a_guess_is_shown_when_asked_for(page):
    whole = page.tables["need"].rows.rowCount()
    page.guesses.click()
    settle()
    shown = page.tables["need"].rows.rows
    assert 0 < len(shown) < whole and all(row.grounds.lacking for row in shown)


def test_problems_are_weighed_by_pain(page):
    page.which.buttons()[1].click()
    settle()
    assert page.tables["problem"].isVisible() and not page.tables["need"].isVisible()
    pains = [row.figure for row in page.tables["problem"].rows.rows]
    assert pains == sorted(pains, reverse=True) and pains[0] == 72


def test_a_problem_is_put_up_at_its_touchpoint(window, page):
    assert not page.problem.isVisible()
    page.which.buttons()[1].click()
    settle()
    assert page.problem.isVisible() and not page.composer.isVisible()
    page.problem.where.setCurrentIndex(page.problem.where.findData("t5"))
    page.problem.title.setText("Nobody answers")
    key(page.problem.title, Qt.Key.Key_Return)
    problem = window.room.board.card(window.room.selection[0])
    assert problem.stage == window.room.board.card("t5").stage
    assert [card.id for card in window.room.board.sources(problem.id, "raises")] == ["t5"]
    assert page.problem.title.text() == "" and page.problem.where.currentData() == "t5"
    window.room.undo()
    settle()
    assert window.room.board.find(problem.id) is None


def test_the_room_sees_both_rankings_and_no_source(window, page):
    said = page.drawing().texts()
    assert said[0] == page.headline.text() and "Problems by pain, 1…100" in said
    assert any(text.endswith(": 18") for text in said) and not any("n = 64" in text for text in said)


def test_what_was_said_twice_is_merged_in_one_step_or_told_apart(window, page):
    room = window.room
    for n, title in enumerate(("Pay the bill without queueing", "Paying bills without a queue")):
        room.do(lambda board, n=n, title=title: cards.add(board, "need", title, "s3", card_id=f"n9{n}"))
    settle()
    page.which.buttons()[2].click()
    settle()
    (row,) = page.alike.groups
    one, other = (card.id for card in row.group.cards)
    assert {one, other} == {"n90", "n91"}
    row.keep[other].click()
    settle()
    assert room.board.find(one) is None and room.selection == (other,)
    assert page.alike.groups == []
    room.undo()
    settle()
    (row,) = page.alike.groups
    row.different.click()
    settle()
    assert page.alike.groups == [] and room.board.find("n90") is not None
    room.undo()
    settle()
    assert len(page.alike.groups) == 1


def test_a_need_said_many_times_is_one_group_and_merged_in_one_step(window, page):
    room = window.room
    room.do(lambda board: cards.add_many(board, "need", [f"Pay the bill without queueing {n}" for n in range(30)]))
    own = {card.id for card in room.board.of_kind("need") if card.title.startswith("Pay the bill")}
    settle()
    assert page.which.buttons()[2].text().endswith(": 1")
    page.which.buttons()[2].click()
    settle()
    (box,) = page.alike.groups
    assert {card.id for card in box.group.cards} == own and len(box.keep) < 30
    before = room.board.snapshot()
    kept = next(iter(box.keep))
    box.keep[kept].click()
    settle()
    assert {card.id for card in room.board.of_kind("need")} & own == {kept} and page.alike.groups == []
    room.undo()
    settle()
    assert room.board.snapshot() == before
    page.alike.groups[0].different.click()
    settle()
    assert page.alike.groups == [] and {card.id for card in room.board.of_kind("need")} >= own


def test_an_empty_workshop_is_led_to_the_first_need(open_window, tmp_path):
    window = open_window(None)
    window.use(Document.create(tmp_path / "empty.cxw"))
    window.workspace.views.choose("needs")
    settle()
    page = window.workspace.views.page
    assert page.lead.isVisible() and page.nothing.isVisible()
    fill(page, "it rains", "to stay dry", "")
    page.composer.add.click()
    settle()
    assert window.room.board.count("need") == 1
    assert page.tables["need"].isVisible() and not page.lead.isVisible()


def test_a_long_text_takes_three_lines_of_the_table_and_its_tip_has_the_whole(window, page):
    need, source = window.room.board.of_kind("need")[0], " ".join(["The invoice nobody could read"] * 12)
    made = new_id("m")
    window.room.do(lambda board: cards.add(board, "meeting", source, card_id=made))
    window.room.do(lambda board: links.connect(board, made, need.id, "reveals"))
    window.room.do(lambda board: cards.edit(board, need.id, title=source))
    settle()
    table = page.tables["need"]
    rows = table.rows
    row = rows.row_of(need.id)
    assert table.rowHeight(row) <= 14 + MOST_LINES * table.fontMetrics().lineSpacing() + 1
    assert rows.index(row, TITLE).data(Qt.ItemDataRole.ToolTipRole) == source
    assert source in rows.index(row, GROUNDS).data(Qt.ItemDataRole.ToolTipRole)


def test_short_titles_take_a_line_each_so_that_the_room_sees_all_needs(window, page):
    area, drawing = QRectF(48, 190, 1824, 842), page.drawing()
    written = overlapping_texts(lambda painter: drawing.paint(painter, area, screen_look()))
    said = [text for text, _ in written.texts]
    assert {card.title for card in window.room.board.of_kind("need")} <= set(said)
    assert not [text for text in said if text.endswith(" more")] and written.outside(area) == []


def test_groups_that_have_not_changed_stay_and_the_keyboard_goes_on_to_the_next(window, page):
    room = window.room
    for title in ("Pay the bill without queueing", "Find the parking at night", "Speak to a person"):
        room.do(lambda board, title=title: cards.add_many(board, "need", [title, f"{title} please"]))
    page.which.buttons()[2].click()
    settle()
    first, second, third = page.alike.groups
    room.do(lambda board: cards.edit(board, first.group.cards[0].id, importance=3))
    settle()
    assert page.alike.groups == [first, second, third], "a score is not shown there"
    room.do(lambda board: cards.edit(board, third.group.cards[0].id, note="Said on Monday"))
    settle()
    assert page.alike.groups[:2] == [first, second] and page.alike.groups[2] is not third
    first.different.setFocus()
    first.different.click()
    settle()
    assert page.alike.groups[0] is second and second.different.hasFocus()
    room.undo()
    settle()
    assert len(page.alike.groups) == 3
