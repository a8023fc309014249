"""A change the room decides on."""

from cxworkshop.model.cards.kind import CardKind, Out
from cxworkshop.model.fields import choice, date, references_to, score, text
from cxworkshop.words import N_

KIND = CardKind(
    name="improvement",
    label=N_("Improvement"),
    plural=N_("Improvements"),
    prompt=N_("What do we change?"),
    why=N_("A change the room decides on."),
    colour="#B4308B",
    tint="#FCE9F6",
    icon="improvement",
    lane="improvements",
    in_palette=True,
    fields=(
        choice(
            "status",
            N_("Status"),
            ("idea", N_("idea")),
            ("agreed", N_("agreed")),
            ("doing", N_("doing")),
            ("done", N_("done")),
            ("held", N_("held")),
            ("slipping", N_("slipping")),
            ("rolled_back", N_("rolled back")),
        ),
        score("impact", N_("Impact"), 1, 10),
        score("effort", N_("Effort"), 1, 10),
        score("confidence", N_("Confidence"), 1, 10),
        date("due", N_("Due")),
        text("systems", N_("Systems needed")),
        references_to("responsible", N_("Responsible"), "role", help=N_("Who does the work")),
        references_to("consulted", N_("Consulted"), "role", help=N_("Whose advice is asked before")),
        references_to("informed", N_("Informed"), "role", help=N_("Who is told afterwards")),
    ),
    links=(
        Out("improves", "process"),
        Out("improves", "touchpoint"),
        Out("improves", "need"),
        Out("improves", "value"),
        Out("improves", "problem"),
    ),
)
