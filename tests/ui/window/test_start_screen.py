"""The start screen: templates, examples, recent workshops, and the first file a new user opens."""

from __future__ import annotations

import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cxworkshop.analysis.held import held
from cxworkshop.model.records import TABLES
from cxworkshop.paths import SESSIONS
from cxworkshop.ui.start.sources import EXAMPLES, TEMPLATES, board_of_source, make_workshop, shifted
from cxworkshop.ui.views.cycle.page import HeldPage
from tests.ui.window.conftest import settle
from tests.ui.window.seen import texts

ASKING = "cxworkshop.ui.files"


@pytest.fixture
def start(open_window):
    """The window on its start screen."""
    return open_window(None)


@pytest.fixture
def chooses(monkeypatch):
    """Answers the next file dialogs with a path ("" when the user gives up)."""

    def answer(path):
        for name in ("ask_where_to_save", "ask_for_file"):
            monkeypatch.setattr(f"{ASKING}.{name}", lambda *_, **__: path or None)

    return answer


def test_an_empty_start_teaches_where_to_begin(start):
    said = texts(start.start)
    assert "Workshops you open will be listed here." in said
    assert "Support offers coupons; nobody can send the coffee again" in said
    assert len(start.start.templates) == 4 and len(start.start.examples) == 4


@pytest.mark.parametrize("source", [*TEMPLATES, *EXAMPLES], ids=lambda source: source.name)
@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_template_and_example_is_there_in_both_languages(source, language):
    assert source.path(language).exists()
    assert source.title(language)


def test_an_example_pressed_is_copied_where_the_user_says_and_opened(start, chooses, tmp_path):
    chooses(tmp_path / "my coffee.cxw")
    QTest.mouseClick(start.start.examples[0], Qt.MouseButton.LeftButton)
    settle()
    assert start.room.document.path == tmp_path / "my coffee.cxw"
    assert start.room.board.workshop["title"] == "The coffee that never came"
    assert start.room.board.workshop["date"] == datetime.date.today().isoformat()
    assert start.workspace.isVisible()


def test_an_example_keeps_its_distances_in_time_whenever_it_is_copied(tmp_path):
    source = EXAMPLES[1].path("en")
    own, later = board_of_source(source), datetime.date(2031, 5, 4)
    moved = {(delta.table, delta.key): delta.after for delta in shifted(own, later)}
    by = later - datetime.date.fromisoformat(own.workshop["date"])
    assert all(
        row.fields.keys() == moved[(row.table, row.key)].keys() for table in TABLES for row in own.records(table)
    )
    readings = list(own.records("reading"))
    assert readings
    for row in readings:
        day = datetime.date.fromisoformat(row.fields["at"][:10]) + by
        assert moved[("reading", row.key)]["at"][:10] == day.isoformat()


def test_the_second_cycle_opens_with_what_held_and_tells_one_of_each(start, chooses, tmp_path):
    chooses(tmp_path / "second.cxw")
    QTest.mouseClick(start.start.examples[1], Qt.MouseButton.LeftButton)
    settle()
    assert isinstance(start.workspace.views.page, HeldPage)
    states = {own.held for own in held(start.room.board, start.room.today())}
    assert states >= {"held", "slipping", "rolled_back"}


def test_a_template_begins_today_and_needs_no_suffix(start, chooses, tmp_path):
    chooses(tmp_path / "shop")
    start.start.templates[2].setFocus()
    QTest.keyClick(start.start.templates[2], Qt.Key.Key_Return)
    settle()
    assert start.room.document.path == tmp_path / "shop.cxw"
    assert start.room.board.workshop["date"] == datetime.date.today().isoformat()


def test_giving_up_the_question_where_leaves_everything_as_it_was(start, chooses, tmp_path):
    chooses("")
    QTest.mouseClick(start.start.templates[0], Qt.MouseButton.LeftButton)
    assert start.room is None
    assert list(tmp_path.glob("*.cxw")) == []


def test_an_existing_file_is_never_overwritten(start, chooses, tmp_path):
    taken = tmp_path / "taken.cxw"
    taken.write_bytes(b"precious")
    chooses(taken)
    QTest.mouseClick(start.start.templates[0], Qt.MouseButton.LeftButton)
    settle()
    assert taken.read_bytes() == b"precious"
    assert start.room is None
    assert "taken.cxw" in start.telling._what.text()


def test_workshops_opened_lately_are_listed_and_open_again(start, open_window, tmp_path):
    path = tmp_path / "hotel.cxw"
    make_workshop(SESSIONS / "small_hotel.en.json", path, dated=False).close()
    assert start.files.open_path(path)
    start.close()
    again = open_window(None)
    row = again.start.recent.rows[0]
    assert "hotel" in texts(row)
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    settle()
    assert again.room.board.workshop["title"] == "Twelve rooms"


def test_a_workshop_that_is_gone_is_told_and_can_be_taken_off_the_list(start, settings, tmp_path):
    settings.remember_recent(tmp_path / "gone.cxw")
    start.start.recent.refresh()
    settle()
    row = start.start.recent.rows[0]
    assert "No longer there" in texts(row)
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    settle()
    assert "There is no file" in start.telling._what.text()
    QTest.mouseClick(start.start.recent.rows[0].forget, Qt.MouseButton.LeftButton)
    settle()
    assert start.start.recent.rows == [] and settings.recent() == []


def test_import_without_a_workshop_makes_one_first(start, chooses, tmp_path):
    source = tmp_path / "points.csv"
    source.write_text("Stage;Touchpoint\nChoosing;Site\nOrdering;App\n", "utf-8")
    chooses(tmp_path / "points.cxw")
    start.files.import_path(source)
    settle()
    assert start.room.document.path == tmp_path / "points.cxw"
    from cxworkshop.ui.dialogs.import_preview import ImportPreview

    dialog = start.findChild(ImportPreview)
    QTest.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)
    settle()
    assert [card.title for card in start.room.board.of_kind("touchpoint")] == ["Site", "App"]


def test_one_goes_back_from_the_start_screen_to_the_open_workshop(window):
    window.commands.by_id["start"].trigger()
    settle()
    assert window.start.isVisible() and not window.workspace.isVisible()
    QTest.mouseClick(window.start._back, Qt.MouseButton.LeftButton)
    settle()
    assert window.workspace.isVisible()


def test_the_language_is_chosen_on_the_start_screen(start):
    start.start._languages.buttons()[0].click()
    settle()
    assert "Начать с шаблона" in texts(start.start)


def test_no_two_examples_have_the_same_name(start):
    names = [tile.accessibleName() for tile in start.start.examples]
    assert len(set(names)) == len(EXAMPLES) and any(name.endswith("· cycle 2") for name in names)
