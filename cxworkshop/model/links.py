"""The verbs that links speak, and which verb may stand between which cards. Knows kinds, not boards or files."""

from __future__ import annotations

from dataclasses import dataclass

from cxworkshop.model.cards import KINDS, Out
from cxworkshop.words import N_


@dataclass(frozen=True)
class Verb:
    """A verb as read from source to target (`label`) and back (`reverse`); English texts, marked."""

    name: str
    label: str
    reverse: str


VERBS: dict[str, Verb] = {
    verb.name: verb
    for verb in (
        Verb("next", N_("leads to"), N_("comes after")),
        Verb("walks", N_("walks"), N_("is walked by")),
        Verb("raises", N_("raises"), N_("is raised at")),
        Verb("arises_at", N_("arises at"), N_("gives rise to")),
        Verb("has", N_("has"), N_("is had by")),
        Verb("blocks", N_("blocks"), N_("is blocked by")),
        Verb("satisfies", N_("satisfies"), N_("is satisfied by")),
        Verb("creates", N_("creates"), N_("is created by")),
        Verb("depends_on", N_("depends on"), N_("is needed by")),
        Verb("delivers", N_("delivers"), N_("is delivered by")),
        Verb("owns", N_("owns"), N_("is owned by")),
        Verb("sets", N_("sets the standard of"), N_("has its standard set by")),
        Verb("works_as", N_("works as"), N_("is the work of")),
        Verb("feeds", N_("wears on"), N_("is worn down by")),
        Verb("improves", N_("improves"), N_("is improved by")),
        Verb("protects", N_("protects"), N_("is protected by")),
        Verb("measures", N_("measures"), N_("is measured by")),
        Verb("advances", N_("advances"), N_("is advanced by")),
        Verb("tracks", N_("tracks"), N_("is tracked by")),
        Verb("addresses", N_("addresses"), N_("is addressed by")),
        Verb("meets", N_("meets"), N_("is met in")),
        Verb("reveals", N_("reveals"), N_("is revealed in")),
        Verb("of", N_("is a recording of"), N_("was recorded as")),
        Verb("shows", N_("shows"), N_("is shown in")),
    )
}


def verbs_between(source_kind: str, target_kind: str) -> tuple[Out, ...]:
    """The declared links from a card of one kind to a card of another, in order of declaration (empty: none)."""
    source = KINDS.get(source_kind)
    return tuple(out for out in source.links if out.to == target_kind) if source else ()


def is_known(verb: str) -> bool:
    return verb in VERBS
