"""How the path from touchpoint to touchpoint runs on the wall: on to the next, past others, back. Geometry only.

A journey whose touchpoints are not linked runs in their order, and nothing is drawn; what is linked by `next` shows
where it branches, joins, runs in parallel or returns.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from cxworkshop.model.board import Board
from cxworkshop.model.boxes import GAP, Rect
from cxworkshop.model.layout import WallLayout

LANE = "touchpoints"
_TRACKS = (3.0, 5.5, 8.0)  # how far from the lane's edge lines run, so that several can be told apart

Point = tuple[float, float]


@dataclass(frozen=True)
class PathStep:
    """One `next` link: its corners in wall units from source to target, and whether it leads `back`."""

    source: str
    target: str
    points: tuple[Point, ...]
    back: bool


@dataclass(frozen=True)
class JourneyPath:
    """All steps, and the touchpoints where the path `forks` (several follow) or `joins` (several lead there)."""

    steps: tuple[PathStep, ...] = ()
    forks: frozenset[str] = frozenset()
    joins: frozenset[str] = frozenset()


def path_on(board: Board, layout: WallLayout) -> JourneyPath:
    """The path of the touchpoints as they stand on a wall."""
    lane = layout.lane_box(LANE)
    if lane is None or not board.links("next"):
        return JourneyPath()
    rects = {card: box.rect for card, box in layout.boxes.items() if box.lane == LANE}
    return journey_path(board, rects, lane.y, lane.bottom)


def journey_path(board: Board, rects: Mapping[str, Rect], top: float, bottom: float) -> JourneyPath:
    """The path of the touchpoints with these rectangles, in a lane from `top` to `bottom`."""
    links = sorted(
        (link.source, link.target)
        for link in board.links("next")
        if link.source != link.target and link.source in rects and link.target in rects
    )
    leaving, arriving = Counter(source for source, _ in links), Counter(target for _, target in links)
    steps = []
    for number, (source, target) in enumerate(links):
        track = _TRACKS[number % len(_TRACKS)]
        one, other = rects[source], rects[target]
        back = (other.x, other.y) <= (one.x, one.y)
        steps.append(PathStep(source, target, _corners(one, other, top, bottom, track, back=back), back))
    forks = frozenset(card for card, times in leaving.items() if times > 1)
    return JourneyPath(tuple(steps), forks, frozenset(card for card, times in arriving.items() if times > 1))


def _corners(one: Rect, other: Rect, top: float, bottom: float, track: float, *, back: bool) -> tuple[Point, ...]:
    """Straight to a neighbour; else out to the right, along the lane's edge (below when it leads back), in from the
    left. Cards leave gaps of GAP between them, and nothing runs anywhere else."""
    start, end = (one.right, one.y + one.height / 2), (other.x, other.y + other.height / 2)
    if not back and other.y == one.y and 0 < other.x - one.right < 3 * GAP:
        level = one.y + min(one.height, other.height) / 2
        return (one.right, level), (other.x, level)
    out, into, along = one.right + GAP / 2, other.x - GAP / 2, bottom - track if back else top + track
    return start, (out, start[1]), (out, along), (into, along), (into, end[1]), end
