"""Files in and out of the window: the preview of an import, exports in a child process, what is told of both."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cxworkshop.actions import cards
from cxworkshop.exchange.options import ExportOptions
from cxworkshop.ui.beside.export_job import ExportJob
from cxworkshop.ui.dialogs.export import ExportDialog
from cxworkshop.ui.dialogs.import_preview import ImportPreview
from cxworkshop.ui.files import free_name
from tests.ui.window.conftest import TODAY, settle
from tests.ui.window.seen import texts

TABLE = "Этап;Точка контакта;Канал;Примечание\nВыбор;Сайт;веб;долго\nЗаказ;Приложение;телефон;быстро\n"


@pytest.fixture
def preview(window, tmp_path):
    """The preview of a Russian table as Excel on Windows saves it."""
    source = tmp_path / "точки.csv"
    source.write_bytes(TABLE.encode("cp1251"))
    window.files.import_path(source)
    settle()
    return window.findChild(ImportPreview)


def test_the_preview_says_what_was_seen_and_what_would_be_added(preview):
    assert preview.encodings.currentData() == "cp1251"
    assert preview.delimiters.currentData() == ";"
    assert preview.kinds.currentData() == "touchpoint"
    assert [chosen.currentData() for chosen in preview.table.lists][:3] == ["stage", "touchpoint", "touchpoint.channel"]
    assert preview.table.item(1, 1).text() == "Сайт"
    assert "Touchpoints: 2" in preview.adds.text()


def test_import_is_one_step_of_undo(window, preview):
    before, depth = window.room.board.snapshot(), window.room.document.undo_depth
    QTest.mouseClick(preview.yes, Qt.MouseButton.LeftButton)
    settle()
    assert {"Сайт", "Приложение"} <= {card.title for card in window.room.board.of_kind("touchpoint")}
    assert window.room.document.undo_depth == depth + 1
    window.room.undo()
    assert window.room.board.snapshot() == before


def test_nothing_is_added_when_the_preview_is_closed(window, preview):
    before = window.room.board.snapshot()
    QTest.mouseClick(preview.no, Qt.MouseButton.LeftButton)
    settle()
    assert window.room.board.snapshot() == before


def test_a_column_can_be_taken_for_something_else(window, preview):
    chosen = preview.table.lists[3]
    chosen.setCurrentIndex(chosen.findData("-"))
    chosen.activated.emit(chosen.currentIndex())
    settle()
    assert preview.table.lists[3].currentData() == "-"
    QTest.mouseClick(preview.yes, Qt.MouseButton.LeftButton)
    settle()
    site = next(card for card in window.room.board.of_kind("touchpoint") if card.title == "Сайт")
    assert "долго" not in site.note


def test_another_encoding_reads_the_table_otherwise(preview):
    preview.encodings.setCurrentIndex(preview.encodings.findData("koi8-r"))
    preview.encodings.activated.emit(preview.encodings.currentIndex())
    settle()
    assert preview.problem.isVisible() and not preview.yes.isEnabled(), "no heading can be read"
    preview.encodings.setCurrentIndex(preview.encodings.findData("cp1251"))
    preview.encodings.activated.emit(preview.encodings.currentIndex())
    settle()
    assert not preview.problem.isVisible() and preview.table.item(1, 1).text() == "Сайт"


def test_a_file_that_is_no_table_is_told_in_the_dialog_and_nothing_can_be_added(window, tmp_path):
    source = tmp_path / "broken.xlsx"
    source.write_bytes(b"PK\x03\x04 not a workbook")
    window.files.import_path(source)
    settle()
    dialog = window.findChild(ImportPreview)
    assert dialog.problem.isVisible() and "broken.xlsx" in dialog.problem.text()
    assert not dialog.yes.isEnabled()


def test_a_json_workshop_is_previewed_by_its_counts(window, tmp_path):
    source = tmp_path / "more.json"
    document = {"format": "cxworkshop", "version": 1, "cards": [{"id": "zz", "kind": "need", "title": "More"}]}
    source.write_text(json.dumps(document), "utf-8")
    window.files.import_path(source)
    settle()
    dialog = window.findChild(ImportPreview)
    assert not dialog.table.isVisible() and "Needs: 1" in dialog.adds.text()


def test_a_file_dropped_on_the_wall_opens_its_preview(window, tmp_path):
    source = tmp_path / "list.csv"
    source.write_text("Process;Depends on\nPack;Order\n", "utf-8")
    window.wall.files_dropped.emit([source])
    settle()
    assert window.findChild(ImportPreview) is not None


def test_the_report_is_written_beside_the_workshop_and_told(window, qtbot):
    path = window.room.document.path.with_suffix(".pdf")
    QTest.mouseClick(window.workspace.top.pdf, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(window.files.job.finished, timeout=60_000):
        assert "Writing" in window.telling._what.text()
    settle()
    assert path.read_bytes().startswith(b"%PDF")
    assert f"“{path.name}” is written." in texts(window.telling)
    assert "Open it" in texts(window.telling)


def test_the_window_lives_while_an_export_runs(window, qtbot, tmp_path):
    window.files.start_export(tmp_path / "out.json", ExportOptions(today=TODAY))
    with qtbot.waitSignal(window.files.job.finished, timeout=60_000):
        window.room.select(["n1"])
        settle()
        assert window.workspace.inspector.sheet is not None
    document = json.loads((tmp_path / "out.json").read_text("utf-8"))
    assert len(document["cards"]) == len(window.room.board.cards)


def test_an_export_cancelled_leaves_the_older_file_as_it_was(window, tmp_path):
    target = tmp_path / "out.pdf"
    target.write_bytes(b"older")
    window.files.start_export(target, ExportOptions(today=TODAY))
    next(button for button, _ in window.telling._offers if button.text() == "Cancel").click()
    settle()
    assert target.read_bytes() == b"older"
    assert "The export was cancelled." in texts(window.telling)
    assert window.files.job is None


def test_an_export_that_cannot_be_written_is_told(window, qtbot, tmp_path):
    window.files.start_export(tmp_path / "no such folder" / "out.json", ExportOptions(today=TODAY))
    with qtbot.waitSignal(window.files.job.failed, timeout=60_000):
        pass
    settle()
    assert "There is no folder" in window.telling._what.text()


def test_a_child_that_dies_is_told_as_an_export_that_stopped(window, qtbot, tmp_path):
    job = ExportJob(window.room.board, tmp_path / "out.json", ExportOptions(today=TODAY))
    with qtbot.waitSignal(job.failed, timeout=60_000) as told:
        job.start()
        job.child.process.kill()
    assert "the export stopped" in str(told.args[0])
    assert not (tmp_path / "out.json").exists()


def test_the_export_dialog_offers_what_a_format_heeds_and_remembers(window, tmp_path, monkeypatch, qtbot):
    window.files.export()
    settle()
    dialog = window.findChild(ExportDialog)
    assert dialog.suffix == "pdf" and dialog._paper.isVisible()
    dialog.choose("json")
    assert not dialog._paper.isVisible() and not dialog._language.isVisible() and dialog._names.isVisible()
    QTest.mouseClick(dialog.anonymise, Qt.MouseButton.LeftButton)
    target = tmp_path / "away"
    monkeypatch.setattr("cxworkshop.ui.dialogs.export.ask_where_to_save", lambda *_, **__: target)
    QTest.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(window.files.job.finished, timeout=60_000) as written:
        pass
    assert written.args[0].name == "away.json"
    assert window.settings.export_choices() == {"suffix": "json", "language": "en", "paper": "a4", "anonymise": True}


def test_a_name_that_is_taken_is_numbered(tmp_path):
    (tmp_path / "a.pdf").touch()
    (tmp_path / "a 2.pdf").touch()
    assert free_name(tmp_path / "a.pdf").name == "a 3.pdf"


def test_the_export_message_says_what_was_left_out(window, qtbot, tmp_path):
    window.room.do(lambda board: cards.add(board, "recording", "Said without consent"))
    window.files.start_export(tmp_path / "out.xlsx", ExportOptions(today=TODAY))
    with qtbot.waitSignal(window.files.job.finished, timeout=60_000):
        pass
    settle()
    assert "no consent: what was said or recorded there is left out." in window.telling._rest.text()
    assert str(tmp_path) in window.telling._rest.text()
