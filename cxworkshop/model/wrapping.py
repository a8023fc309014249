"""A text broken into lines that fit a width. Knows no fonts: whoever asks brings the measure."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import lru_cache

Measure = Callable[[str], float]  # the width of a text in wall units


_MOST_CHARACTERS = 2000  # of a title that is looked at; more fit no card


@lru_cache(maxsize=50_000)
def wrap(text: str, width: float, most: int, measure: Measure) -> tuple[str, ...]:
    """`text` broken at spaces into at most `most` lines of `width`; long words are cut, what is left ends in …"""
    words = text.split()
    shown = " ".join(words)
    if len(shown) > _MOST_CHARACTERS:
        words = f"{shown[: _MOST_CHARACTERS - 1]}…".split()
    lines: list[str] = []
    line = ""
    for word in words:
        joined = f"{line} {word}" if line else word
        if measure(joined) <= width:
            line = joined
            continue
        if line:
            lines.append(line)
        *whole, line = _cut(word, width, measure)
        lines.extend(whole)
        if len(lines) > most:
            break
    lines.append(line)
    if len(lines) > most:
        lines = [*lines[: most - 1], _shortened(f"{lines[most - 1]}…", width, measure)]
    return tuple(lines)


def _cut(word: str, width: float, measure: Measure) -> list[str]:
    pieces = []
    while measure(word) > width and len(word) > 1:
        fit = 1  # grown from one letter: measuring a long word's beginnings from its end takes minutes
        while fit < len(word) - 1 and measure(word[: fit + 1]) <= width:
            fit += 1
        while fit > 1 and _belong_together(word[fit - 1], word[fit]):
            fit -= 1
        pieces.append(word[:fit])
        word = word[fit:]
    return [*pieces, word]


def _belong_together(one: str, two: str) -> bool:
    """Whether two characters are seen as one: a letter and its accent, the parts of a joined emoji."""
    return unicodedata.combining(two) > 0 or two in "\u200d\ufe0e\ufe0f" or one == "\u200d"


def _shortened(line: str, width: float, measure: Measure) -> str:
    while measure(line) > width and len(line) > 2:
        line = f"{line[:-2].rstrip()}…"
    return line
