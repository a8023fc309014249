"""What a card says under its title: figures, owner, closeness, badges. Words; colours are the painter's."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from cxworkshop.analysis.backward_map import BackwardMap
from cxworkshop.analysis.closeness import Closeness, closeness_by_role
from cxworkshop.analysis.opportunity import opportunity
from cxworkshop.analysis.pain import pain
from cxworkshop.analysis.scores import score
from cxworkshop.model.board import Board
from cxworkshop.model.cards import KINDS
from cxworkshop.model.records import Card
from cxworkshop.ui.speech import Speech
from cxworkshop.words import N_

NO_OWNER = N_("no owner")


class Face(NamedTuple):
    """`meta`: the line under the title, `tail` its end, which is never cut. `dot`: what a dot before it means, "close",
    "fading", "stranger", "nobody" or "pain" with `strength` 0…1. `badge`: a figure at its end, `urgent` when it is
    large. `pill`: the line lies on the kind's tint. `truth`: a moment of truth. `alarm`: something is missing."""

    meta: str = ""
    tail: str = ""
    dot: str = ""
    strength: float = 1.0
    badge: str = ""
    urgent: bool = False
    pill: bool = False
    truth: bool = False
    alarm: bool = False


@dataclass(frozen=True)
class Faces:
    """Makes the faces of one board on one day; what several cards need is worked out once."""

    board: Board
    map: BackwardMap
    today: datetime.date
    tr: Speech

    @cached_property
    def closeness(self) -> dict[str, Closeness]:
        return closeness_by_role(self.board, self.today)

    def face(self, card: Card) -> Face:
        """What the card shows under its title."""
        made = _FACES.get(card.kind)
        return made(self, card) if made else Face()

    def owner(self, process: str) -> Card | None:
        """The role that owns a process (the first by title), or None."""
        return self.board.find(next(iter(self.map.owners.get(process, ())), None))


URGENT_OPPORTUNITY = 12.0  # of 20: from here on Ulwick calls a need underserved


def _need(faces: Faces, card: Card) -> Face:
    importance, satisfaction = score(card, "importance"), score(card, "satisfaction")
    if importance is None and satisfaction is None:
        return Face()
    tr, own = faces.tr, opportunity(card)
    meta = tr("matters {i} · met {s}", i=tr.number(importance), s=tr.number(satisfaction))
    return Face(meta, badge=tr.number(own.value), urgent=own.value >= URGENT_OPPORTUNITY, pill=True)


def _problem(faces: Faces, card: Card) -> Face:
    severity, frequency = score(card, "severity"), score(card, "frequency")
    tr = faces.tr
    if severity is None:
        often = tr("often {f}", f=tr.number(frequency)) if frequency is not None else ""
        return Face(often, dot="pain" if often else "", strength=0.4)
    meta = tr("{n} of 10", n=tr.number(severity))
    own = pain(card)
    if own is None:
        return Face(meta, dot="pain", strength=severity / 10)
    return Face(meta, dot="pain", strength=max(own / 100, 0.25), badge=tr.number(own), urgent=own >= 50)


def _process(faces: Faces, card: Card) -> Face:
    owner = faces.owner(card.id)
    if owner is None:
        return Face(faces.tr(NO_OWNER), dot="nobody", alarm=True)
    own = faces.closeness[owner.id]
    met = last_met(own, faces.tr)
    return Face(owner.title or faces.tr("(no title)"), f" · {met}" if met else "", dot=own.closeness)


MONTHS_FROM = 60  # days; from here on people count in months


def last_met(own: Closeness, tr: Speech) -> str:
    """How long ago somebody last met a customer: "2 days", "7 mo.", "never"; "" where nobody can say."""
    days = own.days_since_direct
    if days is None:
        return tr("never") if own.closeness == "stranger" else ""
    if days == 0:
        return tr("today")
    if days < MONTHS_FROM:
        return tr.plural("{n} day", "{n} days", days)
    return tr("{n} mo.", n=round(days / 30.44))


def _touchpoint(faces: Faces, card: Card) -> Face:
    truth = card.get("moment_of_truth") is True
    channel = str(card.get("channel", ""))
    return Face(
        channel or (faces.tr("moment of truth") if truth else ""), truth=truth
    )  # beside a channel the ◆ says it


def _persona(faces: Faces, card: Card) -> Face:
    quote = str(card.get("quote", ""))
    return Face(faces.tr("“{quote}”", quote=quote[:200]) if quote else _choice(faces, card, "aim"))


def _improvement(faces: Faces, card: Card) -> Face:
    due = faces.tr("by {date}", date=faces.tr.date(str(card.get("due")))) if card.get("due") else ""
    return Face(" · ".join(part for part in (_choice(faces, card, "status"), due) if part))


def _note(faces: Faces, card: Card) -> Face:
    return Face(str(card.get("author", "")))


def _choice(faces: Faces, card: Card, name: str) -> str:
    field = KINDS[card.kind].field(name)
    labels = {choice.value: choice.label for choice in field.choices} if field else {}
    return faces.tr(labels.get(str(card.get(name)), ""))


_FACES = {
    "need": _need,
    "problem": _problem,
    "process": _process,
    "touchpoint": _touchpoint,
    "persona": _persona,
    "improvement": _improvement,
    "note": _note,
}
