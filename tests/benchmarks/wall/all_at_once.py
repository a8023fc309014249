"""All cards of the workshop moved and duplicated by one key press each: until all is saved and drawn."""

from __future__ import annotations

from cxworkshop.ui.canvas import WallView
from tests.benchmarks.wall.hand import Hand


def change_all(wall: WallView, hand: Hand) -> dict[str, float]:
    """Milliseconds of moving every card one stage further, of duplicating every card; both are undone."""
    works = {"all moved on": lambda: wall.move_selected("right"), "all duplicated": wall.duplicate_selected}
    found: dict[str, float] = {}
    for name, work in works.items():
        wall.select_all()
        hand.settle()
        revision = wall.room.document.revision
        found[name] = hand.frame(work)
        assert wall.room.document.revision > revision, f"{name}, and yet nothing changed"
        wall.room.undo()
        hand.settle()
    wall.room.select(())
    hand.settle()
    return found
