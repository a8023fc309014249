"""The guide of a step stands first when the step is turned to, and what was selected is one press away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from cxworkshop.model.steps import step
from cxworkshop.ui.speech import tr
from tests.ui.window.conftest import settle
from tests.ui.window.seen import texts


@pytest.fixture
def window(open_window):
    window = open_window()
    window.room.select(["n1"])
    window.room.go_to_step(8)
    settle()
    return window


def back_of(window):
    return [own for own in window.workspace.inspector.findChildren(QPushButton) if own.text().startswith("To ")]


def test_a_step_turned_to_says_what_it_asks_though_a_card_is_selected(window):
    inspector = window.workspace.inspector
    assert inspector.guide is not None and inspector.sheet is None
    assert tr(step(8).question) in texts(inspector)
    assert window.room.selection == ("n1",), "what was in hand stays in hand"


def test_the_selected_card_is_one_press_away(window):
    inspector = window.workspace.inspector
    QTest.mouseClick(back_of(window)[0], Qt.MouseButton.LeftButton)
    settle()
    assert inspector.sheet is not None and inspector.sheet.card_ids == ("n1",)


def test_the_card_pressed_again_or_another_one_shows_itself(window):
    inspector = window.workspace.inspector
    window.room.select(["n1"])
    assert inspector.sheet is not None and inspector.sheet.card_ids == ("n1",)
    window.room.go_to_step(7)
    assert inspector.guide is not None
    window.room.select(["n2"])
    assert inspector.sheet is not None and inspector.sheet.card_ids == ("n2",)


def test_several_cards_are_counted_and_none_has_no_way_back(window):
    window.room.select(["n1", "n2", "n3"])
    window.room.go_to_step(7)
    assert [own.text() for own in back_of(window)] == ["To 3 selected cards"]
    window.room.select([])
    assert back_of(window) == []


def test_typing_the_title_leads_to_the_card(window):
    window.workspace.inspector.edit_title()
    assert window.workspace.inspector.sheet is not None
