"""People in the company who own processes or set their rules."""

from cxworkshop.model.cards.kind import CardKind, Out
from cxworkshop.model.fields import flag, integer
from cxworkshop.words import N_

KIND = CardKind(
    name="role",
    label=N_("Role"),
    plural=N_("Roles"),
    prompt=N_("Who is responsible?"),
    why=N_("People in the company who own processes or set their rules."),
    colour="#60646C",
    tint="#EFF0F3",
    icon="role",
    in_palette=True,
    fields=(
        integer("people", N_("People"), 0),
        flag("manager", N_("Manager")),
    ),
    links=(
        Out("owns", "process"),
        Out("owns", "improvement"),
        Out("owns", "safeguard"),
        Out("owns", "kpi"),
        Out("owns", "objective"),
        Out("sets", "process"),
    ),
)
