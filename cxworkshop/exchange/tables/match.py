"""What the columns of a sheet are: its heading row, the kind its rows are about, a target a column. Makes no cards."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from cxworkshop.exchange.tables.headings import (
    KEPT,
    LINK_TARGETS,
    ROW_TARGETS,
    Meaning,
    kind_named_in,
    meanings_of,
    plain,
)
from cxworkshop.exchange.tables.sheet import Sheet
from cxworkshop.model.cards import KINDS
from cxworkshop.model.fields import FieldType

# Kinds that usually say where or whose a row's card is rather than what the row is about, the last first.
_CONTEXT = ("persona", "role", "stage", "journey")
_HEADER_AMONG = 15  # rows
_LOOKED_AT = 50  # rows, to see what a column holds
_NUMERIC = re.compile(r"\s*[<>=≤≥~]*\s*[+−–-]?\d[\d\s.,]*%?\s*")
_OF_LINK = {"depends_on": "process", "sets": "process", "next": "touchpoint"}


@dataclass(frozen=True)
class Column:
    """A column: its place from 0, its heading, its target (see `headings`), how surely (0: unknown, kept as a note)."""

    index: int
    heading: str
    target: str
    sure: float

    @property
    def kind(self) -> str:
        """The kind whose titles or field it holds, or ""."""
        kind = self.target.partition(".")[0]
        return kind if kind in KINDS else ""

    @property
    def field(self) -> str:
        return self.target.partition(".")[2]


@dataclass(frozen=True)
class Matched:
    """How a sheet is read: the row of headings (from 0; -1 where every row is a card), the rows' kind, the columns.

    `guessed`: nothing told the kind, so the rows are taken as thoughts to be sorted later.
    """

    header: int
    kind: str
    columns: tuple[Column, ...]
    guessed: bool = False


def match(
    sheet: Sheet, source: str = "", *, as_kind: str | None = None, mapping: Mapping[int, str] | None = None
) -> Matched | None:
    """How to read the sheet; None where no heading is known and nothing else says what it holds.

    `as_kind` says the rows' kind; `mapping` (column → target) is stronger than what is seen.
    """
    mapping = mapping or {}
    header = _header_row(sheet)
    if header is None:
        if not as_kind and not mapping:
            return None
        header = -1 if sheet.width == 1 else next((number - 1 for number, _ in sheet.numbered()), -1)
    headings = _headings(sheet, header)
    known = [_by_cells(_meanings(n, heading, mapping), sheet, header, n) for n, heading in enumerate(headings)]
    headed = [meanings for heading, meanings in zip(headings, known, strict=True) if heading.strip() or meanings]
    kind, guessed = _rows_kind(headed, as_kind, f"{sheet.name} {source}")
    if kind is None:
        return None
    targets = _targets(known, kind, mapping, _kinds_said(known, sheet, header))
    _keep_doubles(targets, kind, mapping)
    _give_a_title(targets, headings, kind, mapping)
    if header >= 0:
        _doubt_kind_column(targets, sheet, header)
    columns = (Column(n, heading.strip(), *targets[n]) for n, heading in enumerate(headings))
    return Matched(header, kind, tuple(columns), guessed)


def _header_row(sheet: Sheet) -> int | None:
    best, best_sure = None, 0.0
    for seen, (number, row) in enumerate(sheet.numbered()):
        if seen == _HEADER_AMONG:
            break
        sure = sum(known[0].sure for cell in row if len(cell) < 100 and (known := meanings_of(cell)))
        if sure > best_sure:
            best, best_sure = number - 1, sure
    return best


def _headings(sheet: Sheet, header: int) -> tuple[str, ...]:
    """A heading a column, "" for the columns that only rows below the headings have."""
    headings = sheet.rows[header] if header >= 0 else ()
    width = max((len(row) for row in sheet.rows[header + 1 :]), default=0)
    return (*headings, *[""] * (width - len(headings)))


def _cells(sheet: Sheet, header: int, column: int) -> list[str]:
    """What stands first in the column below its heading, without empty cells."""
    below = sheet.rows[header + 1 : header + 1 + _LOOKED_AT]
    return [row[column] for row in below if len(row) > column and row[column].strip()]


def _by_cells(meanings: tuple[Meaning, ...], sheet: Sheet, header: int, column: int) -> tuple[Meaning, ...]:
    """Of a heading that may be a card's title or a number ("Goal"), the meaning that its cells bear out."""
    numbers = [meaning for meaning in meanings if _is_number(meaning.target)]
    if not numbers or not any(meaning.target in KINDS for meaning in meanings):
        return meanings
    cells = _cells(sheet, header, column)
    numeric = sum(bool(_NUMERIC.fullmatch(cell)) for cell in cells) * 2 > len(cells)
    return tuple(one for one in meanings if (one.target not in KINDS if numeric else one not in numbers))


def _is_number(target: str) -> bool:
    kind, _, name = target.partition(".")
    field = KINDS[kind].field(name) if kind in KINDS and name else None
    return field is not None and field.type in (FieldType.NUMBER, FieldType.INTEGER)


def _kinds_said(known: list[tuple[Meaning, ...]], sheet: Sheet, header: int) -> set[str]:
    """The kinds that the cells of a column "Kind" name."""
    columns = [n for n, meanings in enumerate(known) if meanings and meanings[0].target == "kind"]
    return {kind for n in columns for cell in _cells(sheet, header, n) if (kind := kind_of_word(cell))}


def _meanings(number: int, heading: str, mapping: Mapping[int, str]) -> tuple[Meaning, ...]:
    return (Meaning(mapping[number], 1.0),) if number in mapping else meanings_of(heading)


def _rows_kind(known: list[tuple[Meaning, ...]], as_kind: str | None, names: str) -> tuple[str | None, bool]:
    """The kind the rows are about, and whether it is a mere guess; None where nothing at all is known."""
    if as_kind:
        return as_kind, False
    titled = [meanings[0].target for meanings in known if meanings and meanings[0].target in KINDS]
    titled = [kind for kind in titled if not _is_field_beside(kind, known, titled)]
    has_title = any(meaning.target == "title" for meanings in known for meaning in meanings[:1])
    titled = [kind for kind in titled if kind != "note" or (len(titled) == 1 and not has_title)]
    own = [kind for kind in titled if kind not in _CONTEXT]
    if has_title or (not own and any(not meanings for meanings in known)):
        votes = Counter(kind for meanings in known for kind in _votes(meanings) if kind not in titled)
        if votes:
            return votes.most_common(1)[0][0], False
    if own:
        return own[0], False
    named = kind_named_in(names)
    if has_title and named:
        return named, False
    if titled and not has_title:
        return min(titled, key=_CONTEXT.index), False
    return ("note", True) if has_title else (None, False)


def _is_field_beside(kind: str, known: list[tuple[Meaning, ...]], titled: list[str]) -> bool:
    """Whether a column that could name this kind is as well a field of another kind in the table ("Goals")."""
    columns = [meanings for meanings in known if meanings and meanings[0].target == kind]
    others = tuple(f"{other}." for other in titled if other != kind)
    return bool(others) and all(any(meaning.target.startswith(others) for meaning in meanings) for meanings in columns)


def _votes(meanings: tuple[Meaning, ...]) -> list[str]:
    """The kinds that a column of this meaning speaks for."""
    if meanings and meanings[0].target in _OF_LINK:
        return [_OF_LINK[meanings[0].target]]
    return list(dict.fromkeys(meaning.target.partition(".")[0] for meaning in meanings if "." in meaning.target))


def _targets(
    known: list[tuple[Meaning, ...]], kind: str, mapping: Mapping[int, str], said: set[str]
) -> list[tuple[str, float]]:
    present = {kind} | said | {meanings[0].target for meanings in known if meanings and meanings[0].target in KINDS}
    targets: list[tuple[str, float]] = []
    nearest = kind
    has_title = any(meanings[:1] and meanings[0].target == "title" for meanings in known)
    for number, meanings in enumerate(known):
        first = next((meaning for meaning in meanings if number == 0 and meaning.target == "id"), None)
        target, sure = (first.target, first.sure) if first else _best(meanings, kind, present, nearest)
        if target == "side" and not any(KINDS[one].field("side") for one in {kind} | said):
            target, sure = KEPT, 0.0
        if target == "note" and has_title:
            target = "comment"
        single = target in ROW_TARGETS or "." in target or target in LINK_TARGETS
        if single and number not in mapping and any(target == other for other, _ in targets):
            target, sure = KEPT, 0.0
        if target in KINDS:
            nearest = target
        targets.append((target, sure))
    return targets


def _keep_doubles(targets: list[tuple[str, float]], kind: str, mapping: Mapping[int, str]) -> None:
    """A row has one title, one stage and one journey: of several such columns the surest gives it."""
    for target in (kind, "stage", "journey"):
        places = [number for number, (name, _) in enumerate(targets) if name == target]
        best = max(places, key=lambda number: (number in mapping, targets[number][1], -number), default=None)
        for number in places:
            if number != best:
                targets[number] = (KEPT, 0.0)


def _best(meanings: tuple[Meaning, ...], kind: str, present: set[str], nearest: str) -> tuple[str, float]:
    """The meaning that fits the row: fields only of kinds in it, those of the nearest kind to the left first."""
    fields = [meaning for meaning in meanings if meaning.target.partition(".")[0] in present and "." in meaning.target]
    for wanted in (nearest, kind):
        for meaning in fields:
            if meaning.target.startswith(f"{wanted}."):
                return meaning.target, meaning.sure
    if fields and (meanings[0] is fields[0] or meanings[0].target not in KINDS):
        return fields[0].target, fields[0].sure
    for meaning in meanings:
        if meaning.target == "note" and kind != "note":
            return "comment", 0.8
        if "." not in meaning.target:
            return meaning.target, meaning.sure
    return KEPT, 0.0


def _give_a_title(
    targets: list[tuple[str, float]], headings: tuple[str, ...], kind: str, mapping: Mapping[int, str]
) -> None:
    """Make sure that one column holds the titles of the rows' kind, where one can."""
    places = [number for number, (target, _) in enumerate(targets) if target == "title"]
    own = [number for number, (target, _) in enumerate(targets) if target == kind]
    if own:
        for number in places:
            if number not in mapping:
                targets[number] = ("comment", 0.5) if all(t != "comment" for t, _ in targets) else (KEPT, 0.0)
        return
    if not places:
        free = [n for n, (target, _) in enumerate(targets) if target in (KEPT, "comment") and n not in mapping]
        places = [n for n in free if headings[n].strip()] or free
        if places:
            targets[places[0]] = ("title", 0.4)
    if places:
        targets[places[0]] = (kind, targets[places[0]][1])


def _doubt_kind_column(targets: list[tuple[str, float]], sheet: Sheet, header: int) -> None:
    """A column headed "Type" says the kind of card only if its cells do."""
    for number, (target, _) in enumerate(targets):
        if target != "kind":
            continue
        if not any(kind_of_word(cell) for cell in _cells(sheet, header, number)):
            targets[number] = (KEPT, 0.0)


def kind_of_word(word: str) -> str:
    """The kind that a cell names ("Need", "needs"), or ""."""
    known = meanings_of(word) if re.search(r"\w", plain(word)) else ()
    return known[0].target if known and known[0].target in KINDS else ""
