"""Long work leaves the window alive: large tables are read and exports written in processes that can be ended."""

from __future__ import annotations

import os
import time

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest

from cxworkshop.exchange.options import ExportOptions
from cxworkshop.ui.dialogs.import_preview import SEEN, ImportPreview
from cxworkshop.ui.parts.progress import ProgressLine
from tests.ui.window.conftest import TODAY, settle
from tests.ui.window.seen import texts

ROWS = 8_000


class Lateness:
    """How late the ticks of a 10 ms timer come, in milliseconds: what a user feels as a window that hangs."""

    def __init__(self):
        self.late = []
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(10)

    def _tick(self):
        now = time.perf_counter()
        self.late.append((now - self._last) * 1000 - 10)
        self._last = now


@pytest.fixture
def large(tmp_path):
    rows = "".join(
        f"{n};Процесс номер {n};{max(1, n - 3)};Отдел {n % 20};Система {n % 9}\n" for n in range(1, ROWS + 1)
    )
    source = tmp_path / "большая.csv"
    source.write_text("№;Процесс;Зависит от;Владелец;Система\n" + rows, "utf-8")
    return source


@pytest.fixture
def reading(window, large):
    """The preview of a large table while it is being read."""
    window.files.import_path(large)
    settle()
    dialog = window.findChild(ImportPreview)
    assert dialog.job is not None
    return dialog


def test_a_large_table_is_read_beside_the_window_which_stays_live(reading, qtbot):
    lateness, said, began = Lateness(), set(), time.perf_counter()
    reading.job.progressed.connect(lambda text, done, of: said.add((text, of)))
    assert reading.progress.isVisible() and not reading.yes.isEnabled() and reading.doing.text()
    qtbot.waitUntil(lambda: reading.job is None, timeout=60_000)
    assert f"Processes: {ROWS}" in reading.adds.text() and reading.yes.isEnabled()
    assert not reading.progress.isVisible() and not reading.doing.isVisible()
    assert ("Reading row {done} of {of}…", ROWS + 1) in said
    late = sorted(lateness.late)
    assert len(late) > 20 and late[int(len(late) * 0.95)] < 50, late[-10:]
    blocked = sum(one for one in late if one > 50) / 1000
    assert blocked < (time.perf_counter() - began) / 2, "read in the window, nearly all of the time is blocked"


def test_what_was_read_beside_the_window_is_added_whole_and_taken_back_in_one_step(window, reading, qtbot):
    before = window.room.board.snapshot()
    qtbot.waitUntil(lambda: reading.job is None, timeout=60_000)
    expected = dict(reading.plan.counts)
    QTest.mouseClick(reading.yes, Qt.MouseButton.LeftButton)
    settle()
    assert len(window.room.board.of_kind("process")) >= ROWS == expected["process"]
    window.room.undo()
    assert window.room.board.snapshot() == before


def test_the_window_says_that_it_is_adding_while_a_large_plan_is_added(window, reading, qtbot):
    qtbot.waitUntil(lambda: reading.job is None, timeout=60_000)
    seen = []
    window.room.document.subscribe(lambda _: seen.append((reading.doing.isVisible(), reading.doing.text())))
    reading.accept()
    many = len(reading.plan.changes.deltas)
    assert many > SEEN and seen == [(True, f"Adding {many} cards, links and records…")]


def test_a_large_plan_that_no_longer_fits_is_told_and_the_dialog_stays(window, reading, qtbot):
    qtbot.waitUntil(lambda: reading.job is None, timeout=60_000)
    window.room.document.apply(reading.plan.changes)
    reading.accept()
    assert reading.isVisible() and "no longer fits" in reading.problem.text()
    assert reading.yes.isEnabled() and not reading.doing.isVisible() and not reading.progress.isVisible()


def test_cancel_ends_the_reading_at_once_and_leaves_nothing(window, reading, qtbot):
    child = reading.job.child
    qtbot.waitUntil(lambda: child.process.processId() > 0, timeout=10_000)
    number, folder = child.process.processId(), child.folder
    before = window.room.board.snapshot()
    QTest.mouseClick(reading.no, Qt.MouseButton.LeftButton)
    assert_gone(number)
    assert not folder.exists() and window.room.board.snapshot() == before


def test_a_large_file_that_cannot_be_read_is_told_in_the_dialog(window, tmp_path, qtbot):
    source = tmp_path / "off.csv"
    source.write_text("Need;Importance\n" + "Coffee;5\n" * 3_000 + "Tea;12\n", "utf-8")
    window.files.import_path(source)
    dialog = window.findChild(ImportPreview)
    qtbot.waitUntil(lambda: dialog.job is None, timeout=60_000)
    assert dialog.problem.isVisible() and "Row 3002" in dialog.problem.text()
    assert not dialog.yes.isEnabled() and not dialog.progress.isVisible()


def test_a_reading_child_that_dies_is_told(reading, qtbot):
    qtbot.waitUntil(lambda: reading.job.child.process.processId() > 0, timeout=10_000)
    reading.job.child.process.kill()
    qtbot.waitUntil(lambda: reading.job is None, timeout=10_000)
    assert "Reading the file stopped." in reading.problem.text() and not reading.yes.isEnabled()


def test_an_export_says_what_it_is_doing(window, qtbot, tmp_path):
    window.files.start_export(tmp_path / "out.pdf", ExportOptions(today=TODAY))
    settle()
    assert window.telling.findChild(ProgressLine).isVisible()
    with qtbot.waitSignal(window.files.job.finished, timeout=60_000):
        qtbot.waitUntil(lambda: "Drawing the pages of the report…" in texts(window.telling), timeout=60_000)
        assert "Writing “out.pdf”…" in texts(window.telling)
    settle()
    assert not window.telling.findChild(ProgressLine).isVisible()


def test_a_cancelled_export_kills_its_child_and_leaves_no_half_file(window, qtbot, tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    window.files.start_export(folder / "out.pdf", ExportOptions(today=TODAY))
    job = window.files.job
    qtbot.waitUntil(lambda: job.child.process.processId() > 0, timeout=10_000)
    number, private = job.child.process.processId(), job.child.folder
    job._beside.write_bytes(b"%PDF half")  # where the child is to write first
    next(button for button, _ in window.telling._offers if button.text() == "Cancel").click()
    assert_gone(number)
    assert not list(folder.iterdir()) and not private.exists()


def assert_gone(number):
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)
