"""What a new machine relies on: pyproject.toml, the lock, the wheel, dev.py and the files a desktop reads."""

from __future__ import annotations

import configparser
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import packages_distributions
from xml.etree import ElementTree

import grimp
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import dev
from cxworkshop import __version__

PYPROJECT = tomllib.loads((dev.ROOT / "pyproject.toml").read_text("utf-8"))
PROJECT = PYPROJECT["project"]
PACKAGING = dev.ROOT / "packaging"


def names(requirements: list[str]) -> set[str]:
    return {canonicalize_name(Requirement(line).name) for line in requirements}


# --- what is installed -----------------------------------------------------------------------------------------------


def test_pip_and_uv_install_the_same_tools():
    assert PROJECT["optional-dependencies"]["dev"] == PYPROJECT["dependency-groups"]["dev"]


def test_every_package_the_program_imports_is_declared():
    graph = grimp.build_graph("cxworkshop", include_external_packages=True, cache_dir=None)
    outside = graph.modules - {name for name in graph.modules if name.startswith("cxworkshop")}
    homes = packages_distributions()
    unasked = {"babel", "shiboken6"}  # only the build compiles catalogues; PySide6 brings its own binding along
    undeclared = {
        module
        for module in outside - sys.stdlib_module_names - unasked
        if not {canonicalize_name(home) for home in homes.get(module, [])} & names(PROJECT["dependencies"])
    }
    assert not undeclared


def test_the_lock_names_all_that_pyproject_asks_for_and_only_public_addresses():
    text = (dev.ROOT / "uv.lock").read_text("utf-8")
    packages = tomllib.loads(text)["package"]
    ours = next(package for package in packages if package["name"] == "cxworkshop")["metadata"]
    asked = names(PROJECT["dependencies"]) | names(PROJECT["optional-dependencies"]["dev"])
    assert {line["name"] for line in ours["requires-dist"]} == asked
    assert set(re.findall(r"\w+://[^/\"]*", text)) == {"https://pypi.org", "https://files.pythonhosted.org"}


@pytest.mark.slow
def test_the_wheel_carries_texts_icons_templates_and_sessions(tmp_path):
    source, target = tmp_path / "source", tmp_path / "dist"
    unwanted = shutil.ignore_patterns("*.mo", "__pycache__")
    for name in ("cxworkshop", "resources", "sessions", "packaging"):
        shutil.copytree(dev.ROOT / name, source / name, ignore=unwanted)
    for name in ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE"):
        shutil.copy(dev.ROOT / name, source)
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(target)]
    subprocess.run(build, cwd=source, check=True, capture_output=True)
    (wheel,) = target.glob("*.whl")
    assert wheel.name == f"cxworkshop-{__version__}-py3-none-any.whl"
    content = set(zipfile.ZipFile(wheel).namelist())
    assert {
        "cxworkshop/resources/locale/ru/LC_MESSAGES/cxworkshop.mo",
        "cxworkshop/resources/icons/app.svg",
        "cxworkshop/resources/templates/blank.ru.json",
        "cxworkshop/sessions/coffee.en.json",
        f"cxworkshop-{__version__}.data/data/share/applications/cxworkshop.desktop",
    } <= content
    assert not [name for name in content if name.startswith(("tests/", "resources/", "packaging/"))]


# --- dev.py ----------------------------------------------------------------------------------------------------------


def test_an_old_python_is_told_in_one_sentence():
    code = f"import runpy, sys; sys.version_info = (3, 9, 2); runpy.run_path({str(dev.ROOT / 'dev.py')!r})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr.startswith("cxworkshop needs Python 3.11 or newer")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(("arguments", "status"), [([], 2), (["dance"], 2), (["--help"], 0)])
def test_no_verb_and_an_unknown_verb_show_what_there_is(arguments, status, capsys):
    assert dev.main(arguments) == status
    assert "python3 dev.py test" in capsys.readouterr().out


@pytest.mark.skipif(sys.platform != "linux", reason="only on Linux Qt's libraries come from the system")
def test_a_library_that_is_not_there_is_noticed():
    assert dev.missing_libraries({"libc.so.6": "libc6", "libnot-here.so.9": "libnot-here9"}, dict(os.environ)) == [
        "libnot-here.so.9"
    ]


def test_unpacked_libraries_are_found_by_what_is_run(tmp_path, monkeypatch):
    monkeypatch.setattr(dev, "LIBRARIES", tmp_path)
    assert dev.with_unpacked_libraries({"PATH": "/bin"}) == {"PATH": "/bin"}
    folder = tmp_path / "usr" / "lib" / "x86_64-linux-gnu"
    folder.mkdir(parents=True)
    (folder / "libEGL.so.1").touch()
    assert dev.with_unpacked_libraries({"LD_LIBRARY_PATH": "/opt"}) == {"LD_LIBRARY_PATH": f"/opt:{folder}"}


def test_without_apt_the_missing_libraries_are_named(monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(dev, "missing_libraries", lambda needed, environment: ["libEGL.so.1"])
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(dev.CannotGoOn, match=r"libEGL\.so\.1"):
        dev.prepare_qt(offscreen=True)


def test_a_failed_check_is_counted_in_the_last_line(capfd):
    good, bad = [sys.executable, "-c", ""], [sys.executable, "-c", "raise SystemExit(1)"]
    steps = [("style", bad, None), ("tests", good, None)]
    assert dev.call_each(steps) == 1
    assert capfd.readouterr().out.splitlines()[-1] == "1 passed, 1 failed"


def test_the_last_step_speaks_for_itself_when_all_before_it_passed(capfd):
    good = [sys.executable, "-c", ""]
    bad = [sys.executable, "-c", "print('2 failed, 3 passed in 1s'); raise SystemExit(1)"]
    assert dev.call_each([("style", good, None), ("tests", bad, None)]) == 1
    assert capfd.readouterr().out.splitlines()[-1] == "2 failed, 3 passed in 1s"


def test_a_changed_translation_is_compiled_again(tmp_path, monkeypatch):
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    language = tmp_path / "resources" / "locale" / "ru"
    (language / "LC_MESSAGES").mkdir(parents=True)
    source, compiled = language / "ui.po", language / "LC_MESSAGES" / "cxworkshop.mo"
    source.touch()
    assert dev.catalogues_are_stale()
    compiled.touch()
    os.utime(source, (1, 1))
    assert not dev.catalogues_are_stale()
    os.utime(compiled, (0, 0))
    assert dev.catalogues_are_stale()


# --- the desktop -----------------------------------------------------------------------------------------------------


def test_the_desktop_opens_workshops_with_the_program():
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str
    entry.read(PACKAGING / "cxworkshop.desktop", "utf-8")
    assert entry["Desktop Entry"]["Exec"] == "cxworkshop open %f"
    assert entry["Desktop Entry"]["MimeType"] == "application/x-cxworkshop;"
    assert "cxworkshop" in PROJECT["scripts"]


def test_a_workshop_is_known_by_its_first_bytes(tmp_path):
    from cxworkshop.document import Document

    path = tmp_path / "room.cxw"
    Document.create(path).close()
    content = path.read_bytes()
    namespace = "{http://www.freedesktop.org/standards/shared-mime-info}"
    whole, inner = ElementTree.parse(PACKAGING / "cxworkshop-mime.xml").iter(f"{namespace}match")
    assert content.startswith(whole.attrib["value"].replace("\\0", "\0").encode())
    offset = int(inner.attrib["offset"])
    assert content[offset : offset + 4] == int(inner.attrib["value"], 16).to_bytes(4, "big") == b"CXWS"


def test_software_centres_know_this_version():
    releases = ElementTree.parse(PACKAGING / "cxworkshop.metainfo.xml").iter("release")
    assert next(releases).attrib["version"] == __version__
