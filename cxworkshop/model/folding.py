"""Which lanes and stages of the wall are folded to a strip, so that the room sees the rest. A way of looking: no file
keeps it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

FOLDED_LANE = 30.0  # height of a folded lane in wall units
FOLDED_STAGE = 40.0  # width of a folded stage


@dataclass(frozen=True)
class Folded:
    """The ids of the folded lanes and stages."""

    lanes: frozenset[str] = field(default_factory=frozenset)
    stages: frozenset[str] = field(default_factory=frozenset)

    def __bool__(self) -> bool:
        return bool(self.lanes or self.stages)

    def turn_lane(self, lane: str) -> Folded:
        """The same with this lane folded, or unfolded again."""
        return replace(self, lanes=self.lanes ^ {lane})

    def turn_stage(self, stage: str) -> Folded:
        """The same with this stage folded, or unfolded again."""
        return replace(self, stages=self.stages ^ {stage})

    def without(self, lane: str, stage: str | None) -> Folded:
        """The same with this lane and this stage open."""
        return Folded(self.lanes - {lane}, self.stages - {stage})


NOTHING_FOLDED = Folded()
