"""Which encoding a text file is in: a byte order mark, then UTF-16 by its zeros, then strict UTF-8, then the letters.

charset detectors fail on short Russian tables; scoring letters over the few encodings a Russian office has does not.
"""

from __future__ import annotations

import codecs
import re

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "cp1251", "cp866", "koi8-r", "cp1252")
_EIGHT_BIT = ("cp1251", "cp866", "koi8-r", "cp1252")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 400_000  # bytes looked at for zeros and letters


def decode(data: bytes, encoding: str | None = None) -> tuple[str, str]:
    """The text and its encoding. With `encoding` given that one is used; undecodable bytes become U+FFFD."""
    for mark, name in _MARKS:
        if data.startswith(mark) and encoding in (None, name):
            return data[len(mark) :].decode(name, "replace"), name
    if encoding is not None:
        return data.decode(encoding, "replace"), encoding
    wide = _utf_16_without_mark(data[:_SAMPLE])
    if wide:
        return data.decode(wide, "replace"), wide
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        best = max(_EIGHT_BIT, key=lambda name: score(data[:_SAMPLE].decode(name, "replace")))
        return data.decode(best, "replace"), best


def _utf_16_without_mark(sample: bytes) -> str:
    if len(sample) < 4:
        return ""
    for name, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        typical = high.count(0x00) + high.count(0x04) + high.count(0x20)  # Latin, Cyrillic, general punctuation
        if high.count(0x00) and typical >= 0.9 * len(high):
            low = sample[0::2] if high == sample[1::2] else sample[1::2]
            if low.count(0x00) < 0.1 * len(low):
                return name
    return ""


# How often the letters of the Russian alphabet stand in texts; yo, which lies apart, is written as often as not.
_PER_THOUSAND = "80 16 45 17 30 87 9 16 74 12 35 44 32 67 110 28 47 55 63 26 3 10 5 15 7 4 1 19 17 3 6 20"
_COMMON = {chr(0x430 + place): int(often) for place, often in enumerate(_PER_THOUSAND.split())} | {chr(0x451): 10}
_WORD = re.compile(r"[^\W\d_]+")


def score(text: str) -> float:
    """How much `text` looks like Russian or Western words: common letters count for it, odd case and signs against."""
    total = 0.0
    for word in _WORD.findall(text):
        total += _word_score(word)
    odd = sum(1 for sign in text if _is_odd(sign))
    return total - 60.0 * odd


def _word_score(word: str) -> float:
    if word.isascii():
        return 0.0
    russian = [letter for letter in word.lower() if letter in _COMMON]
    foreign = [letter for letter in word if letter.lower() not in _COMMON and not letter.isascii()]
    latin = len(word) - len(russian) - len(foreign)
    total = float(sum(_COMMON[letter] for letter in russian)) - 40.0 * len(foreign)
    if russian and latin:
        total -= 90.0 * min(len(russian), latin)
    if not russian and latin >= len(foreign):  # a Western word with accents
        total += 100.0 * len(foreign)
    inside = word[1:]
    if not (word.isupper() or inside.islower() or not inside):
        total -= 80.0 * sum(1 for letter in inside if letter.isupper())
    return total


def _is_odd(sign: str) -> bool:
    """Box drawing, control characters, the replacement character and signs that ordinary tables do not hold."""
    code = ord(sign)
    if code < 0x80:
        return code < 0x20 and sign not in "\t\r\n"
    return (
        0x2500 <= code <= 0x25FF or 0x80 <= code < 0xA0 or sign in "\ufffd¤¦¬\u2219\u2320\u2321\u2264\u2265\u2248\u221a"
    )
