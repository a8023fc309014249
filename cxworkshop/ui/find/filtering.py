"""A filter over cards and what it finds, in the order in which results are stepped through. Knows no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from cxworkshop.model.cards import KINDS
from cxworkshop.model.fields import Field, FieldType
from cxworkshop.ui.find.facets import FACET_BY_NAME
from cxworkshop.ui.find.searchable import Entry, Searchable
from cxworkshop.ui.find.wording import sought
from cxworkshop.ui.keyboard import in_other_layout

Range = tuple[float, float]  # both ends included
SCORES: dict[str, Field] = {
    own.name: own
    for kind in KINDS.values()
    for own in kind.all_fields
    if own.type is FieldType.NUMBER and own.low is not None and own.high is not None
}


@dataclass(frozen=True)
class Filter:
    """A card is found when it fits the text, every facet (any of its values) and every range of scores.

    A card without a score does not lie in any range of it. An empty filter asks for nothing.
    """

    text: str = ""
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    scores: Mapping[str, Range] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.text.strip() or self.chosen or self.scores)

    def with_text(self, text: str) -> Filter:
        return replace(self, text=text)

    def with_values(self, facet: str, values: tuple[str, ...]) -> Filter:
        """The same with these values of a facet; none of them: the facet is let go."""
        others = {name: own for name, own in self.chosen.items() if name != facet}
        return replace(self, chosen={**others, facet: values} if values else others)

    def with_range(self, name: str, ends: Range | None) -> Filter:
        """The same with a range of a score, or without one."""
        if ends is not None:
            return replace(self, scores={**self.scores, name: (min(ends), max(ends))})
        return replace(self, scores={own: kept for own, kept in self.scores.items() if own != name})

    def to_data(self) -> dict[str, Any]:
        """As JSON keeps it."""
        chosen = {name: list(values) for name, values in self.chosen.items()}
        return {"text": self.text, "chosen": chosen, "scores": {name: list(ends) for name, ends in self.scores.items()}}

    @classmethod
    def from_data(cls, data: Any) -> Filter:
        """What `to_data` gave; what cannot be read is left out."""
        known = data if isinstance(data, dict) else {}
        made = cls(str(known.get("text") or ""))
        for name, values in _pairs(known.get("chosen")):
            if name in FACET_BY_NAME and isinstance(values, list):
                made = made.with_values(name, tuple(str(value) for value in values))
        for name, ends in _pairs(known.get("scores")):
            if name in SCORES and _is_range(ends):
                made = made.with_range(name, (float(ends[0]), float(ends[1])))
        return made


def _pairs(found: Any) -> list[tuple[str, Any]]:
    return list(found.items()) if isinstance(found, dict) else []


def _is_range(ends: Any) -> bool:
    return isinstance(ends, list) and len(ends) == 2 and all(isinstance(end, int | float) for end in ends)


def found_by(searchable: Searchable, wanted: Filter) -> list[str]:
    """The ids of the cards found: journey by journey, kind by kind, from the first stage to the last.

    Where the text fits no card as typed, what the same keys give in the other keyboard layout is looked for.
    """
    entries = _fitting(searchable, wanted)
    found = _with_text(entries, wanted.text)
    if not found and wanted.text.strip():
        found = _with_text(entries, in_other_layout(wanted.text))
    return found


def _fitting(searchable: Searchable, wanted: Filter) -> list[Entry]:
    """Those that fit facets and scores."""
    entries = searchable.entries
    for name, values in wanted.chosen.items():
        fitting = frozenset().union(*(searchable.fitting(name, value) for value in values))
        entries = [own for own in entries if own.card.id in fitting]
    for name, (low, high) in wanted.scores.items():
        entries = [own for own in entries if _lies_in(own.card.get(name), low, high)]
    return entries


def _lies_in(value: Any, low: float, high: float) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and low <= value <= high


def _with_text(entries: Iterable[Entry], typed: str) -> list[str]:
    for word in sought(typed):
        entries = [own for own in entries if word.stands_in(own.text)]
    return [own.card.id for own in entries]
