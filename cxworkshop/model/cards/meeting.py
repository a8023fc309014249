"""A meeting with a customer, asked about problems."""

from cxworkshop.model.cards.kind import CardKind, Out
from cxworkshop.model.fields import date, flag, long_text, moment, number, references_to, text
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
        references_to("planned_roles", N_("Who is to attend"), "role", help=N_("Who attended is recorded afterwards")),
        flag("consent", N_("Consent given")),
        text("consent_purpose", N_("Consent: what for")),
        date("consent_until", N_("Consent: until")),
        text("series", N_("Series"), shown=False),  # the same in every meeting of a repetition
    ),
    links=(
        Out("meets", "persona"),
        Out("reveals", "problem"),
        Out("reveals", "need"),
    ),
)
