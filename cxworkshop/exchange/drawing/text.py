"""Makes any text printable: what the font lacks is shown by its code, never by a silent box; and breaks it into lines.

Everything drawn passes through here, and everything is drawn as characters: a title is never read as markup.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from cxworkshop.exchange.drawing import fonts

ELLIPSIS = "…"
TIED = ("=", "%")  # no line begins with one, however short it is; none ends with the first
DASHES, SHORT = ("—", "–"), 2  # a line neither begins with a dash nor ends with a word of one or two letters
LONGEST_LINE = 500  # characters; no line of ours holds more
ROOMY = 16  # letters' sizes; on shorter lines holding words together costs more than it gives
_BLANKS = re.compile("[ \n]+")
_SPACES = {0x09: " ", 0x0A: "\n", 0x0B: "\n", 0x0C: "\n", 0x0D: "\n", 0x85: "\n", 0x2028: "\n", 0x2029: "\n"}
_ALIKE = {0x2010: "-", 0x2011: "-", 0x202F: "\u00a0", 0x21D2: "→", 0x21D0: "←", 0x2B05: "←", 0x2B06: "↑", 0x2B07: "↓"}
_LONGEST_RUN = 12  # code points of one unprintable run that are shown one by one


def printable(text: str) -> str:
    """`text` in one line as the font can print it: NFC, white space joined, what the font lacks as [U+1F600]."""
    return _printable(text) if len(text) <= 500 else _joined(_clean(text))


@lru_cache(maxsize=20_000)
def _printable(text: str) -> str:
    return _joined(_clean(text))


def _joined(text: str) -> str:
    return _BLANKS.sub(" ", text).strip(" \n")


def paragraphs(text: str) -> list[str]:
    """`text` as printable lines, one a line of the original, empty ones left out."""
    lines = (_joined(line) for line in _clean(text).split("\n"))
    return [line for line in lines if line]


def is_whole(text: str) -> bool:
    """Whether the font has every character of `text`, so that it prints as typed."""
    have = fonts.characters()
    return all(ord(character) in have for character in unicodedata.normalize("NFC", text))


def _clean(text: str) -> str:
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    have = fonts.characters()
    if all(ord(character) in have for character in set(text)):
        return text
    pieces: list[str] = []
    missing: list[int] = []
    for character in text:
        shown = _shown(character, bool(missing), have)
        if shown is None:
            missing.append(ord(character))
        elif shown or not missing:
            if shown and missing:
                pieces.append(_stand_in(missing))
                missing = []
            pieces.append(shown)
    if missing:
        pieces.append(_stand_in(missing))
    return "".join(pieces)


def _shown(character: str, after_missing: bool, have: frozenset[int]) -> str | None:
    """The character as printed, "" for one that has no look of its own, None for one the font lacks."""
    code = ord(character)
    if code in _SPACES:
        return _SPACES[code]
    category = unicodedata.category(character)
    if category in ("Cc", "Cf"):
        return ""  # control characters, direction marks, joiners, soft hyphens
    if code in have:
        return character
    if code in _ALIKE:
        return _ALIKE[code]
    if category == "Zs":
        return " "
    if category in ("Mn", "Me") and not after_missing:
        return ""  # a mark the font cannot set; its letter stays
    if 0xFE00 <= code <= 0xFE0F:
        return ""
    return None


def _stand_in(missing: list[int]) -> str:
    codes = [f"U+{code:04X}" for code in missing[:_LONGEST_RUN]]
    more = [f"+{len(missing) - _LONGEST_RUN}"] if len(missing) > _LONGEST_RUN else []
    return f"[{' '.join([*codes, *more])}]"


def _words(text: str, roomy: bool) -> Iterator[str]:
    """The pieces between which a line may end; on `roomy` lines a dash stays with the word before it and a short word
    with the one after; "n = 58" and "28 %" stay whole on any."""
    held = ""
    words = printable(text).split(" ")
    for number, word in enumerate(words):
        held = f"{held} {word}" if held else word
        following = words[number + 1] if number + 1 < len(words) else ""
        clings = following in DASHES or (0 < len(word) <= SHORT and word.isalnum())
        tied = following.startswith(TIED) or word == TIED[0]
        if not following or not (tied or (roomy and clings)) or held.count(" ") > 2:
            yield held
            held = ""
    if held:
        yield held


def lines_of(text: str, width: float, size: float, weight: str = "regular", most: int | None = None) -> list[str]:
    """`text` (one paragraph, any characters) broken at spaces into printable lines at most `width` wide.

    A word that is too long is cut; with `most`, what is left over ends in an ellipsis. At least one line.
    """
    if most is not None:
        text = text[: most * LONGEST_LINE]
    lines: list[str] = []
    line, taken = "", 0.0
    for piece in _words(text, width > ROOMY * size):
        for word in _cut(piece, width, size, weight):
            gap = fonts.width(" ", size, weight) if line else 0.0
            wide = fonts.width(word, size, weight)
            if line and taken + gap + wide > width:
                lines.append(line)
                line, taken, gap = "", 0.0, 0.0
            line = f"{line} {word}" if line else word
            taken += gap + wide
        if most is not None and len(lines) > most:
            break
    lines.append(line)
    if most is not None and len(lines) > most:
        lines = [*lines[: most - 1], shortened(lines[most - 1] + ELLIPSIS, width, size, weight)]
    return lines


def _cut(word: str, width: float, size: float, weight: str) -> list[str]:
    if fonts.width(word, size, weight) <= width:
        return [word]
    if " " in word:
        return [piece for part in word.split(" ") for piece in _cut(part, width, size, weight)]
    pieces, piece, taken = [], "", 0.0
    for character in word:
        wide = fonts.width(character, size, weight)
        if piece and taken + wide > width:
            pieces.append(piece)
            piece, taken = "", 0.0
        piece += character
        taken += wide
    return [*pieces, piece]


def shortened(text: str, width: float, size: float, weight: str = "regular") -> str:
    """`text` on one line at most `width` wide, ending in … where something had to go."""
    text = printable(text[:2000])
    if fonts.width(text, size, weight) <= width:
        return text
    low, high = 0, len(text)
    while low < high:  # the longest beginning that fits
        middle = (low + high + 1) // 2
        if fonts.width(text[:middle].rstrip() + ELLIPSIS, size, weight) <= width:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip(" ,.;:·—" + ELLIPSIS) + ELLIPSIS
