"""The list of commands: complete, without clashes, enabled when they make sense, on both keyboard layouts."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from cxworkshop.document import Document
from cxworkshop.i18n import translator
from cxworkshop.model.cards import KINDS
from cxworkshop.paths import SESSIONS
from cxworkshop.ui.command_actions import text_of
from cxworkshop.ui.commands import BY_ID, COMMANDS, MENUS, SUBMENUS
from cxworkshop.ui.icons import FOLDER
from cxworkshop.ui.keyboard import both_layouts
from cxworkshop.ui.start.sources import make_workshop
from tests.ui.window.conftest import settle

DE, YA = 0x414, 0x42F  # Cyrillic letters as Qt names their keys


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_a_command_has_words_in_both_languages_a_menu_and_its_picture(command):
    russian = translator("ru")(command.text)
    assert russian != command.text and re.search("[\u0400-\u04ff]", russian)
    assert command.menu in {name for name, _ in MENUS} | set(SUBMENUS)
    assert not command.icon or (FOLDER / f"{command.icon}.svg").exists()


def test_every_kind_has_its_icon():
    assert [kind.name for kind in KINDS.values() if not (FOLDER / f"{kind.icon}.svg").exists()] == []


def test_ids_and_shortcuts_are_unique_on_both_layouts():
    assert len(BY_ID) == len(COMMANDS)
    shortcuts = [own for command in COMMANDS for own in command.keys]
    keys = Counter(QKeySequence(key).toString() for own in shortcuts for key in both_layouts(own))
    assert [key for key, times in keys.items() if times > 1] == []
    assert "" not in keys, "Qt does not know one of the shortcuts"


def test_words_of_commands_tell_them_apart(window):
    said = Counter(text_of(command) for command in COMMANDS)
    assert [text for text, times in said.items() if times > 1] == []


def test_every_command_stands_in_exactly_one_menu(window):
    listed = [action for menu in window.commands.menus for action in everything_in(menu)]
    assert Counter(listed) == Counter(window.commands.by_id.values())


def everything_in(menu):
    for action in menu.actions():
        if action.menu() is not None:
            yield from everything_in(action.menu())
        elif not action.isSeparator():
            yield action


def test_without_a_workshop_only_what_needs_none_can_be_done(open_window):
    window = open_window(None)
    free = {name for name, action in window.commands.by_id.items() if action.isEnabled()}
    assert {"new", "open", "quit", "find_or_do", "shortcuts", "theme_dark", "language_ru"} <= free
    assert not free & {"undo", "add_need", "export", "pdf", "zoom_in", "screen", "step_3", "import"}


def test_a_command_without_a_workshop_does_nothing_even_when_asked(open_window):
    window = open_window(None)
    for command in COMMANDS:
        if not command.enabled(window):
            window.commands.run(command)
    assert window.room is None


def test_what_needs_a_selection_waits_for_one(window):
    needs_selection = ["delete", "duplicate", "link", "cut", "copy", "edit_title", "spotlight", "move_left"]
    window.room.select([])
    assert [name for name in needs_selection if window.commands.by_id[name].isEnabled()] == []
    window.room.select(["n1"])
    assert [name for name in needs_selection if not window.commands.by_id[name].isEnabled()] == []


def test_undo_and_redo_can_be_done_when_there_is_something(open_window, tmp_path):
    window = open_window(None)
    window.use(Document.create(tmp_path / "empty.cxw"))
    assert not window.commands.by_id["undo"].isEnabled()
    window.commands.by_id["add_need"].trigger()
    settle()
    assert window.commands.by_id["undo"].isEnabled() and not window.commands.by_id["redo"].isEnabled()
    window.wall.close_editors()
    window.commands.by_id["undo"].trigger()
    assert window.commands.by_id["redo"].isEnabled()


def test_spotlight_goes_to_the_selected_card_and_away_again(window, keyboard):
    window.wall.setFocus()
    window.room.select(["n1"])
    keyboard.press(Qt.Key.Key_F5)
    assert window.room.spotlight == "n1"
    keyboard.press(Qt.Key.Key_F5)
    assert window.room.spotlight is None


def test_steps_have_keys(window, keyboard):
    window.wall.setFocus()
    keyboard.press(Qt.Key.Key_3, modifiers=Qt.KeyboardModifier.AltModifier)
    assert window.room.step == 3


def test_undo_works_with_the_russian_layout(window, keyboard):
    window.wall.setFocus()
    window.room.select(["n1"])
    keyboard.press(Qt.Key.Key_Delete)
    assert window.room.board.find("n1") is None
    keyboard.press(YA, "\u044f", Qt.KeyboardModifier.ControlModifier)
    assert window.room.board.find("n1") is not None


def test_letters_are_commands_on_the_wall_in_either_layout(window, keyboard):
    window.wall.setFocus()
    for key, text in ((Qt.Key.Key_L, "l"), (DE, "\u0434")):
        window.room.select(["n1"])
        window.wall.setFocus()
        keyboard.press(key, text)
        assert window.wall.picker is not None, text
        window.wall.close_editors()
        settle()


LETTERS = [(Qt.Key.Key_L, "l"), (DE, "\u0434"), (Qt.Key.Key_6, "6"), (Qt.Key.Key_Slash, "/")]


@pytest.mark.parametrize("key, text", LETTERS)
def test_letters_are_letters_where_somebody_types(window, keyboard, key, text):
    cards = len(window.room.board.cards)
    field = window.workspace.top.title
    field.setFocus()
    field.setCursorPosition(0)
    keyboard.press(key, text)
    assert field.text().startswith(text)
    assert len(window.room.board.cards) == cards
    assert window.wall.picker is None


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return])
def test_keys_of_the_wall_leave_a_field_alone(window, keyboard, key):
    window.room.select(["n1"])
    settle()
    cards = len(window.room.board.cards)
    title = window.workspace.inspector.sheet.forms[0].editors["title"].text
    title.setFocus()
    keyboard.press(key)
    assert len(window.room.board.cards) == cards
    assert window.room.selection == ("n1",)


def test_text_and_theme_commands_change_what_is_seen(window, settings):
    before = window.workspace.steps.height()
    window.commands.by_id["text_larger"].trigger()
    settle()
    assert window.workspace.steps.height() > before
    window.commands.by_id["theme_dark"].trigger()
    settle()
    assert window.palette().window().color().lightness() < 60
    assert settings.theme == "dark" and settings.text_scale == 1.15


def test_the_shared_screen_opens_and_closes(window, keyboard):
    window.wall.setFocus()
    keyboard.press(Qt.Key.Key_F9)
    assert window.screen_window.isVisible()
    assert window.commands.by_id["screen"].isChecked()
    window.toggle_screen()
    assert not window.screen_window.isVisible()


def test_opening_another_workshop_leaves_no_command_behind(window, tmp_path):
    window.room.select(["n1"])
    window.use(make_workshop(SESSIONS / "staff_portal.en.json", tmp_path / "portal.cxw", dated=False))
    settle()
    assert not window.commands.by_id["delete"].isEnabled()
    assert window.workspace.top.title.text() == "A portal for everyone but the bosses"
