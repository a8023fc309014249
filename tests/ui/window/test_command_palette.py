"""Find or do: what a few letters find, in either layout, and what Enter then does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cxworkshop.ui.command_palette.matching import fit
from cxworkshop.ui.command_palette.popup import CommandPalette
from cxworkshop.ui.keyboard import both_layouts, in_other_layout
from tests.ui.window.conftest import settle

FITTING = [
    ("zoom", "Zoom in"),
    ("in zo", "Zoom in"),
    ("zi", "Zoom in"),
    ("dlvry", "Delivery"),
    ("ащк", "for all"),
    ("ghjwtcc", "Процессы"),
    ("еще", "Ещё раз"),
]


@pytest.mark.parametrize("typed, text", FITTING)
def test_letters_fit_a_text(typed, text):
    assert fit(typed, text) > 0


@pytest.mark.parametrize("typed", ["отмнить", "отменитть", "отмеинть", "отпенить", "jnvtybnm", "отмена"])
def test_one_slip_is_forgiven_in_words_of_four_letters_and_more(typed):
    assert fit(typed, "Отменить") > 0
    assert fit(typed, "Отменить") <= fit("отменить", "Отменить")
    assert fit(typed, "Повторить") == 0


@pytest.mark.parametrize("typed", ["zola", "ztl", "zootola", "ящдф"])
def test_beginnings_of_some_words_in_their_order_are_enough(typed):
    assert fit(typed, "Zoom to the lane") > 0
    assert fit(typed, "Process") == 0


def test_what_has_nothing_to_do_with_it_does_not_fit():
    assert fit("xq", "Zoom in") == 0
    assert fit("zoom out", "Zoom in") == 0


def test_the_beginning_fits_better_than_the_middle_and_the_right_layout_better_than_the_wrong():
    assert fit("pro", "Process") > fit("pro", "A process") > fit("pro", "Approve")
    assert fit("про", "Процесс") > fit("ghj", "Процесс")


def test_the_layouts_are_each_others_mirror():
    assert in_other_layout("ащк") == "for"
    assert in_other_layout("for") == "ащк"
    assert both_layouts("L") == ["L", "Д"]
    assert both_layouts("Ctrl+Shift+Z") == ["Ctrl+Shift+Z", "Ctrl+Shift+Я"]
    assert both_layouts("F5") == ["F5"]
    assert both_layouts("Ctrl++") == ["Ctrl++"]


@pytest.fixture
def palette(window, keyboard):
    window.wall.setFocus()
    keyboard.press(Qt.Key.Key_K, modifiers=Qt.KeyboardModifier.ControlModifier)
    found = window.findChild(CommandPalette)
    assert found.field.hasFocus()
    return found


def test_a_command_is_done_by_enter(window, palette, keyboard):
    keyboard.type("high contrast")
    keyboard.press(Qt.Key.Key_Return)
    assert window.settings.theme == "contrast"
    assert window.findChild(CommandPalette) is None


def test_a_card_is_found_by_its_title_and_shown(window, palette, keyboard):
    keyboard.type("second deliv")
    assert palette.model.entries[0].text == "Second delivery"
    keyboard.press(Qt.Key.Key_Return)
    card = window.room.board.card(window.room.selection[0])
    assert card.title == "Second delivery"


def test_a_card_of_another_journey_turns_the_wall_to_it(window, palette, keyboard):
    other = window.room.board.journeys()[1].id
    card = window.room.board.touchpoints(other)[0]
    keyboard.type(card.title)
    keyboard.press(Qt.Key.Key_Return)
    assert window.room.journey == other and window.room.selection == (card.id,)


def test_arrows_choose_and_escape_leaves_everything_as_it_was(window, palette, keyboard):
    keyboard.type("zoom")
    first = palette.list.currentIndex().row()
    keyboard.press(Qt.Key.Key_Down)
    assert palette.list.currentIndex().row() == first + 1
    zoom = window.wall.zoom
    keyboard.press(Qt.Key.Key_Escape)
    assert window.findChild(CommandPalette) is None and window.wall.zoom == zoom and window.wall.hasFocus()


def test_nothing_found_is_said(palette, keyboard):
    keyboard.type("qqqzzz")
    assert palette._nothing.isVisible() and not palette.list.isVisible()


def test_a_command_that_cannot_be_done_is_not_offered(window, palette, keyboard):
    keyboard.type("duplicate")
    assert "Duplicate" not in [entry.text for entry in palette.model.entries]


def test_the_pill_on_top_opens_it_by_mouse(window):
    QTest.mouseClick(window.workspace.top.search, Qt.MouseButton.LeftButton)
    settle()
    assert window.findChild(CommandPalette).isVisible()
