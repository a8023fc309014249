"""Any place where the customer meets the company, not only the till."""

from cxworkshop.model.cards.kind import CardKind, Out
from cxworkshop.model.fields import evidence, flag, integer, reference, score, text
from cxworkshop.words import N_

KIND = CardKind(
    name="touchpoint",
    label=N_("Touchpoint"),
    plural=N_("Touchpoints"),
    prompt=N_("Where do we meet?"),
    why=N_("Any place where the customer meets the company, not only the till."),
    colour="#0B6BCB",
    tint="#E8F2FD",
    icon="touchpoint",
    lane="touchpoints",
    in_palette=True,
    fields=(
        reference("stage", N_("Stage"), "stage"),
        integer("position", N_("Position"), shown=False),
        text("channel", N_("Channel")),
        flag("moment_of_truth", N_("Moment of truth")),
        score("expectation", N_("Expectation"), -5, 5),
        score("experience", N_("Experience"), -5, 5),
        score("memory", N_("Memory"), -5, 5),
        evidence(),
    ),
    links=(
        Out("next", "touchpoint"),
        Out("raises", "problem"),
        Out("feeds", "touchpoint", source_side="internal", target_side="external"),
    ),
)
