"""Work inside the company that the value rests on, directly or further back."""

from cxworkshop.model.cards.kind import CardKind, Out
from cxworkshop.model.fields import flag, reference, text
from cxworkshop.words import N_

KIND = CardKind(
    name="process",
    label=N_("Process"),
    plural=N_("Processes"),
    prompt=N_("What has to happen inside?"),
    why=N_("Work inside the company that the value rests on, directly or further back."),
    colour="#0D7377",
    tint="#E0F4F4",
    icon="process",
    lane="processes",
    in_palette=True,
    fields=(
        reference("stage", N_("Stage"), "stage"),
        text("system", N_("System")),
        flag("internal", N_("Internal service")),
    ),
    links=(
        Out("creates", "value"),
        Out("depends_on", "process"),
        Out("delivers", "touchpoint"),
    ),
)
