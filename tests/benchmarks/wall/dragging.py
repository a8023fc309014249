"""A card taken, drawn and let go; all cards banded, taken and drawn: by mouse events alone."""

from __future__ import annotations

import statistics

from PySide6.QtCore import QPointF, Qt

from cxworkshop.ui.canvas import WallView
from cxworkshop.ui.canvas.camera import TITLES
from cxworkshop.ui.canvas.gestures import DragCards
from cxworkshop.ui.canvas.looking import EDGE
from tests.benchmarks.wall.clock import now
from tests.benchmarks.wall.hand import Hand, key
from tests.benchmarks.wall.looking import NOTCH

ROUNDS = 7
FIRST = QPointF(14, 8)  # far enough for a press to become a drag


def drag_a_card(wall: WallView, hand: Hand) -> dict[str, float]:
    """Press, drag and let go of a card in view with about six links: back where it was, and elsewhere."""
    card = card_with_links(wall, 6)
    runs = [_back(wall, hand, card) for _ in range(ROUNDS)]
    found = {name: statistics.median(run[name] for run in runs) for name in runs[0]}
    found["press, the first"] = runs[0]["press"]
    elsewhere = [_elsewhere(wall, hand, card) for _ in range(ROUNDS)]
    found["release, moved"] = statistics.median(whole for whole, _ in elsewhere)
    found["release, moved: of that, saved"] = statistics.median(saved for _, saved in elsewhere)
    return found


def card_with_links(wall: WallView, wanted: int) -> str:
    """The card in view that has most nearly so many links. No process: its lane follows from its links."""
    lowest = wall.camera.to_wall(0, wall.camera.height - 140)[1]
    seen = [own for own in wall.picture.cards_in(wall.camera.seen) if wall.picture.rect(own).y < lowest]
    seen = [own for own in seen if wall.room.board.card(own).kind != "process"]
    return min(seen, key=lambda own: (abs(len(wall.picture.links_of(own)) - wanted), own))


def handle_of(wall: WallView, card: str) -> QPointF:
    """Where a hand takes a card, in pixels."""
    rect = wall.camera.rect_to_screen(wall.picture.rect(card))
    return QPointF(round(rect.x + min(40.0, rect.width / 2)), round(rect.y + min(12.0, rect.height / 2)))


def _take(hand: Hand, at: QPointF) -> dict[str, float]:
    """Press and begin to draw."""
    hand.move(at, Qt.MouseButton.NoButton)
    hand.settle()
    press = hand.frame(lambda: hand.press(at))
    return {"press": press, "press and first move": press + hand.frame(lambda: hand.move(at + FIRST))}


def _back(wall: WallView, hand: Hand, card: str) -> dict[str, float]:
    """A drag that ends where it began."""
    at = handle_of(wall, card)
    found = _take(hand, at)
    found["drag frame"] = hand.frames(24, lambda k: hand.move(at + QPointF(15 + k % 3, 8 + k % 2)))
    depth = len(wall.room.document.history())
    hand.move(at + QPointF(1, 1))
    hand.settle()
    found["release, back"] = hand.frame(lambda: hand.release(at + QPointF(1, 1)))
    assert len(wall.room.document.history()) == depth, "dropped back, and yet changed"
    _let_be(wall, hand)
    return found


def _elsewhere(wall: WallView, hand: Hand, card: str) -> tuple[float, float]:
    """A drag to the next place but one of its column: until the wall is drawn, and until the change was saved."""
    at, target = handle_of(wall, card), _place_elsewhere(wall, card)
    _take(hand, at)
    hand.move(target)
    hand.settle()
    saved: list[float] = []
    done = wall.room.document.subscribe(lambda _: saved.append(now()))
    start = now()
    took = hand.frame(lambda: hand.release(target))
    done()
    assert saved, "let go elsewhere, and yet nothing changed"
    wall.room.undo()
    _let_be(wall, hand)
    return took, (saved[0] - start) * 1000


def _place_elsewhere(wall: WallView, card: str) -> QPointF:
    """Between two cards of the same column and lane, in view and away from this one."""
    own = wall.picture.boxes[card]
    others = [
        wall.camera.rect_to_screen(box.rect)
        for other, box in wall.picture.boxes.items()
        if other != card and (box.lane, box.column) == (own.lane, own.column)
    ]
    seen = [rect for rect in others if rect.y > wall.camera.top + 40 and rect.bottom < wall.camera.height - 40]
    rect = max(seen, key=lambda rect: abs(rect.y - wall.camera.rect_to_screen(own.rect).y))
    return QPointF(round(rect.x + 40), round(rect.y + 3))


def _let_be(wall: WallView, hand: Hand) -> None:
    wall.room.select(())
    hand.settle()


def move_all(wall: WallView, hand: Hand) -> dict[str, float]:
    """Band all cards of the whole wall, come near enough to take one, and drag them; Esc leaves the drag."""
    wall.zoom_to_fit()
    hand.settle()
    found = {"rubber band": statistics.median(_band(wall, hand) for _ in range(3))}
    found["banded"] = float(len(wall.room.selection))
    if found["banded"] < len(wall.picture.boxes):
        wall.select_all()  # the wall is larger than the smallest zoom shows
    while wall.zoom < TITLES:
        hand.zoom(QPointF(wall.camera.left + 40, wall.camera.top + 40), NOTCH)
    wall.scroll_to(0, 0)
    hand.settle()
    card = next(own for own in wall.picture.cards_in(wall.camera.seen))
    at = handle_of(wall, card)
    _take(hand, at)
    assert _drags(wall)
    found["moving all"] = hand.frames(15, lambda k: hand.move(at + QPointF(15 + 3 * (k % 9), 8 + k % 5)))
    key(wall, Qt.Key.Key_Escape)
    hand.release(at)
    assert not _drags(wall)
    wall.set_zoom(1.0)
    wall.scroll_to(0, 0)
    _let_be(wall, hand)
    return found


def _drags(wall: WallView) -> bool:
    return isinstance(wall.gesture, DragCards)


def _band(wall: WallView, hand: Hand) -> float:
    """Stretch a band over everything in view, in three moves as L and I do: from the press until all is drawn."""
    _let_be(wall, hand)
    start = QPointF(wall.camera.left + 2, wall.camera.top + 2)
    end = QPointF(
        wall.camera.width - EDGE - 2, wall.camera.height - EDGE - 2
    )  # nearer the edges the wall scrolls along

    def stretch() -> None:
        hand.press(start)
        for part in (0.3, 0.6, 1.0):
            hand.move(start + (end - start) * part)
            hand.settle()
        hand.release(end)

    return hand.frame(stretch)
