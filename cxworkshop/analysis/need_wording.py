"""A need in the words of the one who has it: "when… I want… so that…", and gentle advice on wording. Knows no board."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from cxworkshop.analysis.wording import language_of, stem, words
from cxworkshop.i18n import LANGUAGES, Translator, translator
from cxworkshop.words import N_

LONGEST = 120  # characters; more is not read on a wall
_END = " \t\n.,;:!?…"

# Beginnings of the three parts that people type though they stand there already; a translation lists its own.
WHEN_BEGINNINGS = N_("when|if|as soon as")
WANT_BEGINNINGS = N_("i want|i need|we want|we need")
SO_THAT_BEGINNINGS = N_("so that|in order to|so")

# Words of a solution: who says them has stopped asking what it is for. A translation lists those of its language.
SOLUTION_WORDS = N_(
    "app application button website site page form filter menu chatbot bot widget portal plugin notification "
    "popup tab icon checkbox dashboard integration feature implement develop automate launch redesign"
)


@dataclass(frozen=True)
class Wish:
    """The three parts as typed; `want` is the only one that has to be there."""

    when: str = ""
    want: str = ""
    so_that: str = ""

    @property
    def language(self) -> str:
        """ "ru" or "en": the language the parts are written in."""
        return language_of(f"{self.when} {self.want} {self.so_that}")


@dataclass(frozen=True)
class Advice:
    """What may be better about a wording: a marked English text with its values. Nothing forbids the need."""

    code: str
    text: str
    word: str = ""

    def told(self, tr: Translator) -> str:
        """The advice in the reader's language."""
        return tr(self.text, word=self.word) if self.word else tr(self.text)


def sentence(wish: Wish) -> str:
    """The need as one sentence in the language it is written in; "" while nobody says what is wanted."""
    when, want, so_that = _parts(wish)
    if not want:
        return ""
    tr = translator(wish.language)
    if when and so_that:
        return tr("When {when}, I want {want}, so that {so_that}", when=when, want=want, so_that=so_that)
    if when:
        return tr("When {when}, I want {want}", when=when, want=want)
    if so_that:
        return tr("I want {want}, so that {so_that}", want=want, so_that=so_that)
    return tr("I want {want}", want=want)


def advice(wish: Wish, *, has_owner: bool = True) -> list[Advice]:
    """What may be better; nothing while nothing is typed. `has_owner`: whether it is known whose need it is."""
    if not any((wish.when.strip(), wish.want.strip(), wish.so_that.strip())):
        return []
    found = []
    if not _parts(wish)[1]:
        found.append(Advice("no_want", N_("Say what the person wants to get done.")))
    solution = solution_word(wish.want)
    if solution:
        text = N_("“{word}” is a solution. What would it be good for? Write that, and more than one solution will fit.")
        found.append(Advice("solution", text, solution))
    if not _parts(wish)[2] and not solution and _parts(wish)[1]:
        found.append(Advice("no_reason", N_("Say what for: the reason tells which solutions are good enough.")))
    if len(sentence(wish)) > LONGEST:
        found.append(Advice("long", N_("Longer than 120 characters: one need says one thing.")))
    if not has_owner:
        found.append(Advice("no_owner", N_("Whose need is it? Choose the persona who has it.")))
    return found


def solution_word(text: str) -> str:
    """The first word of a text that names a solution, as it was typed; "" where none does."""
    return next((word for word in words(text) if stem(word) in _solutions()), "")


@cache
def _solutions() -> frozenset[str]:
    listed = " ".join(translator(language)(SOLUTION_WORDS) for language in LANGUAGES)
    return frozenset(stem(word) for word in words(listed))


def _parts(wish: Wish) -> tuple[str, str, str]:
    return (
        _without(wish.when, WHEN_BEGINNINGS, wish.language),
        _without(wish.want, WANT_BEGINNINGS, wish.language),
        _without(wish.so_that, SO_THAT_BEGINNINGS, wish.language),
    )


def _without(part: str, beginnings: str, language: str) -> str:
    """A part without a beginning that the sentence has of itself, and without the mark at its end."""
    part = " ".join(part.split()).strip(_END)
    for beginning in translator(language)(beginnings).split("|"):
        if part.casefold() == beginning or part.casefold().startswith(f"{beginning} "):
            return part[len(beginning) :].strip(_END)
    return part
