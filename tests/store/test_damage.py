"""Damaged and hostile files: told in plain words, never opened as if nothing were wrong, their bytes as they were."""

from __future__ import annotations

import importlib.util
import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from cxworkshop.document import Document, accept_edits, check_file
from cxworkshop.errors import FileProblem, Told
from cxworkshop.store.problems import Damaged, EditedElsewhere, NotAWorkshop
from cxworkshop.store.rows import checksum
from tests.random_edits import RandomEdits, state_of
from tests.store.small_workshops import by_another_program, bytes_changed, rename, title

ENDLESS = "WITH RECURSIVE r(i) AS (SELECT 1 UNION ALL SELECT i FROM r) SELECT * FROM r"
WAYS_IN = (Document.open, Document.open_read_only, check_file, accept_edits)


def refused(path: Path, way_in=Document.open) -> FileProblem:
    """The problem that opening the file is told with; its bytes and its folder stay as they were."""
    before, beside = path.read_bytes(), sorted(path.parent.iterdir())
    with pytest.raises(FileProblem) as caught:
        way_in(path)
    assert path.read_bytes() == before
    assert sorted(path.parent.iterdir()) == beside
    return caught.value


def test_a_changed_letter_that_sqlite_does_not_notice_is_found_and_named(path):
    bytes_changed(path, "Бариста".encode(), "Баристы".encode())
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    problem = refused(path)
    assert isinstance(problem, Damaged) and not isinstance(problem, EditedElsewhere)
    assert "card 'r1'" in str(problem)


def test_a_changed_letter_in_the_log_is_found_and_named(path):
    bytes_changed(path, b'["Test",{}]', b'["Tost",{}]')
    assert "change '1'" in str(refused(path))


def test_a_lost_row_is_found_and_told_with_its_table(path):
    by_another_program(path, "DELETE FROM vote")
    lie_about_the_counter(path)
    problem = refused(path)
    assert isinstance(problem, Damaged) and "vote (1 → 0)" in str(problem)


def lie_about_the_counter(path: Path) -> None:
    """Make an edit by SQLite look like damage: the manifest knows the counter as it is now."""
    with closing(sqlite3.connect(path)) as connection:
        counter = int.from_bytes(path.read_bytes()[24:28], "big") + 1
        connection.execute("UPDATE manifest SET rows = ? WHERE name = 'counter'", (counter,))
        connection.commit()


def test_an_index_that_misses_a_row_is_found_though_every_row_is_sound(path):
    with closing(sqlite3.connect(path)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'link_source'").fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    content = bytearray(path.read_bytes())
    start = (page - 1) * size
    cells = int.from_bytes(content[start + 3 : start + 5], "big")
    content[start + 3 : start + 5] = (cells - 1).to_bytes(2, "big")
    path.write_bytes(content)
    assert isinstance(refused(path), Damaged)
    read = Document.open_read_only(path)
    assert title(read) == "Получить свой кофе", "what is sound can still be looked at"
    assert any("link_source" in line for line in check_file(path))


def test_a_count_of_free_pages_below_zero_is_damage(path):
    content = bytearray(path.read_bytes())
    content[36] = 0x9E
    path.write_bytes(content)
    assert "free pages" in str(refused(path))


@pytest.mark.slow
def test_four_hundred_damaged_files_open_unchanged_or_not_at_all(tmp_path):
    seed = tmp_path / "seed.cxw"
    document, edits = Document.create(seed), RandomEdits(3)
    for _ in range(40):
        document.apply(edits.draw(document.board))
    whole, history = state_of(document.board), document.history()
    document.close()
    content, chance, refusals = seed.read_bytes(), random.Random(1), 0
    for number in range(400):
        path = tmp_path / f"{number}.cxw"
        path.write_bytes(damage(content, number % 8, chance))
        try:
            document = Document.open(path)
        except FileProblem:
            refusals += 1
        else:
            assert (state_of(document.board), document.history()) == (whole, history)
            document.close()
        path.unlink()
    assert 100 < refusals < 400


def damage(content: bytes, kind: int, chance: random.Random) -> bytes:
    """One of eight kinds of damage: bit, byte, run, sector, page, pages swapped, cut, header."""
    new, page = bytearray(content), 4096
    at = chance.randrange(len(new))
    if kind == 0:
        new[at] ^= 1 << chance.randrange(8)
    elif kind == 1:
        new[at] = chance.randrange(256)
    elif kind == 2:
        new[at : at + 16] = chance.randbytes(len(new[at : at + 16]))
    elif kind == 3:
        new[at & ~511 : (at & ~511) + 512] = bytes(512)
    elif kind == 4:
        new[at & ~4095 : (at & ~4095) + page] = bytes(page)
    elif kind == 5:
        one, other = (page * number for number in chance.sample(range(1, len(new) // page), 2))
        new[one : one + page], new[other : other + page] = new[other : other + page], new[one : one + page]
    elif kind == 6:
        del new[at:]
    else:
        new[chance.randrange(100)] = chance.randrange(256)
    return bytes(new)


def test_every_corrupt_file_of_the_shared_collection_is_refused_as_a_workshop(shared_data, tmp_path):
    found = sorted((shared_data / "data" / "sqlite-corrupt").iterdir())
    assert found
    for source in found:
        path = tmp_path / "a.cxw"
        path.write_bytes(source.read_bytes())
        for way_in in WAYS_IN:
            refused(path, way_in)


def test_every_corrupt_file_in_a_workshops_header_is_refused_too(shared_data, tmp_path):
    """The same collection with application id and version of ours, so that SQLite gets to see them."""
    for source in sorted((shared_data / "data" / "sqlite-corrupt").iterdir()):
        content = bytearray(source.read_bytes())
        content[60:64], content[68:72] = (1).to_bytes(4, "big"), bytes.fromhex("43585753")
        path = tmp_path / "a.cxw"
        path.write_bytes(content)
        for way_in in WAYS_IN:
            refused(path, way_in)


@pytest.mark.parametrize("table", ["card", "link", "change", "manifest"])
def test_hostile_sql_is_refused_or_named_and_never_anything_else(path, table, shared_data):
    spec = importlib.util.spec_from_file_location("hostile_gen", shared_data / "tools" / "hostile_gen.py")
    assert spec and spec.loader
    hostile = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(hostile)
    column = {"card": "fields", "link": "source", "change": "deltas", "manifest": "rows"}[table]
    for name, content, *_ in hostile.sqlite_files(str(path), table, column):
        copy = path.with_name(name)
        for way_in in WAYS_IN:
            copy.write_bytes(content)
            try:
                opened = way_in(copy)
            except Told:
                assert copy.read_bytes() == content, f"{name} was changed"
            else:
                if isinstance(opened, Document):
                    opened.close()
        copy.unlink()


@pytest.mark.parametrize(
    "script",
    [
        "CREATE TRIGGER t AFTER UPDATE ON card BEGIN DELETE FROM card; END",
        "CREATE TABLE mine(x); CREATE TRIGGER t AFTER INSERT ON mine BEGIN DELETE FROM card; END",
        f"DROP VIEW v_need; CREATE VIEW v_need AS {ENDLESS}",
        "DROP VIEW v_need",
        "ALTER TABLE card RENAME TO other; CREATE VIEW card AS SELECT * FROM other",
        "ALTER TABLE card ADD COLUMN extra TEXT",
        "ALTER TABLE card ADD COLUMN extra TEXT GENERATED ALWAYS AS (hex(zeroblob(100000000))) VIRTUAL",
        "CREATE INDEX mine ON card(json_extract(fields, '$.title'))",
        "CREATE UNIQUE INDEX mine ON card(kind)",
        "DROP INDEX link_source; CREATE INDEX link_source ON link(verb)",
        "DROP TABLE vote",
    ],
)
def test_a_file_with_another_schema_under_our_names_is_refused_before_anything_runs(path, script):
    by_another_program(path, f"PRAGMA legacy_alter_table = ON; {script}")
    for way_in in WAYS_IN:
        assert isinstance(refused(path, way_in), NotAWorkshop)


@pytest.mark.parametrize(
    "script",
    [
        "CREATE TABLE mine(x); INSERT INTO mine VALUES (1)",
        "CREATE VIEW mine AS SELECT * FROM v_need",
        f"CREATE VIEW mine AS {ENDLESS}",
        "CREATE VIRTUAL TABLE mine USING fts5(title)",
        "ANALYZE; DELETE FROM sqlite_stat1 WHERE rowid > 3; UPDATE sqlite_stat1 SET stat = 'x y z'",
        "VACUUM",
        "PRAGMA page_size = 1024; VACUUM",
        "PRAGMA auto_vacuum = FULL; VACUUM",
    ],
)
def test_what_another_program_adds_beside_our_tables_is_left_alone(path, script):
    by_another_program(path, script)
    document = Document.open(path)
    rename(document, "Новое")
    document.close()
    assert check_file(path) == []


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("card", "fields", "[]"),
        ("card", "fields", '{"kind": "role"}'),
        ("card", "fields", '{"title": 5}'),
        ("card", "fields", '{"title": "a"} '),
        ("card", "fields", '{"importance": NaN}'),
        ("card", "fields", '{"x": 1e999}'),
        ("card", "fields", '{"x": ' + "9" * 5000 + "}"),
        ("card", "fields", '{"x": ' + "[" * 100_000 + "]" * 100_000 + "}"),
        ("card", "fields", '{"title": "\\ud83d"}'),
        ("card", "kind", "wizard"),
        ("link", "target", "nobody"),
        ("link", "verb", "hates"),
        ("change", "label", "[]"),
        ("change", "label", '["x", 5]'),
    ],
)
def test_content_nobody_could_have_written_is_refused_even_with_the_right_checksums(path, table, column, value):
    forge(path, table, column, value)
    assert isinstance(refused(path), Damaged)


def forge(path: Path, table: str, column: str, value: str) -> None:
    """Write a value with the checksum and the manifest that fit it, as nobody but an attacker does."""
    with closing(sqlite3.connect(path)) as connection:
        (row,) = connection.execute(f'SELECT max(rowid) FROM "{table}"').fetchone()
        (old,) = connection.execute(f'SELECT sum FROM "{table}" WHERE rowid = ?', (row,)).fetchone()
        connection.execute(f'UPDATE "{table}" SET {column} = ? WHERE rowid = ?', (value, row))
        names = [f'"{found[1]}"' for found in connection.execute(f"PRAGMA table_info({table})") if found[1] != "sum"]
        content = connection.execute(f'SELECT {", ".join(names)} FROM "{table}" WHERE rowid = ?', (row,)).fetchone()
        connection.execute(f'UPDATE "{table}" SET sum = ? WHERE rowid = ?', (checksum(content), row))
        (xor,) = connection.execute("SELECT xor FROM manifest WHERE name = ?", (table,)).fetchone()
        xor ^= old ^ checksum(content)
        connection.execute("UPDATE manifest SET xor = ? WHERE name = ?", (xor, table))
        connection.commit()


@pytest.mark.parametrize("deltas", ["[]]", "5", '[["card"]]', '[["nowhere","k",null,{}]]', '[["link","k",null,{}]]'])
def test_a_forged_log_is_told_when_it_is_replayed_or_undone(path, deltas):
    forge(path, "change", "deltas", deltas)
    try:
        assert check_file(path) != []
    except Damaged:
        pass
    document = Document.open(path)
    with pytest.raises(Told):
        document.undo()
    document.close()


def test_an_empty_manifest_is_damage(path):
    by_another_program(path, "DELETE FROM manifest")
    assert isinstance(refused(path), Damaged)
