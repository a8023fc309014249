"""Several journeys: turned to, renamed and deleted from the window; undo brings all back."""

from __future__ import annotations

from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from tests.ui.window.conftest import settle


def test_a_journey_is_renamed_by_a_command(window, keyboard):
    room = window.the_room
    window.commands.refresh()
    window.commands.by_id["rename_journey"].trigger()
    settle()
    assert room.selection == (room.journey,)
    focus = QApplication.focusWidget()
    focus.selectAll()
    keyboard.type("The way of Annie")
    window.wall.setFocus()
    settle()
    assert room.board.card(room.journey).title == "The way of Annie"
    texts = [button.text() for button in window.the_workspace.top.journeys.segments.buttons()]
    assert any(text.startswith("The way of Annie"[:8]) for text in texts)


def test_a_journey_deleted_leaves_its_cards_shows_the_other_and_comes_back(window):
    room = window.the_room
    before, journey = room.board.snapshot(), room.journey
    window.commands.refresh()
    window.commands.by_id["delete_journey"].trigger()
    settle()
    assert journey not in room.board.cards and room.journey in room.board.cards
    assert "n1" in room.board.cards and room.board.card("n1").stage is None
    room.undo()
    assert room.board.snapshot() == before


def test_the_right_button_on_the_journeys_offers_both(window):
    journeys = window.the_workspace.top.journeys
    at = journeys.rect().center()
    QApplication.sendEvent(journeys, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, journeys.mapToGlobal(at)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["Rename the journey", "Delete the journey, keep its cards"]
    menu.close()
