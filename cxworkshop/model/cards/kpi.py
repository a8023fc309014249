"""A figure that is measured again and again."""

from cxworkshop.model.cards.kind import CardKind, Out
from cxworkshop.model.fields import choice, number, text
from cxworkshop.words import N_

KIND = CardKind(
    name="kpi",
    label=N_("KPI"),
    plural=N_("KPIs"),
    prompt=N_("What do we measure?"),
    why=N_("A figure that is measured again and again."),
    colour="#007A8A",
    tint="#DDF3F6",
    icon="kpi",
    fields=(
        text("unit", N_("Unit")),
        choice("direction", N_("Direction"), ("up", N_("up is better")), ("down", N_("down is better"))),
        number("baseline", N_("Baseline")),
        number("target", N_("Target")),
        number("every_days", N_("Every, days"), 0),
    ),
    links=(
        Out("measures", "need"),
        Out("measures", "process"),
        Out("measures", "touchpoint"),
        Out("measures", "value"),
        Out("measures", "safeguard"),
        Out("tracks", "key_result"),
    ),
)
