"""A title typed and kept, a word looked for: from the key press until every window is drawn."""

from __future__ import annotations

import statistics
from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxworkshop.ui.canvas import WallView
from cxworkshop.ui.find.bar import FindBar
from cxworkshop.ui.settings import Settings
from tests.benchmarks.wall.dragging import handle_of
from tests.benchmarks.wall.hand import Hand, key

ROUNDS = 9


def edit_titles(wall: WallView, *others: QWidget, rounds: int = ROUNDS) -> tuple[float, float]:
    """(a letter typed, Enter → committed → all drawn → map), milliseconds: the medians of so many titles.

    Each title is opened by a double click on the card and typed over, three letters and Enter.
    """
    hand = Hand(wall.viewport(), *(own.viewport() if isinstance(own, WallView) else own for own in others))
    card = next(own for own in wall.picture.boxes if wall.room.board.card(own).kind == "process")
    for own in (wall, *others):
        if isinstance(own, WallView):
            own.reveal(card)
    hand.settle()
    runs = [_edit(wall, hand, card, f"{number:03}") for number in range(rounds + 1)][1:]
    wall.room.select(())
    hand.settle()
    letters = [letter for own, _ in runs for letter in own]
    return statistics.median(letters), statistics.median(kept for _, kept in runs)


def _edit(wall: WallView, hand: Hand, card: str, title: str) -> tuple[list[float], float]:
    """Milliseconds of every letter, and of Enter until all is drawn and the map is there."""
    hand.double_click(handle_of(wall, card))
    assert wall.editor is not None, "no title opened"
    editor = cast(QWidget, wall.editor)
    letters = [hand.frame(lambda own=own: key(editor, Qt.Key(ord(own)), own)) for own in title]  # type: ignore[misc]
    kept = hand.frame(lambda: (key(editor, Qt.Key.Key_Return), wall.room.map()))
    assert wall.room.board.card(card).title == title
    hand.settle()
    return letters, kept


def find_as_one_types(wall: WallView, folder: Path) -> dict[str, float]:
    """A word typed into the find bar, letter by letter: the first finds all cards, and the last a quarter of them."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    bar = FindBar(wall.room, wall, Settings(folder / "settings"))
    column.addWidget(bar)
    column.addWidget(wall)
    holder.resize(wall.size())
    holder.show()
    hand = Hand(wall.viewport(), bar)
    bar.open()
    hand.settle()
    runs: list[list[float]] = []
    for _ in range(4):
        bar.field.clear()
        hand.settle()
        runs.append([hand.frame(lambda own=own: key(bar.field, Qt.Key(ord(own.upper())), own)) for own in "order"])  # type: ignore[misc]
        assert bar.finder.results
    by_letter = [statistics.median(own) for own in zip(*runs[1:], strict=True)]
    bar.leave()
    hand.settle()
    return {"find, the first letter": by_letter[0], "find, a letter more": statistics.median(by_letter[1:])}
