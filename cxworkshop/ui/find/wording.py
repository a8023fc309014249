"""Whether a text holds what somebody typed: letters of any size, endings forgiven. Knows texts only."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ONE_FROM, _TWO_FROM = 5, 8  # lengths from which the last letter, or the last two, are taken for an ending


@dataclass(frozen=True)
class Sought:
    """A word somebody typed. `stem`: it without its ending; the same where it has none."""

    word: str
    stem: str

    def stands_in(self, plain: str) -> bool:
        """Whether a folded text holds it: inside a word as typed, or at the beginning of one without the ending."""
        if self.word in plain:
            return True
        # Most texts do not hold the stem at all: only in the others is it worth finding where words begin.
        return self.stem != self.word and self.stem in plain and re.search(rf"\b{self.stem}", plain) is not None


def sought(typed: str) -> list[Sought]:
    """The words typed; each of them must stand in a text."""
    return [Sought(word, stem_of(word)) for word in folded(typed).split()]


def holds(text: str, typed: str) -> bool:
    """Whether every word typed stands in the text.

    A search for a noun in one case finds the other cases, one for "delivery" finds "deliveries". Nothing typed stands
    in every text.
    """
    plain = folded(text)
    return all(word.stands_in(plain) for word in sought(typed))


def folded(text: str) -> str:
    """The text in small letters, the Cyrillic io as ie, single spaces."""
    return " ".join(text.casefold().replace("\u0451", "\u0435").split())


def stem_of(word: str) -> str:
    """A word without what may be its ending: cheap, and the same for every language that ends words with letters."""
    if not word.isalpha() or len(word) < _ONE_FROM:
        return word
    return word[: -2 if len(word) >= _TWO_FROM else -1]
