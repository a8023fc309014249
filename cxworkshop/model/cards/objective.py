"""Where the company wants to be, tied to a need."""

from cxworkshop.model.cards.kind import CardKind, Out
from cxworkshop.words import N_

KIND = CardKind(
    name="objective",
    label=N_("Objective"),
    plural=N_("Objectives"),
    prompt=N_("Where do we want to be?"),
    why=N_("Where the company wants to be, tied to a need."),
    colour="#3A5BC7",
    tint="#EDF2FE",
    icon="objective",
    links=(Out("addresses", "need"),),
)
