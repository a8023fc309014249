"""Where one was in a workshop is found again after a restart, and is no change of the workshop."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from cxworkshop.document import Document
from cxworkshop.model.folding import Folded
from cxworkshop.ui.main_window import MainWindow
from cxworkshop.ui.settings import MOST_PLACES, Settings
from tests.ui.window.conftest import settle


@pytest.fixture
def restart(settings: Settings) -> Iterator[Callable[[MainWindow], MainWindow]]:
    """Closes a window as a user does, and opens its workshop in a new one."""
    windows: list[MainWindow] = []

    def restarted(window: MainWindow, path: Path | None = None) -> MainWindow:
        own = window.the_room.document.path
        window.close()
        settle()
        again = MainWindow(settings)
        windows.append(again)
        again.resize(1366, 768)
        again.use(Document.open(path or own))
        again.wall.animated = False
        again.show()
        settle()
        return again

    yield restarted
    for window in windows:
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_zoom_and_place_are_found_again_after_a_restart(window, restart) -> None:
    window.wall.set_zoom(1.5)
    window.wall.scroll_to(320, 260)
    seen = window.wall.camera.seen
    again = restart(window)
    assert again.wall.zoom == 1.5
    assert (again.wall.camera.seen.x, again.wall.camera.seen.y) == pytest.approx((seen.x, seen.y), abs=1)


def test_what_is_folded_stays_folded_without_a_change_of_the_workshop(window, restart) -> None:
    stage = window.the_room.board.of_kind("stage")[1].id
    window.the_room.fold(Folded(frozenset({"problems"}), frozenset({stage})))
    depth, revision = window.the_room.document.undo_depth, window.the_room.document.revision
    again = restart(window)
    assert again.the_room.folded == Folded(frozenset({"problems"}), frozenset({stage}))
    assert (again.the_room.document.undo_depth, again.the_room.document.revision) == (depth, revision)


def test_step_and_view_are_found_again_and_the_wall_behind_them(window, restart) -> None:
    window.wall.set_zoom(0.5)
    window.the_room.go_to_step(7)
    window.the_workspace.views.choose("pains")
    again = restart(window)
    assert (again.the_room.step, again.the_room.view) == (7, "pains")
    assert list(again.the_workspace.views.pages) == ["pains"]
    again = restart(again)  # the wall was never looked at: its place is kept all the same
    again.the_room.show_view("wall")
    settle()
    assert again.wall.zoom == 0.5


def test_a_file_that_was_moved_is_known_again(window, restart, tmp_path) -> None:
    window.wall.set_zoom(0.67)
    own = window.the_room.document.path
    window.close()
    moved = own.rename(tmp_path / "elsewhere.cxw")
    assert restart(window, moved).wall.zoom == 0.67


def test_another_workshop_begins_at_its_own_place(window, open_window, tmp_path) -> None:
    window.wall.set_zoom(0.5)
    first = window.the_room.document.path
    other = Document.create(tmp_path / "other.cxw")
    window.use(other)
    assert window.the_room.view == "wall" and not window.the_room.folded
    window.wall.set_zoom(2.0)
    window.files.open_path(first)
    assert window.wall.zoom == 0.5


def test_a_stage_that_is_gone_is_not_folded(window, restart, settings) -> None:
    document = window.the_room.document
    window.close()
    settings.remember_place(document.identity, document.path, {"stages": ["gone"], "lanes": ["needs", 7], "zoom": "x"})
    again = restart(window)
    assert again.the_room.folded == Folded(frozenset({"needs"}), frozenset())
    assert again.wall.zoom == 1.0


def test_only_the_workshops_left_last_are_remembered(settings) -> None:
    for number in range(MOST_PLACES + 5):
        settings.remember_place(f"w{number}", Path("/x.cxw"), {"zoom": number})
    assert settings.place("w0", Path("/x.cxw")) == {}
    assert settings.place(f"w{MOST_PLACES + 4}", Path("/x.cxw")) == {"zoom": MOST_PLACES + 4}
