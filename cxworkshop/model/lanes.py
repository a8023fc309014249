"""The lanes of the wall, from the customer down into the company. Says which cards live where, not how they look."""

from __future__ import annotations

from dataclasses import dataclass

from cxworkshop.words import N_

DEEPEST_LANE = 4  # processes at this distance or further share the last lane
NO_NEED = 0  # the depth that stands for "serves no need" in a lane


@dataclass(frozen=True)
class Lane:
    """One lane: `kind` of the cards in it ("" for the experience curve), `depth` only for processes.

    `always`: drawn even when empty, since people drop cards there.
    """

    id: str
    label: str
    hint: str
    kind: str
    depth: int | None = None
    always: bool = True


LANES: tuple[Lane, ...] = (
    Lane("personas", N_("Personas"), N_("who walks"), "persona"),
    Lane("experience", N_("Experience"), N_("expectation · experience · memory"), ""),
    Lane("touchpoints", N_("Touchpoints"), N_("where we meet"), "touchpoint"),
    Lane("problems", N_("Problems"), N_("what gets in the way"), "problem"),
    Lane("needs", N_("Needs"), N_("what matters"), "need"),
    Lane("values", N_("Value"), N_("what we create"), "value"),
    Lane("processes-1", N_("Processes 1"), N_("directly"), "process", depth=1),
    Lane("processes-2", N_("Processes 2"), N_("one step behind"), "process", depth=2, always=False),
    Lane("processes-3", N_("Processes 3"), N_("two steps behind"), "process", depth=3, always=False),
    Lane("processes-4", N_("Processes 4+"), N_("deep inside"), "process", depth=4, always=False),
    Lane("processes-none", N_("Serves no need"), N_("nothing rests on it yet"), "process", depth=NO_NEED, always=False),
    Lane("improvements", N_("Improvements"), N_("what we change"), "improvement"),
    Lane("notes", N_("Notes"), N_("not yet sorted"), "note", always=False),
)
BY_ID = {lane.id: lane for lane in LANES}


def lane_of(kind: str, depth: int | None) -> Lane | None:
    """The lane of a card of `kind`; for a process by its `depth` (None: it serves no need). None: not on the wall."""
    if kind == "process":
        return BY_ID["processes-none" if depth is None else f"processes-{min(depth, DEEPEST_LANE)}"]
    return next((lane for lane in LANES if lane.kind == kind), None)
