"""The words of a title as what they mean: forms of a word are one, ё is е, small words do not count. Knows no board."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

from cxworkshop.i18n import LANGUAGES, translator
from cxworkshop.words import N_

_WORD = re.compile(r"\w+")
_YO, _YE = "\u0451", "\u0435"
_CYRILLIC = re.compile("[\u0400-\u04ff]")

# Words that carry no meaning of their own, apart by blanks. A translation lists those of its language.
SMALL_WORDS = N_(
    "a an the i we you my our your me it its this that these those is are be was to of in on at by for from with and "
    "or so as if when what which how who want wants need needs can could will would should do does get gets have has"
)


def words(text: str) -> list[str]:
    """The words of a text in their order, in small letters, ё as е."""
    return _WORD.findall(text.casefold().replace(_YO, _YE))


def stems(text: str) -> tuple[str, ...]:
    """What the words mean, in alphabetical order, each once; small words only where there is nothing else."""
    found = words(text)
    telling = [word for word in found if word not in _small_words()] or found
    return tuple(sorted({stem(word) for word in telling}))


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The stem of one word, by the rules of the language its letters belong to (M. Porter, Snowball)."""
    own: str = _stemmer("russian" if _CYRILLIC.search(word) else "english").stemWord(word)
    return own


def language_of(text: str) -> str:
    """ "ru" where a text has Cyrillic letters, else "en"."""
    return "ru" if _CYRILLIC.search(text) else "en"


@cache
def _small_words() -> frozenset[str]:
    return frozenset(word for language in LANGUAGES for word in words(translator(language)(SMALL_WORDS)))


@cache
def _stemmer(language: str) -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer(language)
