"""The history as a facilitator uses it: opened by key and by the status line, read, gone back and forth in."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cxworkshop.actions import cards
from cxworkshop.ui.history.panel import HistoryPanel
from tests.ui.window.conftest import settle

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def panel(worked_in, keyboard) -> HistoryPanel:
    """The history, opened by its key."""
    worked_in.wall.setFocus()
    keyboard.press(Qt.Key.Key_H, modifiers=CONTROL)
    return worked_in.workspace.history


def lines(panel: HistoryPanel) -> list[tuple[str, str]]:
    return [(row.state, row.what) for row in panel.model.rows]


def click(panel: HistoryPanel, what: str) -> None:
    row = next(number for number, row in enumerate(panel.model.rows) if row.what == what)
    index = panel.model.index(row)
    panel.list.scrollTo(index)
    centre = panel.list.visualRect(index).center()
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, centre)
    settle()


def titles(window) -> list[str]:
    return [card.title for card in window.room.board.of_kind("need")]


def test_it_lists_the_newest_first_under_its_day_down_to_the_beginning(panel):
    assert panel.isVisible() and panel.list.hasFocus()
    assert lines(panel) == [
        ("day", "Today"),
        ("now", "Add “Four”"),
        ("done", "Add “Three”"),
        ("done", "Add “Two”"),
        ("done", "Add “One”"),
        ("start", "The beginning"),
    ]
    assert panel.model.rows[1].below == "just now · Vera · Room 2"


def test_a_click_goes_back_to_that_point_in_one_change_and_another_forth(worked_in, panel):
    told = []
    worked_in.room.changed.connect(told.append)
    click(panel, "Add “Two”")
    assert titles(worked_in) == ["One", "Two"] and len(told) == 1
    assert [state for state, _ in lines(panel)] == ["day", "undone", "undone", "now", "done", "start"]
    assert "undone" in panel.model.rows[1].below
    click(panel, "Add “Four”")
    assert titles(worked_in) == ["One", "Two", "Three", "Four"] and len(told) == 2
    assert [state for state, _ in lines(panel)] == ["day", "now", "done", "done", "done", "start"]


def test_the_beginning_takes_everything_back_and_the_keys_of_redo_bring_it_again(worked_in, panel, keyboard):
    click(panel, "The beginning")
    assert titles(worked_in) == [] and lines(panel)[-1] == ("now", "The beginning")
    keyboard.press(Qt.Key.Key_Y, modifiers=CONTROL)
    assert titles(worked_in) == ["One"]


def test_what_was_undone_and_replaced_stays_readable_but_leads_nowhere(worked_in, panel):
    click(panel, "Add “Two”")
    worked_in.room.do(lambda board: cards.add(board, "need", title="Other"))
    settle()
    assert lines(panel)[1:] == [
        ("now", "Add “Other”"),
        ("gone", "Add “Four”"),
        ("gone", "Add “Three”"),
        ("done", "Add “Two”"),
        ("done", "Add “One”"),
        ("start", "The beginning"),
    ]
    click(panel, "Add “Four”")
    assert titles(worked_in) == ["One", "Two", "Other"]


def test_arrows_and_enter_go_back_too_and_escape_closes(worked_in, panel, keyboard):
    keyboard.press(Qt.Key.Key_Down)
    keyboard.press(Qt.Key.Key_Return)
    assert titles(worked_in) == ["One", "Two", "Three"] and panel.list.hasFocus()
    keyboard.press(Qt.Key.Key_Escape)
    assert not panel.isVisible() and worked_in.wall.hasFocus()


def test_a_group_is_one_line(worked_in, panel):
    need = worked_in.room.board.of_kind("need")[0].id
    for importance in (3, 4, 5):
        worked_in.room.do(lambda board, n=importance: cards.edit(board, need, importance=n), group="drag")
    settle()
    assert [what for _, what in lines(panel)].count("Edit “One”") == 1
    click(panel, "Add “Four”")
    assert worked_in.room.board.card(need).get("importance") is None


def test_it_opens_from_the_status_line_and_closes_there(worked_in):
    button = worked_in.workspace.status.history
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert worked_in.workspace.history.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not worked_in.workspace.history.isVisible()


def test_the_key_works_on_the_russian_layout(worked_in, keyboard):
    worked_in.wall.setFocus()
    keyboard.press(0x420, "\u0440", CONTROL)
    assert worked_in.workspace.history.isVisible()


def test_going_back_survives_a_restart(worked_in, panel):
    from cxworkshop.document import Document

    click(panel, "Add “Two”")
    path = worked_in.room.document.path
    worked_in.room.document.close()
    again = Document.open(path)
    assert [card.title for card in again.board.of_kind("need")] == ["One", "Two"]
    assert len(again.done()) == 2 and len(again.undone()) == 2
    again.go_to(4)
    assert len(again.board.of_kind("need")) == 4
    again.close()


@pytest.mark.parametrize("language, day", [("ru", "Сегодня"), ("en", "Today")])
def test_it_stays_inside_a_small_window_and_speaks_the_language(open_window, language, day):
    window = open_window(language=language, width=1366, height=768)
    panel = window.workspace.history
    panel.toggle()
    settle()
    wall = window.workspace.views
    assert wall.rect().contains(wall.mapFromGlobal(panel.mapToGlobal(panel.rect().topLeft())))
    assert wall.rect().contains(wall.mapFromGlobal(panel.mapToGlobal(panel.rect().bottomRight())))
    assert panel.model.rows[0].what == day
    window.resize(1000, 600)
    settle()
    assert wall.rect().contains(wall.mapFromGlobal(panel.mapToGlobal(panel.rect().topLeft())))
