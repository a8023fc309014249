"""The window as a facilitator uses it: an example, the palette, the inspector, undo, journeys, steps, messages."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest

from cxworkshop.actions import cards, journeys, links
from cxworkshop.document import Document
from cxworkshop.errors import FileProblem
from cxworkshop.paths import SESSIONS
from cxworkshop.ui import mime
from cxworkshop.ui.crash_note import keep_crash_notes
from cxworkshop.ui.start.sources import make_workshop
from cxworkshop.ui.status_bar import counted
from cxworkshop.ui.theme import themes
from tests.ui.window.conftest import settle
from tests.ui.window.seen import texts


def test_the_window_shows_title_cycle_journeys_and_counts(window):
    workspace = window.workspace
    assert workspace.top.title.text() == "The coffee that never came"
    assert workspace.top.subtitle.text() == "Cycle 1 · saved"
    assert [button.accessibleName() for button in workspace.top.journeys.segments.buttons()] == [
        journey.title for journey in window.room.board.journeys()
    ]
    assert counted(window.room.board) in texts(workspace.status)


def test_the_window_is_titled_by_the_workshop(window):
    assert window.windowTitle() == "The coffee that never came — cxworkshop"


def test_a_new_title_typed_on_top_is_on_the_disk_and_can_be_undone(window, keyboard):
    field = window.workspace.top.title
    field.setFocus()
    field.selectAll()
    keyboard.type("Tea instead")
    keyboard.press(Qt.Key.Key_Return)
    assert window.room.board.workshop["title"] == "Tea instead"
    assert window.windowTitle().startswith("Tea instead")
    window.room.undo()
    settle()
    assert field.text() == "The coffee that never came"


def test_a_kind_pressed_twice_in_the_palette_becomes_a_card_ready_to_type(window, keyboard):
    before = window.room.board.count("need")
    tool = next(tool for tool in window.workspace.palette_panel.tools if tool.kind.name == "need")
    QTest.mouseDClick(tool, Qt.MouseButton.LeftButton)
    settle()
    keyboard.type("Warm coffee")
    keyboard.press(Qt.Key.Key_Return)
    assert window.room.board.count("need") == before + 1
    assert window.room.board.of_kind("need")[-1].title == "Warm coffee"


def test_the_key_of_a_kind_adds_a_card_of_it(window, keyboard):
    window.wall.setFocus()
    before = window.room.board.count("process")
    keyboard.press(Qt.Key.Key_6)
    assert window.room.board.count("process") == before + 1


def test_a_role_has_no_place_on_the_wall_and_is_titled_in_the_right_panel(window, keyboard):
    window.wall.setFocus()
    keyboard.press(Qt.Key.Key_8)
    keyboard.type("Couriers")
    window.wall.setFocus()
    settle()
    assert "Couriers" in [role.title for role in window.room.board.of_kind("role")]


def test_enter_on_a_focused_kind_adds_a_card_of_that_kind(window):
    before = window.room.board.count("problem")
    tool = next(tool for tool in window.workspace.palette_panel.tools if tool.kind.name == "problem")
    tool.setFocus()
    QTest.keyClick(tool, Qt.Key.Key_Return)
    settle()
    assert window.room.board.count("problem") == before + 1


def test_thoughts_without_a_stage_lie_beside_the_wall_and_move_to_where_they_are_dropped(window, hand_on):
    room, panel = window.room, window.workspace.palette_panel
    room.do(lambda board: cards.add(board, "note", "Who decides this?", card_id="thought", fields={"author": "Masha"}))
    settle()
    slip = next(slip for slip in panel.slips if slip.note.id == "thought")
    assert texts(slip) == ["Who decides this?", "Masha"]
    data = QMimeData()
    data.setData(mime.MOVE, b"thought")
    hand = hand_on(window.wall)
    hand.drop(data, hand.cell("s2", "touchpoints"))
    settle()
    assert room.board.card("thought").stage == "s2"
    assert "thought" not in [slip.note.id for slip in panel.slips]
    assert room.board.count("note") == 2, "moved, not copied"


def test_the_status_line_says_what_undo_would_take_back_and_does_it(window):
    window.room.do(lambda board: cards.edit(board, "n1", importance=3))
    settle()
    status = window.workspace.status
    assert any(text.startswith("Undo: Edit “") for text in texts(status))
    status._undo.click()
    settle()
    assert window.room.board.card("n1").get("importance") == 10


def test_counts_speak_the_plural_of_their_number(open_window):
    window = open_window(language="ru")
    board = window.room.board
    for left, said in ((22, "22 связи"), (21, "21 связь"), (20, "20 связей")):
        keys = [link.key for link in board.links()][left:]
        window.room.do(lambda board, keys=keys: links.disconnect(board, keys))
        assert counted(board).startswith("8 этапов · ") and counted(board).endswith(said)


def test_a_step_with_enough_has_a_check_mark_and_loses_it_with_its_cards(window):
    steps = {button.step.number: button for button in window.workspace.steps.steps}
    assert steps[9].done
    assert steps[6].current and steps[6].isChecked()
    objectives = [objective.id for objective in window.room.board.of_kind("objective")]
    window.room.do(lambda board: cards.delete(board, objectives))
    window.workspace.steps.refresh()
    assert not steps[9].done


def test_pressing_a_step_turns_the_room_to_it_and_the_panel_says_what_to_do(window):
    QTest.mouseClick(window.workspace.steps.steps[3], Qt.MouseButton.LeftButton)
    settle()
    assert window.room.step == 4
    assert "What do people need here?" in texts(window.workspace.inspector)


def test_pressing_a_journey_turns_the_wall(window):
    own = window.room.board.journeys()
    QTest.mouseClick(window.workspace.top.journeys.segments.buttons()[1], Qt.MouseButton.LeftButton)
    assert window.room.journey == own[1].id


def test_a_new_employee_journey_is_shown_and_its_title_is_ready_to_type(window, keyboard):
    window.commands.by_id["add_employee_journey"].trigger()
    settle()
    journey = window.room.board.card(window.room.journey)
    assert journey.get("side") == "internal"
    keyboard.type("The night shift")
    window.wall.setFocus()
    settle()
    assert window.room.board.card(journey.id).title == "The night shift"


def test_many_journeys_are_offered_in_a_list(window):
    for number in range(3):
        window.room.do(lambda board, number=number: journeys.add(board, f"Journey {number}"))
    settle()
    switch = window.workspace.top.journeys
    assert switch.list.isVisible() and not switch.segments.isVisible()
    assert switch.list.count() == 5


def test_an_error_is_told_on_top_of_the_window_and_can_be_closed(window):
    window.room.told.emit(FileProblem("The disk is full.", "All earlier changes are safe.", "Free some space."))
    settle()
    assert texts(window.telling)[:2] == ["The disk is full.", "All earlier changes are safe. Free some space."]
    QTest.mouseClick(window.telling._close, Qt.MouseButton.LeftButton)
    assert not window.telling.isVisible()


def test_markup_in_a_message_is_shown_as_it_is_written(window):
    window.tell(FileProblem("“{name}” is not a cxworkshop file.", name="<b>bold</b>.cxw"))
    settle()
    assert "“<b>bold</b>.cxw” is not a cxworkshop file." in texts(window.telling)
    assert window.telling._what.textFormat() == Qt.TextFormat.PlainText


@pytest.fixture
def hotel(tmp_path):
    """A workshop nobody has open."""
    path = tmp_path / "hotel.cxw"
    make_workshop(SESSIONS / "small_hotel.en.json", path, dated=False).close()
    return path


@pytest.fixture
def hotel_in_use(hotel):
    """A workshop that another process has open."""
    hold = "import sys; from pathlib import Path; from cxworkshop.document import Document; "
    hold += "own = Document.open(Path(sys.argv[1])); print('open', flush=True); sys.stdin.read()"
    process = subprocess.Popen(
        [sys.executable, "-c", hold, str(hotel)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout.readline() == "open\n"
    yield hotel
    process.communicate("", timeout=20)


def test_a_workshop_open_elsewhere_is_offered_for_reading(window, hotel_in_use):
    assert not window.files.open_path(hotel_in_use)
    assert "“hotel.cxw” is open" in window.telling._what.text()
    offered(window, "Open for reading only").click()
    settle()
    assert window.room.document.read_only
    assert window.room.board.workshop["title"] == "Twelve rooms"
    assert "This workshop is open for reading only." in texts(window.telling)


def offered(window, text):
    """The button below a message that says `text`."""
    return next(button for button, _ in window.telling._offers if button.text() == text)


def test_a_workshop_open_for_reading_cannot_be_changed_anywhere(open_window, hotel):
    other = open_window(None)
    other.use(Document.open_read_only(hotel))
    other.room.select(["n1"])
    settle()
    editing = ["undo", "cut", "paste", "delete", "duplicate", "add_need", "link", "add_stage", "edit_title", "import"]
    assert [name for name in editing if other.commands.by_id[name].isEnabled()] == []
    assert not any(tool.isEnabled() for tool in other.workspace.palette_panel.tools)
    sheet = other.workspace.inspector.sheet
    assert sheet.forms[0].editors["title"].text.isReadOnly()
    assert not sheet.links.add.isVisible()
    assert other.workspace.top.subtitle.text() == "Cycle 1 · for reading only"


def test_a_copy_of_a_workshop_open_for_reading_can_be_worked_on(open_window, hotel, tmp_path, monkeypatch):
    other = open_window(None)
    other.use(Document.open_read_only(hotel))
    before = other.room.board.snapshot()
    target = tmp_path / "mine.cxw"
    monkeypatch.setattr("cxworkshop.ui.files.ask_where_to_save", lambda *_, **__: target)
    other.files.save_copy()
    settle()
    assert not other.room.document.read_only
    assert other.room.document.path == target
    assert other.room.board.snapshot() == before


def test_a_file_that_is_no_workshop_is_told_and_the_open_one_stays(window, tmp_path):
    strange = tmp_path / "photo.cxw"
    strange.write_bytes(b"not a database at all" * 100)
    before = window.room.board.snapshot()
    assert not window.files.open_path(strange)
    assert "photo.cxw" in window.telling._what.text()
    assert window.room.board.snapshot() == before
    assert strange.read_bytes() == b"not a database at all" * 100


def test_a_file_edited_by_another_program_is_named_and_can_be_accepted(window, hotel):
    with sqlite3.connect(hotel) as connection:
        connection.execute("update card set fields = json_set(fields, '$.title', 'Changed by hand') where key = 'n1'")
    connection.close()
    assert not window.files.open_path(hotel)
    assert "edited by another program" in window.telling._what.text()
    offered(window, "Accept these edits").click()
    settle()
    assert window.room.document.path == hotel
    assert window.room.board.card("n1").title == "Changed by hand"


def test_panels_fold_away_and_stay_away(window, open_window, settings):
    window.commands.by_id["left_panel"].trigger()
    assert not window.workspace.palette_panel.isVisible()
    again = open_window()
    assert not again.workspace.palette_panel.isVisible()
    assert again.workspace.inspector.isVisible()


@pytest.mark.parametrize("width", [1024, 1366, 1920])
@pytest.mark.parametrize("language", ["ru", "en"])
def test_nothing_in_the_bars_is_cut_off(open_window, width, language):
    window = open_window(language=language, width=width)
    for bar in (window.workspace.top, window.workspace.status):
        for child in bar.children():
            if getattr(child, "isVisible", lambda: False)():
                assert child.x() >= 0 and child.x() + child.width() <= bar.width(), child
                if hasattr(child, "icon") and child.text():
                    picture = 0 if child.icon().isNull() else child.iconSize().width()
                    needed = child.fontMetrics().horizontalAdvance(child.text()) + picture
                    assert child.width() >= needed, child.text()
    for button in window.workspace.steps.steps:
        assert button.width() >= 34


def test_a_bug_becomes_a_note_and_a_calm_line(window, settings, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    keep_crash_notes(window)
    try:
        raise ZeroDivisionError("in the middle of a step")
    except ZeroDivisionError as bug:
        sys.excepthook(type(bug), bug, bug.__traceback__)
    notes = list(Path(settings.folder / "crashes").glob("*.txt"))
    assert len(notes) == 1
    assert "in the middle of a step" in notes[0].read_text("utf-8")
    assert "ZeroDivisionError" in window.telling._what.text()
    assert "Traceback" not in " ".join(texts(window))


def test_no_part_of_the_window_ever_stands_in_a_window_of_its_own(window, qapp):
    for selection in (["n1"], ["x1"], ["t1", "t2"], ["j1"], []):
        window.room.select(selection)
        settle()
        assert [widget for widget in qapp.topLevelWidgets() if widget.isVisible()] == [window]


def test_kinds_in_the_palette_are_faint_only_where_nothing_can_be_added(window, open_window, hotel):
    def ink(of):
        label = of.workspace.palette_panel.tools[0]._name
        return label.palette().color(label.foregroundRole()).name()

    assert ink(window) == themes.current.text.lower()
    other = open_window(None)
    other.use(Document.open_read_only(hotel))
    settle()
    assert ink(other) == themes.current.faint.lower()
