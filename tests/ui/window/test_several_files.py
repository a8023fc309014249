"""Several files let go over the window at once: one preview after the other, all or nothing of each."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from cxworkshop.paths import SESSIONS
from cxworkshop.ui.dialogs.import_preview import ImportPreview
from cxworkshop.ui.parts.buttons import Button
from cxworkshop.ui.speech import tr
from cxworkshop.ui.start.sources import make_workshop
from tests.ui.conftest import Hand
from tests.ui.window.conftest import settle


@pytest.fixture
def lists(tmp_path: Path) -> list[Path]:
    """Three lists of one need each."""
    paths = [tmp_path / f"{name}.csv" for name in "cab"]
    for path in paths:
        path.write_text(f"Need\nNeed of {path.stem}\n", "utf-8")
    return paths


def carried(paths: list[Path]) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def open_preview(window) -> ImportPreview | None:
    settle()
    return next((own for own in window.findChildren(ImportPreview) if own.isVisible()), None)


def press(button: Button) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()


def told(window) -> str:
    """What the window tells at its lower edge."""
    assert window.telling.problem is not None
    return " ".join(window.telling.problem.sentences(tr))


def titles(window) -> set[str]:
    return {card.title for card in window.the_room.board.of_kind("need")}


def test_lists_are_looked_at_one_after_the_other_by_name(window, lists):
    hand = Hand(window.wall)
    hand.drop(carried(lists), hand.cell("s1", "problems"))
    seen = []
    for _ in lists:
        preview = open_preview(window)
        seen.append(preview.heading.text())
        press(preview.yes)
    assert seen == [f"Import of {name}.csv ({k} of 3)" for k, name in enumerate("abc", 1)]
    assert open_preview(window) is None
    assert {"Need of a", "Need of b", "Need of c"} <= titles(window)
    assert "“a.csv”, “b.csv”, “c.csv”" in told(window)


def test_one_that_is_passed_over_changes_nothing_and_the_next_one_comes(window, lists):
    window.wall.files_dropped.emit(lists)
    press(open_preview(window).no)
    press(open_preview(window).yes)
    press(open_preview(window).no)
    assert open_preview(window) is None
    assert "Need of b" in titles(window) and not {"Need of a", "Need of c"} & titles(window)
    assert "“a.csv”, “c.csv”" in told(window)


def test_the_rest_can_be_cancelled(window, lists):
    window.wall.files_dropped.emit(lists)
    press(open_preview(window).yes)
    rest = next(own for own in open_preview(window).findChildren(Button) if own.text() == "Cancel the rest")
    press(rest)
    assert open_preview(window) is None
    assert "Need of a" in titles(window) and not {"Need of b", "Need of c"} & titles(window)


def test_a_list_that_cannot_be_read_does_not_stop_the_others(window, lists, tmp_path):
    broken = tmp_path / "aa.xlsx"
    broken.write_bytes(b"PK\x03\x04 not a workbook")
    window.wall.files_dropped.emit([*lists, broken])
    press(open_preview(window).yes)
    second = open_preview(window)
    assert second.problem.isVisible() and not second.yes.isEnabled()
    press(second.no)
    press(open_preview(window).yes)
    press(open_preview(window).yes)
    assert {"Need of a", "Need of b", "Need of c"} <= titles(window)


def test_lists_go_into_the_open_workshop_before_another_is_opened(window, lists, tmp_path):
    first = window.the_room.document.path
    path = tmp_path / "other.cxw"
    make_workshop(SESSIONS / "coffee_cycle2.en.json", path, dated=False).close()
    window.wall.files_dropped.emit([path, lists[0]])
    assert window.the_room.document.path == first
    press(open_preview(window).yes)
    assert window.the_room.document.path == path


def test_of_two_workshops_the_first_is_opened(window, tmp_path):
    paths = [tmp_path / "one.cxw", tmp_path / "two.cxw"]
    for path in paths:
        make_workshop(SESSIONS / "coffee_cycle2.en.json", path, dated=False).close()
    window.wall.files_dropped.emit(paths)
    settle()
    assert window.the_room.document.path == paths[0]
    assert "two.cxw" in told(window)


def test_pictures_in_the_lane_of_personas_are_personas_in_one_step(window, tmp_path):
    paths = [tmp_path / "one.png", tmp_path / "two.png", tmp_path / "three.png"]
    for path in paths[:2]:
        image = QImage(60, 60, QImage.Format.Format_RGB32)
        image.fill(QColor("#336699"))
        image.save(str(path))
    paths[2].write_text("no picture")
    room, hand = window.the_room, Hand(window.wall)
    before, depth = len(room.board.of_kind("persona")), room.document.undo_depth
    hand.drop(carried(paths), hand.cell("s6", "personas"))
    assert len(room.board.of_kind("persona")) == before + 2
    assert room.document.undo_depth == depth + 1
    assert "three.png" in told(window)
    room.undo()
    assert len(room.board.of_kind("persona")) == before
