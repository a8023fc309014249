"""The command line as scripts and consultants use it: exit statuses, stdout for machines, files left untouched."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from cxworkshop.cli import main
from cxworkshop.document import Document
from cxworkshop.exchange.formats import FORMATS
from cxworkshop.paths import SESSIONS

COFFEE = SESSIONS / "coffee.en.json"
DATED = {"format": "cxworkshop", "version": 1, "workshop": {"title": "T", "language": "en", "cycle": 1}}


@pytest.fixture(autouse=True)
def english(monkeypatch, tmp_path):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(name, "C.UTF-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


@pytest.fixture
def coffee(tmp_path, capsys) -> Path:
    file = tmp_path / "coffee.cxw"
    assert run("import", file, COFFEE) == 0
    capsys.readouterr()
    return file


def run(*words: object) -> int:
    return main([str(word) for word in words])


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def as_sets(document: dict) -> dict:
    """A document with its lists as sets, for comparing what has no order."""
    lists = ("cards", "links", "exposures", "readings", "votes", "care_answers", "agenda")
    loose = {name: sorted(json.dumps(row, sort_keys=True) for row in document.get(name, [])) for name in lists}
    return {**{name: value for name, value in document.items() if name not in lists}, **loose}


def test_new_makes_a_workshop_that_opens_with_its_title_and_stages(tmp_path):
    file = tmp_path / "w.cxw"
    assert run("new", file, "--language", "ru", "--title", "Наш воркшоп") == 0
    board = Document.open_read_only(file).board
    assert board.workshop["title"] == "Наш воркшоп"
    assert board.workshop["language"] == "ru"
    assert len(board.stages(board.journeys()[0].id)) == 5


@pytest.mark.parametrize("template", ["blank", "service", "online_shop", "employee"])
@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_template_makes_a_workshop_of_its_language(tmp_path, template, language):
    file = tmp_path / "w.cxw"
    assert run("new", file, "--template", template, "--language", language) == 0
    assert Document.open_read_only(file).board.workshop["language"] == language


def test_new_never_overwrites(tmp_path, capsys):
    file = tmp_path / "w.cxw"
    file.write_bytes(b"somebody's file")
    assert run("new", file) == 3
    assert file.read_bytes() == b"somebody's file"
    assert "already" in capsys.readouterr().err


def test_an_unknown_template_is_wrong_usage_and_leaves_no_file(tmp_path, capsys):
    assert run("new", tmp_path / "w.cxw", "--template", "nonsense") == 2
    assert "online_shop" in capsys.readouterr().err
    assert list(tmp_path.glob("*.cxw")) == []


def test_import_creates_the_file_and_prints_counts(tmp_path, capsys):
    assert run("import", tmp_path / "w.cxw", COFFEE) == 0
    printed = capsys.readouterr().out
    assert "Needs" in printed and "Links" in printed


def test_a_dry_run_adds_nothing(coffee, tmp_path, capsys):
    before = digest(coffee)
    assert run("import", coffee, SESSIONS / "small_hotel.en.json", "--dry-run") == 0
    assert run("import", tmp_path / "absent.cxw", COFFEE, "--dry-run") == 0
    assert digest(coffee) == before
    assert not (tmp_path / "absent.cxw").exists()
    assert "Would be added" in capsys.readouterr().out


def test_import_is_all_or_nothing_over_several_sources(coffee, tmp_path):
    before = digest(coffee)
    broken = tmp_path / "broken.json"
    broken.write_text(json.dumps({**DATED, "cards": [{"id": "n", "kind": "need", "importance": 99}]}), "utf-8")
    assert run("import", coffee, SESSIONS / "small_hotel.en.json", broken) == 3
    assert digest(coffee) == before
    assert run("import", tmp_path / "fresh.cxw", COFFEE, broken) == 3
    assert not (tmp_path / "fresh.cxw").exists()


def test_an_import_of_several_sources_is_one_undo_step(tmp_path):
    file = tmp_path / "w.cxw"
    second = tmp_path / "more.json"
    second.write_text(json.dumps({**DATED, "cards": [{"id": "extra", "kind": "need", "title": "Extra"}]}), "utf-8")
    assert run("import", file, COFFEE, second) == 0
    document = Document.open(file)
    assert document.undo_depth == 1
    document.undo()
    assert not document.board.cards
    document.redo()
    assert "extra" in document.board.cards and "n1" in document.board.cards
    document.close()


@pytest.mark.parametrize("source", sorted(SESSIONS.glob("*.json")), ids=lambda path: path.stem)
def test_json_export_after_import_equals_the_import(tmp_path, source):
    file, out = tmp_path / "w.cxw", tmp_path / "out.json"
    assert run("import", file, source) == 0
    assert run("export", file, out) == 0
    assert as_sets(json.loads(out.read_text("utf-8"))) == as_sets(json.loads(source.read_text("utf-8")))


def test_trace_gives_exactly_the_keys_of_the_contract(coffee, capsys):
    assert run("trace", coffee, "--format", "json") == 0
    data = json.loads(capsys.readouterr().out)
    assert set(data) == {"needs", "processes", "loops", "orphans", "critical_few"}
    assert set(data["needs"][0]) == {"id", "title", "opportunity", "processes"}
    assert set(data["needs"][0]["processes"][0]) == {"id", "title", "distance", "direct", "via"}
    assert set(data["processes"][0]) == {"id", "title", "depth", "influence", "needs", "owner", "blind_spot"}
    assert set(data["orphans"]) == {
        *("needs_without_value", "values_without_process", "values_without_need", "processes_without_need")
    }


def test_trace_of_one_need_shows_only_what_lies_behind_it(coffee, capsys):
    assert run("trace", coffee, "--need", "n5", "--format", "json") == 0
    data = json.loads(capsys.readouterr().out)
    assert [need["id"] for need in data["needs"]] == ["n5"]
    assert {process["id"] for process in data["processes"]} == {own["id"] for own in data["needs"][0]["processes"]}
    assert run("trace", coffee, "--need", "x1") == 2


@pytest.mark.parametrize("form", ["table", "csv", "dot"])
def test_trace_in_every_other_form_names_the_first_process(coffee, form, capsys):
    assert run("trace", coffee, "--format", form) == 0
    title = Document.open_read_only(coffee).board.card("x1").title
    assert title in capsys.readouterr().out


def test_check_lists_the_gaps_of_the_example_and_ends_with_1(coffee, capsys):
    assert run("check", coffee, "--format", "json") == 1
    data = json.loads(capsys.readouterr().out)
    assert data["damage"] == []
    assert {"needs_without_value", "processes_without_owner"} <= {gap["code"] for gap in data["gaps"]}


def test_check_of_a_workshop_without_gaps_ends_with_0(tmp_path, capsys):
    file = tmp_path / "w.cxw"
    run("new", file, "--template", "blank")
    assert run("check", file) == 0


@pytest.mark.parametrize("form", [form for form in FORMATS if form.write], ids=lambda form: form.suffix)
@pytest.mark.parametrize("language", ["ru", "en"])
def test_export_writes_every_format_in_both_languages(coffee, tmp_path, form, language):
    before = digest(coffee)
    out = tmp_path / f"out.{form.suffix}"
    assert run("export", coffee, out, "--language", language) == 0
    assert out.stat().st_size > (100 if form.suffix == "ics" else 500)  # no meeting is planned in the example
    assert digest(coffee) == before


def test_export_to_an_unknown_suffix_is_wrong_usage(coffee, tmp_path, capsys):
    assert run("export", coffee, tmp_path / "out.docx") == 2
    assert "pdf" in capsys.readouterr().err


def test_reading_verbs_work_while_the_workshop_is_open_elsewhere(coffee, capsys):
    held = Document.open(coffee)
    try:
        code = (
            f"from cxworkshop.cli import main; raise SystemExit(main(['trace', {str(coffee)!r}, '--format', 'json']))"
        )
        told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
        writing = (
            f"from cxworkshop.cli import main; raise SystemExit(main(['import', {str(coffee)!r}, {str(COFFEE)!r}]))"
        )
        refused = subprocess.run([sys.executable, "-c", writing], capture_output=True, text=True, timeout=60)
    finally:
        held.close()
    assert told.returncode == 0 and json.loads(told.stdout)["needs"]
    assert refused.returncode == 3 and "open" in refused.stderr and "Traceback" not in refused.stderr


@pytest.mark.parametrize("verb", [["trace"], ["analyse"], ["check"], ["export", "out.json"]], ids=lambda verb: verb[0])
def test_a_file_that_is_no_workshop_is_told_in_one_line_and_left_alone(tmp_path, verb, capsys):
    file = tmp_path / "letter.cxw"
    file.write_bytes(b"Dear customers, " * 40)
    before = digest(file)
    assert run(verb[0], file, *(tmp_path / name for name in verb[1:])) == 3
    told = capsys.readouterr().err
    assert len(told.strip().splitlines()) == 1 and "letter.cxw" in told
    assert digest(file) == before


def test_damaged_databases_end_with_3_and_are_left_as_they_were(shared_data, tmp_path, capsys):
    sources = sorted((shared_data / "data" / "sqlite-corrupt").glob("*.db"))
    if not sources:
        pytest.skip("no damaged databases in the shared data")
    for source in sources:
        file = tmp_path / "x.cxw"
        file.write_bytes(source.read_bytes())
        for verb in ("trace", "check"):
            assert run(verb, file) == 3, source.name
        assert file.read_bytes() == source.read_bytes(), source.name
    assert "Traceback" not in capsys.readouterr().err


def test_wrong_words_end_with_2(coffee, capsys):
    assert run("nonsense") == 2
    assert run("trace") == 2
    assert run("trace", coffee, "--format", "xml") == 2
    assert run("open", coffee, "--size", "big") == 2
    assert run("import", coffee, COFFEE, "--as", "nonsense") == 2


def test_demo_writes_the_examples_with_all_their_exports_and_keeps_workshops_that_are_there(tmp_path):
    assert run("demo", tmp_path / "demo") == 0
    written = {path.name for path in (tmp_path / "demo").iterdir()}
    for name in ("coffee", "small_hotel", "staff_portal"):
        for language in ("ru", "en"):
            for suffix in ("cxw", "json", "csv", "xlsx", "pdf", "svg", "png"):
                assert f"{name}.{language}.{suffix}" in written
    pages = PdfDocument(tmp_path / "demo" / "coffee_cycle2.en.pdf")
    told = " ".join(page.get_textpage().get_text_range() for page in pages)
    assert "Held: 1, slipping: 1, rolled back: 1" in " ".join(told.split()), "of its own day, to come or not"
    before = digest(tmp_path / "demo" / "coffee.ru.cxw")
    assert run("demo", tmp_path / "demo") == 0
    assert digest(tmp_path / "demo" / "coffee.ru.cxw") == before


def test_no_verb_but_open_imports_qt(coffee, tmp_path):
    verbs = [["trace", coffee], ["analyse", coffee], ["check", coffee], ["new", tmp_path / "new.cxw"]]
    verbs += [["import", tmp_path / "imported.cxw", COFFEE]]
    verbs += [["export", coffee, tmp_path / f"out.{suffix}"] for suffix in ("pdf", "png", "xlsx")]
    code = f"""
import sys
from cxworkshop.cli import main
for words in {[[str(word) for word in words] for words in verbs]!r}:
    assert main(words) in (0, 1), words
assert not [name for name in sys.modules if name.startswith("PySide6")]
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=100)
    assert done.returncode == 0, done.stderr[-2000:]


def test_every_naughty_string_survives_import_save_and_export(shared_data, tmp_path, capsys):
    source = shared_data / "data" / "strings" / "blns.json"
    if not source.exists():
        pytest.skip("no naughty strings in the shared data")
    strings = [
        text for text in json.loads(source.read_text("utf-8")) if text.encode("utf-8", "ignore").decode() == text
    ]
    cards = [{"id": f"n{n}", "kind": "need", "title": text, "note": text} for n, text in enumerate(strings)]
    document = tmp_path / "naughty.json"
    document.write_text(json.dumps({**DATED, "cards": cards}), "utf-8")
    file, out = tmp_path / "w.cxw", tmp_path / "out.json"
    assert run("import", file, document) == 0
    for form in ("table", "csv", "json", "dot"):
        assert run("trace", file, "--format", form) == 0
    assert run("check", file) == 1
    assert run("export", file, out) == 0
    found = {card["id"]: (card["title"], card["note"]) for card in json.loads(out.read_text("utf-8"))["cards"]}
    assert found == {card["id"]: (card["title"], card["note"]) for card in cards}
    assert "Traceback" not in capsys.readouterr().err
