"""The command line under what people really type: the wrong file, the wrong folder, the wrong word, half a pipe."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from cxworkshop.cli import main
from cxworkshop.cli.program import cxworkshop
from cxworkshop.cli.usage import CLICKS_WORDS
from cxworkshop.cli.verbs import VERBS
from cxworkshop.i18n import translator
from cxworkshop.paths import SESSIONS
from tests.random_workshops import random_workshop

COFFEE = SESSIONS / "coffee.en.json"


@pytest.fixture(autouse=True)
def settings_elsewhere(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("LANGUAGE", "")
    speak(monkeypatch, "C.UTF-8")


def speak(monkeypatch, name: str) -> None:
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(variable, name)


@pytest.fixture
def coffee(tmp_path, capsys) -> Path:
    file = tmp_path / "coffee.cxw"
    assert run("import", file, COFFEE) == 0
    capsys.readouterr()
    return file


def run(*words: object) -> int:
    return main([str(word) for word in words])


def no_crash_note(tmp_path: Path) -> bool:
    return not list((tmp_path / "config").rglob("crashes/*"))


def test_an_export_never_replaces_the_workshop_it_is_made_from(coffee, capsys):
    renamed = coffee.rename(coffee.with_suffix(".json"))
    before = renamed.read_bytes()
    assert run("export", renamed, renamed) == 2
    assert renamed.read_bytes() == before
    assert "itself" in capsys.readouterr().err


def test_an_export_never_replaces_the_workshop_under_its_other_name(coffee, tmp_path):
    other = tmp_path / "other.json"
    os.link(coffee, other)
    assert run("export", coffee, other) == 2


@pytest.mark.parametrize("name", ["shop", "shop.json", "shop.cxw.pdf"])
def test_a_workshop_is_never_made_under_a_name_that_is_no_workshops(tmp_path, name, capsys):
    assert run("new", tmp_path / name) == 2
    assert run("import", tmp_path / name, COFFEE) == 2
    assert run("import", tmp_path / name, COFFEE, "--dry-run") == 2
    assert not (tmp_path / name).exists()
    assert ".cxw" in capsys.readouterr().err


@pytest.mark.parametrize("verb", [["new"], ["import", COFFEE]], ids=["new", "import"])
def test_a_missing_folder_is_named_when_a_workshop_is_to_be_made_in_it(tmp_path, verb, capsys):
    assert run(verb[0], tmp_path / "missing" / "w.cxw", *verb[1:]) == 3
    told = capsys.readouterr().err
    assert "no folder" in told and "missing" in told
    assert len(told.splitlines()) == 1


def test_a_workshop_as_a_source_is_told_so(coffee, tmp_path, capsys):
    assert run("import", tmp_path / "w.cxw", coffee) == 2
    assert "is a workshop" in capsys.readouterr().err
    assert not (tmp_path / "w.cxw").exists()


@pytest.mark.parametrize("words", [["import", "{coffee}", "{folder}.csv"], ["export", "{coffee}", "{folder}.csv"]])
def test_a_folder_where_a_file_should_be_is_told_in_the_readers_language(coffee, tmp_path, words, monkeypatch, capsys):
    speak(monkeypatch, "ru_RU.UTF-8")
    (tmp_path / "folder.csv").mkdir()
    assert run(*(word.format(coffee=coffee, folder=tmp_path / "folder") for word in words)) == 3
    assert "папка" in capsys.readouterr().err


def test_a_name_without_a_suffix_is_told_so(coffee, tmp_path, capsys):
    (tmp_path / "list").write_text("Need\nA\n")
    assert run("import", coffee, tmp_path / "list") == 2
    assert run("export", coffee, tmp_path / "report") == 2
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 2 and all("no suffix" in line for line in told)


def test_demo_into_a_file_says_that_it_is_one(tmp_path, capsys):
    (tmp_path / "file").write_text("x")
    assert run("demo", tmp_path / "file") == 3
    assert "not a folder" in capsys.readouterr().err


@pytest.mark.parametrize("word", ["need", "потребность", "Потребности", "Needs"])
def test_a_kind_may_be_called_as_people_call_it(tmp_path, word, capsys):
    (tmp_path / "list.txt").write_text("Горячий кофе\nБыстро\n", "utf-8")
    assert run("import", tmp_path / "w.cxw", tmp_path / "list.txt", "--as", word) == 0
    assert capsys.readouterr().out.split() == ["Added", "Needs", "2"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_source_that_may_not_be_read_is_the_worlds_fault(coffee, tmp_path):
    (tmp_path / "secret.csv").write_text("Need\nA\n")
    (tmp_path / "secret.csv").chmod(0)
    assert run("import", coffee, tmp_path / "secret.csv") == 3


@pytest.mark.parametrize(
    "words",
    [["nonsense"], ["trace"], ["new", "w.cxw", "--language", "de"], ["new", "w.cxw", "--nonsense"], ["new", "a", "b"]],
    ids=lambda words: words[-1],
)
def test_wrong_usage_is_told_in_russian_to_a_russian_reader(words, monkeypatch, capsys):
    assert run(*words) == 2
    english = capsys.readouterr().err
    speak(monkeypatch, "ru_RU.UTF-8")
    assert run(*words) == 2
    told = capsys.readouterr().err
    assert "Ошибка: " in told and "Использование: " in told
    assert not any(word in told for word in ("Usage", "Error", "Missing", "Invalid", "Try", "No such", "Got"))
    assert "Error: " in english


@pytest.mark.parametrize("name", VERBS)
def test_the_help_of_every_verb_is_in_russian_to_a_russian_reader(name, monkeypatch, capsys):
    run(name, "--help")
    english = capsys.readouterr().out
    speak(monkeypatch, "ru_RU.UTF-8")
    run(name, "--help")
    russian = capsys.readouterr().out
    verb = cxworkshop.load(name)
    for part in (verb, *(option for option in verb.params if isinstance(option, click.Option) and option.help)):
        assert any("а" <= letter <= "я" for letter in part.help), part.help
    assert "Show this message" in english and "Show this message" not in russian
    speak(monkeypatch, "C.UTF-8")
    run(name, "--help")
    assert capsys.readouterr().out == english


def test_every_word_of_clicks_that_people_meet_is_translated():
    catalogue = translator("ru")._catalogue
    # The singular of a plural is found by ngettext alone before Python 3.11.7.
    found = {word: {catalogue.gettext(word), catalogue.ngettext(word, word, 1)} - {word} for word in CLICKS_WORDS}
    assert [word for word, translations in found.items() if not translations] == []


def test_the_tables_of_analyse_speak_the_readers_language(coffee, monkeypatch, capsys):
    speak(monkeypatch, "ru_RU.UTF-8")
    assert run("analyse", coffee, "--today", "2026-11-22") == 0
    told = capsys.readouterr().out
    assert "Потребности" in told and "Возможность" in told and "близкий" in told
    assert not any(word in told for word in ("opportunity", "peak_end", "days_since", "stranger", "vip/small"))


@pytest.mark.parametrize("form", ["table", "csv", "json", "dot"])
def test_a_reader_that_has_seen_enough_is_no_failure(tmp_path, form):
    source = tmp_path / "big.json"
    source.write_text(json.dumps(random_workshop(3, processes=1500)), "utf-8")
    assert run("import", tmp_path / "big.cxw", source) == 0
    command = [sys.executable, "-m", "cxworkshop", "trace", str(tmp_path / "big.cxw"), "--format", form]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        told = process.stderr.read()
        assert process.wait(60) == 0
    assert told == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_an_output_that_takes_no_more_is_told_in_one_line(coffee, tmp_path):
    command = [sys.executable, "-m", "cxworkshop", "trace", str(coffee), "--format", "json"]
    with open("/dev/full", "w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, timeout=60, check=False)
    assert done.returncode == 3
    assert len(done.stderr.splitlines()) == 1 and b"the disk is full" in done.stderr
    assert no_crash_note(tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="needs a shell that closes streams")
@pytest.mark.parametrize("closed", [">&-", "2>&-"])
@pytest.mark.parametrize("form", ["csv", "json"])
def test_closed_streams_do_not_matter(coffee, tmp_path, closed, form):
    command = f'"{sys.executable}" -m cxworkshop trace "{coffee}" --format {form} {closed}'
    done = subprocess.run(["sh", "-c", command], capture_output=True, timeout=60, check=False)
    assert done.returncode == 0
    assert no_crash_note(tmp_path)
