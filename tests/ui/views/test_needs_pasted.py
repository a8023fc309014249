"""Rows of a spreadsheet pasted into step 4: needs and problems with their scores, or scores alone; one undo each."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication

from cxworkshop.actions.needs import Written
from cxworkshop.ui.canvas.lines import rows_in
from cxworkshop.ui.views.needs.pasted import cards_in, scores_in
from cxworkshop.ui.views.needs.table_model import FIRST, TITLE
from tests.ui.window.conftest import settle


@pytest.fixture
def page(open_window):
    window = open_window()
    window.workspace.views.choose("needs")
    settle()
    yield window.workspace.views.page
    QGuiApplication.clipboard().clear()


def paste(widget, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    for what in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        event = QKeyEvent(what, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        QApplication.sendEvent(widget, event)
        assert event.isAccepted()
    settle()


@pytest.mark.parametrize(
    ("text", "cards"),
    [
        ("Stay dry\nGet home\n", [Written("Stay dry"), Written("Get home")]),
        ("Stay dry\t9\t2,5\nGet home\t7\t", [Written("Stay dry", 9, 2.5), Written("Get home", 7)]),
        ("Need\tImportance\nStay dry\t9", [Written("Stay dry", 9)]),
        ("№\tПотребность\tВажность\n1\tНе промокнуть\t9\n2\tДомой\t", [Written("Не промокнуть", 9), Written("Домой")]),
        ("Stay dry\tin autumn\t9\t2\t64", [Written("Stay dry", 9, 2, "in autumn · 64")]),
        ("Stay dry\t9\tn/a\nGet home\t7\t3", [Written("Stay dry", 9, None, "n/a"), Written("Get home", 7, 3)]),
        ("1\tStay dry\n2\tGet home", [Written("Stay dry"), Written("Get home")]),
        ("• Stay dry\n\n• 24 hours open", [Written("Stay dry"), Written("24 hours open")]),
        ("2024\n2025", [Written("2024"), Written("2025")]),
    ],
)
def test_rows_become_cards_with_scores(text, cards):
    assert cards_in(rows_in(text)) == cards


def test_a_block_is_scores_only_where_every_cell_is_a_number_or_blank():
    assert scores_in([["9", "2,5"], ["", "−1"]]) == [[9, 2.5], [None, -1]]
    assert scores_in([["9"], ["many"]]) is None


def test_rows_pasted_into_the_line_of_needs_are_put_up_where_the_next_one_would_be(page):
    room, composer = page.room, page.composer
    before = room.board.snapshot()
    composer.where.setCurrentIndex(composer.where.findData("t4"))
    composer.whose.setCurrentIndex(1)
    composer.want.setFocus()
    paste(composer.want, "Need\tImportance\tSatisfaction\nStay dry\t9\t2\nGet home\t7\t")
    made = [room.board.card(own) for own in room.selection]
    assert [(own.title, own.get("importance"), own.get("satisfaction")) for own in made] == [
        ("Stay dry", 9, 2),
        ("Get home", 7, None),
    ]
    assert all([card.id for card in room.board.targets(own.id, "arises_at")] == ["t4"] for own in made)
    assert all(len(room.board.sources(own.id, "has")) == 1 for own in made)
    assert composer.want.text() == ""
    room.undo()
    assert room.board.snapshot() == before


def test_one_line_is_pasted_into_the_line_as_ever(page):
    before = page.room.board.count("need")
    paste(page.composer.want, "to stay dry")
    assert page.composer.want.text() == "to stay dry" and page.room.board.count("need") == before


def test_lines_pasted_into_the_table_of_problems_become_problems(page):
    page.which.buttons()[1].click()
    settle()
    table, before = page.tables["problem"], page.room.board.count("problem")
    table.setFocus()
    table.setCurrentIndex(table.rows.index(0, TITLE))
    paste(table, "Nobody answers\t8\t9\nThe lift stands\t3\t2")
    assert page.room.board.count("problem") == before + 2
    assert {row.card.title: row.figure for row in table.rows.rows}["Nobody answers"] == 72


def test_a_block_of_numbers_pasted_on_a_score_is_written_downwards_as_one_edit(page):
    table, room = page.tables["need"], page.room
    own = [row.card.id for row in table.rows.rows[:3]]
    before = room.board.snapshot()
    table.setFocus()
    table.setCurrentIndex(table.rows.index(0, FIRST))
    paste(table, "1\t2\n3\t4\n5\t")
    scores = [(room.board.card(card).get("importance"), room.board.card(card).get("satisfaction")) for card in own]
    assert scores == [(1, 2), (3, 4), (5, None)]
    room.undo()
    assert room.board.snapshot() == before
    settle()
    table.setCurrentIndex(table.rows.index(0, FIRST))
    paste(table, "1\n11")
    assert room.board.snapshot() == before  # eleven is no score: all or nothing


def test_too_many_rows_are_refused_and_nothing_is_changed(page):
    before = page.room.board.snapshot()
    paste(page.composer.want, "\n".join(f"Need {n}" for n in range(501)))
    assert page.room.board.snapshot() == before


def test_lines_pasted_into_a_hole_of_the_grid_become_touchpoints_there(page):
    room = page.room
    room.show_view("touchpoints")
    settle()
    new = page.window().workspace.views.page.new
    stage = room.board.stages(room.journey)[0]
    new.ask(stage.id, "chat")
    paste(new.title, "Chat at night\nChat with a robot")
    made = [room.board.card(own) for own in room.selection]
    assert [(own.title, own.stage, own.get("channel")) for own in made] == [
        ("Chat at night", stage.id, "chat"),
        ("Chat with a robot", stage.id, "chat"),
    ]
    assert not new.isVisible()
