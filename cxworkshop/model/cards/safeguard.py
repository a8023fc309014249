"""A measure with a limit that keeps an improvement from sliding back."""

import re

from cxworkshop.model.cards.kind import CardKind, Out
from cxworkshop.model.fields import long_text, number, text
from cxworkshop.words import N_

LIMIT = re.compile(r"(<=|>=|=)\s*-?\d+(?:[.,]\d+)?")

KIND = CardKind(
    name="safeguard",
    label=N_("Safeguard"),
    plural=N_("Safeguards"),
    prompt=N_("What keeps it from sliding back?"),
    why=N_("A measure with a limit that keeps an improvement from sliding back."),
    colour="#7A5C00",
    tint="#FBF3DB",
    icon="safeguard",
    fields=(
        text("metric", N_("Metric")),
        text("limit", N_("Limit"), pattern=LIMIT, help=N_("Written <= 5, >= 0.9 or = 0")),
        number("every_days", N_("Every, days"), 0),
        long_text("reaction", N_("Reaction")),
    ),
    links=(Out("protects", "improvement"),),
)
