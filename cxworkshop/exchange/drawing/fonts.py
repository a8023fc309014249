"""The typeface on paper: Fira Sans in five weights, registered with reportlab when first needed. Measures text."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

WEIGHTS = {
    "regular": "FiraSans-Regular",
    "medium": "FiraSans-Medium",
    "semibold": "FiraSans-SemiBold",
    "bold": "FiraSans-Bold",
    "italic": "FiraSans-Italic",
}
CSS_WEIGHTS = {"regular": 400, "medium": 500, "semibold": 600, "bold": 700, "italic": 400}


@cache
def face(weight: str) -> Any:
    """reportlab's font of that weight (a key of WEIGHTS), loaded and registered once a process."""
    import fontpkg_fira_sans
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    name = WEIGHTS[weight]
    font = TTFont(name, str(Path(fontpkg_fira_sans.__file__).parent / "files" / f"{name}.ttf"))
    pdfmetrics.registerFont(font)
    return font


def font_name(weight: str) -> str:
    """The name under which reportlab knows the font of that weight."""
    return str(face(weight).fontName)


@cache
def characters() -> frozenset[int]:
    """The code points that every weight can print and reportlab writes rightly into the text layer.

    reportlab maps what lies above U+FFFF wrongly there; control and direction marks, joiners and private-use code
    points (categories C) have no look of their own, though the font may hold an empty glyph for them.
    """
    common = frozenset.intersection(*(frozenset(face(weight).face.charToGlyph) for weight in WEIGHTS))
    return frozenset(code for code in common if code <= 0xFFFF and not unicodedata.category(chr(code)).startswith("C"))


@lru_cache(maxsize=100_000)
def width(text: str, size: float, weight: str = "regular") -> float:
    """The width of a text already made printable (`text.printable`), in the unit of `size`."""
    return float(face(weight).stringWidth(text, size))
