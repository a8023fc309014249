"""Every text of the window in the language of the moment: nothing English in Russian, nothing Russian in English."""

from __future__ import annotations

import re

import pytest
from PySide6.QtWidgets import QDialog

from cxworkshop.paths import SESSIONS
from cxworkshop.ui.command_actions import text_of
from cxworkshop.ui.command_palette.popup import CommandPalette
from cxworkshop.ui.commands import COMMANDS, MENUS, SUBMENUS
from cxworkshop.ui.speech import tr
from cxworkshop.ui.start.sources import make_workshop
from tests.ui.window.conftest import settle
from tests.ui.window.seen import texts

LATIN = re.compile(r"[A-Za-z]{2,}")
CYRILLIC = re.compile("[\u0400-\u04ff]")
NAMES = {
    "PDF", "JSON", "CSV", "SVG", "PNG", "XLSX", "ZIP", "Excel", "ODI", "Outcome", "Driven", "Innovation", "VIP",
    "RU", "EN", "UTF", "CP", "KOI", "LE", "BE", "Ctrl", "Alt", "Shift", "Enter", "Esc", "Tab", "Del", "Delete",
    "Backspace", "Return", "Home", "End", "Left", "Right", "Up", "Down", "cxworkshop", "cxw", "csv", "json", "points",
    "max", "min", "OKR", "RACI", "ICE", "FMEA", "SERVQUAL", "iCalendar", "ICS", "PgDown", "PgUp",
}  # fmt: skip


def strange(root, foreign) -> list[str]:
    """The texts below `root` with a word of the other language, people's own words aside."""
    if foreign is LATIN:
        return [text for text in texts(root, with_tips=True) if set(LATIN.findall(text)) - NAMES]
    return [text for text in texts(root, with_tips=True) if CYRILLIC.search(text)]


@pytest.fixture(params=["ru", "en"])
def spoken(request, open_window):
    """A window in a language, and the words of the other one."""
    return open_window(language=request.param), LATIN if request.param == "ru" else CYRILLIC


def test_no_foreign_word_with_nothing_selected_whatever_the_step(spoken):
    window, foreign = spoken
    for step in range(1, 10):
        window.room.go_to_step(step)
        settle()
        assert strange(window, foreign) == []


def test_no_foreign_word_whatever_kind_of_card_is_selected(spoken):
    window, foreign = spoken
    kinds = {card.kind: card.id for card in window.room.board.cards.values()}
    assert len(kinds) == 17
    for card_id in kinds.values():
        window.room.select([card_id])
        settle()
        assert strange(window, foreign) == [], card_id
    window.room.select(["n1", "n2", "x1"])
    settle()
    assert strange(window, foreign) == []


def test_no_foreign_word_in_menus_and_commands(spoken):
    window, foreign = spoken
    said = [text_of(command) for command in COMMANDS] + [action.text() for action in window.commands.by_id.values()]
    said += [tr(text) for _, text in MENUS] + [tr(text) for _, text in SUBMENUS.values()]
    said += [menu.title() for menu in window.commands.menus]
    if foreign is LATIN:
        assert [text for text in said if set(LATIN.findall(text)) - NAMES] == []
    else:
        assert [text for text in said if CYRILLIC.search(text)] == []


def test_no_foreign_word_in_dialogs_and_the_command_palette(spoken, tmp_path):
    window, foreign = spoken
    table = tmp_path / "points.csv"
    heading = "Этап;Точка контакта;Опыт" if foreign is LATIN else "Stage;Touchpoint;Experience"
    row = "Выбор;Сайт;3" if foreign is LATIN else "Choosing;Site;3"
    table.write_text(f"{heading}\n{row}\n", "utf-8")
    window.show_shortcuts()
    window.files.export()
    window.files.import_path(table)
    settle()
    dialogs = window.findChildren(QDialog)
    assert len(dialogs) == 3
    for dialog in dialogs:
        assert strange(dialog, foreign) == []
        dialog.close()
    settle()
    window.find_or_do()
    settle()
    palette = window.findChild(CommandPalette)
    assert strange(palette, foreign) == []
    listed = [entry.text for entry in palette.model.entries] + [entry.beside for entry in palette.model.entries]
    assert not [text for text in listed if set(foreign.findall(text)) - NAMES and not re.match(r"F\d", text)]


def test_no_foreign_word_on_the_start_screen(open_window):
    for language, foreign in (("ru", LATIN), ("en", CYRILLIC)):
        window = open_window(None, language=language)
        assert strange(window, foreign) == []


def test_the_language_changes_in_the_open_window(open_window, tmp_path):
    window = open_window(language="ru")
    window.room.select(["n1"])
    settle()
    before = set(texts(window))
    assert "Потребность" in " ".join(before)
    window.use_language("en")
    settle()
    after = set(texts(window))
    titles = {card.title for card in window.room.board.cards.values()}
    kept = {text for text in before & after if CYRILLIC.search(text) and text not in titles}
    assert not [text for text in kept if not any(title[:12] in text or text[:12] in title for title in titles)]
    assert window.settings.language == "en"
    assert window.commands.by_id["undo"].text() == "Undo"


def test_qts_own_words_follow_the_language(open_window, qapp):
    open_window(language="ru")
    assert qapp.translate("QPlatformTheme", "Cancel") == "Отмена"
    open_window(language="en")
    assert qapp.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_a_workshop_in_one_language_is_worked_on_in_the_other(open_window, tmp_path):
    window = open_window(None, language="en")
    window.use(make_workshop(SESSIONS / "coffee.ru.json", tmp_path / "ru.cxw", dated=False))
    settle()
    assert window.workspace.top.title.text() == "Кофе не приехал"
    assert window.workspace.top.subtitle.text() == "Cycle 1 · saved"
