"""What gets in the customer’s way at a touchpoint."""

from cxworkshop.model.cards.kind import CardKind, Out
from cxworkshop.model.fields import evidence, reference, score
from cxworkshop.words import N_

KIND = CardKind(
    name="problem",
    label=N_("Problem"),
    plural=N_("Problems"),
    prompt=N_("What gets in the way?"),
    why=N_("What gets in the customer’s way at a touchpoint."),
    colour="#CE2C31",
    tint="#FEEBEC",
    icon="problem",
    lane="problems",
    in_palette=True,
    fields=(
        reference("stage", N_("Stage"), "stage"),
        score("severity", N_("Severity"), 1, 10),
        score("frequency", N_("Frequency"), 1, 10),
        evidence(),
    ),
    links=(Out("blocks", "need"),),
)
