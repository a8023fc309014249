"""The menus: groups with lines between them, keys as they are written, ticks that are seen, a letter for every menu."""

from __future__ import annotations

from itertools import pairwise

import pytest

from cxworkshop.ui.command_actions import with_mnemonics
from cxworkshop.ui.commands import BEGINNING, BY_ID, COMMANDS

LONGEST_GROUP = 9  # entries with no line between them; only lists of a kind (cards, views) are longer


def menus(window):
    inside = [action.menu() for menu in window.commands.menus for action in menu.actions() if action.menu() is not None]
    return [*window.commands.menus, *inside]


def test_every_command_that_begins_a_group_exists(window):
    assert set(BY_ID) >= BEGINNING


def test_no_menu_begins_or_ends_with_a_line_and_no_two_lines_meet(window):
    for menu in menus(window):
        lines = [action.isSeparator() for action in menu.actions()]
        assert not lines[0] and not lines[-1], menu.title()
        assert (True, True) not in list(pairwise(lines)), menu.title()


def test_groups_are_short(window):
    for menu in menus(window):
        if menu.actions()[0].text() == BY_ID["view_wall"].text:
            continue
        longest = count = 0
        for action in menu.actions():
            count = 0 if action.isSeparator() else count + 1
            longest = max(longest, count)
        assert longest <= LONGEST_GROUP, menu.title()


def test_menus_write_enter_not_return(window):
    shown = [action.shortcut().toString() for action in window.commands.by_id.values()]
    assert "Enter" in shown and "Ctrl+Enter" in shown
    assert not any("Return" in text for text in shown)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_what_can_be_ticked_has_its_tick_where_others_have_a_picture(open_window, language):
    window = open_window(language=language)
    window.commands.menus[3].aboutToShow.emit()
    for command in COMMANDS:
        action = window.commands.by_id[command.id]
        assert action.icon().isNull() == (command.checked is not None or not command.icon), command.id
    assert window.commands.by_id[f"language_{language}"].isChecked()


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_menu_of_the_bar_has_a_letter_of_its_own(open_window, language):
    window = open_window(language=language)
    titles = [menu.title() for menu in window.commands.menus]
    letters = [title[title.index("&") + 1].casefold() for title in titles]
    assert len(set(letters)) == len(titles)


def test_a_title_whose_letters_are_all_taken_has_none():
    assert with_mnemonics(["Ab", "Ba", "Ab"]) == ["&Ab", "&Ba", "Ab"]
