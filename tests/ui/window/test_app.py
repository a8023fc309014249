"""The application as the command line starts it: pictures, sizes, no screen, settings that last."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from PySide6.QtGui import QImage

from cxworkshop.app import require_screen
from cxworkshop.errors import FileProblem
from cxworkshop.paths import SESSIONS
from cxworkshop.ui.settings import Settings
from cxworkshop.ui.start.sources import make_workshop


@pytest.fixture
def coffee(tmp_path):
    path = tmp_path / "coffee.cxw"
    make_workshop(SESSIONS / "coffee.ru.json", path, dated=False).close()
    return path


def run(*arguments, tmp_path, **environment):
    """`cxworkshop` with these arguments in a process of its own."""
    env = {**os.environ, "XDG_CONFIG_HOME": str(tmp_path / "config"), "QT_QPA_PLATFORM": "offscreen", **environment}
    env = {name: value for name, value in env.items() if value}
    command = [sys.executable, "-m", "cxworkshop", *map(str, arguments)]
    return subprocess.run(command, env=env, capture_output=True, text=True, timeout=90)


def test_grab_writes_both_pictures_and_says_how_long_it_took(coffee, tmp_path):
    done = run("open", coffee, "--grab", tmp_path / "out", "--select", "n1", "--language", "ru", tmp_path=tmp_path)
    assert done.returncode == 0, done.stderr
    measured = json.loads(done.stdout)
    assert 0 < measured["ready_ms"] < 60_000 and 10 < measured["rss_mb"] < 2_000
    window = QImage(str(tmp_path / "out" / "facilitator.png"))
    assert (window.width(), window.height()) == (1366, 768)
    shared = QImage(str(tmp_path / "out" / "shared-screen.png"))
    assert (shared.width(), shared.height()) == (1920, 1080)
    assert not (tmp_path / "config" / "cxworkshop").exists(), "pictures leave no settings behind"


def test_grab_has_the_size_and_the_theme_asked_for(coffee, tmp_path):
    out = tmp_path / "out"
    done = run("open", coffee, "--grab", out, "--theme", "dark", "--size", "1600x1000", tmp_path=tmp_path)
    assert done.returncode == 0, done.stderr
    picture = QImage(str(out / "facilitator.png"))
    assert (picture.width(), picture.height()) == (1600, 1000)
    assert picture.pixelColor(800, 25).lightness() < 80


def test_a_card_that_is_not_there_is_wrong_use(coffee, tmp_path):
    done = run("open", coffee, "--grab", tmp_path / "out", "--select", "nobody", tmp_path=tmp_path)
    assert done.returncode == 2
    assert "nobody" in done.stderr and "Traceback" not in done.stderr


def test_a_file_that_is_no_workshop_ends_with_three_when_nobody_looks(tmp_path):
    strange = tmp_path / "strange.cxw"
    strange.write_bytes(b"x" * 5000)
    done = run("open", strange, "--grab", tmp_path / "out", tmp_path=tmp_path)
    assert done.returncode == 3
    assert "strange.cxw" in done.stderr and "Traceback" not in done.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a screen")
def test_without_a_screen_it_says_so_and_ends_with_three(coffee, tmp_path):
    done = run("open", coffee, tmp_path=tmp_path, QT_QPA_PLATFORM="", DISPLAY="", WAYLAND_DISPLAY="", LANG="C.UTF-8")
    assert done.returncode == 3
    assert "no screen" in done.stderr and "export" in done.stderr


def test_a_screen_is_asked_for_before_qt_would_abort(monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(FileProblem):
        require_screen()
    monkeypatch.setenv("DISPLAY", ":0")
    require_screen()


def test_settings_come_back_with_their_types(tmp_path):
    one = Settings(tmp_path)
    one.language, one.theme, one.text_scale = "ru", "contrast", 1.3
    one.turn("left_panel", False)
    one.remember_recent(tmp_path / "Файл с пробелом.cxw")
    one.remember_export(suffix="png", anonymise=True)
    one.save()
    again = Settings(tmp_path)
    assert (again.language, again.theme, again.text_scale) == ("ru", "contrast", 1.3)
    assert again.is_on("left_panel") is False
    assert again.recent() == [tmp_path / "Файл с пробелом.cxw"]
    assert again.export_choices() == {"suffix": "png", "anonymise": True}


def test_settings_somebody_spoilt_are_as_if_there_were_none(tmp_path):
    (tmp_path / "window.ini").write_text("[General]\ntheme=pink\nlanguage=xx\ntext_scale=900\nrecent={{{\nexport=7\n")
    spoilt = Settings(tmp_path)
    assert spoilt.theme == "system" and spoilt.language in ("ru", "en") and spoilt.text_scale == 1.0
    assert spoilt.recent() == [] and spoilt.export_choices() == {}


def test_what_the_command_line_says_is_not_remembered(tmp_path):
    one = Settings(tmp_path)
    one.theme = "light"
    one.overrule(language="ru", theme="dark")
    assert (one.language, one.theme) == ("ru", "dark")
    one.save()
    assert Settings(tmp_path).theme == "light"
    one.theme = "contrast"
    assert one.theme == "contrast"
