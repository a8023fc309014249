"""A recording's sheet where it cannot be played inside the window: it says why, and offers other programs."""

from __future__ import annotations

import wave
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from cxworkshop.actions import cards
from cxworkshop.ui.views.closeness import recording_sheet
from cxworkshop.ui.views.closeness.meetings_page import MeetingsPage
from cxworkshop.ui.views.closeness.player import can_play


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


@pytest.fixture
def page(room):
    page = MeetingsPage(room)
    page.resize(1050, 700)
    page.show()
    settle()
    return page


def opened(page, path: Path) -> recording_sheet.RecordingSheet:
    recording = next(iter(page.room.board.of_kind("recording"))).id
    page.room.do(lambda board: cards.edit(board, recording, file=str(path), clip_from=None, clip_to=None))
    page.room.select([recording])
    settle()
    assert isinstance(page.sheet, recording_sheet.RecordingSheet)
    return page.sheet


def test_without_multimedia_a_recording_is_offered_to_other_programs_only(page, tmp_path, monkeypatch):
    monkeypatch.setattr(recording_sheet, "can_play", lambda: False)
    with wave.open(str(tmp_path / "talk.wav"), "wb") as file:
        file.setparams((1, 2, 8000, 0, "NONE", ""))
        file.writeframes(bytes(16_000))
    sheet = opened(page, tmp_path / "talk.wav")
    assert sheet.play.isHidden() and not sheet.outside.isHidden() and sheet.player is None
    assert not sheet.how.isHidden() and "another program" in sheet.how.text()


@pytest.mark.skipif(not can_play(), reason="QtMultimedia cannot be loaded here: PySide6-Addons is optional")
def test_a_file_that_only_looks_like_sound_is_said_and_offered_outside(page, tmp_path, qtbot):
    (tmp_path / "broken.wav").write_bytes(b"no sound at all" * 40)
    sheet = opened(page, tmp_path / "broken.wav")
    sheet.play.click()
    qtbot.waitUntil(lambda: sheet.player is None, timeout=10_000)
    assert sheet.problem.text().startswith("It cannot be played here") and not sheet.outside.isHidden()


def test_a_clip_that_ends_before_it_begins_is_said(page, tmp_path):
    sheet = opened(page, tmp_path / "talk.wav")
    assert sheet.clip_problem.isHidden()
    page.room.do(lambda board: cards.edit(board, sheet.card_id, clip_from=90, clip_to=30))
    settle()
    assert not sheet.clip_problem.isHidden()
    page.room.do(lambda board: cards.edit(board, sheet.card_id, clip_to=120))
    settle()
    assert sheet.clip_problem.isHidden()
