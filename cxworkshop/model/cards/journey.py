"""The whole way of a customer or an employee, from left to right."""

from cxworkshop.model.cards.kind import CardKind
from cxworkshop.model.fields import choice
from cxworkshop.words import N_

KIND = CardKind(
    name="journey",
    label=N_("Journey"),
    plural=N_("Journeys"),
    prompt=N_("Whose way is it?"),
    why=N_("The whole way of a customer or an employee, from left to right."),
    colour="#3A5BC7",
    tint="#EDF2FE",
    icon="journey",
    fields=(choice("side", N_("Side"), ("external", N_("external")), ("internal", N_("internal"))),),
)
