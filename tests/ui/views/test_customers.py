"""Step 1 in the window: three questions typed and kept, personas aimed at, and what that puts first."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from cxworkshop.actions import cards
from cxworkshop.ui.start.sources import empty_workshop
from cxworkshop.ui.views.customers.question_field import PAUSE
from cxworkshop.ui.views.drawing import screen_look
from cxworkshop.ui.views.typesetting import broken
from tests.ui.window.conftest import Keyboard, settle

TYPED = "Those who come back"


@pytest.fixture
def window(open_window):
    window = open_window("small_hotel")
    window.workspace.views.choose("customers")
    settle()
    return window


def page_of(window):
    return window.workspace.views.page


def type_into(window, number: int, text: str) -> None:
    field = page_of(window).questions[number].text
    field.setFocus()
    field.selectAll()
    Keyboard().type(text)


def test_what_is_typed_is_saved_after_a_pause_and_undone_at_once(window, qtbot):
    before = window.room.board.workshop["attract_and_keep"]
    type_into(window, 0, TYPED)
    assert window.room.board.workshop["attract_and_keep"] == before, "not at every key"
    qtbot.waitUntil(lambda: window.room.board.workshop["attract_and_keep"] == TYPED, timeout=PAUSE + 2000)
    page_of(window).questions[0].text.moveCursor(page_of(window).questions[0].text.textCursor().MoveOperation.End)
    Keyboard().type(" twice")
    page_of(window).questions[1].text.setFocus()
    assert window.room.board.workshop["attract_and_keep"] == f"{TYPED} twice"
    window.room.undo()
    settle()
    assert window.room.board.workshop["attract_and_keep"] == before
    assert page_of(window).questions[0].text.toPlainText() == before


def test_what_is_typed_is_saved_when_the_page_is_left(window):
    type_into(window, 2, TYPED)
    window.workspace.views.choose("wall")
    settle()
    assert window.room.board.workshop["be_best"] == TYPED


def test_typing_is_left_alone_by_changes_elsewhere(window):
    type_into(window, 1, TYPED)
    window.room.do(lambda board: cards.add(board, "need", "Another"))
    settle()
    assert page_of(window).questions[1].text.toPlainText() == TYPED


def test_an_aim_set_on_a_card_moves_shares_and_ranking_and_can_be_undone(window):
    page = page_of(window)
    window.room.do(lambda board: cards.edit(board, "p4", aim="attract"))
    settle()
    assert page.headline.text().startswith("Everybody is aimed at")
    for card in page.aims.cards[1:]:
        card.aim.buttons()[3].click()
        settle()
    assert {window.room.board.card(own)["aim"] for own in ("p2", "p3", "p4")} == {"none"}
    assert page.headline.text() == "64 % of the needs and 80 % of the improvements serve those we aim at."
    theirs = {need.id for need in window.room.board.targets("p1", "has") if need.kind == "need"}
    assert [need.id for need in page._first().needs][:4] == ["n1", "n2", "n3", "n4"]
    assert {need.id for need in page._first().needs} <= theirs
    assert len(page._all_needs().needs) > len(theirs)
    window.room.undo()
    settle()
    assert page.aims.cards[-1].aim.value == "keep"


@pytest.mark.parametrize("example", ["small_hotel", None])
def test_while_nobody_is_aimed_at_the_bars_do_not_say_that_customers_are_chosen(open_window, tmp_path, example):
    window = open_window(example)
    if example is None:
        window.use(empty_workshop(tmp_path / "new.cxw", "New", "en"))
    for persona in window.room.board.of_kind("persona"):
        window.room.do(lambda board, own=persona.id: cards.edit(board, own, aim="none"))
    window.workspace.views.choose("customers")
    settle()
    said = [label.text() for label in page_of(window).findChildren(QLabel)]
    assert "Say whom to attract and keep: then you see here how much of the work serves them." in said
    assert not [text for text in said if "are chosen" in text or "those we aim at yet" in text]


def test_a_persona_added_here_is_named_at_once(window):
    before = window.room.board.count("persona")
    page = page_of(window)
    QTest.mouseClick(page.aims.add, Qt.MouseButton.LeftButton)
    settle()
    Keyboard().type("Anna, comes back after a refund")
    Keyboard().press(Qt.Key.Key_Return)
    settle()
    assert window.room.board.count("persona") == before + 1, "a space is no second press"
    assert window.room.board.card(window.room.selection[0]).title == "Anna, comes back after a refund"


def test_the_bars_say_their_formula_and_the_needs_what_they_rest_on(window):
    page = page_of(window)
    page.shares.grab()
    tips = [spot.tip for spot in page.shares.spots]
    assert tips[0].startswith("Needs: 10 of 11\nshare = what serves")
    page.all_needs.grab()
    need = page.all_needs.spots[0]
    assert need.card == "n1" and "importance 10" in need.tip and "opportunity = I + max" in need.tip


def test_a_persona_is_added_from_the_page_and_selected(window):
    page_of(window).aims.add.click()
    settle()
    (chosen,) = window.room.selection
    assert window.room.board.card(chosen).kind == "persona"
    assert chosen in [card.id for card in page_of(window).aims.cards]


def test_of_many_personas_the_first_are_shown_until_all_are_wanted(window):
    window.room.do(lambda board: cards.add_many(board, "persona", [f"Persona {n}" for n in range(200)]))
    settle()
    aims = page_of(window).aims
    assert len(aims.cards) == 24
    aims.more.click()
    assert len(aims.cards) == 204 and aims.more.isHidden()


def test_the_room_reads_questions_and_answers_in_letters_of_24_pixels_or_more(window):
    said = page_of(window).drawing().texts()
    assert "Which customers to attract and keep" in said
    assert any(text.startswith("Attract people who come on business") for text in said)
    assert screen_look().font(12).pixelSize() >= 24


def test_a_text_is_broken_into_lines_that_fit_and_ends_in_an_ellipsis(qapp):
    font = screen_look().font(14)
    lines = broken("word " * 200 + "x" * 300, font, 300, 4)
    assert len(lines) == 4 and lines[-1].endswith("…")
    assert all(QFontMetricsF(font).horizontalAdvance(line) <= 300.5 for line in lines)
    assert broken("short", font, 300, 4) == ["short"]


def test_two_rows_of_personas_are_seen_whole_below_the_questions_of_a_small_window(window):
    page = page_of(window)
    for number in range(3):
        window.room.do(lambda board, n=number: cards.add(board, "persona", f"Another guest {n}"))
    settle()
    questions, port = page.questions, page.area.viewport()
    assert len({question.mapTo(port, QPoint()).y() for question in questions}) == 1, "side by side"
    tops = sorted({card.mapTo(port, card.rect().bottomLeft()).y() for card in page.aims.cards})
    assert tops[1] < port.height()


def test_the_questions_stand_below_each_other_where_they_are_too_narrow(window):
    row = page_of(window).questions[0].parentWidget()
    for wide, side_by_side in ((700, False), (1000, True)):
        row.setFixedWidth(wide)
        settle()
        assert row.side_by_side is side_by_side


def test_a_hint_is_read_whole_in_its_field(open_window):
    window = open_window("small_hotel", language="ru")
    window.workspace.views.choose("customers")
    settle()
    for question in page_of(window).questions:
        field = question.text
        room = field.viewport().rect().adjusted(4, 0, -4, 0)
        needed = field.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, field.placeholderText())
        assert needed.height() <= room.height(), field.placeholderText()


def test_nobody_is_told_that_the_customers_are_chosen_before_they_are(window):
    page = page_of(window)
    for card in list(page.aims.cards):
        window.room.do(lambda board, own=card.id: cards.edit(board, own, aim="none"))
    settle()
    assert page.headline.text().startswith("Nobody is aimed at yet")
    assert not page.said.isVisible()


def test_tab_goes_down_the_page_from_the_questions_to_the_aims_to_the_rankings(window):
    page = page_of(window)
    window.room.do(lambda board: cards.add(board, "persona", "One more", fields={"aim": "keep"}))
    settle()
    page.questions[2].text.setFocus()
    walked = []
    for _ in range(len(page.aims.cards) + 2):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        walked.append(QApplication.focusWidget())
    aims = [next(card for card in page.aims.cards if card.isAncestorOf(own)) for own in walked[:-2]]
    assert aims == page.aims.cards
    assert walked[-2:] == [page.aims.add, page.shares]
