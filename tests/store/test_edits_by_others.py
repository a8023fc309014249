"""Edits made with another SQLite program: told apart from damage, named, accepted into the log, and undone like any."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing

import pytest

from cxworkshop.document import Document, accept_edits, check_file
from cxworkshop.errors import FileProblem
from cxworkshop.model.records import link_key
from cxworkshop.store.problems import Damaged, EditedElsewhere
from tests.random_edits import state_of
from tests.store.small_workshops import by_another_program, bytes_changed, rename, title

RENAME = "UPDATE card SET fields = json_set(fields, '$.title', 'Правка') WHERE key = 'n1'"


def state(path):
    return state_of(Document.open_read_only(path).board)


def test_an_edit_is_found_and_named_and_nothing_is_changed(path):
    by_another_program(path, RENAME)
    before = path.read_bytes()
    with pytest.raises(EditedElsewhere, match="edited by another program: card 'n1'"):
        Document.open(path)
    with pytest.raises(EditedElsewhere):
        check_file(path)
    assert path.read_bytes() == before


def test_an_accepted_edit_is_in_the_log_and_can_be_undone(path):
    by_another_program(path, RENAME)
    edits = accept_edits(path)
    assert [(delta.key, delta.before, delta.after) for delta in edits.deltas] == [
        ("n1", {"title": "Получить свой кофе"}, {"title": "Правка"})
    ]
    assert check_file(path) == []
    document = Document.open(path)
    assert title(document) == "Правка"
    assert (document.history()[-1].origin, document.undo_depth) == ("import", 4)
    document.undo()
    assert title(document) == "Получить свой кофе"
    document.redo()
    document.close()
    assert check_file(path) == []


def test_a_card_and_a_link_added_by_hand_are_accepted_and_the_link_gets_its_own_key(path):
    by_another_program(
        path,
        """INSERT INTO card VALUES ('v2', 'value', '{"title": "Ещё"}', 0);
           INSERT INTO link VALUES ('whatever', 'satisfies', 'v2', 'n1', '{}', 0);
           DELETE FROM vote;""",
    )
    accept_edits(path)
    assert check_file(path) == []
    document = Document.open(path)
    key = link_key("satisfies", "v2", "n1")
    assert document.board.find("v2") is not None and document.board.get("link", key) is not None
    assert list(document.board.records("vote")) == []
    document.undo()
    assert document.board.find("v2") is None and document.board.get("link", key) is None
    assert len(list(document.board.records("vote"))) == 1
    document.close()


@pytest.mark.parametrize(
    "script",
    [
        "UPDATE card SET fields = json_set(fields, '$.importance', 99) WHERE key = 'n1'",
        "UPDATE card SET kind = 'wizard' WHERE key = 'n1'",
        "DELETE FROM card WHERE key = 'n1'",
        "UPDATE card SET fields = 'no json' WHERE key = 'n1'",
        "UPDATE link SET verb = 'hates'",
        "UPDATE change SET deltas = 'no json' WHERE seq = 2",
    ],
)
def test_an_edit_that_makes_no_workshop_is_not_accepted_and_says_why(path, script):
    by_another_program(path, f"PRAGMA foreign_keys = OFF; {script}")
    before = path.read_bytes()
    with pytest.raises(Damaged):
        accept_edits(path)
    assert path.read_bytes() == before


def test_an_edited_log_is_accepted_with_what_it_says_now(path):
    by_another_program(path, "UPDATE change SET author = 'Анна' WHERE seq = 2; DELETE FROM change WHERE seq = 3")
    with pytest.raises(EditedElsewhere):
        Document.open(path)
    edits = accept_edits(path)
    assert edits.touched("exposure") == {"e1"}, "what the deleted row had made is logged anew"
    document = Document.open(path)
    assert document.history()[1].author == "Анна"
    document.close()
    assert check_file(path) == []


def test_accepting_what_nobody_edited_changes_nothing_that_can_be_seen(path):
    before = state(path)
    assert not accept_edits(path)
    assert state(path) == before
    assert check_file(path) == []


def test_after_accepting_damage_is_damage_again(path):
    by_another_program(path, RENAME)
    accept_edits(path)
    bytes_changed(path, "Бариста".encode(), "Баристы".encode())
    with pytest.raises(Damaged) as caught:
        Document.open(path)
    assert not isinstance(caught.value, EditedElsewhere)
    with pytest.raises(Damaged):
        accept_edits(path)


def last_said_to_be(path) -> type[FileProblem]:
    """Damage a letter and see what the file is said to be: that shows whether the counter is kept right."""
    bytes_changed(path, "Бариста".encode(), "Баристы".encode())
    with pytest.raises(Damaged) as caught:
        Document.open(path)
    return type(caught.value)


def write_twice(path):
    document = Document.open(path)
    rename(document, "1")
    rename(document, "2")
    document.close()


def only_look(path):
    Document.open(path).close()
    Document.open_read_only(path)
    check_file(path)


def fail_to_write(path):
    document = Document.open(path)
    document._file._sql.execute("PRAGMA max_page_count = 1")
    with pytest.raises(FileProblem):
        rename(document, "x" * 100_000)
    document._file._sql.execute("PRAGMA max_page_count = 100000")
    rename(document, "1")
    with pytest.raises(ValueError):
        document._file.write([("card", "n1", {"kind": "need", "x": float("nan")})], [])
    rename(document, "2")
    document.close()


def copied(path):
    shutil.copy(path, path.with_name("cloud.cxw"))
    shutil.copy(path.with_name("cloud.cxw"), path)


def snapshot(path):
    document = Document.open(path)
    document.save_copy(path.with_name("copy.cxw"))
    document.close()
    path.with_name("copy.cxw").replace(path)


def edited_and_accepted(path):
    by_another_program(path, RENAME)
    accept_edits(path)


def logged_ahead(path):
    by_another_program(path, "PRAGMA journal_mode = WAL")
    write_twice(path)


SESSIONS = [write_twice, only_look, fail_to_write, copied, snapshot, edited_and_accepted, logged_ahead]


@pytest.mark.parametrize("session", SESSIONS)
def test_damage_is_never_taken_for_an_edit_whatever_happened_before(path, session):
    session(path)
    assert last_said_to_be(path) is Damaged


def test_the_manifest_of_a_new_file_knows_its_counter(tmp_path):
    path = tmp_path / "new.cxw"
    Document.create(path).close()
    with closing(sqlite3.connect(path)) as connection:
        (noted,) = connection.execute("SELECT rows FROM manifest WHERE name = 'counter'").fetchone()
    assert noted == int.from_bytes(path.read_bytes()[24:28], "big")


@pytest.mark.parametrize("session", SESSIONS)
def test_an_edit_is_never_taken_for_damage_whatever_happened_before(path, session):
    session(path)
    by_another_program(path, "DELETE FROM vote")
    with pytest.raises(EditedElsewhere):
        Document.open(path)


def test_an_edit_after_another_program_vacuumed_is_still_an_edit(path):
    by_another_program(path, "VACUUM")
    document = Document.open(path)
    rename(document, "1")
    document.close()
    by_another_program(path, RENAME)
    with pytest.raises(EditedElsewhere):
        Document.open(path)


def test_a_damaged_counter_alone_hinders_nobody(path):
    content = bytearray(path.read_bytes())
    content[27] ^= 1
    path.write_bytes(content)
    document = Document.open(path)
    rename(document, "1")
    document.close()
    assert check_file(path) == []


def test_damage_to_row_and_counter_together_is_damage(path):
    content = bytearray(path.read_bytes().replace("Бариста".encode(), "Баристы".encode()))
    content[27] ^= 1
    path.write_bytes(content)
    with pytest.raises(Damaged) as caught:
        Document.open(path)
    assert type(caught.value) is Damaged
