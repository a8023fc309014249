"""Writes the walls as one SVG: text stays text, nothing is fetched, nothing runs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr

from cxworkshop.exchange.drawing import fonts
from cxworkshop.exchange.drawing.pen import Point
from cxworkshop.exchange.drawing.stack import Stack, stack_of
from cxworkshop.exchange.drawing.text import is_whole
from cxworkshop.exchange.options import ExportOptions
from cxworkshop.model.board import Board
from cxworkshop.model.boxes import TITLE_SIZE

FAMILY = "'Fira Sans', 'PT Sans', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_STEERING = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")  # would turn the text around them


def write_svg(board: Board, target: Path | BinaryIO, options: ExportOptions) -> None:
    """Write the walls of all journeys, one under another, to a path or a binary stream."""
    data = svg(stack_of(board, options, as_viewed)).encode("utf-8")
    if isinstance(target, Path):
        target.write_bytes(data)
    else:
        target.write(data)


def svg(stack: Stack) -> str:
    """The drawing as an SVG document."""
    pen = SvgPen()
    stack.draw(pen)
    width, height = _number(stack.width), _number(stack.height)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
        f' xml:lang="{stack.tr.language}" font-family={quoteattr(FAMILY)}>\n'
        f"<title>{_text(stack.title)}</title>\n" + "\n".join(pen.parts) + "\n</svg>\n"
    )


def as_viewed(text: str) -> float:
    """The width of a title in wall units where the reader's fonts fill in what ours lacks."""
    have = fonts.characters()
    own = "".join(character for character in text if ord(character) in have)
    others = sum(_foreign(character) for character in text if ord(character) not in have)
    return fonts.width(own, TITLE_SIZE) + others * TITLE_SIZE


def _foreign(character: str) -> float:
    """About how wide other fonts draw a character, in letters' sizes."""
    if unicodedata.category(character) in ("Mn", "Me", "Cf", "Cc"):
        return 0.0
    return 1.3 if unicodedata.east_asian_width(character) in ("W", "F") else 0.8


class SvgPen:
    """Collects the elements of an SVG document in `parts`."""

    def __init__(self) -> None:
        self.parts: list[str] = []

    def rect(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: str | None = None,
        stroke: str | None = None,
        line: float = 1.0,
        radius: float = 0.0,
    ) -> None:
        rounded = f' rx="{_number(radius)}"' if radius else ""
        self.parts.append(f"<rect {_box(x, y, width, height)}{rounded}{_ink(fill, stroke, line)}/>")

    def circle(self, x: float, y: float, radius: float, fill: str | None = None, stroke: str | None = None) -> None:
        at = f'cx="{_number(x)}" cy="{_number(y)}" r="{_number(radius)}"'
        self.parts.append(f"<circle {at}{_ink(fill, stroke, 1.0)}/>")

    def polyline(self, points: Sequence[Point], stroke: str, line: float = 1.0, dash: Sequence[float] = ()) -> None:
        path = " ".join(f"{_number(x)},{_number(y)}" for x, y in points)
        self.parts.append(f'<polyline points="{path}"{_ink(None, stroke, line, dash)}/>')

    def curve(self, points: Sequence[Point], stroke: str, line: float = 1.0, dash: Sequence[float] = ()) -> None:
        start, *rest = (f"{_number(x)} {_number(y)}" for x, y in points)
        self.parts.append(f'<path d="M{start} C{", ".join(rest)}"{_ink(None, stroke, line, dash)}/>')

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        colour: str = "#1C2024",
        weight: str = "regular",
        anchor: str = "start",
    ) -> None:
        shown = _text(text)
        if not shown.strip():
            return
        style = f' font-weight="{fonts.CSS_WEIGHTS[weight]}"' if weight not in ("regular", "italic") else ""
        style += ' font-style="italic"' if weight == "italic" else ""
        style += f' text-anchor="{anchor}"' if anchor != "start" else ""
        if is_whole(text) and len(text) > 2:  # another font may be wider: it is set as wide as ours
            wide = _number(fonts.width(text, size, weight))
            style += f' textLength="{wide}" lengthAdjust="spacingAndGlyphs"'
        at = f'x="{_number(x)}" y="{_number(y)}" font-size="{_number(size)}" fill="{colour}"'
        self.parts.append(f"<text {at}{style}>{shown}</text>")

    @contextmanager
    def clipped(self, x: float, y: float, width: float, height: float) -> Iterator[None]:
        """Draws as before: a wall is drawn whole here, and simple viewers paint a clip path as a black rectangle."""
        yield


def _text(text: str) -> str:
    """The text as XML can hold it: without control characters and without marks that turn their neighbours around."""
    kept = _STEERING.sub("", _NOT_XML.sub("", unicodedata.normalize("NFC", text)))
    return escape(" ".join(kept.split()))


def _box(x: float, y: float, width: float, height: float) -> str:
    return f'x="{_number(x)}" y="{_number(y)}" width="{_number(width)}" height="{_number(height)}"'


def _ink(fill: str | None, stroke: str | None, line: float, dash: Sequence[float] = ()) -> str:
    ink = f' fill="{fill}"' if fill else ' fill="none"'
    if stroke:
        ink += f' stroke="{stroke}" stroke-width="{_number(line)}"'
    if dash:
        ink += f' stroke-dasharray="{" ".join(_number(length) for length in dash)}"'
    return ink


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
