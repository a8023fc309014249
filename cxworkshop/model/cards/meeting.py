"""A meeting with a customer, asked about problems."""

from cxworkshop.model.cards.kind import CardKind, Out
from cxworkshop.model.fields import flag, long_text, moment, number
from cxworkshop.words import N_

KIND = CardKind(
    name="meeting",
    label=N_("Meeting"),
    plural=N_("Meetings"),
    prompt=N_("Whom do we meet?"),
    why=N_("A meeting with a customer, asked about problems."),
    colour="#C2500F",
    tint="#FDEBDD",
    icon="meeting",
    fields=(
        moment("at", N_("When")),
        number("minutes", N_("Minutes"), 0),
        long_text("questions", N_("Questions")),
        flag("consent", N_("Consent given")),
    ),
    links=(
        Out("meets", "persona"),
        Out("reveals", "problem"),
        Out("reveals", "need"),
    ),
)
