"""How long the program takes from the start of its process to a drawn window, beside a window with nothing in it.

    python tests/benchmarks/bench_start.py [--rounds 9]

prints Markdown. Offscreen, 1366 × 768, a workshop of 40 cards; the two programs take turns, each run a new process with
warm files and compiled modules; ours is what `cxworkshop open FILE` runs. A run ends when the window has been painted
and nothing is left to paint.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GOAL = 2.0  # times the bare window

BARE = """
import os
from PySide6 import QtCore, QtGui, QtWidgets
app = QtWidgets.QApplication([])
class Bare(QtWidgets.QWidget):
    def paintEvent(self, event):
        QtCore.QTimer.singleShot(0, lambda: QtCore.QTimer.singleShot(0, lambda: os._exit(0)))
window = Bare()
window.resize(1366, 768)
window.show()
app.exec()
"""

OURS = """
import os, sys
from cxworkshop import app
from cxworkshop.cli import main
def watch():
    from PySide6.QtCore import QTimer
    from cxworkshop.ui.canvas.wall_view import WallView
    paint = WallView.paintEvent
    def painted(self, event):
        paint(self, event)
        QTimer.singleShot(0, lambda: QTimer.singleShot(0, lambda: os._exit(0)))
    WallView.paintEvent = painted
made = app._window
def window(settings):
    own = made(settings)
    watch()
    return own
app._window = window
main(["open", sys.argv[1], "--size", "1366x768"])
"""


def forty_cards(path: Path) -> None:
    """Write a workshop of 40 cards."""
    sys.path.insert(0, str(ROOT))
    from cxworkshop.document import Document
    from cxworkshop.exchange.adding import plan_addition
    from tests.benchmarks.bench_wall import workshop

    document = Document.create(path)
    document.apply(plan_addition(workshop(40), document.board, "bench").changes)
    document.close()


def run(program: str, path: Path, surroundings: dict[str, str]) -> tuple[float, float]:
    """Seconds on the clock and of processor time of one run. CalledProcessError where it did not end by itself."""
    start = time.perf_counter()
    ours = subprocess.Popen([sys.executable, "-c", program, str(path)], env=surroundings, stdout=subprocess.DEVNULL)
    watch = threading.Timer(60, ours.kill)  # not wait(timeout=…): that one looks only every 50 ms
    watch.start()
    _, status, used = os.wait4(ours.pid, 0)
    took = time.perf_counter() - start
    watch.cancel()
    ours.returncode = os.waitstatus_to_exitcode(status)
    if ours.returncode:
        raise subprocess.CalledProcessError(ours.returncode, ours.args)
    return took, used.ru_utime + used.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    rounds: int = parser.parse_args().rounds
    found: dict[str, list[tuple[float, float]]] = {"a bare QWidget": [], "cxworkshop, 40 cards": []}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "forty.cxw"
        forty_cards(path)
        surroundings = dict(os.environ, QT_QPA_PLATFORM="offscreen", PYTHONPATH=str(ROOT), XDG_CONFIG_HOME=folder)
        surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
        if os.environ.get("PYTHONDONTWRITEBYTECODE"):
            surroundings["PYTHONPYCACHEPREFIX"] = f"{folder}/compiled"
        for number in range(rounds + 1):
            for program, own in zip((BARE, OURS), found.values(), strict=True):
                took = run(program, path, surroundings)
                if number:  # the first compiles modules and warms files
                    own.append(took)
    print(f"{platform.machine()}, {os.cpu_count()} cores; Python {platform.python_version()}; {rounds} rounds\n")
    print(
        "| program | best, ms | median, ms | processor, best, ms | times the bare window | in processor time | goal |"
    )
    print("|---|--:|--:|--:|--:|--:|---|")
    bare, bare_used = (min(figures) for figures in zip(*found["a bare QWidget"], strict=True))
    for name, runs in found.items():
        best, middle = min(took for took, _ in runs), statistics.median(took for took, _ in runs)
        used = min(used for _, used in runs)
        cells = [f"{best * 1000:.0f}", f"{middle * 1000:.0f}", f"{used * 1000:.0f}"]
        cells += [f"{best / bare:.2f}", f"{used / bare_used:.2f}"]
        verdict = "" if runs is found["a bare QWidget"] else f"≤ {GOAL:g}: {'met' if best <= GOAL * bare else 'missed'}"
        print(f"| {name} | {' | '.join(cells)} | {verdict} |")


if __name__ == "__main__":
    main()
