"""How fast the wall is at 40 to 5,000 cards: first picture, redraw, pan, zoom, drag, select all, an edit.

    python tests/benchmarks/bench_wall.py [--cards 40 1000 5000]

prints Markdown. Offscreen, 1920 × 1080, real events; milliseconds of processor time of this process, so that a busy
machine does not blur them; the median of several frames.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from cxworkshop.actions import cards
from cxworkshop.document import Document
from cxworkshop.exchange.adding import plan_addition
from cxworkshop.ui import fonts
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.canvas import WallView

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
    start = time.process_time()
    work()
    QApplication.processEvents()
    return (time.process_time() - start) * 1000


def median(frames: int, work: Callable[[int], object]) -> float:
    return statistics.median(took(lambda own=number: work(own)) for number in range(frames))  # type: ignore[misc]


def repaint(wall: WallView) -> None:
    wall.redraw()
    wall.viewport().repaint()


def mouse(wall: WallView, what: QEvent.Type, at: QPoint) -> None:
    none, left = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
    own = none if what == QEvent.Type.MouseMove else left
    where = QPointF(wall.viewport().mapToGlobal(at))
    event = QMouseEvent(what, QPointF(at), where, own, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(wall.viewport(), event)


def measure(room: Room) -> dict[str, float]:
    """Every kind of work on a wall of this room, in milliseconds."""
    found: dict[str, float] = {}
    walls: list[WallView] = []

    def opened() -> None:
        walls.append(WallView(room))
        walls[0].animated = False
        walls[0].resize(1920, 1080)
        walls[0].show()

    found["first picture"] = took(opened)
    wall = walls[0]
    found["redraw of what is in view, unchanged"] = median(15, lambda _: wall.viewport().repaint())
    found["redraw of what is in view, anew"] = median(9, lambda _: repaint(wall))
    found["pan frame"] = median(25, lambda _: wall.scroll_to(wall.camera.x + 3, wall.camera.y + 7))
    found["zoom frame"] = median(12, lambda k: wall.set_zoom(1 + 0.03 * (k + 1), QPointF(900, 500)))
    wall.set_zoom(1.0)
    wall.scroll_to(0, 0)
    QApplication.processEvents()
    found.update(measure_dragging(wall))
    wall.zoom_to_fit()
    QApplication.processEvents()
    found["redraw of the whole wall"] = median(5, lambda _: repaint(wall))
    found["select all"] = took(wall.select_all)
    wall.set_zoom(1.0)
    room.select(())
    QApplication.processEvents()
    edited = next(iter(wall.picture.boxes))
    found["edit until drawn"] = median(
        7, lambda k: room.do(lambda board: cards.edit(board, edited, title=f"Changed {k}"))
    )
    wall.close()
    return found


def measure_dragging(wall: WallView) -> dict[str, float]:
    """Press, drag and let go of the card in view that has most links."""
    seen = wall.picture.cards_in(wall.camera.seen)
    card = max(seen, key=lambda own: len(wall.picture.links_of(own)))
    rect = wall.camera.rect_to_screen(wall.picture.rect(card))
    at = QPoint(round(rect.x + 40), round(rect.y + 12))
    found = {"press": took(lambda: mouse(wall, QEvent.Type.MouseButtonPress, at))}
    found["drag begins"] = took(lambda: mouse(wall, QEvent.Type.MouseMove, at + QPoint(14, 8)))
    found["drag frame"] = median(30, lambda k: mouse(wall, QEvent.Type.MouseMove, at + QPoint(15 + k % 3, 8 + k % 2)))
    found["drag ends"] = took(wall.cancel_gesture)
    wall.room.select(())
    QApplication.processEvents()
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cards", type=int, nargs="+", default=[40, 1000, 5000])
    sizes: list[int] = parser.parse_args().cards
    app = QApplication.instance() or QApplication([])
    fonts.load()
    columns = []
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            document = Document.create(Path(folder) / f"{size}.cxw")
            document.apply(plan_addition(workshop(size), document.board, "bench").changes)
            room = Room(document)
            columns.append(measure(room))
            room.close()
    print("| milliseconds of processor time | " + " | ".join(f"{size:,} cards" for size in sizes) + " |")
    print("|---" * (len(sizes) + 1) + "|")
    for work in columns[0]:
        print(f"| {work} | " + " | ".join(f"{column[work]:.1f}" for column in columns) + " |")
    del app


if __name__ == "__main__":
    main()
