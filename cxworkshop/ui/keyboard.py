"""The Russian keyboard: which letter lies on the key of a Latin one, for shortcuts and for words typed by mistake."""

from __future__ import annotations

from functools import lru_cache

from cxworkshop.paths import RESOURCES

_MODIFIERS = ("Ctrl", "Alt", "Shift", "Meta")


@lru_cache(maxsize=1)
def russian_keys() -> dict[str, str]:
    """{Latin sign: what the same key types in the Russian layout}, small letters."""
    latin, russian = (RESOURCES / "keyboard" / "ru.txt").read_text(encoding="utf-8").split()
    return dict(zip(latin, russian, strict=True))


@lru_cache(maxsize=1)
def latin_keys() -> dict[str, str]:
    """{Russian letter: what the same key types in the Latin layout}."""
    return {russian: latin for latin, russian in russian_keys().items() if russian != "."}


def in_other_layout(text: str) -> str:
    """What the same keys would have typed in the other layout: "ащк" is "for", "ghjwtcc" a Russian word."""
    small = text.casefold()
    keys = latin_keys() if any(sign in latin_keys() for sign in small) else russian_keys()
    return "".join(keys.get(sign, sign) for sign in small)


def both_layouts(shortcut: str) -> list[str]:
    """A shortcut such as "L" or "Ctrl+K" and the same keys in the Russian layout, where they are different."""
    *modifiers, key = shortcut.split("+") if not shortcut.endswith("+") else [shortcut]
    if shortcut == "?":
        return [shortcut, ","]
    other = russian_keys().get(key.lower())
    if other is None or len(key) != 1 or any(modifier not in _MODIFIERS for modifier in modifiers):
        return [shortcut]
    return [shortcut, "+".join([*modifiers, other.upper()])]
