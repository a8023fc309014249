"""What a column's heading can mean, in Russian and English: targets by name. Knows declarations, no rows and no boards.

A target is written as a text, so that a window can offer it and a mapping can hold it: `need` (titles of needs),
`need.importance` (a field of the needs in the row), `title`, `comment`, `id`, `kind`, `side` (of the row's own kind),
`depends_on`, `sets`, `next` (names of other cards), `-` (left out) and `+` (kept in the note with its heading).
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from cxworkshop.i18n import LANGUAGES, translator
from cxworkshop.model.cards import KINDS
from cxworkshop.model.fields import FieldType
from cxworkshop.paths import RESOURCES
from cxworkshop.words import N_

LEFT_OUT, KEPT = "-", "+"
YO, YE = chr(0x451), chr(0x435)  # Russian letters that people write one for the other
ROW_TARGETS = {
    "title": N_("Title of the row's card"),
    "comment": N_("Note of the row's card"),
    "id": N_("Number of the row, named by other rows"),
    "kind": N_("Kind of the row's card"),
    "side": N_("Side: external or internal"),
}
LINK_TARGETS = {
    "depends_on": N_("Depends on (other processes)"),
    "sets": N_("Role that sets the standard"),
    "next": N_("Next touchpoint"),
}
_UNSEEN = ("stage", "journey")  # references that a table gives as titles, never as ids
_IN_NO_CELL = (FieldType.REFERENCES, FieldType.IMAGE)  # of a plan that people wrote


@dataclass(frozen=True)
class Meaning:
    """One thing a heading can mean: a target, and how surely (1 the program's own word, less for people's)."""

    target: str
    sure: float


def plain(text: str) -> str:
    """A heading or word for comparing: lower case, ye for yo, no punctuation, single spaces."""
    text = unicodedata.normalize("NFKC", text).casefold().replace(YO, YE)
    kept = re.sub(r"[^\w#№+]+|_+", " ", text)
    return " ".join(kept.split())


@cache
def words() -> Mapping[str, Any]:
    """The lists of resources/import_headings.toml."""
    with (RESOURCES / "import_headings.toml").open("rb") as stream:
        return tomllib.load(stream)


@cache
def meanings() -> Mapping[str, tuple[Meaning, ...]]:
    """What each known heading (`plain`) can mean, the surest first."""
    found: dict[str, dict[str, float]] = {}

    def know(heading: str, target: str, sure: float) -> None:
        known = found.setdefault(plain(heading), {})
        known[target] = max(sure, known.get(target, 0.0))

    for kind in KINDS.values():
        for label in _in_both(kind.label, kind.plural, kind.name):
            know(label, kind.name, 1.0)
        for field in kind.fields:
            if field.shown and field.name not in _UNSEEN and field.type not in _IN_NO_CELL:
                for label in _in_both(field.label, field.name):
                    know(label, f"{kind.name}.{field.name}", 0.95)
    for section, prefix in (("kinds", ""), ("fields", ""), ("row", ""), ("links", "")):
        for target, aliases in words()[section].items():
            for alias in aliases:
                know(alias, prefix + target, 0.8)
    for target in (*ROW_TARGETS, *LINK_TARGETS):
        know(target, target, 0.9)
    return {
        heading: tuple(Meaning(target, sure) for target, sure in sorted(targets.items(), key=lambda item: -item[1]))
        for heading, targets in found.items()
        if heading
    }


def _in_both(*texts: str) -> list[str]:
    return [*texts, *(translator(language)(text) for text in texts for language in LANGUAGES)]


def meanings_of(heading: str) -> tuple[Meaning, ...]:
    """What a heading can mean; a remark in brackets and a unit at its end do not count. Empty: unknown."""
    for form in (heading, re.sub(r"[(\[].*?[)\]]", " ", heading), re.split(r"[,(:;/\n]", heading)[0]):
        known = meanings().get(plain(form))
        if known:
            return known
    sign = heading.strip()
    return (Meaning("id", 0.8),) if sign in ("#", "№") else ()


def kind_named_in(text: str) -> str:
    """The kind that a sheet's or file's name speaks of ("Processes 2026" → process), or ""."""
    name = plain(text)
    best = ""
    for heading, known in meanings().items():
        if known[0].target in KINDS and len(heading) > len(best) > -1 and re.search(rf"\b{re.escape(heading)}", name):
            best = heading
    return meanings()[best][0].target if best else ""


def target_choices(language: str) -> list[tuple[str, str]]:
    """Every target with its label in `language`, for a list to choose from."""
    tr = translator(language)
    choices = [(LEFT_OUT, tr(N_("Leave out"))), (KEPT, tr(N_("Keep in the note")))]
    choices += [(target, tr(label)) for target, label in (ROW_TARGETS | LINK_TARGETS).items()]
    for kind in KINDS.values():
        choices.append((kind.name, tr(kind.label)))
        for field in kind.fields:
            if field.shown and field.type not in (FieldType.REFERENCE, *_IN_NO_CELL):
                choices.append((f"{kind.name}.{field.name}", f"{tr(kind.label)}: {tr(field.label)}"))
    return choices


def is_target(target: str) -> bool:
    """Whether a mapping may name this target."""
    return target in {name for name, _ in target_choices("en")}
