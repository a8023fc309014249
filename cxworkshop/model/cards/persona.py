"""An archetype of customers, or of employees as customers of the inside."""

from cxworkshop.model.cards.kind import CardKind, Out
from cxworkshop.model.fields import choice, evidence, flag, image, long_text, text
from cxworkshop.words import N_

KIND = CardKind(
    name="persona",
    label=N_("Persona"),
    plural=N_("Personas"),
    prompt=N_("Who is it? Name, age, one habit"),
    why=N_("An archetype of customers, or of employees as customers of the inside."),
    colour="#6E56CF",
    tint="#F1EEFE",
    icon="persona",
    lane="personas",
    in_palette=True,
    fields=(
        image("portrait", N_("Portrait")),
        choice("side", N_("Side"), ("external", N_("external")), ("internal", N_("internal"))),
        choice(
            "aim",
            N_("Aim"),
            ("attract", N_("attract")),
            ("keep", N_("keep")),
            ("both", N_("attract and keep")),
            ("none", N_("neither")),
        ),
        flag("vip", N_("VIP")),
        text("quote", N_("Quote")),
        long_text("goals", N_("What they want to reach")),
        evidence(),
    ),
    links=(
        Out("walks", "journey"),
        Out("walks", "touchpoint"),
        Out("has", "need"),
        Out("has", "problem"),
        Out("works_as", "role", source_side="internal"),
    ),
)
