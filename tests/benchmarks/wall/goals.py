"""What is measured on the wall, the goals of it, and the tables that hold both beside each other."""

from __future__ import annotations

import statistics
from collections.abc import Mapping
from typing import NamedTuple

Figures = Mapping[str, float]


class Row(NamedTuple):
    """One kind of work. `goal` in milliseconds (or MB) at 5,000 cards; `times`: how much more it may be at 20,000;
    `there`: L's figure on the machine on which the goals were set."""

    name: str
    said: str
    goal: float | None = None
    times: float = 4.0
    there: float | None = None


ROWS = (
    Row("open", "open the file → first full picture", 250, there=70),
    Row("open: of that, the file read", "— of that, the file read"),
    Row("redraw 40", "redraw of a 40-card screen", 8, there=5.4),
    Row("redraw 100", "redraw of what is in view at 100 %"),
    Row("unchanged 100", "the same, unchanged", 2, there=0.3),
    Row("redraw all", "redraw of the whole wall", 33),
    Row("unchanged all", "the whole wall, unchanged", 2, there=0.3),
    Row("pan", "pan frame, middle button", 3, 1.5, 1.6),
    Row("wheel scroll", "scroll by a notch of the wheel"),
    Row("zoom 40", "wheel-zoom frame of a 40-card screen, by 0.93", 12, 1.5, 9),
    Row("zoom notch 40", "the same by a whole notch, 1.2", 12, 1.5, 9),
    Row("zoom notch", "wheel-zoom frame at 100 %, by a whole notch", 12, 1.5, 9),
    Row("press", "press on a card", 8, 1),
    Row("press, the first", "— the first of all", 8, 1),
    Row("press and first move", "press and first move of a drag", 8, 1),
    Row("drag frame", "drag frame, a card with 6 links", 1, 1.5, 0.41),
    Row("release, back", "let go where it was: nothing changes", 8, 1),
    Row("release, moved", "let go elsewhere → saved → wall drawn", 8, 1),
    Row("release, moved: of that, saved", "— of that, until it was saved"),
    Row("rubber band", "rubber band over the whole wall", 100, there=54),
    Row("Ctrl+A, both windows", "Ctrl+A, both windows", 100),
    Row("moving all", "frame of moving all", 5, there=1.4),
    Row("a letter typed", "a letter typed into a title"),
    Row("edit, two walls", "Enter → saved → two walls drawn → map", 33),
    Row("edit, both windows", "Enter → saved → both windows drawn → map", 33),
    Row("all moved on", "all cards moved a stage further, saved, drawn"),
    Row("all duplicated", "all cards duplicated, saved, drawn"),
    Row("find, the first letter", "a letter into the find bar that finds all", 33),
    Row("find, a letter more", "each letter more", 33),
    Row("memory of a wall", "memory of workshop and wall, MB", 60),
    Row("memory of the window", "memory of workshop and window, MB", 60),
)


def goal_at(row: Row, size: int) -> float | None:
    """The goal for so many cards: below 5,000 as at 5,000, but for an edit of 1,000."""
    if row.goal is None:
        return None
    if row.name.startswith("edit") and size <= 1000:
        return 16.0
    return row.goal * (row.times if size > 5000 else 1)


def slower(line_at_5000: Figures) -> dict[str, float]:
    """How much slower this machine is than that of the goals, row by row: L here / L there; "": their median, for the
    rows of which L's figure there is not known. Empty where L was not run."""
    found = {row.name: line_at_5000[row.name] / row.there for row in ROWS if row.there and row.name in line_at_5000}
    if found:
        found[""] = statistics.median(found.values())
    return found


def scaled(row: Row, goal: float | None, factors: Figures) -> float | None:
    """The goal as this machine would have had it; None for memory, and where L was not run."""
    if goal is None or not factors or row.name.startswith("memory"):
        return None
    return goal * factors.get(row.name, factors.get("zoom 40" if row.name.startswith("zoom") else "", factors[""]))


def table(size: int, ours: Figures, line: Figures, items: Figures, factors: Figures) -> str:
    """One table in Markdown."""
    told = [
        "| work | ours | goal | | goal here | | L | I | ours / L | ours / I |",
        "|---|--:|--:|---|--:|---|--:|--:|--:|--:|",
    ]
    for row in ROWS:
        own, goal = ours[row.name], goal_at(row, size)
        here = scaled(row, goal, factors)
        about = "" if row.there else "~ "
        cells = [row.said, f"**{own:.1f}**", f"{goal:g}" if goal else "", verdict(own, goal)]
        cells += [f"{about}{here:.1f}" if here else "", verdict(own, here)]
        cells += [f"{one[row.name]:.1f}" if row.name in one else "" for one in (line, items)]
        cells += [f"{own / one[row.name]:.2f}" if one.get(row.name) else "" for one in (line, items)]
        told.append("| " + " | ".join(cells) + " |")
    return "\n".join(told)


def verdict(own: float, goal: float | None) -> str:
    return "" if goal is None else "**missed**" if own > goal else "kept"


def remarks(ours: Figures) -> str:
    """What the figures of a table rest on."""
    return (
        f"{ours['cards in view, 100 %']:.0f} cards in view at 100 %; of {ours['cards on the wall']:,.0f} the smallest "
        f"zoom shows {ours['cards in view, whole wall']:,.0f}, {ours['banded']:,.0f} were banded. "
        f"An empty workshop: wall {ours['memory of a wall, empty']:.0f} MB, "
        f"window {ours['memory of the window, empty']:.0f} MB."
    )
