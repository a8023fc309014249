"""Who may open a workshop, and what everybody else is told; the bytes of a file that is refused stay as they were."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from cxworkshop.document import Document, check_file
from cxworkshop.errors import FileProblem, Told
from cxworkshop.i18n import Translator
from cxworkshop.store.connection import connect, identity
from cxworkshop.store.problems import InUse, NewerVersion, NotAWorkshop
from tests.store.small_workshops import by_another_program, rename, title, workshop

ANOTHER_PROCESS = """
import sys
from pathlib import Path
from cxworkshop.document import Document
from cxworkshop.errors import Told
open_it = Document.open_read_only if sys.argv[2] == "read" else Document.open
try:
    document = open_it(Path(sys.argv[1]))
except Told as problem:
    print(type(problem).__name__, problem)
else:
    print("opened", document.board.card("n1").title)
    document.close()
"""


def another_process(path: Path, how: str, checkout: Path, **more: Any) -> str:
    command = [sys.executable, "-c", ANOTHER_PROCESS, str(path), how]
    done = subprocess.run(command, cwd=checkout, capture_output=True, text=True, timeout=60, check=True, **more)
    return done.stdout


def test_a_second_opener_is_told_who_has_the_file(document, path, checkout):
    said = another_process(path, "write", checkout)
    assert said.startswith("InUse")
    assert "open elsewhere: " in said and "20" in said.split("open elsewhere: ")[1]


def test_a_second_opener_may_read_while_the_first_goes_on_writing(document, path, checkout):
    rename(document, "Новое")
    assert another_process(path, "read", checkout) == "opened Новое\n"
    rename(document, "Ещё новее")
    assert another_process(path, "read", checkout) == "opened Ещё новее\n"
    assert another_process(path, "write", checkout).startswith("InUse")


def test_after_closing_the_next_one_may_write(document, path, checkout):
    document.close()
    assert another_process(path, "write", checkout).startswith("opened")


def test_looking_again_in_the_same_process_neither_opens_nor_drops_the_lock(document, path, tmp_path, checkout):
    (tmp_path / "link.cxw").symlink_to(path)
    os.link(path, tmp_path / "hard.cxw")
    for name in (path, tmp_path / "link.cxw", tmp_path / "hard.cxw"):
        for look in (Document.open, Document.open_read_only, check_file, connect):
            with pytest.raises(InUse):
                look(name)
    assert another_process(path, "write", checkout).startswith("InUse"), "the lock was lost"
    assert another_process(tmp_path / "hard.cxw", "write", checkout).startswith("InUse"), "the lock was lost"
    rename(document, "Новое")


def test_a_database_tool_cannot_write_while_the_workshop_is_open(document, path):
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        other = "import sqlite3,sys; sqlite3.connect(sys.argv[1], timeout=0).execute('DELETE FROM card')"
        done = subprocess.run([sys.executable, "-c", other, str(path)], capture_output=True, text=True, check=False)
        raise sqlite3.OperationalError(done.stderr.splitlines()[-1])


def test_a_newer_version_is_refused_and_its_bytes_stay(path):
    by_another_program(path, "PRAGMA user_version = 2")
    before = path.read_bytes()
    for look in (Document.open, Document.open_read_only, check_file):
        with pytest.raises(NewerVersion, match="newer cxworkshop"):
            look(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"SQLite format 3\x00", "заметки".encode(), bytes(4096)])
def test_what_is_no_workshop_is_refused_and_its_bytes_stay(tmp_path, content):
    path = tmp_path / "a.cxw"
    path.write_bytes(content)
    with pytest.raises(NotAWorkshop):
        Document.open(path)
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_another_database_is_no_workshop(tmp_path):
    path = tmp_path / "a.cxw"
    by_another_program(path, "CREATE TABLE card(x); PRAGMA user_version = 1")
    before = path.read_bytes()
    with pytest.raises(NotAWorkshop):
        Document.open(path)
    assert path.read_bytes() == before


def test_a_missing_file_is_told_and_not_made(tmp_path):
    with pytest.raises(FileProblem, match="no file"):
        Document.open(tmp_path / "a.cxw")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_told(tmp_path):
    with pytest.raises(FileProblem, match="is a folder"):
        Document.open(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
@pytest.mark.timeout(10)
def test_a_pipe_is_refused_without_waiting_for_it(tmp_path):
    os.mkfifo(tmp_path / "a.cxw")
    with pytest.raises(NotAWorkshop):
        Document.open(tmp_path / "a.cxw")


def test_a_workshop_reached_through_a_link_is_worked_on_where_it_lies(path, tmp_path):
    far = tmp_path / "far"
    far.mkdir()
    link = far / "shortcut.cxw"
    link.symlink_to(path)
    document = Document.open(link)
    rename(document, "Новое")
    assert sorted(child.name for child in far.iterdir()) == ["shortcut.cxw"]
    document.close()
    assert link.is_symlink()
    document = Document.open(path)
    assert title(document) == "Новое"
    document.close()


@pytest.mark.skipif(not hasattr(os, "setuid"), reason="needs POSIX users")
@pytest.mark.parametrize("locked", ["file", "folder"])
def test_where_nothing_can_be_saved_opening_says_so_and_reading_works(path, locked, checkout, tmp_path):
    path.chmod(0o444 if locked == "file" else 0o666)
    tmp_path.chmod(0o777 if locked == "file" else 0o555)
    options = {"user": 65534, "group": 65534} if os.getuid() == 0 else {}  # root may write anywhere
    if options:
        for folder in tmp_path.parents[:3]:
            folder.chmod(folder.stat().st_mode | 0o055)
    try:
        said = another_process(path, "write", checkout, **options)
        assert said.startswith("FileProblem") and "cannot be opened" in said
        assert another_process(path, "read", checkout, **options).startswith("opened")
    finally:
        tmp_path.chmod(0o755)


def test_a_file_switched_to_write_ahead_logging_is_switched_back(path):
    by_another_program(path, "PRAGMA journal_mode = WAL; CREATE TABLE mine(x)")
    assert path.read_bytes()[18:20] == b"\x02\x02"
    document = Document.open(path)
    rename(document, "Новое")
    document.close()
    assert path.read_bytes()[18:20] == b"\x01\x01"
    assert list(path.parent.iterdir()) == [path]
    assert check_file(path) == []


def test_what_another_program_left_in_a_write_ahead_log_is_read(path, tmp_path):
    writer = sqlite3.connect(path)
    writer.execute("PRAGMA journal_mode = WAL")
    writer.execute("CREATE TABLE mine(x)")
    writer.commit()
    copy = tmp_path / "left" / "w.cxw"
    copy.parent.mkdir()
    for end in ("", "-wal"):  # as a killed program leaves them
        Path(f"{copy}{end}").write_bytes(Path(f"{path}{end}").read_bytes())
    writer.close()
    read = Document.open_read_only(copy)
    assert title(read) == "Получить свой кофе"
    document = Document.open(copy)
    assert document._file._sql.execute("SELECT count(*) FROM mine").fetchone() == (0,)
    document.close()


def test_a_hostile_file_with_write_ahead_logging_is_refused_with_its_bytes_as_they_were(path):
    by_another_program(path, "CREATE TRIGGER t AFTER UPDATE ON card BEGIN DELETE FROM card; END")
    by_another_program(path, "PRAGMA journal_mode = WAL")
    before = path.read_bytes()
    with pytest.raises(NotAWorkshop):
        Document.open(path)
    assert path.read_bytes() == before


def test_read_only_can_neither_change_nor_be_left_behind(path, tmp_path):
    read = Document.open_read_only(path)
    assert read.read_only
    with pytest.raises(FileProblem, match="reading only"):
        rename(read, "Новое")
    assert (read.undo(), read.redo(), title(read)) == (None, None, "Получить свой кофе")
    assert len(read.history()) == 3
    read.save_copy(tmp_path / "copy.cxw")
    copy = Document.open(tmp_path / "copy.cxw")
    assert copy.undo_depth == 3
    copy.close()


def test_the_note_of_who_has_it_open_is_gone_after_closing(document, path):
    notes = list(path.parent.glob(".~*"))
    assert [note.name for note in notes] == [".~w.cxw.open"]
    document.close()
    assert list(path.parent.iterdir()) == [path]


def test_the_note_is_never_written_through_a_link_laid_in_its_place(path, tmp_path):
    victim = tmp_path / "victim"
    victim.write_text("mine")
    (tmp_path / ".~w.cxw.open").symlink_to(victim)
    document = Document.open(path)
    document.close()
    assert victim.read_text() == "mine"


@pytest.mark.parametrize("note", ["", "[]", "{}", '{"user": []}', "\x1b[31m", "[" * 3000, '{"user":"\\u001b[2J"'])
def test_a_strange_note_disturbs_nobody(document, path, note, checkout):
    (path.parent / ".~w.cxw.open").write_text(note)
    said = another_process(path, "write", checkout)
    assert said.startswith("InUse") and "\x1b" not in said


def test_the_file_is_the_same_by_every_name_and_no_other(path, tmp_path):
    (tmp_path / "link.cxw").symlink_to(path)
    assert identity(path) == identity(tmp_path / "link.cxw") is not None
    assert identity(tmp_path / "none.cxw") is None
    assert identity(workshop(tmp_path / "other.cxw")) != identity(path)


def test_a_problem_is_told_in_russian_too(tmp_path):
    with pytest.raises(Told) as caught:
        Document.open(tmp_path / "нет.cxw")
    told = caught.value.told(Translator("ru"))
    assert told.startswith("Файла «") and told.endswith("Проверьте имя и папку.")


def test_a_hot_journal_is_rolled_back_and_the_counter_read_afterwards(path, tmp_path):
    """A crash in the middle of a change leaves the new header on the disk; the old one counts."""
    crashed = tmp_path / "crashed" / "w.cxw"
    crashed.parent.mkdir()
    with closing(sqlite3.connect(path, isolation_level=None)) as writer:
        writer.execute("PRAGMA cache_size = 1")
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("UPDATE card SET fields = fields || printf('%900000s', '')")
        copies = [(Path(f"{path}{end}"), Path(f"{crashed}{end}")) for end in ("", "-journal")]
        subprocess.run([sys.executable, "-c", COPY, *[str(name) for pair in copies for name in pair]], check=True)
        writer.execute("ROLLBACK")
    assert crashed.read_bytes() != path.read_bytes(), "nothing of the change had reached the disk"
    document = Document.open(crashed)
    assert title(document) == "Получить свой кофе"
    rename(document, "Новое")
    document.close()
    assert check_file(crashed) == []


COPY = "import shutil, sys; a = sys.argv; shutil.copyfile(a[1], a[2]); shutil.copyfile(a[3], a[4])"
