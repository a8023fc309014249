"""Reads a CSV file as people have them: any of their encodings, delimiters and line ends. Knows no cards."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator

from cxworkshop.exchange.importing import Caution, source_problem
from cxworkshop.exchange.tables.encodings import decode
from cxworkshop.exchange.tables.sheet import LONGEST_CELL, MOST_BYTES, Bounds, Sheet, spaced, without_empty_end
from cxworkshop.words import N_

DELIMITERS = (",", ";", "\t", "|")
_NO_DELIMITER = "\x1f"  # stands in no table; csv wants one
_RULE = re.compile(r":?-{3,}:?")
_SAMPLE_ROWS = 200
_SAMPLE_CHARACTERS = 100_000
_LEAST_SHARE = 0.5  # of the rows, where the first has no delimiter: a rare sign in a list divides nothing
_RARE = "|"  # seldom a delimiter, often a sign of the text: it has to divide most rows, and more than one


def read_csv(data: bytes, source: str = "CSV", *, encoding: str | None = None, delimiter: str | None = None) -> Sheet:
    """The table in `data`; `encoding` and `delimiter` override what is seen. SourceProblem beyond the bounds."""
    if len(data) > MOST_BYTES:
        raise source_problem(N_("The file is larger than {most} MB."), source, most=MOST_BYTES // 1_000_000)
    text, encoding = decode(data, encoding)
    if not text.strip("\0 \t\r\n\ufeff"):
        raise source_problem(N_("The file is empty."), source)
    cautions = list(_spoilt(text))
    text, declared = _without_sep_line(text.replace("\0", ""))
    delimiter = delimiter or declared or find_delimiter(text)
    rows = _rows(text, delimiter, source)
    if text.count('"') % 2:
        caution = N_("A quotation mark is not closed; look at row {row} and those before it.")
        cautions.append(Caution(caution, {"row": len(rows)}))
    return Sheet("", rows, encoding, delimiter, tuple(cautions))


def _spoilt(text: str) -> Iterator[Caution]:
    lost = text.count("\ufffd")
    if lost:
        one = N_("{n} character of the file is unreadable (�).")
        many = N_("{n} characters of the file are unreadable (�).")
        yield Caution(one, many=many, n=lost)
    if "\0" in text:
        yield Caution(N_("The file holds zero bytes, which were left out; it may be damaged."))


def _without_sep_line(text: str) -> tuple[str, str]:
    """Excel's own first line `sep=;` and what it declares."""
    first, end, rest = text.partition("\n")
    first = first.rstrip("\r").strip('"')
    if end and len(first) == 5 and first[:4].lower() == "sep=":
        return rest, first[4]
    return text, ""


def _rows(text: str, delimiter: str, source: str) -> tuple[tuple[str, ...], ...]:
    bounds, rows = Bounds(source), []
    csv.field_size_limit(LONGEST_CELL)
    try:
        for number, row in enumerate(
            csv.reader(io.StringIO(text, newline=""), delimiter=delimiter or _NO_DELIMITER), 1
        ):
            rows.append(bounds.take([] if _is_rule(row) else row, number))
    except csv.Error:
        what = N_("A cell in row {row} is longer than {most} characters.")
        todo = N_("Perhaps a quotation mark before it is not closed.")
        raise source_problem(what, source, todo, row=len(rows) + 1, most=spaced(LONGEST_CELL)) from None
    return without_empty_end(rows)


def _is_rule(row: list[str]) -> bool:
    """Whether the row is the line under the headings of a Markdown table: |---|:--:|."""
    cells = [cell.strip() for cell in row if cell.strip()]
    return len(cells) > 1 and all(_RULE.fullmatch(cell) for cell in cells)


def find_delimiter(text: str) -> str:
    """The delimiter that gives the most consistent number of columns; "" where there is one column only."""
    sample = text[:_SAMPLE_CHARACTERS]
    best, best_score = "", (0.0, 0)
    for delimiter in DELIMITERS:
        found = _consistency(sample, delimiter)
        if found > best_score:
            best, best_score = delimiter, found
    return best


def _consistency(sample: str, delimiter: str) -> tuple[float, int]:
    """The share of rows that have the commonest number of columns, and that number; (0, 0) where that is one."""
    counts = [len(row) for row in _sample_rows(sample, delimiter)]
    several = Counter(count for count in counts if count > 1)
    if not several:
        return 0.0, 0
    width, rows = max(several.items(), key=lambda item: (item[1], item[0]))
    if counts[0] > 1 and several[counts[0]] >= rows:
        width = counts[0]
    if _ends_clauses(sample, delimiter) and (counts[0] == 1 or rows < len(counts)):
        return 0.0, 0  # a list of sentences, one a row
    share = rows / len(counts)
    doubtful = counts[0] == 1 or delimiter == _RARE
    if (doubtful and share < _LEAST_SHARE) or (delimiter == _RARE and rows < 2):
        return 0.0, 0
    return (share if counts[0] > 1 else share / 2), width


def _ends_clauses(sample: str, sign: str) -> bool:
    """Whether every comma (semicolon) of the text has a space behind it, as in sentences."""
    return sign in ",;" and sign in sample and sample.count(sign) == sample.count(f"{sign} ")


def _sample_rows(sample: str, delimiter: str) -> list[list[str]]:
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter):
            if any(cell.strip() for cell in row):
                rows.append(row)
            if len(rows) == _SAMPLE_ROWS:
                break
    except csv.Error:
        pass  # one enormous cell; reading the whole says so
    return rows
