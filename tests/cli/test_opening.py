"""A plainly written `open` reaches the window without click; anything else is click's to read."""

import subprocess
import sys
from pathlib import Path

import pytest

from cxworkshop.cli import main
from cxworkshop.cli.opening import plainly_asked
from cxworkshop.cli.program import cxworkshop

OPTIONS = ["--language", "ru", "--theme", "dark", "--size", "1366x768", "--select", "n1", "--grab", "pictures"]


def as_click_reads_it(words, monkeypatch):
    asked = []
    monkeypatch.setattr("cxworkshop.cli.open.open_window", lambda path, **options: asked.append((path, options)) or 0)
    cxworkshop.main(words, standalone_mode=False)
    return asked


@pytest.mark.parametrize("words", [["open", "a.cxw"], ["open", "a.cxw", *OPTIONS], ["open", "a.cxw", *OPTIONS[4:8]]])
def test_what_is_plainly_asked_is_what_click_would_have_read(words, monkeypatch):
    plain = plainly_asked(words)
    ((path, options),) = as_click_reads_it(words, monkeypatch)
    assert plain.pop("path") == path
    assert plain == {name: value for name, value in options.items() if value is not None}


def test_nothing_at_all_asks_for_the_start_screen():
    assert plainly_asked([]) == {"path": None}


@pytest.mark.parametrize("words", [
    ["--help"], ["open"], ["open", "--help"], ["open", "a.cxw", "--help"], ["open", "a.cxw", "--theme"], ["open", ""],
    ["open", "a.cxw", "--theme", "pink"], ["open", "a.cxw", "--language", "de"], ["open", "a.cxw", "--size=1366x768"],
    ["open", "--theme", "dark", "a.cxw"], ["open", "a.cxw", "b.cxw"], ["open", "a.cxw", "--colour", "red"],
    ["open", "a.cxw", "--select", "--grab"], ["open", "a.cxw", "--theme", "dark", "--theme", "light"],
    ["check", "a.cxw"], ["trace", "a.cxw", "--format", "json"],
])  # fmt: skip
def test_all_else_is_left_to_click(words):
    assert plainly_asked(words) is None


@pytest.mark.parametrize(
    "size", ["", "1366", "x", "1366x", "12x768", "1366x7688888", "1366×768", "١٣٦٦x768", "-1366x768"]
)
def test_a_size_written_otherwise_is_refused_as_wrong_use(size, tmp_path, capsys):
    assert main(["open", str(tmp_path / "a.cxw"), "--size", size]) == 2
    assert capsys.readouterr().err


def test_the_way_to_the_window_loads_no_click_and_no_verb():
    code = (
        "import sys, cxworkshop.cli, cxworkshop.app\n"
        "cxworkshop.app.run = lambda path, **options: print(path, options) or 0\n"
        "status = cxworkshop.cli.main(['open', 'a.cxw', '--size', '1366x768'])\n"
        "early = ('click', 'cxworkshop.cli.program', 'cxworkshop.cli.verbs', 'cxworkshop.document', 'json')\n"
        "print(status, [name for name in early if name in sys.modules])\n"
    )
    root = Path(__file__).resolve().parents[2]
    said = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, timeout=60, check=True
    )
    assert said.stdout.splitlines() == ["a.cxw {'size': (1366, 768)}", "0 []"]
