"""How well a few typed letters fit a text: whole words, beginnings of words, letters in order. Either keyboard layout.

Knows texts only.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from cxworkshop.ui.keyboard import in_other_layout

_OTHER_LAYOUT = 0.8  # what was typed in the wrong layout counts a little less
_SLIPS_FROM = 4  # letters typed from which one may be wrong
_MOST_WORDS = 12  # of a text whose beginnings are tried
_WORD = re.compile(r"\w+")


def fit(query: str, text: str) -> float:
    """0: does not fit; the larger, the better. An empty query fits everything a little."""
    typed = _plain(query)
    if not typed:
        return 1.0
    plain, other = _plain(text), _other(typed)
    return max(_fit(typed, plain), _OTHER_LAYOUT * _fit(other, plain))


@lru_cache(maxsize=100)
def _other(typed: str) -> str:
    return _plain(in_other_layout(typed))


@lru_cache(maxsize=20_000)
def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("\u0451", "\u0435").split())


@lru_cache(maxsize=20_000)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text))


def _fit(typed: str, text: str) -> float:
    at = text.find(typed)
    if at == 0:
        return 100 - len(text) / 50
    if at > 0:
        begins_word = not text[at - 1].isalnum()
        return (80 if begins_word else 50) - at / 100 - len(text) / 50
    words, wanted = _words(text), _words(typed)
    if len(wanted) > 1 and all(any(word.startswith(part) for word in words) for part in wanted):
        return 60 - len(text) / 50
    if len(wanted) > 1 and all(part in text for part in wanted):
        return 40 - len(text) / 50
    initials = "".join(word[0] for word in words)
    if len(typed) > 1 and initials.startswith(typed):
        return 45 - len(text) / 50
    if wanted and all(any(_nearly_begins(part, word) for word in words) for part in wanted):
        return 25 - len(text) / 50
    return max(_beginnings(typed.replace(" ", ""), words) - len(text) / 50, _scattered(typed.replace(" ", ""), text))


def _nearly_begins(typed: str, word: str) -> bool:
    """Whether a word begins with what was typed but for one slip: a letter wrong, missing, too many, or two swapped."""
    size = len(typed)
    if size < _SLIPS_FROM or (word[0] not in typed[:2] and word[1:2] != typed[0]):
        return word.startswith(typed)
    at = next((at for at, (own, other) in enumerate(zip(typed, word, strict=False)) if own != other), None)
    if at is None:
        return size <= len(word) + 1
    rest = typed[at + 1 :]
    return (
        word.startswith(rest, at + 1)  # wrong
        or word.startswith(typed[at:], at + 1)  # missing
        or word.startswith(rest, at)  # too many
        or (word[at : at + 2] == typed[at : at + 2][::-1] and word.startswith(typed[at + 2 :], at + 2))  # swapped
    )


def _beginnings(letters: str, words: Sequence[str]) -> float:
    """What was typed is put together from the beginnings of some of the words, in their order: "zola" of "Zoom to the
    lane"."""
    if len(letters) < 3 or len(words) > _MOST_WORDS:
        return 0.0

    def fits(at: int, number: int) -> bool:
        if at == len(letters):
            return True
        for later in range(number, len(words)):
            word, size = words[later], 0
            if word[0] != letters[at]:
                continue
            while at + size < len(letters) and size < len(word) and word[size] == letters[at + size]:
                size += 1
            if any(fits(at + taken, later + 1) for taken in range(size, 0, -1)):
                return True
        return False

    return 30.0 if fits(0, 0) else 0.0


def _scattered(letters: str, text: str) -> float:
    """Letters in order with little between them."""
    if len(letters) < 3:
        return 0.0
    best = 0.0
    start = text.find(letters[0])
    while start >= 0:
        at: int = start
        for letter in letters[1:]:
            at = text.find(letter, at + 1)
            if at < 0:
                return best
        between = at - start + 1 - len(letters)
        if between <= len(letters):
            best = max(best, 20 - between - len(text) / 50)
        start = text.find(letters[0], start + 1)
    return max(best, 0.0)
