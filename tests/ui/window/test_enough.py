"""What is enough at each step: counted from the data, said in the panel and by the bar, never a lock."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cxworkshop.actions import cards, workshop
from cxworkshop.model.board import Board
from cxworkshop.ui.enough import enough
from cxworkshop.ui.speech import tr
from tests.ui.window.conftest import settle


@pytest.mark.parametrize("number", range(1, 10))
def test_of_an_empty_board_every_step_counts_something_and_none_has_enough(number):
    counted = enough(number).counted(Board())
    assert counted and not any(own.reached for own in counted)


def test_of_needs_that_do_not_exist_none_is_scored(qapp):
    assert [own.told(tr.translator) for own in enough(7).counted(Board())] == ["Needs with an importance: none yet"]


def test_two_customers_are_not_enough_without_an_employee():
    board = Board()
    for number, side in enumerate(("external", "external", "internal")):
        assert not enough(2).reached(board)
        board.apply(cards.add(board, "persona", f"P{number}", fields={"side": side}))
    assert enough(2).reached(board)


def test_the_panel_and_the_bar_say_how_much_there_is_and_how_much_is_enough(window):
    QTest.mouseClick(window.workspace.steps.steps[0], Qt.MouseButton.LeftButton)
    settle()
    window.room.do(lambda board: workshop.edit(board, be_best=None))
    settle()
    window.workspace.steps.refresh()
    said = [line.words.text() for line in window.workspace.inspector.guide.counted]
    assert said == ["Questions answered: 2 of 3"]
    bar = window.workspace.steps.steps
    assert said[0] in bar[0].toolTip() and bar[0].accessibleDescription() == said[0]
    assert bar[2].accessibleDescription().startswith("Touchpoints: ")
    window.room.undo()
    settle()
    assert [line.words.text() for line in window.workspace.inspector.guide.counted] == ["Questions answered: 3 of 3"]


def test_a_step_without_enough_can_still_be_turned_to(window):
    window.room.do(lambda board: cards.delete(board, [card.id for card in board.of_kind("process")]))
    settle()
    for button in window.workspace.steps.steps:
        assert button.isEnabled()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert window.room.step == button.step.number


def test_the_step_pressed_once_more_says_what_it_asks_whatever_is_selected(window):
    window.room.select(["n1"])
    settle()
    panel = window.workspace.inspector
    assert panel.guide is None
    QTest.mouseClick(window.workspace.steps.steps[window.room.step - 1], Qt.MouseButton.LeftButton)
    settle()
    assert panel.guide is not None
    assert window.room.selection == ("n1",)
