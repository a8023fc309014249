"""How well a few typed letters fit a text: whole words, beginnings of words, letters in order. Either keyboard layout.

Knows texts only.
"""

from __future__ import annotations

import re
from functools import lru_cache

from cxworkshop.ui.keyboard import in_other_layout

_OTHER_LAYOUT = 0.8  # what was typed in the wrong layout counts a little less
_WORD = re.compile(r"\w+")


def fit(query: str, text: str) -> float:
    """0: does not fit; the larger, the better. An empty query fits everything a little."""
    typed = _plain(query)
    if not typed:
        return 1.0
    return max(_fit(typed, _plain(text)), _OTHER_LAYOUT * _fit(_plain(in_other_layout(typed)), _plain(text)))


@lru_cache(maxsize=20_000)
def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("\u0451", "\u0435").split())


def _fit(typed: str, text: str) -> float:
    at = text.find(typed)
    if at == 0:
        return 100 - len(text) / 50
    if at > 0:
        begins_word = not text[at - 1].isalnum()
        return (80 if begins_word else 50) - at / 100 - len(text) / 50
    words = _WORD.findall(text)
    wanted = _WORD.findall(typed)
    if len(wanted) > 1 and all(any(word.startswith(part) for word in words) for part in wanted):
        return 60 - len(text) / 50
    if len(wanted) > 1 and all(part in text for part in wanted):
        return 40 - len(text) / 50
    initials = "".join(word[0] for word in words)
    if len(typed) > 1 and initials.startswith(typed):
        return 45 - len(text) / 50
    return _scattered(typed.replace(" ", ""), text)


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
