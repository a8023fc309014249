"""“Improve this” from the wall, by its key, from the right panel: linked, selected, its title being typed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from cxworkshop.ui.canvas.menus import menu_for
from cxworkshop.ui.canvas.place import Place
from cxworkshop.ui.commands import BY_ID
from tests.ui.window.conftest import settle


def improvements(window):
    return {card.id for card in window.room.board.of_kind("improvement")}


def test_the_key_improves_the_selected_card_and_the_title_is_typed_on_the_wall(window, keyboard):
    before = improvements(window)
    window.room.select(["n1"])
    window.wall.setFocus()
    keyboard.press(Qt.Key.Key_I, "i")
    (made,) = improvements(window) - before
    assert [card.id for card in window.room.board.targets(made, "improves")] == ["n1"]
    assert window.room.selection == (made,)
    keyboard.type("Ring back")
    keyboard.press(Qt.Key.Key_Return)
    assert window.room.board.card(made).title == "Ring back"
    window.room.undo()
    settle()
    assert improvements(window) == before, "card, link and title are one step"


def test_the_right_panel_improves_the_card_it_shows(window):
    before = improvements(window)
    window.room.select(["n1"])
    settle()
    sheet = window.workspace.inspector.sheet
    (button,) = [own for own in sheet.findChildren(QPushButton) if own.text() == "Improve this"]
    button.click()
    settle()
    (made,) = improvements(window) - before
    assert window.room.selection == (made,)
    assert window.workspace.inspector.sheet.forms[0].editors["title"].text.hasFocus()


def test_what_cannot_be_improved_is_not_offered(window):
    window.room.select([window.room.board.of_kind("stage")[0].id])
    settle()
    texts = [own.text() for own in window.workspace.inspector.sheet.findChildren(QPushButton)]
    assert "Improve this" not in texts
    assert not BY_ID["improve"].enabled(window)
    window.room.select(["n1"])
    assert BY_ID["improve"].enabled(window)


def test_the_menu_of_a_card_on_the_wall_offers_it_for_all_that_are_selected(window):
    before = improvements(window)
    window.room.select(["n1", "n2"])
    menu = menu_for(window.wall, Place("card", card="n1"))
    next(action for action in menu.actions() if action.text() == "Improve this").trigger()
    settle()
    (made,) = improvements(window) - before
    assert {card.id for card in window.room.board.targets(made, "improves")} == {"n1", "n2"}
    window.room.select([window.room.board.of_kind("stage")[0].id])
    menu = menu_for(window.wall, Place("card", card="n1"))
    assert "Improve this" not in [action.text() for action in menu.actions()]
