"""What the customer wants to get done; everything behind it exists for it."""

from cxworkshop.model.cards.kind import CardKind, Out
from cxworkshop.model.fields import choice, integer, reference, score
from cxworkshop.words import N_

KIND = CardKind(
    name="need",
    label=N_("Need"),
    plural=N_("Needs"),
    prompt=N_("What does the customer want to get done?"),
    why=N_("What the customer wants to get done; everything behind it exists for it."),
    colour="#B86E00",
    tint="#FFF4DC",
    icon="need",
    lane="needs",
    in_palette=True,
    fields=(
        reference("stage", N_("Stage"), "stage"),
        score("importance", N_("Importance"), 0, 10),
        score("satisfaction", N_("Satisfaction"), 0, 10),
        choice("basis", N_("Basis"), ("room", N_("room estimate")), ("customers", N_("customer data"))),
        integer("sample", N_("People asked"), 0),
    ),
    links=(Out("arises_at", "touchpoint"),),
)
