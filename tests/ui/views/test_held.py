"""The next cycle begun in the window, and what held: opened with, compared, shown to the room."""

from __future__ import annotations

import datetime
import hashlib
from pathlib import Path

import pytest

from cxworkshop.actions import cards, improvements, readings
from cxworkshop.document import Document
from cxworkshop.model.draft import Draft
from cxworkshop.paths import SESSIONS
from cxworkshop.ui.dialogs import next_cycle as dialog_of_next
from cxworkshop.ui.dialogs import other_cycle
from cxworkshop.ui.dialogs.next_cycle import NextCycleDialog
from cxworkshop.ui.start.sources import make_workshop
from cxworkshop.ui.views.cycle import page as page_of_held
from cxworkshop.ui.views.cycle.page import HeldPage
from tests.ui.window.conftest import settle
from tests.ui.window.seen import texts


def file_of(tmp_path: Path, example: str) -> Path:
    path = tmp_path / f"{example}.file.cxw"
    make_workshop_from(example, path).close()
    return path


def make_workshop_from(example: str, path: Path) -> Document:
    return make_workshop(SESSIONS / f"{example}.en.json", path, dated=False)


def held_page(window) -> HeldPage:
    page = window.workspace.views.page
    assert isinstance(page, HeldPage)
    return page


@pytest.fixture
def second(open_window, tmp_path):
    """The window opened on the second cycle of the coffee example."""
    window = open_window(None)
    assert window.files.open_path(file_of(tmp_path, "coffee_cycle2"))
    window.room.today = lambda: datetime.date(2027, 2, 22)
    settle()
    window.workspace.views.page.refresh()
    return window


def test_a_second_cycle_opens_with_what_held(second):
    assert second.room.view == "held"
    assert held_page(second).headline.text() == "Held: 1, slipping: 1, rolled back: 1"


def test_a_first_cycle_opens_with_the_wall(open_window, tmp_path):
    window = open_window(None)
    window.files.open_path(file_of(tmp_path, "coffee"))
    assert window.room.view == "wall"


def test_without_the_old_file_it_tells_what_the_touchpoints_remember(second):
    said = texts(held_page(second))
    assert any("remember of the cycle before" in text for text in said)
    assert any("Support chat" in text and "−5 before, 2 now" in text for text in said)


def test_with_the_old_file_needs_processes_and_kpis_are_told_too(second, tmp_path, monkeypatch):
    old = file_of(tmp_path, "coffee")
    monkeypatch.setattr(other_cycle, "ask_for_file", lambda *_: old)
    second.commands.by_id["compare"].trigger()
    settle()
    page = held_page(second)
    said = texts(page)
    assert "Needs" in said and "Processes" in said and "KPIs" in said
    assert any("cycle 1" in text and "cycle 2" in text for text in said)


def test_the_file_compared_with_is_read_and_not_touched(second, tmp_path, monkeypatch):
    old = file_of(tmp_path, "coffee")
    before = hashlib.sha256(old.read_bytes()).hexdigest()
    monkeypatch.setattr(other_cycle, "ask_for_file", lambda *_: old)
    second.files.compare()
    assert hashlib.sha256(old.read_bytes()).hexdigest() == before


def test_a_file_that_is_no_workshop_is_told_and_what_was_shown_stays(second, tmp_path, monkeypatch):
    strange = tmp_path / "strange.cxw"
    strange.write_text("nothing of ours")
    monkeypatch.setattr(other_cycle, "ask_for_file", lambda *_: strange)
    second.files.compare()
    assert second.telling.isVisible()
    assert held_page(second).chosen is None


def test_next_cycle_writes_a_new_file_opens_it_and_leaves_the_old_as_it_is(open_window, tmp_path, monkeypatch):
    window = open_window()
    old, target = window.room.document.path, tmp_path / "next.cxw"
    before = window.room.board.snapshot()
    monkeypatch.setattr(window.files, "ask_new", lambda *_: target)
    dialog = NextCycleDialog(window.files)
    dialog.accept()
    settle()
    assert window.room.document.path == target and window.room.board.workshop["cycle"] == 2
    assert window.room.view == "held"
    assert any("Nothing changed." in text for text in texts(held_page(window)))
    assert Document.open_read_only(old).board.snapshot() == before


def test_scores_can_be_cleared_and_the_ghost_stays(open_window, tmp_path, monkeypatch):
    window = open_window()
    monkeypatch.setattr(window.files, "ask_new", lambda *_: tmp_path / "next.cxw")
    dialog = NextCycleDialog(window.files)
    dialog.scores.show_value(True)
    dialog.accept()
    card = window.room.board.card("t1")
    assert card.get("experience") is None and card.get("previous_experience") is not None


def test_a_file_that_is_there_is_never_overwritten(open_window, tmp_path, monkeypatch):
    window = open_window()
    target = tmp_path / "there.cxw"
    target.write_text("somebody's")
    old = window.room.document.path
    monkeypatch.setattr(window.files, "ask_new", lambda *_: target)
    dialog = NextCycleDialog(window.files)
    dialog.show()
    dialog.accept()
    assert dialog.problem.isVisible() and target.read_text() == "somebody's"
    assert window.room.document.path == old
    dialog.reject()


def test_the_next_cycle_is_proposed_beside_the_old_file_under_its_name(open_window, tmp_path, monkeypatch):
    window = open_window()
    window.settings.last_folder = tmp_path / "elsewhere"
    (tmp_path / "elsewhere").mkdir()
    old = window.room.document.path
    asked = []
    monkeypatch.setattr(
        "cxworkshop.ui.files.ask_where_to_save", lambda _, __, proposed, *___, **____: asked.append(proposed)
    )
    dialog = NextCycleDialog(window.files)
    dialog.accept()
    (old.parent / f"{old.stem}, cycle 2.cxw").write_text("somebody's")
    dialog.accept()
    dialog.reject()
    assert asked == [old.with_name(f"{old.stem}, cycle 2.cxw"), old.with_name(f"{old.stem}, cycle 2 2.cxw")]


@pytest.mark.parametrize("stem", ["Coffee", "Coffee, cycle 2", "Coffee, цикл 2"])
def test_the_number_of_the_last_cycle_gives_way_to_the_next(stem):
    assert dialog_of_next.proposed_name(stem, 3) == "Coffee, cycle 3"


def test_the_dialog_says_what_comes_along_and_what_stays(window_on_coffee):
    said = dialog_of_next.told_carried(window_on_coffee.room.board)
    assert any(str(len(window_on_coffee.room.board.cards)) in line for line in said)
    assert any("stay behind" in line for line in said)


@pytest.fixture
def window_on_coffee(open_window):
    return open_window()


def test_chips_and_moves_stay_inside_with_200_improvements_and_long_titles(second):
    page = held_page(second)
    long = "A title as long as people write them " * 4
    for own in list(page.drawing().states)[:3]:
        second.room.do(lambda board, own=own: cards.edit(board, own, title=long))
    settle()
    page.chart.grab()
    assert page.chart.spots
    assert all(spot.area.right() <= page.chart.width() + 1 for spot in page.chart.spots)


def test_improvements_beyond_the_first_of_a_state_are_counted_and_shown_on_demand(second, monkeypatch):
    page = held_page(second)
    monkeypatch.setattr(page_of_held, "_FEW", 1)
    for name in ("one", "two"):
        second.room.do(lambda b, name=name: improvements.improve(b, [], name, improvement_id=name))
        second.room.do(
            lambda b, name=name: improvements.add_safeguard(b, name, "Minutes", "<= 5", 30, safeguard_id=f"g-{name}")
        )
        second.room.do(lambda b, name=name: readings.add(b, f"g-{name}", "2027-02-20", 4))
    settle()
    page.chart.grab()
    shown = {spot.card for spot in page.chart.spots}
    assert not {"one", "two"} & shown
    assert page.every.isVisible() and page.every.text() == "Show 2 more improvements"
    page.every.click()
    settle()
    page.chart.grab()
    assert {"one", "two"} < {spot.card for spot in page.chart.spots}
    assert page.every.isHidden()


def test_what_is_marked_as_sliding_without_a_reading_is_said_below(second):
    second.room.do(lambda board: improvements.improve(board, [], "Marked", improvement_id="new"))
    assert held_page(second).marked.isHidden()
    second.room.document.apply(marked_change(second.room.board, "new"))
    settle()
    assert "1 more is marked as sliding back" in held_page(second).marked.text()
    second.room.undo()
    settle()
    assert held_page(second).marked.isHidden()


def marked_change(board, card):
    """Of a status that came from elsewhere: an import is not held to the safeguards."""
    draft = Draft(board)
    draft.set("card", card, status="slipping")
    return draft.changes("Import")


def test_a_chip_says_its_newest_reading_limit_and_formula(second):
    page = held_page(second)
    page.chart.grab()
    tips = [spot.tip for spot in page.chart.spots if spot.card in page.drawing().states]
    assert len(tips) == 3 and all("slipping: the newest reading" in tip for tip in tips)


def test_what_is_left_out_is_shown_on_demand(second, tmp_path, monkeypatch):
    monkeypatch.setattr(other_cycle, "ask_for_file", lambda *_: file_of(tmp_path, "coffee"))
    second.files.compare()
    page = held_page(second)
    before = len(texts(page))
    page._show_whole()
    settle()
    assert len(texts(page)) > before


def test_the_file_compared_with_is_found_again_without_asking(second, tmp_path, monkeypatch, open_window):
    old, asked = file_of(tmp_path, "coffee"), []
    monkeypatch.setattr(other_cycle, "ask_for_file", lambda *_: asked.append(1) or old)
    second.files.compare()
    here = second.room.document.path
    second.close()
    again = open_window(None)
    assert again.files.open_path(here)
    settle()
    again.room.show_view("held")
    settle()
    assert held_page(again).chosen is not None and held_page(again).chosen.path == old
    again.files.compare()
    assert len(asked) == 1
    held_page(again).choose.click()
    assert len(asked) == 2, "another one may be chosen all the same"


def test_a_file_compared_with_that_was_moved_is_said_and_asked_for_again(second, tmp_path, monkeypatch, open_window):
    old, asked = file_of(tmp_path, "coffee"), []
    monkeypatch.setattr(other_cycle, "ask_for_file", lambda *_: asked.append(1) or old)
    second.files.compare()
    here = second.room.document.path
    second.close()
    moved = tmp_path / "elsewhere.cxw"
    old.rename(moved)
    again = open_window(None)
    assert again.files.open_path(here)
    again.room.show_view("held")
    settle()
    assert old.name in held_page(again).between.text() and held_page(again).chosen is None
    monkeypatch.setattr(other_cycle, "ask_for_file", lambda *_: moved)
    again.files.compare()
    settle()
    assert held_page(again).chosen.path == moved and old.name not in held_page(again).between.text()


def test_in_a_first_cycle_the_next_one_begins_with_a_press_here(open_window):
    window = open_window("coffee")
    window.workspace.views.choose("held")
    settle()
    page = held_page(window)
    assert page.begin.isVisible()
    page.begin.click()
    (dialog,) = window.findChildren(NextCycleDialog)
    assert dialog.isVisible()
    dialog.reject()


def test_a_later_cycle_is_compared_first(second):
    assert not held_page(second).begin.isVisible()
