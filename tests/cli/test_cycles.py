"""Cycles on the command line: the next one started, two compared, the needs aimed at ranked."""

from __future__ import annotations

import datetime
import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

from cxworkshop.actions.cards import edit
from cxworkshop.actions.workshop import edit as edit_workshop
from cxworkshop.cli import main
from cxworkshop.document import Document
from cxworkshop.paths import SESSIONS


@pytest.fixture(autouse=True)
def english(monkeypatch, tmp_path):
    speak(monkeypatch, "C.UTF-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


@pytest.fixture
def coffee(tmp_path, capsys) -> Path:
    return imported("coffee.en", tmp_path, capsys)


def imported(name: str, folder: Path, capsys) -> Path:
    file = folder / f"{name}.cxw"
    assert run("import", file, SESSIONS / f"{name}.json") == 0
    capsys.readouterr()
    return file


def speak(monkeypatch, language: str) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(name, language)


def run(*words: object) -> int:
    return main([str(word) for word in words])


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


# --- next-cycle


def test_next_cycle_writes_a_new_file_and_leaves_the_old_one_byte_for_byte(coffee, tmp_path, capsys):
    before, new = digest(coffee), tmp_path / "two.cxw"
    assert run("next-cycle", coffee, new) == 0
    assert "Cycle 2" in capsys.readouterr().err
    assert digest(coffee) == before
    document = Document.open(new)
    try:
        assert document.board.workshop["cycle"] == 2
        assert document.board.workshop["date"] == datetime.date.today().isoformat()
        assert len(document.history()) == 1
    finally:
        document.close()
    assert run("check", new) == 1, "the gaps of the example, and no damage"
    assert "sound" in capsys.readouterr().out


def test_next_cycle_never_overwrites_not_even_the_old_file(coffee, tmp_path, capsys):
    taken = tmp_path / "taken.cxw"
    taken.write_bytes(b"somebody's file")
    before = digest(coffee)
    assert run("next-cycle", coffee, taken) == 3
    assert run("next-cycle", coffee, coffee) == 3
    assert taken.read_bytes() == b"somebody's file"
    assert digest(coffee) == before
    assert capsys.readouterr().err.count("already") == 2


def test_next_cycle_of_something_else_makes_no_file(tmp_path, capsys):
    other = tmp_path / "other.cxw"
    other.write_text("not a workshop")
    assert run("next-cycle", other, tmp_path / "two.cxw") == 3
    assert run("next-cycle", tmp_path / "absent.cxw", tmp_path / "two.cxw") == 3
    assert not (tmp_path / "two.cxw").exists()


def test_next_cycle_wants_a_name_that_ends_as_a_workshop_does_and_a_folder_that_is_there(coffee, tmp_path, capsys):
    assert run("next-cycle", coffee, tmp_path / "two.pdf") == 2
    assert run("next-cycle", coffee, tmp_path / "nowhere" / "two.cxw") == 3
    assert sorted(path.name for path in tmp_path.glob("*two*")) == []
    assert "Traceback" not in capsys.readouterr().err


def test_next_cycle_works_while_another_program_has_the_old_workshop_open(coffee, tmp_path):
    words = ["next-cycle", str(coffee), str(tmp_path / "two.cxw")]
    held = Document.open(coffee)
    try:
        code = f"from cxworkshop.cli import main; raise SystemExit(main({words!r}))"
        told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    finally:
        held.close()
    assert told.returncode == 0, told.stderr
    assert Document.open_read_only(tmp_path / "two.cxw").board.workshop["cycle"] == 2


def test_cleared_scores_are_gone_from_the_file_and_the_ghost_is_lossless_in_json(coffee, tmp_path, capsys):
    new, out, again, back = (tmp_path / name for name in ("two.cxw", "two.json", "again.cxw", "again.json"))
    assert run("next-cycle", coffee, new, "--clear-scores") == 0
    assert run("export", new, out) == 0
    cards = {card["id"]: card for card in json.loads(out.read_text("utf-8"))["cards"]}
    assert "experience" not in cards["t5"] and "importance" not in cards["n1"]
    assert cards["t5"]["previous_experience"] == -5
    assert run("import", again, out) == 0
    assert run("export", again, back) == 0
    assert json.loads(back.read_text("utf-8")) == json.loads(out.read_text("utf-8"))


# --- analyse --aimed


def test_analyse_names_the_aimed_ranking_only_when_asked(coffee, capsys):
    assert run("analyse", coffee, "--format", "json", "--today", "2026-11-22") == 0
    plain = json.loads(capsys.readouterr().out)
    assert run("analyse", coffee, "--format", "json", "--today", "2026-11-22", "--aimed") == 0
    asked = json.loads(capsys.readouterr().out)
    assert "aimed" not in plain
    assert set(asked.pop("aimed")) == {"needs", "share_of_needs", "share_of_improvements"}
    assert asked == plain


@pytest.mark.parametrize(("language", "words"), [("C.UTF-8", "to attract or keep"), ("ru_RU.UTF-8", "удерживаем")])
def test_the_table_says_which_ranking_it_is(coffee, capsys, monkeypatch, language, words):
    assert run("analyse", coffee) == 0
    assert "%" not in capsys.readouterr().out
    assert run("analyse", coffee, "--aimed", "--format", "json") == 0
    share = json.loads(capsys.readouterr().out)["aimed"]["share_of_needs"]
    speak(monkeypatch, language)
    assert run("analyse", coffee, "--aimed") == 0
    printed = capsys.readouterr().out
    assert words in printed and f"{round(100 * share)} %" in printed


# --- compare


@pytest.mark.parametrize(
    ("language", "words"), [("C.UTF-8", "Nothing changed."), ("ru_RU.UTF-8", "Ничего не изменилось.")]
)
def test_an_untouched_next_cycle_has_not_changed(coffee, tmp_path, capsys, monkeypatch, language, words):
    new = tmp_path / "two.cxw"
    assert run("next-cycle", coffee, new) == 0
    speak(monkeypatch, language)
    assert run("compare", coffee, new) == 0
    assert words in capsys.readouterr().out.splitlines()
    assert run("compare", coffee, new, "--format", "json", "--today", "2027-06-30") == 0
    assert json.loads(capsys.readouterr().out)["changed"] is False


def test_cleared_scores_are_told_as_gone(coffee, tmp_path, capsys):
    new = tmp_path / "two.cxw"
    assert run("next-cycle", coffee, new, "--clear-scores") == 0
    capsys.readouterr()
    assert run("compare", coffee, new, "--format", "json") == 0
    data = json.loads(capsys.readouterr().out)
    gone = {(row["figure"], row["before"], row["after"]) for row in data["touchpoints"] if row["id"] == "t5"}
    assert gone == {
        ("expectation", 3, None),
        ("experience", -5, None),
        ("memory", -5, None),
        ("gap1", -8, None),
        ("gap2", 0, None),
    }


def test_an_edit_in_the_new_cycle_is_told_by_name_and_both_files_stay_as_they_were(coffee, tmp_path, capsys):
    new = tmp_path / "two.cxw"
    assert run("next-cycle", coffee, new) == 0
    document = Document.open(new)
    document.apply(edit(document.board, "t5", experience=2))
    document.close()
    before = digest(coffee), digest(new)
    capsys.readouterr()
    assert run("compare", coffee, new) == 0
    printed = capsys.readouterr().out
    assert "Experience, “Support chat”: −5 before, 2 now." in printed
    assert "Nothing changed" not in printed
    assert (digest(coffee), digest(new)) == before


def test_two_workshops_with_nothing_in_common_are_compared_with_a_warning(tmp_path, capsys):
    one, other = tmp_path / "one.cxw", tmp_path / "other.cxw"
    for file in (one, other):
        source = tmp_path / "source.json"
        card = {"id": file.stem, "kind": "need", "title": f"Need of \x1b[31m{file.stem}"}
        source.write_text(json.dumps({"format": "cxworkshop", "version": 1, "cards": [card]}), "utf-8")
        assert run("import", file, source) == 0
    capsys.readouterr()
    assert run("compare", one, other) == 0
    printed = capsys.readouterr()
    assert "no card in common" in printed.err
    assert "Need of" in printed.out and "\x1b" not in printed.out


def test_compare_of_something_else_says_so_and_ends_with_3(coffee, tmp_path, capsys):
    other = tmp_path / "other.cxw"
    other.write_text("not a workshop")
    assert run("compare", coffee, other) == 3
    assert run("compare", tmp_path / "absent.cxw", coffee) == 3
    assert run("compare", coffee) == 2
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_two_cycles_of_the_coffee_example_tell_what_held_and_what_did_not(tmp_path, capsys, language):
    old, new = (imported(f"{name}.{language}", tmp_path, capsys) for name in ("coffee", "coffee_cycle2"))
    assert run("compare", old, new, "--format", "json", "--today", "2027-02-22") == 0
    data = json.loads(capsys.readouterr().out)
    assert {row["id"]: row["held"] for row in data["held"]} == {"i1": "held", "i2": "slipping", "i3": "rolled_back"}
    told = {(row["id"], row["change"], row["figure"]): (row["before"], row["after"]) for row in data["processes"]}
    assert told["x3", "rose", "owner_closeness"] == ("stranger", "close")
    assert ("x9", "vanished", None) in told
    assert [row["id"] for row in data["needs"] if row["change"] == "appeared"] == ["n6"]
    assert [row["id"] for row in data["processes"] if row["change"] == "renamed"] == ["x3"]
    assert run("compare", old, new) == 0
    printed = capsys.readouterr().out
    assert "None" not in printed and "{" not in printed


def test_figures_are_of_today_or_of_the_new_workshop_where_that_is_still_to_come(coffee, tmp_path, capsys):
    new = tmp_path / "two.cxw"
    assert run("next-cycle", coffee, new) == 0
    days = []
    for date in ("2999-01-01", "2001-01-01", None):
        document = Document.open(new)
        document.apply(edit_workshop(document.board, date=date))
        document.close()
        capsys.readouterr()
        assert run("compare", coffee, new, "--format", "json") == 0
        days.append(json.loads(capsys.readouterr().out)["today"])
    assert days == ["2999-01-01", datetime.date.today().isoformat(), datetime.date.today().isoformat()]


def test_the_second_cycle_of_the_example_holds_slips_and_rolls_back_without_being_told_the_day(tmp_path, capsys):
    file = tmp_path / "coffee2.cxw"
    assert run("import", file, SESSIONS / "coffee_cycle2.en.json") == 0
    capsys.readouterr()
    for asked in ((), ("--today", "2027-02-22")):
        assert run("analyse", file, "--format", "json", *asked) == 0
        held = [own["held"] for own in json.loads(capsys.readouterr().out)["improvements"] if own["held"]]
        assert sorted(held) == ["held", "rolled_back", "slipping"]
