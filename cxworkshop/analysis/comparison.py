"""What a comparison of two cycles says, as data, and in which order. Compares nothing itself.

As data (`Comparison.json`, what `compare --format json` prints):

    {"old": {"title", "cycle", "date"}, "new": {…}, "today": "2027-02-22", "changed": true,
     "workshop": […], "journeys": […], "touchpoints": […], "needs": […], "processes": […], "kpis": […],
     "improvements": […], "others": […], "care": […],
     "links": [{"verb", "source", "target", "change"}], "records": [{"table", "appeared", "vanished"}],
     "held": [{"id", "title", "held", "before"}]}

Every list from "workshop" to "care" holds {"kind", "id", "persona", "title", "change", "figure", "before", "after"}.
`change` is rose or fell (a number, or the owner's closeness), changed (anything else, also a score given for the first
time or taken away), renamed, appeared or vanished (the card itself; no figure). `figure` is a field of the card or one
of `cycle_figures.LABELS`. `persona` is that of a journey's mean and peak-end, else null. "held" is not a change but the
state of every improvement that readings can judge, on `today`, beside its state on the day of the old workshop.
"""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from cxworkshop.analysis.cycle_figures import LABELS
from cxworkshop.model.cards import KINDS
from cxworkshop.model.records import WORKSHOP

CHANGES = ("rose", "fell", "changed", "renamed", "appeared", "vanished")
SECTIONS = {
    WORKSHOP: "workshop",
    "journey": "journeys",
    "touchpoint": "touchpoints",
    "need": "needs",
    "process": "processes",
    "kpi": "kpis",
    "improvement": "improvements",
    "": "others",
    "care": "care",
}


@dataclass(frozen=True)
class Change:
    """One thing that differs; see the module's first lines. `id` is "workshop" or a care pair where it is no card's."""

    kind: str
    id: str
    persona: str | None
    title: str
    change: str
    figure: str | None = None
    before: Any = None
    after: Any = None


@dataclass(frozen=True)
class LinkChange:
    """A link between two cards of both cycles that appeared, vanished or changed."""

    verb: str
    source: str
    target: str
    change: str


@dataclass(frozen=True)
class RecordChange:
    """How many exposures or readings (`table`) came and went."""

    table: str
    appeared: int
    vanished: int


@dataclass(frozen=True)
class State:
    """Whether an improvement holds by its readings now, and did on the day of the old workshop (None: no telling)."""

    id: str
    title: str
    held: str | None
    before: str | None


@dataclass(frozen=True)
class Cycle:
    """Which workshop one side of the comparison is."""

    title: str
    cycle: int | None
    date: str | None


@dataclass(frozen=True)
class Comparison:
    """What differs between two cycles, in the order of `SECTIONS` and `CHANGES`; `today` is the day of the new one."""

    old: Cycle
    new: Cycle
    today: datetime.date
    changes: tuple[Change, ...]
    links: tuple[LinkChange, ...]
    records: tuple[RecordChange, ...]
    held: tuple[State, ...]
    related: bool  # whether the two have any card in common (or no card at all)

    @property
    def changed(self) -> bool:
        """Whether anything differs (states of improvements are no difference)."""
        return bool(self.changes or self.links or self.records)

    def section(self, name: str) -> list[Change]:
        """The changes of one section of `SECTIONS` ("needs")."""
        return list(self._by_section.get(name, ()))

    @cached_property
    def _by_section(self) -> dict[str, list[Change]]:
        found: dict[str, list[Change]] = {}
        for own in self.changes:
            found.setdefault(section_of(own.kind), []).append(own)
        return found

    def json(self) -> dict[str, Any]:
        """The comparison as plain data."""
        head = {"old": dataclasses.asdict(self.old), "new": dataclasses.asdict(self.new)}
        rows: dict[str, Sequence[Any]] = {name: self.section(name) for name in SECTIONS.values()}
        rows |= {"links": self.links, "records": self.records, "held": self.held}
        lists = {name: [dataclasses.asdict(row) for row in own] for name, own in rows.items()}
        return {**head, "today": self.today.isoformat(), "changed": self.changed, **lists}


def section_of(kind: str) -> str:
    """The section in which changes of a kind are told."""
    return SECTIONS.get(kind, SECTIONS[""])


def is_number(value: Any) -> bool:
    """Whether a value can rise and fall (true and false cannot)."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def rank(own: Change) -> tuple[Any, ...]:
    """The sort key of changes: section, change, kind, figure, the largest first, then title and id."""
    size = abs(own.after - own.before) if is_number(own.before) and is_number(own.after) else 0
    return (
        _SECTION_RANK[section_of(own.kind)],
        CHANGES.index(own.change),
        _KIND_RANK.get(own.kind, -1),
        _figure_rank(own.kind, own.figure or ""),
        -size,
        own.title,
        own.id,
        own.persona or "",
    )


_SECTION_RANK = {name: number for number, name in enumerate(SECTIONS.values())}
_KIND_RANK = {kind: number for number, kind in enumerate(KINDS)}


@lru_cache(maxsize=2000)
def _figure_rank(kind: str, figure: str) -> tuple[int, int, str]:
    """Figures worked out before the fields behind them, fields as their kind declares them, then unknown ones."""
    if figure in LABELS:
        return 0, list(LABELS).index(figure), ""
    declared = [field.name for field in KINDS[kind].all_fields] if kind in KINDS else []
    return (1, declared.index(figure), "") if figure in declared else (2, 0, figure)
