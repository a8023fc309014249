"""Makes cards and links of a sheet's rows, once its columns are matched. Stops at the first value off its scale."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from cxworkshop.errors import SourceProblem
from cxworkshop.exchange.importing import Caution, source_problem
from cxworkshop.exchange.tables.gathering import Gathering
from cxworkshop.exchange.tables.headings import KEPT
from cxworkshop.exchange.tables.joining import join
from cxworkshop.exchange.tables.match import Column, Matched, kind_of_word
from cxworkshop.exchange.tables.sheet import Sheet, spaced
from cxworkshop.exchange.tables.values import OffScaleError, UnclearError, is_empty, read_value
from cxworkshop.i18n import Translator
from cxworkshop.model.cards import KINDS
from cxworkshop.model.fields import LONGEST_TEXT, Field
from cxworkshop.words import N_

_BULLET = re.compile(r"^\s*(?:[•·▪*–—-]|\d{1,2}[.)])\s+")
_LINKING = ("depends_on", "sets", "next")
_CARRYING = ("stage", "journey")  # written once for the rows below it too


class Rows:
    """Reads the rows of one sheet into a Gathering. `source` names file and sheet for people."""

    def __init__(self, sheet: Sheet, matched: Matched, gathering: Gathering, tr: Translator, source: str) -> None:
        self.sheet, self.matched, self.gathering, self.tr, self.source = sheet, matched, gathering, tr, source
        self.cautions: list[Caution] = []
        self.pending: list[tuple[str, str, str]] = []  # target, card, what the cell says
        self.numbers: dict[str, str] = {}  # what the number column says -> card
        self.count = 0
        self.cell: dict[str, str | None] = dict.fromkeys(_CARRYING)
        self.last: str | None = None
        self._rescaled: set[int] = set()
        self._kept: dict[int, int] = {}
        self._unclear: dict[int, tuple[int, str]] = {}
        self._several = any(c.target in KINDS and c.target not in (matched.kind, "role") for c in matched.columns)

    def read(self) -> None:
        """Make the cards and links of every row."""
        for number, row in self.sheet.numbered():
            if number - 1 > self.matched.header:
                self._row(number, row)
                self.count += 1
        self._say_what_was_kept()

    def _row(self, number: int, row: tuple[str, ...]) -> None:
        cells = {column: row[column.index].strip() for column in self.matched.columns if column.index < len(row)}
        cells = {column: cell for column, cell in cells.items() if cell}
        for column, cell in cells.items():
            if len(cell) > LONGEST_TEXT:
                what = N_("Row {row}, “{column}”: the text is longer than {most} characters.")
                raise self._wrong(what, number, column, most=spaced(LONGEST_TEXT))
        kept: list[str] = []
        values = self._values(number, cells, kept)
        made = self._cards(number, cells, values)
        main = next(iter(made[self.matched.kind] or next((ids for ids in made.values() if ids), [])), None)
        for kind, found in made.items():
            for card in found:
                self._fill(number, card, values.get(kind, {}))
        if main is not None:
            self._note(main, cells, kept)
            self._pend(made, cells, main)
        for verb, source, target in join(made):
            self.gathering.link(verb, source, target)

    # Values

    def _values(self, number: int, cells: dict[Column, str], kept: list[str]) -> dict[str, dict[str, Any]]:
        """The fields that the row holds, by kind; what is no value of its field goes to `kept`."""
        values: dict[str, dict[str, Any]] = defaultdict(dict)
        for column, cell in cells.items():
            field = self._field(column)
            if field is None or is_empty(cell):
                continue
            try:
                value, rescaled = read_value(field, cell)
            except UnclearError:
                kept.append(f"{column.heading}: {cell}")
                self._unclear.setdefault(column.index, (number, cell))
                continue
            except OffScaleError:
                raise self._off_scale(number, column, field, cell) from None
            if rescaled and column.index not in self._rescaled:
                self._rescaled.add(column.index)
                text = N_(
                    "“{column}”: scores on another scale were turned into 0–{high} (row {row}: {cell} → {value})."
                )
                said = {"column": column.heading, "high": f"{field.high:g}", "row": number, "cell": cell[:40]}
                self.cautions.append(Caution(text, {**said, "value": f"{value:g}"}))
            values[column.kind or self.matched.kind][field.name] = value
        return values

    def _field(self, column: Column) -> Field | None:
        if column.target == "side":
            return KINDS[self.matched.kind].field("side")
        return KINDS[column.kind].field(column.field) if column.kind and column.field else None

    def _off_scale(self, number: int, column: Column, field: Field, cell: str) -> SourceProblem:
        if field.high is None:
            what = N_("Row {row}, “{column}”: {cell} is less than {low}.")
            return self._wrong(what, number, column, cell=cell[:40], low=f"{field.low:g}")
        what = N_("Row {row}, “{column}”: {cell} does not lie between {low} and {high}.")
        return self._wrong(what, number, column, cell=cell[:40], low=f"{field.low:g}", high=f"{field.high:g}")

    def _wrong(self, what: str, number: int, column: Column, **values: object) -> SourceProblem:
        todo = N_("Correct it in the table and import it again.")
        return source_problem(what, self.source, todo, row=number, column=column.heading or column.index + 1, **values)

    # Cards

    def _cards(self, number: int, cells: dict[Column, str], values: dict[str, dict[str, Any]]) -> dict[str, list[str]]:
        """The ids of the row's cards by kind, the row's own kind among them (an empty list where it has none)."""
        titled = {
            column: cell
            for column, cell in cells.items()
            if column.target in KINDS and not self._says_none(column, cell)
        }
        made: dict[str, list[str]] = {self.matched.kind: []}
        journey = self._journey(titled, made)
        stage = self._stage(titled, made, journey)
        own = self._own(number, titled, cells, values, stage)
        if own:
            made[self.matched.kind] = [own]
        for column, cell in titled.items():
            if column.target in (self.matched.kind, *_CARRYING):
                continue
            for title in self._titles(column, cell):
                card = self.gathering.card(column.target, title, self._cell_of(column.target, stage))
                if card not in made.setdefault(column.target, []):
                    made[column.target].append(card)
        return made

    def _says_none(self, column: Column, cell: str) -> bool:
        return is_empty(cell) and column.target != self.matched.kind

    def _journey(self, titled: dict[Column, str], made: dict[str, list[str]]) -> str | None:
        cell = next((cell for column, cell in titled.items() if column.target == "journey"), None)
        if cell is not None:
            self.cell["journey"] = self.gathering.card("journey", cell)
            if self.cell["journey"] in self.gathering.new:
                self.gathering.fill(self.cell["journey"], {"side": "external"})
        elif self.cell["journey"] is None and any(column.target == "stage" for column in self.matched.columns):
            self.cell["journey"] = self._usual_journey()
        if self.matched.kind == "journey" and cell is not None:
            made["journey"] = [str(self.cell["journey"])]
        return self.cell["journey"]

    def _usual_journey(self) -> str:
        board = self.gathering.board
        known = [card for card in board.journeys() if board.side_of(card) == "external"]
        if known:
            return known[0].id
        journey = self.gathering.card("journey", self.tr(N_("Customer journey")))
        self.gathering.fill(journey, {"side": "external"})
        return journey

    def _stage(self, titled: dict[Column, str], made: dict[str, list[str]], journey: str | None) -> str | None:
        cell = next((cell for column, cell in titled.items() if column.target == "stage"), None)
        own = any(column.target == self.matched.kind for column in titled)
        if cell is not None:
            self.cell["stage"] = self.gathering.card("stage", cell, journey)
        elif own and self.matched.kind != "touchpoint":
            return None
        if cell is not None and self.matched.kind == "stage":
            made["stage"] = [str(self.cell["stage"])]
        return self.cell["stage"]

    def _cell_of(self, kind: str, stage: str | None) -> str | None:
        return stage if KINDS[kind].has_stage else None

    def _own(
        self,
        number: int,
        titled: dict[Column, str],
        cells: dict[Column, str],
        values: dict[str, dict[str, Any]],
        stage: str | None,
    ) -> str | None:
        """The card the row is about: an old one, a new one, or that of the row above where the cell is empty."""
        kind = self._kind(cells)
        if kind in _CARRYING:
            return self.cell[kind]
        title = next((cell for column, cell in titled.items() if column.target == self.matched.kind), "")
        if not title:
            if self._several and titled and self.last is not None:
                return self.last
            if self._several and titled:
                return None
            self.cautions.append(Caution(N_("Row {row} has no title; its card has none either."), {"row": number}))
            self.last = self.gathering.make(kind, "", self._cell_of(kind, stage))
            return self.last
        cell = self._cell_of(kind, stage)
        card = self.gathering.find(kind, title, cell if kind == "touchpoint" else None)
        if card in self.gathering.new and self.gathering.conflicts(str(card), values.get(self.matched.kind, {})):
            text = N_("Row {row}: another card is called “{title}” too; both are kept.")
            self.cautions.append(Caution(text, {"row": number, "title": title[:60]}))
            card = None
        self.last = card or self.gathering.make(kind, title, cell)
        self._number(cells, self.last)
        return self.last

    def _kind(self, cells: dict[Column, str]) -> str:
        said = next((cell for column, cell in cells.items() if column.target == "kind"), "")
        return (kind_of_word(said) if said else "") or self.matched.kind

    def _number(self, cells: dict[Column, str], card: str) -> None:
        said = next((cell for column, cell in cells.items() if column.target == "id"), None)
        if said:
            self.numbers.setdefault(said.strip().lstrip("№#").strip().rstrip("."), card)

    def _titles(self, column: Column, cell: str) -> Iterator[str]:
        """The titles in a cell, one a line or between semicolons; a line in small letters goes on with the last."""
        joined: list[str] = []
        for line in cell.splitlines():
            bare = _BULLET.sub("", line).strip()
            if joined and bare and bare == line.strip() and bare[:1].islower():
                joined[-1] += f" {bare}"
            elif bare:
                joined.append(bare)
        for part in joined:
            yield from (title.strip() for title in part.split(";") if title.strip())

    # What else the row says

    def _fill(self, number: int, card: str, values: dict[str, Any]) -> None:
        declared = KINDS[self.gathering.kind(card)]
        fitting = {name: value for name, value in values.items() if declared.field(name)}
        for name in self.gathering.conflicts(card, fitting):
            field = declared.field(name)
            text = N_("Row {row}: “{title}” has another value of “{field}” already; it stays as it was.")
            title = str(self.gathering.fields(card).get("title", ""))[:60]
            label = self.tr(field.label) if field else name
            self.cautions.append(Caution(text, {"row": number, "title": title, "field": label}))
        self.gathering.fill(card, fitting)

    def _note(self, card: str, cells: dict[Column, str], kept: list[str]) -> None:
        lines = [cell for column, cell in cells.items() if column.target == "comment"]
        for column, cell in cells.items():
            if column.target == KEPT:
                self._kept[column.index] = self._kept.get(column.index, 0) + 1
                lines.append(f"{column.heading}: {cell}" if column.heading else cell)
        self.gathering.remark(card, lines + kept)

    def _pend(self, made: dict[str, list[str]], cells: dict[Column, str], main: str) -> None:
        for column, cell in cells.items():
            if column.target in _LINKING and not is_empty(cell):
                kind = "touchpoint" if column.target == "next" else "process"
                for card in made.get(kind, []):
                    self.pending.append((column.target, card, cell))
                if not made.get(kind):
                    self.gathering.remark(main, [f"{column.heading}: {cell}"])

    def _say_what_was_kept(self) -> None:
        headings = {column.index: column.heading or str(column.index + 1) for column in self.matched.columns}
        for index, count in self._kept.items():
            one = N_("Column “{column}” is unknown: its {n} value is kept in the note.")
            many = N_("Column “{column}” is unknown: its {n} values are kept in the notes.")
            self.cautions.append(Caution(one, {"column": headings[index]}, many, count))
        for index, (number, cell) in self._unclear.items():
            text = N_("“{column}”, row {row}: “{cell}” is no value of this field; it is kept in the note.")
            self.cautions.append(Caution(text, {"column": headings[index], "row": number, "cell": cell[:60]}))
