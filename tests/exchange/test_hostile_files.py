"""Files made to harm: each is imported or refused in plain words, in seconds, within 500 MB, and left as it was."""

import json
import subprocess
import sys

import pytest

READ = (".csv", ".txt", ".xlsx", ".json", ".zip")
LIMIT_MB = 500

# Runs in a process of its own, so that its memory can be bounded and measured.
CHILD = """
import json, pathlib, resource, sys, time
resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))
from cxworkshop.errors import Told
from cxworkshop.exchange.formats import import_file
from cxworkshop.i18n import translator
from cxworkshop.model.board import Board

def peak_mb():
    # This process's own peak: ru_maxrss begins with that of the parent it was forked from.
    try:
        lines = pathlib.Path("/proc/self/status").read_text().splitlines()
        return next(int(own.split()[1]) // 1024 for own in lines if own.startswith("VmHWM"))
    except (OSError, StopIteration):
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


for line in sys.stdin:
    path, board, began = pathlib.Path(line.strip()), Board(), time.process_time()
    told = shown = ""
    try:
        plan = import_file(path, board, language="ru")
        board.check(plan.changes)
        board.apply(plan.changes)
        shown = "\\n".join(f"{card.title}\\n{card.note}" for card in board.cards.values())
        for caution in plan.warnings:
            caution.told(translator("ru"))
    except Told as problem:
        told = problem.told(translator("ru"))
    peak = peak_mb()
    seconds = time.process_time() - began  # of work, whatever else the machine does
    print(json.dumps({"name": path.name, "told": told, "shown": shown, "seconds": seconds, "peak": peak}), flush=True)
"""


def fed(paths, checkout):
    """What the child says about each file; the child must survive them all."""
    child = subprocess.run(
        [sys.executable, "-c", CHILD],
        input="\n".join(map(str, paths)),
        capture_output=True,
        text=True,
        timeout=110,
        cwd=checkout,
    )
    assert child.returncode == 0, child.stderr[-2000:]
    return {line["name"]: line for line in map(json.loads, child.stdout.splitlines())}


@pytest.mark.slow
def test_hostile_files_are_imported_or_refused_in_seconds_and_within_memory(shared_data, tmp_path, checkout):
    made = subprocess.run([sys.executable, str(shared_data / "tools/hostile_gen.py"), str(tmp_path)], timeout=60)
    assert made.returncode == 0
    expected = json.loads((tmp_path / "manifest.json").read_text())
    paths = [path for path in sorted(tmp_path.iterdir()) if path.suffix in READ and path.name in expected]
    before = {path.name: path.read_bytes() for path in paths}
    said = fed(paths, checkout)
    assert len(paths) > 20
    for path in paths:
        line, wish = said[path.name], expected[path.name]
        assert line["seconds"] < 20, path.name
        assert line["peak"] < LIMIT_MB, path.name
        if wish["expect"] == "import":
            assert not line["told"], (path.name, line["told"])
            assert all(text in line["shown"] for text in wish["must_show"] if text != "Точка контакта"), path.name
        elif wish["expect"] == "refuse":
            assert path.name in line["told"], path.name
        assert path.read_bytes() == before[path.name]


def test_a_table_of_many_rows_is_planned_in_seconds(tmp_path, checkout):
    rows = "".join(f"{n};Процесс {n};{n // 2};Отдел {n % 50};Система {n % 9}\n" for n in range(1, 20_001))
    (tmp_path / "big.csv").write_text("№;Процесс;Зависит от;Владелец;Система\n" + rows)
    line = fed([tmp_path / "big.csv"], checkout)["big.csv"]
    assert not line["told"] and line["shown"].count("\n") > 20_000
    assert line["seconds"] < 60 and line["peak"] < LIMIT_MB
