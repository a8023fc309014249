"""The installed PySide6 keeps the references it borrows. Version 6.12.0 on Python 3.11 does not, and aborts.

There every `emit()` drops a reference to True (dead after about 570) and every Qt call that returns nothing drops one
to None (dead after about 5,700), so that a window dies in the middle of a drag.
"""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

CALLS = 300
STRAY = 50  # references that come and go with caches and garbage collection

MEASURE = f"""
import gc, json, os, sys
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QGraphicsScene, QLabel

class Source(QObject):
    changed = Signal(int)
    done = Signal()

app = QApplication([])
scene = QGraphicsScene()
item = scene.addRect(0, 0, 5, 5)
label = QLabel()
source = Source()
source.changed.connect(lambda number: None)
source.done.connect(lambda: None)
calls = {{
    "emit": source.done.emit,
    "emit a number": lambda: source.changed.emit(1),
    "setPos": lambda: item.setPos(1, 1),
    "setText": lambda: label.setText("a"),
    "processEvents": app.processEvents,
}}
lost = {{}}
for name, call in calls.items():
    call()
    gc.collect()
    before = [sys.getrefcount(None), sys.getrefcount(True)]
    for _ in range({CALLS}):
        call()
    gc.collect()
    lost[name] = [sys.getrefcount(None) - before[0], sys.getrefcount(True) - before[1]]
    if max(map(abs, lost[name])) > {STRAY}:
        break  # before the interpreter dies of it
print(json.dumps(lost), flush=True)
os._exit(0)  # a build that lost references may abort while it shuts down
"""


@pytest.mark.skipif(importlib.util.find_spec("PySide6") is None, reason="PySide6 is not installed")
def test_calls_into_qt_keep_the_reference_counts_of_none_and_true():
    done = subprocess.run(
        [sys.executable, "-c", MEASURE],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    lost = json.loads(done.stdout)
    assert all(abs(change) <= STRAY for changes in lost.values() for change in changes), (
        f"change of the counts of [None, True] over {CALLS} calls: {lost}"
    )


@pytest.mark.parametrize(("python", "allowed"), [("3.11", False), ("3.12", True), ("3.13", True)])
def test_pyproject_keeps_the_broken_build_away_from_python_311(checkout, python, allowed):
    project = tomllib.loads((checkout / "pyproject.toml").read_text("utf-8"))["project"]
    requirements = [Requirement(line) for line in project["dependencies"]]
    qt = [
        line
        for line in requirements
        if canonicalize_name(line.name) == "pyside6-essentials"
        and (line.marker is None or line.marker.evaluate({"python_version": python}))
    ]
    assert len(qt) == 1
    assert qt[0].specifier.contains("6.12.0") is allowed
    assert qt[0].specifier.contains("6.11.3")
    assert qt[0].specifier.contains("6.8.3")
