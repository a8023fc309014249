"""When the disk refuses: the user is told; file, board, screen and undo stay as they were; the next change works."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cxworkshop.document import Change, Document, check_file
from cxworkshop.errors import Refused
from cxworkshop.i18n import Translator
from cxworkshop.model.changes import ChangeSet, Delta
from cxworkshop.store.problems import NotSaved
from tests.random_edits import digest, state_of
from tests.store.small_workshops import rename, renaming, title


def standing(document: Document) -> tuple[int, int, int]:
    return len(document.history()), document.undo_depth, digest(document.board)


def limit_the_file(document: Document, pages: int) -> None:
    """SQLite's own way to have no room left: the same error as from a full disk."""
    assert document._file is not None
    document._file._sql.execute(f"PRAGMA max_page_count = {pages}")


def fill_the_disk(document: Document) -> None:
    limit_the_file(document, pages=1)


def free_the_disk(document: Document) -> None:
    limit_the_file(document, pages=1_000_000)


def test_a_full_disk_is_told_and_changes_nothing(document):
    heard: list[Change] = []
    document.subscribe(heard.append)
    before = standing(document)
    fill_the_disk(document)
    with pytest.raises(NotSaved) as caught:
        rename(document, "x" * 100_000)
    assert caught.value.told(Translator("ru")) == (
        "Диск заполнен. Последнее изменение не сохранено, остальные целы. Освободите место и повторите его."
    )
    assert (standing(document), heard) == (before, [])


def test_after_a_full_disk_the_next_change_works_and_undo_goes_on(document, path):
    fill_the_disk(document)
    with pytest.raises(NotSaved):
        rename(document, "x" * 100_000)
    free_the_disk(document)
    rename(document, "Новое")
    document.undo()
    document.close()
    assert check_file(path) == []
    reopened = Document.open(path)
    assert (title(reopened), reopened.undo_depth) == ("Получить свой кофе", 3)
    reopened.close()


def test_an_undo_that_cannot_be_saved_changes_nothing_and_can_be_repeated(document):
    rename(document, "x" * 100_000)
    rename(document, "")
    before = standing(document)
    fill_the_disk(document)
    with pytest.raises(NotSaved):
        document.undo()
    assert standing(document) == before
    free_the_disk(document)
    document.undo()
    assert title(document) == "x" * 100_000


def test_a_value_that_cannot_be_written_leaves_no_transaction_open(document):
    broken = ChangeSet((Delta("card", "n1", {}, {"x": float("nan")}),))
    with pytest.raises(ValueError):
        document.apply(broken)
    rename(document, "Новое")
    assert title(document) == "Новое"


def test_a_change_that_no_longer_fits_is_refused_and_changes_nothing(document):
    late = renaming(document, "Поздно")
    rename(document, "Раньше")
    before = standing(document)
    with pytest.raises(Refused, match="no longer fits"):
        document.apply(late)
    assert standing(document) == before


def test_a_link_left_hanging_is_refused(document):
    need = document.board.card("n1")
    with pytest.raises(Refused, match="without its card"):
        document.apply(ChangeSet((Delta("card", "n1", need.fields, None),)))
    with pytest.raises(Refused, match="no such card"):
        fields = {"verb": "satisfies", "source": "v1", "target": "nobody"}
        document.apply(ChangeSet((Delta("link", "x", None, fields),)))


@pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody remove an open file")
def test_a_file_deleted_while_open_is_told_and_nothing_is_lost_in_memory(document, path, tmp_path):
    before = standing(document)
    path.unlink()
    with pytest.raises(NotSaved, match="no longer where it was opened"):
        rename(document, "Новое")
    assert standing(document) == before
    assert not path.exists(), "a new file in its place would look like the workshop"
    document.save_copy(tmp_path / "saved.cxw")
    saved = Document.open(tmp_path / "saved.cxw")
    assert state_of(saved.board) == state_of(document.board)
    saved.close()


@pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody move an open file")
def test_a_file_moved_away_and_put_back_takes_changes_again(document, path, tmp_path):
    path.rename(tmp_path / "elsewhere.cxw")
    with pytest.raises(NotSaved):
        rename(document, "Новое")
    (tmp_path / "elsewhere.cxw").rename(path)
    rename(document, "Новое")
    document.close()
    assert check_file(path) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody replace an open file")
def test_a_file_replaced_by_a_cloud_folder_is_told_and_the_new_one_is_not_touched(document, path, tmp_path):
    newer = tmp_path / "newer"
    newer.write_bytes(b"from the cloud")
    newer.replace(path)
    with pytest.raises(NotSaved):
        rename(document, "Новое")
    assert path.read_bytes() == b"from the cloud"


def test_a_file_overwritten_in_place_is_told(document, path):
    older = Path(f"{path}.older")
    subprocess.run(
        [sys.executable, "-c", "import shutil, sys; shutil.copyfile(*sys.argv[1:])", path, older], check=True
    )
    rename(document, "Новое")
    copied = "import sys; open(sys.argv[2], 'r+b').write(open(sys.argv[1], 'rb').read())"
    subprocess.run([sys.executable, "-c", copied, older, path], check=True)
    before = standing(document)
    with pytest.raises(NotSaved, match="wrote over"):
        rename(document, "Ещё новее")
    assert standing(document) == before


@pytest.mark.skipif(not hasattr(os, "setuid"), reason="needs POSIX limits")
def test_a_copy_or_a_new_file_that_finds_no_room_is_told_as_that_and_leaves_nothing_behind(path, checkout):
    command = [sys.executable, "-m", "tests.store.no_room_child", str(path)]
    done = subprocess.run(command, cwd=checkout, capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.splitlines() == ["FileProblem", "FileProblem", "saved"]
    assert list(path.parent.iterdir()) == [path]
    assert check_file(path) == []


TOLD = ("told The disk is full", "told The change could not be saved", "told The disk failed while")


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["write", "write-once", "sync-once"])
def test_whichever_write_fails_the_file_holds_what_the_screen_shows(path, kind, faulty_disk, checkout):
    """For a growing N the Nth write fails, or the Nth sync, whose work was done all the same."""
    whole, told = path.read_bytes(), 0
    for nth in range(1, 34) if kind == "sync-once" else range(1, 60, 3):
        path.write_bytes(whole)
        failures, stands = edits_on_a_faulty_disk(path, f"{kind}:{nth}", faulty_disk, checkout)
        document = Document.open(path)
        assert standing(document) == stands, failures
        document.close()
        assert check_file(path) == []
        assert all(line.startswith(TOLD) for line in failures), failures
        assert kind == "write" or len(failures) < 2, "one hiccup stops one change"
        told += len(failures)
    assert told > 3


def edits_on_a_faulty_disk(path: Path, fault: str, library: Path, checkout: Path) -> tuple[list[str], tuple[int, ...]]:
    """What the user was told, and what the screen showed at the end."""
    env = {**os.environ, "LD_PRELOAD": str(library), "DISK_FAULTS_MATCH": path.name, "DISK_FAULTS": fault}
    command = [sys.executable, "-m", "tests.store.faulty_disk_child", str(path)]
    done = subprocess.run(command, cwd=checkout, env=env, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    *failures, last = done.stdout.splitlines()
    return failures, tuple(int(word) for word in last.split()[1:])
