"""Whether a text holds what somebody typed: letters of any size, endings forgiven. Knows texts only."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"\w+")
_ONE_FROM, _TWO_FROM = 5, 8  # lengths from which the last letter, or the last two, are taken for an ending


def holds(text: str, typed: str) -> bool:
    """Whether every word typed stands in the text: inside a word as typed, or at its beginning without the ending.

    A search for a noun in one case finds the other cases, one for "delivery" finds "deliveries". Nothing typed stands
    in every text.
    """
    plain = folded(text)
    return all(_stands_in(plain, word) for word in folded(typed).split())


@lru_cache(maxsize=20_000)
def folded(text: str) -> str:
    """The text in small letters, the Cyrillic io as ie, single spaces."""
    return " ".join(text.casefold().replace("\u0451", "\u0435").split())


def _stands_in(plain: str, word: str) -> bool:
    if word in plain:
        return True
    stem = stem_of(word)
    return stem != word and any(own.startswith(stem) for own in _words(plain))


def stem_of(word: str) -> str:
    """A word without what may be its ending: cheap, and the same for every language that ends words with letters."""
    if not word.isalpha() or len(word) < _ONE_FROM:
        return word
    return word[: -2 if len(word) >= _TWO_FROM else -1]


@lru_cache(maxsize=20_000)
def _words(plain: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(plain))
