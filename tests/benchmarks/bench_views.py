"""What an edit costs while a view is open: with 200 cards of each kind, beside the same edit with the coffee example.

    python tests/benchmarks/bench_views.py [--rounds 9] [VIEW…]

Processor time of this thread, from the edit until the page has been painted; the median of the rounds, the two
workshops in turn. What other programs do on the machine hardly shows in it.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from itertools import cycle
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from cxworkshop.actions import cards
from cxworkshop.app import _application
from cxworkshop.document import Document
from cxworkshop.exchange.adding import plan_addition
from cxworkshop.paths import SESSIONS
from cxworkshop.ui import appearance
from cxworkshop.ui.main_window import MainWindow
from cxworkshop.ui.settings import PassingSettings
from cxworkshop.ui.start.sources import make_workshop
from cxworkshop.ui.views import VIEWS
from tests.crowded_workshop import crowded_workshop

READY = 4.0  # seconds in which a window loads what comes after its first picture

EDITED = {  # what is edited while a view is open, where it is not a need
    "customers": ("persona", "title"), "personas": ("persona", "title"), "touchpoints": ("touchpoint", "title"),
    "curves": ("touchpoint", "experience"), "matrix": ("improvement", "impact"), "pains": ("problem", "severity"),
    "improvements": ("improvement", "title"), "goals": ("objective", "title"), "strategy": ("objective", "title"),
    "meetings": ("meeting", "title"), "closeness": ("role", "title"), "care": ("role", "title"),
    "held": ("improvement", "title"), "map": ("process", "title"), "influence": ("process", "title"),
    "blind-spots": ("process", "title"), "value": ("value", "title"),
}  # fmt: skip


def window_on(document: Document) -> MainWindow:
    """The window as a facilitator has it, on a workshop."""
    settings = PassingSettings()
    settings.overrule(language="en", theme="light")
    appearance.wear_settings(settings)
    window = MainWindow(settings)
    window.resize(1366, 768)
    window.use(document)
    window.wall.animated = False
    window.show()
    ready = time.monotonic() + READY
    while time.monotonic() < ready:
        settle()
    return window


def crowd(folder: Path) -> Document:
    document = Document.create(folder / "crowd.cxw")
    document.apply(plan_addition(crowded_workshop("en"), document.board, "crowd").changes, origin="import")
    return document


def edit(window: MainWindow, view: str, number: int) -> float:
    """Milliseconds of one edit, until everything is painted."""
    kind, field = EDITED.get(view, ("need", "title"))
    card = window.the_room.board.of_kind(kind)[0]
    value = f"{card.title.split(' #')[0]} #{number}" if field == "title" else 1 + number % 5
    begin = time.thread_time()
    window.the_room.do(lambda board: cards.edit(board, card.id, **{field: value}))
    settle()
    page = window.the_workspace.views.page
    assert page is not None
    page.grab()
    return (time.thread_time() - begin) * 1000


def settle() -> None:
    for _ in range(6):
        _application().processEvents()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("views", nargs="*", default=[own.id for own in VIEWS])
    parser.add_argument("--rounds", type=int, default=9)
    chosen = parser.parse_args()
    _application()
    with tempfile.TemporaryDirectory() as folder:
        small = window_on(make_workshop(SESSIONS / "coffee.en.json", Path(folder) / "coffee.cxw", dated=False))
        large = window_on(crowd(Path(folder)))
        print("| view | coffee, ms | 200 of each kind, ms | ratio |\n|---|---|---|---|")
        for view in chosen.views:
            for window in (small, large):
                window.the_workspace.views.choose(view)
                settle()
            numbers = cycle(range(1, 1000))
            taken = [(edit(small, view, next(numbers)), edit(large, view, next(numbers))) for _ in range(chosen.rounds)]
            one, other = (statistics.median(own[at] for own in taken) for at in (0, 1))
            print(f"| {view} | {one:.0f} | {other:.0f} | {other / one:.1f} |", flush=True)
        for window in (small, large):
            window.close()


if __name__ == "__main__":
    main()
