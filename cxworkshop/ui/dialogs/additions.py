"""What an import would add, in words: kinds of cards and records with their numbers. Knows no widgets."""

from __future__ import annotations

from cxworkshop.exchange.importing import ImportPlan
from cxworkshop.model.cards import KINDS
from cxworkshop.ui.speech import tr
from cxworkshop.words import N_

MOST_CAUTIONS = 12
_RECORDS = {
    "link": N_("Links"),
    "exposure": N_("Hours with customers"),
    "reading": N_("Readings"),
    "vote": N_("Votes"),
    "care_answer": N_("Answers of the care test"),
    "agenda": N_("Agenda blocks"),
    "workshop": N_("Fields of the workshop"),
}


def additions(plan: ImportPlan) -> list[str]:
    """One text a kind or table: "Touchpoints: 12"."""
    return [tr("{what}: {n}", what=tr(_name(name)), n=n) for name, n in plan.counts.items()]


def cautions(plan: ImportPlan) -> list[str]:
    """What to know about it, the first few; what is there already comes first."""
    told = []
    if plan.skipped:
        told.append(tr.plural("{n} is there already.", "{n} are there already.", plan.skipped))
    told += [caution.told(tr.translator) for caution in plan.warnings[:MOST_CAUTIONS]]
    left = len(plan.warnings) - MOST_CAUTIONS
    return [*told, tr.plural("and {n} more", "and {n} more", left)] if left > 0 else told


def _name(name: str) -> str:
    return KINDS[name].plural if name in KINDS else _RECORDS.get(name, name)
