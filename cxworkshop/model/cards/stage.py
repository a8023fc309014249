"""A column of the wall: one part of the journey."""

from cxworkshop.model.cards.kind import CardKind
from cxworkshop.model.fields import flag, integer, reference
from cxworkshop.words import N_

KIND = CardKind(
    name="stage",
    label=N_("Stage"),
    plural=N_("Stages"),
    prompt=N_("What part of the way?"),
    why=N_("A column of the wall: one part of the journey."),
    colour="#60646C",
    tint="#EFF0F3",
    icon="stage",
    fields=(
        reference("journey", N_("Journey"), "journey"),
        integer("position", N_("Position"), shown=False),
        flag("selling", N_("Here the company takes the money")),
    ),
)
