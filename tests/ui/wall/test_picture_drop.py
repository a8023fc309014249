"""A picture let go on the wall: a persona's face, or a refusal that says what pictures are for."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QColor, QImage

from tests.ui.conftest import Hand


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    image = QImage(900, 600, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    path = tmp_path / "annie.png"
    assert image.save(str(path))
    return path


def _carried(path: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    return data


def test_a_picture_dropped_on_a_persona_becomes_its_portrait_and_undo_takes_it_away(wall, photo):
    hand, room = Hand(wall), wall.room
    persona = next(card for card in wall.picture.boxes if room.board.card(card).kind == "persona")
    before = room.board.card(persona).get("portrait")
    hand.drop(_carried(photo), hand.at(persona))
    assert str(room.board.card(persona).get("portrait")).startswith("data:image/")
    assert room.board.card(persona).get("portrait") != before
    assert room.selection == (persona,)
    room.undo()
    assert room.board.card(persona).get("portrait") == before


def test_a_picture_dropped_elsewhere_changes_nothing_and_says_what_pictures_are_for(wall, photo):
    hand, room = Hand(wall), wall.room
    said: list[str] = []
    wall.hint_changed.connect(said.append)
    before = room.document.undo_label
    need = next(card for card in wall.picture.boxes if room.board.card(card).kind == "need")
    hand.drop(_carried(photo), hand.at(need))
    assert room.document.undo_label == before and "persona" in said[-1]


def test_a_file_that_only_calls_itself_a_picture_is_told(wall, tmp_path):
    hand, room = Hand(wall), wall.room
    path = tmp_path / "face.png"
    path.write_text("<svg/>")
    told: list[object] = []
    room.told.connect(told.append)
    persona = next(card for card in wall.picture.boxes if room.board.card(card).kind == "persona")
    before = room.board.card(persona).get("portrait")
    hand.drop(_carried(path), hand.at(persona))
    assert len(told) == 1 and room.board.card(persona).get("portrait") == before
