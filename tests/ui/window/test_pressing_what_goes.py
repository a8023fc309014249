"""Presses on what the press itself takes away, and figures typed where a shortcut waits for them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from cxworkshop.ui.inspector.score_editor import Meter
from tests.ui.window.conftest import settle


def test_a_press_on_the_form_of_a_new_card_whose_empty_title_is_open_takes_the_card_away_and_no_more(open_window):
    window = open_window()
    window.commands.by_id["add_note"].trigger()
    settle()
    made = window.room.selection[0]
    field = next(line for line in window.workspace.inspector.findChildren(QLineEdit) if line.isVisible())
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    settle()
    assert made not in window.room.board.cards and window.wall.editor is None
    assert window.workspace.inspector.guide is not None


def test_figures_typed_on_the_bar_of_a_score_are_the_score_and_no_commands(open_window):
    window = open_window()
    room = window.room
    room.select(["n2"])
    settle()
    count = len(room.board.cards)
    bar = window.workspace.inspector.findChildren(Meter)[0]
    bar.setFocus()
    for typed, expected in (("7", 7), ("3", 3), ("1", 1), ("0", 10), ("2", 2)):
        QTest.keyClick(bar, typed)
        assert room.board.card("n2").get("importance") == expected
    assert len(room.board.cards) == count


def test_figures_below_zero_are_typed_with_a_minus(open_window):
    window = open_window()
    window.room.select(["t1"])
    settle()
    bar = window.workspace.inspector.findChildren(Meter)[0]
    bar.setFocus()
    for typed in "-4":
        QTest.keyClick(bar, typed)
    touchpoint = window.room.board.card("t1")
    assert -4 in (touchpoint.get("expectation"), touchpoint.get("experience"), touchpoint.get("memory"))
