"""Opening a file, painting, panning, zooming: everything one does with a wall but work on it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

from cxworkshop.document import Document
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.canvas import WallView
from tests.benchmarks.wall.clock import now
from tests.benchmarks.wall.hand import MIDDLE, Hand

SIZE = 1920, 1080
MIDDLE_OF_WALL = QPointF(900, 500)
NOTCH = 120
FINE = 48  # of a touch pad or a fine wheel: a zoom by 0.93, which is L's and I's step


def opened(room: Room) -> WallView:
    """A wall of a room, shown."""
    wall = WallView(room)
    wall.animated = False
    wall.resize(*SIZE)
    wall.show()
    return wall


def open_file(path: Path, found: dict[str, float]) -> tuple[Room, WallView, Hand]:
    """Open a file in a wall, from the file's name to the first full picture."""
    start = now()
    room = Room(Document.open(path))
    read = (now() - start) * 1000
    wall = opened(room)
    hand = Hand(wall.viewport())
    found["open"] = read + hand.frame(QApplication.processEvents)
    found["open: of that, the file read"] = read
    return room, wall, hand


def look_around(wall: WallView, hand: Hand) -> dict[str, float]:
    """Every kind of frame in which only the look changes."""
    found = {
        "redraw 100": hand.frames(9, lambda _: repaint(wall)),
        "unchanged 100": hand.frames(15, lambda _: wall.viewport().repaint()),
        "pan": pan(hand),
        "wheel scroll": hand.frames(10, lambda k: hand.turn_wheel(MIDDLE_OF_WALL, -NOTCH if k < 5 else NOTCH)),
        "zoom notch": hand.frames(8, lambda k: hand.zoom(MIDDLE_OF_WALL, NOTCH if k in (0, 1, 6, 7) else -NOTCH)),
    }
    found.update(look_at_forty(wall, hand))
    wall.zoom_to_fit()
    hand.settle()
    found["cards in view, whole wall"] = len(wall.picture.cards_in(wall.camera.seen))
    found["redraw all"] = hand.frames(5, lambda _: repaint(wall))
    found["unchanged all"] = hand.frames(9, lambda _: wall.viewport().repaint())
    wall.set_zoom(1.0)
    wall.scroll_to(0, 0)
    hand.settle()
    return found


def look_at_forty(wall: WallView, hand: Hand) -> dict[str, float]:
    """A screen of 40 cards, as L and I have it."""
    found = {"cards in view, 100 %": float(len(wall.picture.cards_in(wall.camera.seen)))}
    while len(wall.picture.cards_in(wall.camera.seen)) > 40 and wall.zoom < 3.9:
        wall.set_zoom(wall.zoom + 0.1)
    hand.settle()
    found["redraw 40"] = hand.frames(9, lambda _: repaint(wall))
    found["zoom 40"] = hand.frames(8, lambda k: hand.zoom(MIDDLE_OF_WALL, -FINE if k < 4 else FINE))
    found["zoom notch 40"] = hand.frames(4, lambda k: hand.zoom(MIDDLE_OF_WALL, -NOTCH if k < 2 else NOTCH))
    return found


def pan(hand: Hand) -> float:
    """The wall drawn along with the middle button."""
    hand.press(MIDDLE_OF_WALL, MIDDLE)
    hand.settle()
    took = hand.frames(24, lambda k: hand.move(MIDDLE_OF_WALL - QPointF(9 * (k + 1), 3 * (k + 1)), MIDDLE))
    hand.release(MIDDLE_OF_WALL, MIDDLE)
    hand.settle()
    return took


def repaint(wall: WallView) -> None:
    """As if everything in view had changed."""
    wall.redraw()
    wall.layers.invalidate()
    wall.viewport().repaint()
