"""Starts the next cycle of a workshop: the same cards, asked anew. Returns a ChangeSet; knows neither Qt nor SQL."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from cxworkshop.model.board import Board
from cxworkshop.model.changes import ChangeSet
from cxworkshop.model.draft import Draft
from cxworkshop.model.previous import PREVIOUS
from cxworkshop.model.records import CARD, LINK, OUTSIDE, THE_WORKSHOP, WORKSHOP, Record
from cxworkshop.words import N_

# What the room weighs anew, and what says where those weights came from. Improvements keep their estimates: they were
# agreed on them.
SCORES = {
    "touchpoint": ("expectation", "experience", "memory"),
    "need": ("importance", "satisfaction", "basis", "sample"),
    "problem": ("severity", "frequency"),
}
HISTORY = ("exposure", "reading")  # votes, care answers and the agenda belong to the day they were made for


def next_cycle(old: Board, today: datetime.date, *, clear_scores: bool = False, name: str = "") -> ChangeSet:
    """What makes an empty workshop the next cycle of `old`, as one change.

    Every card and link under its own id, contacts with customers and readings under theirs; the cycle one more, the
    date `today`. `clear_scores` leaves the scores of touchpoints, needs and problems to be given anew. Each touchpoint
    keeps what it was scored in `old` beside its own scores (`previous_…`). `name` is what the old workshop is called
    where it has no title.
    """
    draft = Draft(Board())
    own = old.workshop
    cycle = _cycle(own) + 1
    draft.put(WORKSHOP, THE_WORKSHOP, {**own, "cycle": cycle, "date": today.isoformat()})
    outside = old.get(WORKSHOP, OUTSIDE)
    if outside is not None:
        draft.put(WORKSHOP, OUTSIDE, outside.fields)
    for card in old.records(CARD):
        draft.put(CARD, card.key, _carried(card, clear_scores))
    for table in (LINK, *HISTORY):
        for row in old.records(table):
            draft.put(table, row.key, row.fields)
    title = str(own.get("title") or name)
    return draft.changes(N_("Start cycle {cycle} from “{title}”"), cycle=str(cycle), title=title)


def _cycle(workshop: Mapping[str, Any]) -> int:
    """The cycle a workshop says it is; the first where it says nothing."""
    return int(workshop.get("cycle") or 1)


def _carried(card: Record, clear_scores: bool) -> dict[str, Any]:
    """A card's fields in the next cycle, a touchpoint's scores also as those of the cycle before."""
    kind = str(card.get("kind"))
    fields = dict(card.fields)
    if kind == "touchpoint":
        fields = {name: value for name, value in fields.items() if name not in PREVIOUS.values()}
        fields |= {ghost: fields[name] for name, ghost in PREVIOUS.items() if name in fields}
    cleared = SCORES.get(kind, ()) if clear_scores else ()
    return {name: value for name, value in fields.items() if name not in cleared}
