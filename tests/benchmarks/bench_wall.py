"""How fast the wall is at 5,000 and 20,000 cards, beside the goals and beside two programs that only paint.

    python tests/benchmarks/bench_wall.py [--cards 5000 20000]

prints Markdown. Offscreen, 1920 × 1080; milliseconds on the clock. docs/benchmarks.md says what compares. Where
the environment variable CXWORKSHOP_SHARED (or ../shared) holds tools/bench, its programs run in the same go: "L", one
widget that paints itself over a static layer, and "I", plain QGraphicsItems; each in a process of its own.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import platform
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import PySide6
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from cxworkshop.actions import cards
from cxworkshop.document import Document
from cxworkshop.exchange.adding import plan_addition
from cxworkshop.ui import fonts
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.canvas import WallView
from cxworkshop.ui.canvas.camera import TITLES
from cxworkshop.ui.canvas.gestures import DragCards

STAGES = 12
KINDS = ("touchpoint", "problem", "problem", "need", "need", "value", "value", "process", "process", "process")
LINKS = (
    ("satisfies", "value", "need"),
    ("creates", "process", "value"),
    ("depends_on", "process", "process"),
    ("arises_at", "need", "touchpoint"),
    ("blocks", "problem", "need"),
)
WORDS = ("customer", "order", "coffee", "delivery", "support", "refund", "price", "stock", "letter", "phone", "chat")


def workshop(n: int, seed: int = 1) -> dict[str, Any]:
    """A workshop of n cards in twelve stages with 1.5 n links, most of them between cards of near stages."""
    chance = random.Random(seed)
    rows: list[dict[str, Any]] = [{"id": "j", "kind": "journey", "title": "Journey"}]
    rows += [
        {"id": f"s{k}", "kind": "stage", "title": f"Stage {k}", "journey": "j", "position": k} for k in range(STAGES)
    ]
    by_kind: dict[str, list[list[str]]] = {kind: [[] for _ in range(STAGES)] for kind in KINDS}
    for number in range(n):
        kind, stage = KINDS[number % len(KINDS)], number * STAGES // n
        title = " ".join(chance.choice(WORDS) for _ in range(chance.randint(3, 8))).capitalize()
        scores = {"need": {"importance": 8, "satisfaction": 3}, "problem": {"severity": 7, "frequency": 4}}.get(
            kind, {}
        )
        rows.append({"id": f"c{number}", "kind": kind, "title": title, "stage": f"s{stage}", **scores})
        by_kind[kind][stage].append(f"c{number}")
    links: set[tuple[str, str, str]] = set()
    for _ in range(n * 6):
        verb, source, target = chance.choice(LINKS)
        stage = chance.randrange(STAGES)
        near = min(max(stage + chance.choice((-1, 0, 0, 0, 1)), 0), STAGES - 1)
        if by_kind[source][stage] and by_kind[target][near] and len(links) < 1.5 * n:
            links.add((verb, chance.choice(by_kind[source][stage]), chance.choice(by_kind[target][near])))
    drawn = [{"verb": verb, "source": a, "target": b} for verb, a, b in sorted(links) if a != b]
    return {"format": "cxworkshop", "version": 1, "cards": rows, "links": drawn}


def took(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    QApplication.processEvents()
    return (time.perf_counter() - start) * 1000


def median(frames: int, work: Callable[[int], object]) -> float:
    return statistics.median(took(lambda own=number: work(own)) for number in range(frames))  # type: ignore[misc]


def resident() -> float:
    """Megabytes this process holds."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def repaint(wall: WallView) -> None:
    """As if everything in view had changed."""
    wall.redraw()
    wall.comparison.tell_layer()
    wall.layer.invalidate()
    wall.viewport().repaint()


def mouse(wall: WallView, what: QEvent.Type, at: QPoint) -> None:
    none, left = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
    own = none if what == QEvent.Type.MouseMove else left
    where = QPointF(wall.viewport().mapToGlobal(at))
    event = QMouseEvent(what, QPointF(at), where, own, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(wall.viewport(), event)


def measure(room: Room, edited_by: int = 9) -> dict[str, float]:
    """Every kind of work on two walls of this room (the second one watches the edits)."""
    found: dict[str, float] = {}
    walls: list[WallView] = []

    def opened() -> None:
        walls.append(WallView(room))
        walls[-1].animated = False
        walls[-1].resize(1920, 1080)
        walls[-1].show()

    empty = resident()
    found["first picture"] = took(opened)
    wall = walls[0]
    found["memory of the wall, MB"] = resident() - empty
    found["redraw of what is in view at 100 %"] = median(9, lambda _: repaint(wall))
    found["the same, unchanged"] = median(15, lambda _: wall.viewport().repaint())
    found["pan frame"] = median(30, lambda _: wall.scroll_to(wall.camera.x + 3, wall.camera.y + 7))
    found["zoom frame, sharp"] = median(12, lambda k: wall.set_zoom(1 + 0.03 * (k + 1), QPointF(900, 500)))
    wall.set_zoom(zoom_of(wall, 40))
    QApplication.processEvents()
    found["redraw of a 40-card screen"] = median(9, lambda _: repaint(wall))
    found["zoom frame of a 40-card screen, sharp"] = median(
        12, lambda k: wall.set_zoom(wall.zoom * (0.97 if k < 6 else 1 / 0.97), QPointF(900, 500))
    )
    wall.set_zoom(1.0)
    wall.scroll_to(0, 0)
    QApplication.processEvents()
    found.update(measure_dragging(wall))
    wall.zoom_to_fit()
    QApplication.processEvents()
    found["redraw of the whole wall"] = median(5, lambda _: repaint(wall))
    found["the whole wall, unchanged"] = median(9, lambda _: wall.viewport().repaint())
    found.update(measure_moving_all(wall))
    wall.set_zoom(1.0)
    room.select(())
    opened()
    QApplication.processEvents()
    card = next(own for own in wall.picture.boxes if room.board.card(own).kind == "process")

    def edit(number: int) -> None:
        room.do(lambda board: cards.edit(board, card, title=f"Changed {number}"))
        room.map()

    edit(-1)
    found["edit → saved → two walls drawn → map"] = median(edited_by, edit)
    for own in walls:
        own.close()
    return found


def zoom_of(wall: WallView, wanted: int) -> float:
    """The zoom at which about so many cards are in view."""
    zoom = 1.0
    while zoom < 4.0:
        wall.set_zoom(zoom)
        if len(wall.picture.cards_in(wall.camera.seen)) <= wanted:
            break
        zoom += 0.1
    return zoom


def measure_dragging(wall: WallView) -> dict[str, float]:
    """Press, drag and let go of a card in view with about six links."""
    seen = [own for own in wall.picture.cards_in(wall.camera.seen) if own in wall.picture.boxes]
    card = min(seen, key=lambda own: abs(len(wall.picture.links_of(own)) - 6))
    rect = wall.camera.rect_to_screen(wall.picture.rect(card))
    at = QPoint(round(rect.x + 40), round(rect.y + 12))
    found = {"press": took(lambda: mouse(wall, QEvent.Type.MouseButtonPress, at))}
    found["drag begins"] = took(lambda: mouse(wall, QEvent.Type.MouseMove, at + QPoint(14, 8)))
    found["drag frame"] = median(30, lambda k: mouse(wall, QEvent.Type.MouseMove, at + QPoint(15 + k % 3, 8 + k % 2)))
    found["drag is left"] = took(wall.cancel_gesture)
    wall.room.select(())
    QApplication.processEvents()
    return found


def measure_moving_all(wall: WallView) -> dict[str, float]:
    """Select all cards and drag them; the drag is left in the end."""
    found = {"select all": took(wall.select_all)}
    wall.set_zoom(max(wall.zoom, TITLES))  # from further away counts stand for the cards: none can be taken
    wall.scroll_to(0, 0)
    QApplication.processEvents()
    card = next(own for own in wall.picture.cards_in(wall.camera.seen))
    rect = wall.camera.rect_to_screen(wall.picture.rect(card))
    at = QPoint(round(rect.x + rect.width / 2), round(rect.y + rect.height / 2))
    mouse(wall, QEvent.Type.MouseButtonPress, at)
    mouse(wall, QEvent.Type.MouseMove, at + QPoint(14, 8))
    QApplication.processEvents()
    move = QEvent.Type.MouseMove
    assert isinstance(wall.gesture, DragCards)
    found["frame of moving all"] = median(15, lambda k: mouse(wall, move, at + QPoint(15 + 3 * (k % 9), 8 + k % 5)))
    wall.cancel_gesture()
    QApplication.processEvents()
    return found


# What is measured: the goal in milliseconds at 5,000 cards, how many times that at 20,000, and where L and I tell it.
GOALS: dict[str, tuple[float | None, float, str]] = {
    "first picture": (250, 4, "first_paint_s"),
    "memory of the wall, MB": (60, 4, "mem_mb"),
    "redraw of a 40-card screen": (8, 4, ""),
    "redraw of what is in view at 100 %": (None, 4, ""),
    "the same, unchanged": (2, 4, "zoom_repaint_ms"),
    "redraw of the whole wall": (33, 4, ""),
    "the whole wall, unchanged": (2, 4, "fit_repaint_ms"),
    "pan frame": (3, 1.5, "pan_ms"),
    "zoom frame of a 40-card screen, sharp": (12, 1.5, "wheel_zoom_ms"),
    "zoom frame, sharp": (12, 1.5, ""),
    "press": (8, 1, "drag_zoom_press_release_ms 0"),
    "drag begins": (None, 1.5, ""),
    "drag frame": (1, 1.5, "drag_zoom_ms"),
    "drag is left": (8, 1, "drag_zoom_press_release_ms 1"),
    "select all": (100, 4, "rubber_s"),
    "frame of moving all": (5, 4, "move_all_ms"),
    "edit → saved → two walls drawn → map": (33, 4, ""),
}


def reference(program: str, size: int, folder: str) -> dict[str, float]:
    """The figures of a program of the shared tools, in milliseconds and megabytes; empty where they are not there."""
    tools = Path(os.environ.get("CXWORKSHOP_SHARED", Path(__file__).resolve().parents[3] / "shared")) / "tools/bench"
    if not (tools / "bench_canvas.py").exists():
        return {}
    command = [sys.executable, str(tools / "bench_canvas.py"), program, str(size), folder]
    said = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False).stdout
    told: dict[str, object] = {}
    for line in said.splitlines():
        if line.startswith("{"):
            told.update(json.loads(line))
    found: dict[str, float] = {}
    for work, (_, _, name) in GOALS.items():
        key, _, index = name.partition(" ")
        value = told.get(key)
        value = value[int(index)] if isinstance(value, list) and index else value
        if isinstance(value, float | int):
            found[work] = value * 1000 if key.endswith("_s") else float(value)
    return found


def table(size: int, ours: dict[str, float], line: dict[str, float], items: dict[str, float]) -> None:
    """One table in Markdown."""
    print(f"\n### {size:,} cards\n")
    print("| work | goal | ours | L | I | ours / L | ours / I | |")
    print("|---|--:|--:|--:|--:|--:|--:|---|")
    for work, (base, times, _) in GOALS.items():
        goal = None if base is None else base * (times if size > 5000 else 1)
        if goal is not None and work.startswith("edit") and size <= 1000:
            goal = 16.0
        cells = [f"≤ {goal:g}" if goal else "", f"**{ours[work]:.1f}**"]
        cells += [f"{one[work]:.1f}" if work in one else "" for one in (line, items)]
        cells += [f"{ours[work] / one[work]:.1f}" if one.get(work) else "" for one in (line, items)]
        cells.append("missed" if goal and ours[work] > goal else "")
        print(f"| {work} | " + " | ".join(cells) + " |")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cards", type=int, nargs="+", default=[1000, 5000, 20000])
    sizes: list[int] = parser.parse_args().cards
    app = QApplication.instance() or QApplication([])
    fonts.load()
    versions = f"Python {platform.python_version()}, PySide6 {PySide6.__version__}"
    print(f"{platform.machine()}, {os.cpu_count()} cores; {versions}; milliseconds")
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            document = Document.create(Path(folder) / f"{size}.cxw")
            document.apply(plan_addition(workshop(size), document.board, "bench").changes)
            room = Room(document)
            gc.collect()
            ours = measure(room)
            room.close()
            table(size, ours, reference("single", size, folder), reference("items_py", size, folder))
    del app


if __name__ == "__main__":
    main()
