"""The titles in a pasted text: lines without bullets, cells of a spreadsheet, items of a web page. Knows no Qt."""

from __future__ import annotations

import csv
import io
import re
from html.parser import HTMLParser

_BULLET = re.compile(r"^\s*(?:[•‣▪◦●○∙·*–—-]|\d{1,3}[.)]|\[[ xX]?\]|[☐☑☒✓✔])(?:\s+|$)")
_BLANKS = re.compile(r"\s+")
_BREAKING = frozenset(("td", "th", "tr", "li", "p", "br", "div", "h1", "h2", "h3", "h4", "h5", "h6", "table"))
_UNSEEN = frozenset(("style", "script", "head", "title"))


def titles_in(text: str) -> list[str]:
    """The lines of a text, or the filled cells of a copied spreadsheet, read row by row."""
    cells = (cell for row in _rows(text) for cell in row)
    return [title for cell in cells if (title := _title(cell))]


def rows_in(text: str) -> list[list[str]]:
    """The lines of a text, or the rows of a copied spreadsheet, cell by cell; blank rows are left out."""
    rows = [[_title(cell) for cell in row] for row in _rows(text)]
    return [row for row in rows if any(row)]


def titles_in_html(html: str) -> list[str]:
    """The same of a text that was copied as a web page only: its cells, list items and paragraphs."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return [title for part in "".join(reader.parts).split("\n") if (title := _title(part))]


def _rows(text: str) -> list[list[str]]:
    if "\t" not in text and not _is_quoted(text):
        return [[line] for line in text.splitlines()]
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter="\t"))
    except csv.Error:
        return [line.split("\t") for line in text.splitlines()]


def _is_quoted(text: str) -> bool:
    """Whether it is one column of cells of which one has several lines: spreadsheets put these in quotation marks."""
    open_at = None
    for line in text.splitlines():
        if line.count('"') % 2:
            if open_at is None and not line.startswith('"'):
                return False  # a quotation mark somewhere in a sentence
            if open_at is not None and line.endswith('"'):
                return True
            open_at = line
    return False


def _title(cell: str) -> str:
    return " ".join(_BULLET.sub("", cell).split())


class _Reader(HTMLParser):
    """What is to be read of a page; every cell, item and paragraph on a line of its own."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._unseen += tag in _UNSEEN
        if tag in _BREAKING:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._unseen = max(self._unseen - (tag in _UNSEEN), 0)
        if tag in _BREAKING:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.parts.append(_BLANKS.sub(" ", data))
