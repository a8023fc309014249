"""What the file is: an SQLite database that anybody can read, with the safeguards really in force."""

from __future__ import annotations

import json
import os
import sqlite3
from contextlib import closing

import pytest

from cxworkshop.document import Document, check_file
from cxworkshop.errors import FileProblem
from cxworkshop.model.cards import KINDS
from cxworkshop.model.fields import FieldType
from cxworkshop.model.records import RECORD_TABLES, TABLES
from tests.store.small_workshops import rename, title, workshop


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "delete"),
        ("synchronous", 3),
        ("locking_mode", "exclusive"),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
    ],
)
def test_the_pragmas_are_in_force_on_the_open_file(document, pragma, value):
    assert document._file._sql.execute(f"PRAGMA {pragma}").fetchone() == (value,)


def test_every_table_is_strict(path):
    with closing(sqlite3.connect(path)) as connection:
        found = {row[1]: row[5] for row in connection.execute("PRAGMA table_list") if row[2] == "table"}
    ours = {name: strict for name, strict in found.items() if not name.startswith("sqlite_")}
    assert ours == dict.fromkeys([*TABLES, "change", "manifest"], 1)


def test_application_id_and_schema_version_are_in_the_header(path):
    head = path.read_bytes()[:100]
    assert head[68:72] == bytes.fromhex("43585753")
    assert int.from_bytes(head[60:64], "big") == 1


def test_one_view_a_kind_gives_every_field_but_pictures_a_column_to_plain_sqlite(path):
    with closing(sqlite3.connect(path)) as connection:
        for kind in KINDS.values():
            columns = [row[0] for row in connection.execute(f"SELECT * FROM v_{kind.name}").description]
            fields = [field.name for field in kind.all_fields if field.type is not FieldType.IMAGE]
            assert columns == ["id", *fields]
        need = connection.execute("SELECT title, stage, importance, satisfaction, sample FROM v_need").fetchall()
        assert need == [("Получить свой кофе", "s1", 9.5, 2, None)]
        assert connection.execute("SELECT selling FROM v_stage").fetchall() == [(1,)]
        assert connection.execute("SELECT role, hours, form FROM v_exposure").fetchall() == [("r1", 1.5, "direct")]
        assert connection.execute("SELECT source FROM v_link WHERE verb = 'owns'").fetchall() == [("r1",)]
        assert connection.execute("SELECT title, cycle FROM v_workshop").fetchall() == [("Кофе", 1)]
        views = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'view'")}
        assert {f"v_{table}" for table in RECORD_TABLES} <= views


def test_the_log_names_who_when_and_what(path):
    document = Document.open(path, author="Анна", room="Room 2")
    rename(document, "Новое")
    document.close()
    with closing(sqlite3.connect(path)) as connection:
        row = connection.execute(
            'SELECT seq, author, room, origin, refers, "group", label, deltas FROM change ORDER BY seq DESC'
        ).fetchone()
    deltas = [["card", "n1", {"title": "Получить свой кофе"}, {"title": "Новое"}]]
    assert row[:6] == (4, "Анна", "Room 2", "user", None, None)
    assert (json.loads(row[6]), json.loads(row[7])) == (["Rename", {}], deltas)


@pytest.mark.parametrize(
    "name",
    [
        "with space.cxw",
        "кофе.cxw",
        "100%.cxw",
        "a#b.cxw",
        "who?.cxw",
        "a%20b.cxw",
        "a&mode=ro.cxw",
        "'\".cxw",
        "x" * 236 + ".cxw",
    ],
)
def test_a_workshop_may_have_any_name(tmp_path, name):
    path = workshop(tmp_path / name)
    assert [child.name for child in tmp_path.iterdir()] == [name]
    document = Document.open(path)
    rename(document, "Новое")
    document.close()
    document = Document.open(path)
    assert title(document) == "Новое"
    document.close()


@pytest.mark.skipif(os.name != "posix", reason="names are bytes on POSIX only")
def test_a_workshop_may_have_a_name_that_is_no_text(tmp_path):
    path = workshop(tmp_path / os.fsdecode(b"caf\xe9.cxw"))
    assert check_file(path) == []


def test_a_workshop_may_be_reached_by_a_path_with_two_slashes(tmp_path):
    workshop(tmp_path / "w.cxw")
    document = Document.open(type(tmp_path)(f"/{tmp_path}/w.cxw"))
    assert title(document) == "Получить свой кофе"
    document.close()


def test_creating_refuses_a_name_that_is_taken_and_leaves_nothing_behind(tmp_path):
    taken = tmp_path / "notes.cxw"
    taken.write_bytes(b"mine")
    with pytest.raises(FileProblem, match="already a file"):
        Document.create(taken)
    assert taken.read_bytes() == b"mine"
    assert list(tmp_path.iterdir()) == [taken]


def test_creating_in_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(FileProblem):
        Document.create(tmp_path / "nowhere" / "w.cxw")


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX modes")
def test_a_new_workshop_is_a_plain_file_with_the_rights_the_user_gives_new_files(tmp_path):
    plain = tmp_path / "plain"
    plain.touch()
    assert workshop(tmp_path / "w.cxw").stat().st_mode == plain.stat().st_mode


def test_a_closed_workshop_is_one_file(path):
    assert list(path.parent.iterdir()) == [path]


def test_a_copy_through_the_open_connection_is_the_same_workshop_with_its_history(document, tmp_path):
    rename(document, "Новое")
    document.save_copy(tmp_path / "copy.cxw")
    rename(document, "Ещё новее")
    copy = Document.open(tmp_path / "copy.cxw")
    assert (title(copy), copy.undo_depth) == ("Новое", 4)
    copy.undo()
    assert title(copy) == "Получить свой кофе"
    copy.close()
    assert check_file(tmp_path / "copy.cxw") == []
    assert title(document) == "Ещё новее"


def test_a_copy_never_writes_over_a_file(document, tmp_path):
    taken = tmp_path / "taken.cxw"
    taken.write_bytes(b"mine")
    with pytest.raises(FileProblem, match="already a file"):
        document.save_copy(taken)
    assert taken.read_bytes() == b"mine"
