"""What a point says when it is pointed at: the figure, what it rests on, and the formula with its source."""

from __future__ import annotations

from cxworkshop.analysis.opportunity import Opportunity
from cxworkshop.model.cards import KINDS
from cxworkshop.model.records import Card
from cxworkshop.ui.speech import tr


def tip(title: str, figures: str, basis: str, formula: str = "", source: str = "") -> str:
    """Lines of plain text: title, figures, n and basis, formula, source (these two are marked English texts)."""
    told = tr("{formula}. Source: {source}.", formula=tr(formula), source=tr(source)) if source else tr(formula)
    lines = [title or tr("(no title)"), figures, basis, told]
    return "\n".join(line for line in lines if line)


def basis_of(own: Opportunity) -> str:
    """What the scores of a need rest on, with the number of people asked."""
    if own.basis == "customers":
        return tr("customer data, n = {n}", n=own.sample) if own.sample else tr("customer data")
    if own.basis == "room":
        return tr("room estimate, n = {n}", n=own.sample) if own.sample else tr("room estimate")
    return tr("basis not stated")


def evidence_of(card: Card) -> str:
    """How well founded a card is: its evidence, or that none is stated."""
    field = KINDS[card.kind].field("evidence")
    labels = {choice.value: choice.label for choice in field.choices} if field else {}
    said = labels.get(str(card.get("evidence")))
    return tr("evidence: {evidence}", evidence=tr(said)) if said else tr("evidence not stated")
