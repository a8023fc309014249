"""What of a change concerns the backward map, sorted out in one pass. Knows no board."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from cxworkshop.model.changes import ChangeSet, Delta
from cxworkshop.model.records import CARD, LINK

ENDS = {"satisfies": ("value", "need"), "creates": ("process", "value"), "depends_on": ("process", "process")}
KINDS = ("need", "value", "process")

_ROLE_VERBS = ("owns", "sets")
_ROLE_KINDS = ("role", "process")
_LINK_NAMES = frozenset(("verb", "source", "target"))


@dataclass(slots=True)
class Touched:
    """`cards` are the ids of all cards a change touches; `links` the links of the map, (verb, source, target), that it
    makes or takes away. `size` counts what it makes or takes away of the map. `roles`: whether it may say otherwise who
    owns what; `retitled`: the cards it may give another title; `contacts`: whether it touches the contacts with
    customers; `turned`: whether it leads a link elsewhere without making a new one, and so does not name both its ends.
    """

    cards: list[str] = field(default_factory=list)
    links: dict[tuple[str, str, str], None] = field(default_factory=dict)
    retitled: list[str] = field(default_factory=list)
    size: int = 0
    roles: bool = False
    contacts: bool = False
    turned: bool = False


def touched_by(changes: ChangeSet) -> Touched:
    """What a change touches of all that the backward map rests on."""
    found = Touched()
    for delta in changes.deltas:
        if delta.table == LINK:
            _touch_link(delta, found)
        elif delta.table == CARD:
            _touch_card(delta, found)
        elif delta.table == "exposure":
            found.contacts = True
    return found


def _touch_link(delta: Delta, found: Touched) -> None:
    if delta.before is not None and delta.after is not None:
        found.turned |= not _LINK_NAMES.isdisjoint((*delta.before, *delta.after))
        return
    fields: Mapping[str, Any] = delta.after or delta.before or {}
    verb = fields["verb"]
    if verb in ENDS:
        found.links[verb, fields["source"], fields["target"]] = None
        found.size += 1
    elif verb in _ROLE_VERBS:
        found.roles = True


def _touch_card(delta: Delta, found: Touched) -> None:
    found.cards.append(delta.key)
    for fields in (delta.before, delta.after):
        if fields is None:
            continue
        kind = fields.get("kind")
        found.roles |= kind in _ROLE_KINDS
        found.size += kind in KINDS
        if "title" in fields:
            found.retitled.append(delta.key)
