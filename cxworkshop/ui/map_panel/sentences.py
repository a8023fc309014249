"""What the map says in whole sentences: distance to the customer, loops, what has no answer. Knows no widgets."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from cxworkshop.analysis.closeness import closeness_by_role
from cxworkshop.analysis.gaps import gaps
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.speech import tr
from cxworkshop.words import N_

MOST_GAPS = 8

# Of one card each; the whole sentences are those of analysis.gaps, told of many.
_MISSING = {
    "touchpoints_without_need": N_("“{title}” has no need yet"),
    "problems_blocking_nothing": N_("“{title}” blocks no need"),
    "needs_without_value": N_("“{title}” has no value yet"),
    "values_without_need": N_("“{title}” satisfies no need"),
    "values_without_process": N_("“{title}” is created by no process"),
    "processes_without_need": N_("“{title}” serves no need"),
    "processes_without_owner": N_("“{title}” has no owner"),
    "improvements_without_safeguard": N_("“{title}” has no safeguard"),
    "objectives_without_kpi": N_("“{title}” has no KPI"),
}


def distance_to_customer(room: Room, processes: Collection[str]) -> list[str]:
    """How many of these processes are run by people who never spoke with a customer, and how many by nobody."""
    if not processes:
        return []
    owners, warmth = room.map().owners, closeness_by_role(room.board, room.today())
    cold = [
        own for own in processes if own in owners and all(warmth[role].closeness == "stranger" for role in owners[own])
    ]
    nobody = [own for own in processes if own not in owners]
    n = len(processes)
    said = []
    if cold:
        said.append(
            tr.plural(
                "{k} of the {n} process behind this need is run by people who have never spoken with a customer.",
                "{k} of the {n} processes behind this need are run by people who have never spoken with a customer.",
                n,
                k=len(cold),
            )
        )
    elif len(nobody) < n:
        said.append(tr("Everybody who runs these processes has spoken with a customer."))
    if nobody:
        said.append(tr.plural("{n} process has no owner.", "{n} processes have no owner.", len(nobody)))
    return said


def told_loops(room: Room, cards: Collection[str]) -> list[str]:
    """The loops that pass through these cards, named from process to process."""
    board = room.board
    return [
        tr("In a circle: {way}", way=" → ".join(board.card(own).title for own in [*loop, loop[0]]))
        for loop in room.map().loops
        if set(loop) & set(cards)
    ]


def without_answer(room: Room, cards: Iterable[str]) -> list[tuple[str, str]]:
    """What these cards lack, as (sentence, card id), from the customer inwards."""
    board = room.board
    return [
        (tr(_MISSING[gap.code], title=board.card(card_id).title or tr("(no title)")), card_id)
        for gap in gaps(board, cards)
        if gap.code in _MISSING
        for card_id in gap.ids
    ]
