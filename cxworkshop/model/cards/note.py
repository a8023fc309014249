"""A thought not yet sorted."""

from cxworkshop.model.cards.kind import CardKind
from cxworkshop.model.fields import reference, text
from cxworkshop.words import N_

KIND = CardKind(
    name="note",
    label=N_("Note"),
    plural=N_("Notes"),
    prompt=N_("What comes to mind?"),
    why=N_("A thought not yet sorted."),
    colour="#8A7A1F",
    tint="#FFF3B8",
    icon="note",
    lane="notes",
    in_palette=True,
    fields=(
        text("author", N_("Author")),
        reference("stage", N_("Stage"), "stage"),
    ),
)
