"""What the company creates to meet a need."""

from cxworkshop.model.cards.kind import CardKind, Out
from cxworkshop.model.fields import reference
from cxworkshop.words import N_

KIND = CardKind(
    name="value",
    label=N_("Value"),
    plural=N_("Values"),
    prompt=N_("What do we create for the need?"),
    why=N_("What the company creates to meet a need."),
    colour="#218358",
    tint="#E6F6EB",
    icon="value",
    lane="values",
    in_palette=True,
    fields=(reference("stage", N_("Stage"), "stage"),),
    links=(Out("satisfies", "need"),),
)
