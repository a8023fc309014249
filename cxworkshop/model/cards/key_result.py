"""A number that shows whether the objective is reached."""

from cxworkshop.model.cards.kind import CardKind, Out
from cxworkshop.model.fields import date, number
from cxworkshop.words import N_

KIND = CardKind(
    name="key_result",
    label=N_("Key result"),
    plural=N_("Key results"),
    prompt=N_("By what shall we see it?"),
    why=N_("A number that shows whether the objective is reached."),
    colour="#2F6FA8",
    tint="#E6F0F8",
    icon="key_result",
    fields=(
        number("start", N_("Start")),
        number("target", N_("Target")),
        number("current", N_("Current")),
        date("due", N_("Due")),
    ),
    links=(Out("advances", "objective"),),
)
