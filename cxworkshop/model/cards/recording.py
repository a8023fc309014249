"""A recording of a meeting, shown to those who decide."""

from cxworkshop.model.cards.kind import CardKind, Out
from cxworkshop.model.fields import date, flag, number, text
from cxworkshop.words import N_

KIND = CardKind(
    name="recording",
    label=N_("Recording"),
    plural=N_("Recordings"),
    prompt=N_("What was recorded?"),
    why=N_("A recording of a meeting, shown to those who decide."),
    colour="#A03A3A",
    tint="#FAE8E6",
    icon="recording",
    fields=(
        text("file", N_("File")),
        number("seconds", N_("Length, seconds"), 0),
        number("clip_from", N_("Clip from, seconds"), 0),
        number("clip_to", N_("Clip to, seconds"), 0),
        flag("consent", N_("Consent given")),
        text("consent_purpose", N_("Consent: what for")),
        date("consent_until", N_("Consent: until")),
    ),
    links=(
        Out("of", "meeting"),
        Out("shows", "problem"),
        Out("shows", "need"),
        Out("shows", "touchpoint"),
    ),
)
