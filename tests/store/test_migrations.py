"""Files of older schemas: opened as they are meant, migrated on a copy, and never lost whatever happens in between."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from cxworkshop.document import Document, check_file
from cxworkshop.errors import FileProblem
from cxworkshop.store.connection import read_header
from cxworkshop.store.migrations import MIGRATIONS, migrate, needs_migration
from cxworkshop.store.problems import Damaged, EditedElsewhere, InUse, NewerVersion, NotAWorkshop
from cxworkshop.store.schema import SCHEMA_VERSION, statements
from cxworkshop.store.seal import read_manifest, rows_of, unsound
from tests.store.make_fixture import FIXTURES
from tests.store.migrating_child import rename_a_field
from tests.store.small_workshops import by_another_program, bytes_changed, rename, title

ARTIFICIAL = {1: rename_a_field}
OPEN = "import sys; from pathlib import Path; from cxworkshop.document import *; Document.open(Path(sys.argv[1]))"
MAKE = "import sys; from pathlib import Path; from tests.store.small_workshops import *; workshop(Path(sys.argv[1]))"
VERSIONS = range(1, SCHEMA_VERSION + 1)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A file of schema version 1, as people have it."""
    return Path(shutil.copy(FIXTURES / "v1.cxw", tmp_path / "old.cxw"))


def test_every_schema_version_has_its_fixture_and_every_older_one_its_migration():
    assert sorted(path.name for path in FIXTURES.glob("*.cxw")) == [f"v{version}.cxw" for version in VERSIONS]
    assert set(MIGRATIONS) == set(range(1, SCHEMA_VERSION))


def test_the_schema_of_this_version_is_the_one_in_its_fixture():
    """A kind, a field or a table more changes the file: raise SCHEMA_VERSION and write a migration and a fixture."""
    with closing(sqlite3.connect(f"file:{FIXTURES / f'v{SCHEMA_VERSION}.cxw'}?mode=ro", uri=True)) as connection:
        found = dict(connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL"))
    assert found == statements()


@pytest.mark.parametrize("version", VERSIONS)
def test_a_file_of_every_version_opens_with_all_it_held(version, tmp_path):
    path = Path(shutil.copy(FIXTURES / f"v{version}.cxw", tmp_path / "old.cxw"))
    assert check_file(path) == []
    document = Document.open(path)
    board = document.board
    assert board.workshop["title"] == "Кофе"
    assert board.card("n1").fields["importance"] == 9.5
    assert board.card("p1").fields["theirs"] == {"x": [1, "ё"]}
    assert [link.verb for link in board.links()] == ["satisfies", "creates", "owns"]
    assert board.get("exposure", "e1") is not None and board.get("vote", "o1") is not None
    assert document.undo_depth == 3
    rename(document, "Новое")
    while document.undo_depth:
        document.undo()
    assert not board.cards
    document.close()


def test_a_migration_keeps_the_old_file_beside_the_new_one(old):
    before = old.read_bytes()
    kept = migrate(old, ARTIFICIAL, to=2)
    assert kept.name == "old (version 1).cxw"
    assert sorted(old.parent.iterdir()) == sorted([old, kept])
    assert kept.read_bytes() == before
    assert Document.open_read_only(kept).board.card("n1").title == "Получить свой кофе"
    with closing(sqlite3.connect(old)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (2,)
        assert connection.execute("SELECT count(*) FROM extra").fetchone() == (6,)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_migrated_file_has_its_checksums_and_counter_in_order(old):
    migrate(old, ARTIFICIAL, to=2)
    held = connect_to_version_2(old)
    try:
        manifest = read_manifest(held)
        tables = [table for table in manifest if table != "counter"]
        assert list(unsound({table: rows_of(held, table) for table in tables}, manifest)) == []
        assert manifest["counter"][0] == int.from_bytes(old.read_bytes()[24:28], "big")
    finally:
        held.close()


def connect_to_version_2(path: Path) -> sqlite3.Connection:
    with pytest.raises(NewerVersion):
        read_header(path)
    return sqlite3.connect(path)


def test_a_second_migration_finds_another_name_for_the_old_file(old):
    (old.parent / "old (version 1).cxw").write_bytes(b"mine")
    assert migrate(old, ARTIFICIAL, to=2).name == "old (version 1 2).cxw"
    assert (old.parent / "old (version 1).cxw").read_bytes() == b"mine"


def test_a_migration_that_fails_half_way_leaves_the_file_as_it_was(old):
    def breaks(database):
        rename_a_field(database)
        database.execute("INSERT INTO nowhere VALUES (1)")

    before = old.read_bytes()
    with pytest.raises(FileProblem):
        migrate(old, {1: breaks}, to=2)
    assert old.read_bytes() == before
    assert list(old.parent.iterdir()) == [old]
    Document.open(old).close()


def test_a_migration_that_is_missing_leaves_the_file_as_it_was(old):
    before = old.read_bytes()
    with pytest.raises(FileProblem):
        migrate(old, {}, to=2)
    assert (old.read_bytes(), list(old.parent.iterdir())) == (before, [old])


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX modes")
def test_a_migrated_file_is_as_private_as_the_old_one(old):
    old.chmod(0o600)
    migrate(old, ARTIFICIAL, to=2)
    assert old.stat().st_mode & 0o777 == 0o600


def test_a_workshop_behind_a_link_is_migrated_where_it_lies(old, tmp_path):
    link = tmp_path / "desk" / "shortcut.cxw"
    link.parent.mkdir()
    link.symlink_to(old)
    kept = migrate(link, ARTIFICIAL, to=2)
    assert link.is_symlink() and kept.parent == old.parent
    with pytest.raises(NewerVersion):
        needs_migration(old)


def test_nobody_writes_into_a_file_that_is_being_migrated(old, checkout):
    def meanwhile(database):
        command = [sys.executable, "-c", OPEN, old]
        done = subprocess.run(command, cwd=checkout, capture_output=True, text=True, check=False)
        assert "InUse" in done.stderr
        with pytest.raises(InUse):
            Document.open(old)
        rename_a_field(database)

    migrate(old, {1: meanwhile}, to=2)


def test_an_open_workshop_is_not_migrated(old):
    document = Document.open(old)
    with pytest.raises(InUse):
        migrate(old, ARTIFICIAL, to=2)
    rename(document, "Новое")
    document.close()


def test_damage_is_not_carried_into_the_new_schema(old):
    bytes_changed(old, "Бариста".encode(), "Баристы".encode())
    before = old.read_bytes()
    with pytest.raises(Damaged, match="card 'r1'"):
        migrate(old, ARTIFICIAL, to=2)
    assert (old.read_bytes(), list(old.parent.iterdir())) == (before, [old])


def test_edits_by_another_program_are_carried_over_only_when_accepted(old):
    by_another_program(old, "DELETE FROM vote")
    with pytest.raises(EditedElsewhere):
        migrate(old, ARTIFICIAL, to=2)
    migrate(old, ARTIFICIAL, to=2, accept_edits=True)


def test_a_trigger_does_not_ride_along(old):
    by_another_program(old, "CREATE TRIGGER t AFTER UPDATE ON card BEGIN DELETE FROM card; END")
    with pytest.raises((Damaged, NotAWorkshop)):
        migrate(old, ARTIFICIAL, to=2)


def test_where_there_are_no_hard_links_the_old_file_is_kept_all_the_same(old, faulty_disk, checkout):
    env = {**os.environ, "LD_PRELOAD": str(faulty_disk), "DISK_FAULTS": "link:1"}
    command = [sys.executable, "-m", "tests.store.migrating_child", str(old)]
    subprocess.run(command, cwd=checkout, env=env, check=True, capture_output=True)
    kept = Document.open(old.with_name("old (version 1).cxw"))
    assert (title(kept), kept.undo_depth) == ("Получить свой кофе", 3)
    kept.close()


def test_where_there_are_no_hard_links_a_workshop_can_be_made(tmp_path, faulty_disk, checkout):
    env = {**os.environ, "LD_PRELOAD": str(faulty_disk), "DISK_FAULTS": "link:1"}
    subprocess.run([sys.executable, "-c", MAKE, tmp_path / "w.cxw"], cwd=checkout, env=env, check=True)
    assert [path.name for path in tmp_path.iterdir()] == ["w.cxw"]
    assert check_file(tmp_path / "w.cxw") == []


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="needs SIGKILL")
def test_a_migration_killed_at_any_moment_leaves_a_usable_file(old, checkout):
    whole, chance, versions = old.read_bytes(), random.Random(2), set()
    for wait in [0.0, *(chance.uniform(0, 0.12) for _ in range(10)), 3.0]:  # before, somewhere in it, after
        for name in old.parent.iterdir():
            name.unlink()
        old.write_bytes(whole)
        command = [sys.executable, "-m", "tests.store.migrating_child", str(old)]
        child = subprocess.Popen(command, cwd=checkout, stdout=subprocess.PIPE)
        assert child.stdout is not None and child.stdout.readline() == b"READY\n"
        time.sleep(wait)
        child.send_signal(signal.SIGKILL)
        child.communicate()
        versions.add(int.from_bytes(old.read_bytes()[60:64], "big"))
        if old.read_bytes() == whole:
            document = Document.open(old)
            assert title(document) == "Получить свой кофе"
            document.close()
            migrate(old, ARTIFICIAL, to=2)
        with closing(sqlite3.connect(old)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert connection.execute("SELECT count(*) FROM extra").fetchone() == (6,)
        assert old.with_name("old (version 1).cxw").read_bytes() == whole
        assert not list(old.parent.glob(".*migrating"))
    assert versions == {1, 2}, "the kills all fell on one side"
