"""Makes cards and links of a sheet's rows, once its columns are matched. Nothing in a row vanishes without a word.

A cell that is no value of its field at all (a date as "soon", a word for a number) is kept in the note and said: people
can read it there as well. A number off its scale stops the import: it is most likely a slip, or a whole column on
another scale, and every ranking would rest on it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from cxworkshop.errors import SourceProblem
from cxworkshop.exchange.importing import Caution, source_problem
from cxworkshop.exchange.tables.gathering import Gathering
from cxworkshop.exchange.tables.headings import KEPT, plain, words
from cxworkshop.exchange.tables.joining import bare_number, join
from cxworkshop.exchange.tables.match import Column, Matched, kind_of_word
from cxworkshop.exchange.tables.remarks import Remarks
from cxworkshop.exchange.tables.sheet import Sheet, spaced
from cxworkshop.exchange.tables.values import OffScaleError, UnclearError, is_empty, read_value
from cxworkshop.i18n import Translator
from cxworkshop.model.cards import KINDS
from cxworkshop.model.fields import LONGEST_TEXT, Field
from cxworkshop.words import N_

_BULLET = re.compile(r"^\s*(?:[•·▪*–—-]|\d{1,2}[.)])\s+")
_LINKING = ("depends_on", "sets", "next")
_CARRYING = ("stage", "journey")  # written once for the rows below it too
_PROGRESS_ROWS = 200
_SCALE = re.compile(r"\b[01]\s*[-–—…]\s*(\d{1,3})\b")  # "1-5", "0…100" in a heading
_SCORE = re.compile(r"\s*\d{1,3}(?:[.,]\d+)?\s*")
Values = dict[Column, Any]


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
        self._remarks = Remarks()
        self._rescaled: set[int] = set()
        self._scales = {column: most for column in matched.columns if (most := self._scale(column))}
        self._named: set[str] = set()  # cards of the rows' own kind that a row has named
        self._several = any(c.target in KINDS and c.target not in (matched.kind, "role") for c in matched.columns)

    def read(self, progress: Callable[[int], None] = lambda _: None) -> None:
        """Make the cards and links of every row; `progress` hears the number of the row reached, now and then."""
        self._say_what_stands_above()
        for number, row in self.sheet.numbered():
            if number - 1 > self.matched.header:
                self._row(number, row)
                self.count += 1
                if self.count % _PROGRESS_ROWS == 0:
                    progress(number)
        self.cautions += self._remarks.cautions()

    def heading_of(self, target: str) -> str:
        """The heading of the first column with that target."""
        return next((column.heading for column in self.matched.columns if column.target == target), target)

    def _say_what_stands_above(self) -> None:
        above = [row for number, row in self.sheet.numbered() if number - 1 < self.matched.header]
        if above:
            texts = "; ".join(" ".join(cell.strip() for cell in row if cell.strip())[:60] for row in above[:3])
            one = N_("{n} row above the headings was left out: “{texts}”.")
            many = N_("{n} rows above the headings were left out: “{texts}”.")
            self.cautions.append(Caution(one, {"texts": texts}, many, len(above)))

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
        main = self._main(made)
        self._count_repeated(number, cells, main)
        for card, fitting in self._taken(number, made, main, values, cells, kept).items():
            self._fill(number, card, fitting)
        links = [*self._named_owners(cells, made), *join(made, self.matched.kind)]
        for verb, source, target in links:
            self.gathering.link(verb, source, target)
        if main is not None:
            linked = {main, *(end for _, *ends in links for end in ends)}
            self._keep_unlinked(number, cells, made, linked, kept)
            self._note(main, cells, kept)
            self._pend(made, cells, main)

    def _named_owners(self, cells: dict[Column, str], made: dict[str, list[str]]) -> list[tuple[str, str, str]]:
        """The links of owners whose heading says what they own ("Process owner"), who then own nothing else here."""
        said = {column: _owned(column) for column in cells if column.target == "role"}
        links = []
        for column, kind in said.items():
            if kind and kind != self.matched.kind and made.get(kind):
                for title in self._titles(column, cells[column]):
                    role = self.gathering.card("role", title)
                    links += [("owns", role, card) for card in made[kind]]
        free = {
            self.gathering.find("role", title)
            for column, kind in said.items()
            if not (kind and made.get(kind))
            for title in self._titles(column, cells[column])
        }
        if links and "role" in made:
            taken = {role for _, role, _ in links} - free
            made["role"] = [role for role in made["role"] if role not in taken]
        return links

    def _main(self, made: dict[str, list[str]]) -> str | None:
        """The card that takes the row's notes: its own, else the first it names, else its stage or journey."""
        for found in (made[self.matched.kind], *made.values()):
            if found:
                return found[0]
        return self.cell["stage"] or self.cell["journey"]

    def _count_repeated(self, number: int, cells: dict[Column, str], main: str | None) -> None:
        title = next((cell for column, cell in cells.items() if column.target == self.matched.kind), None)
        if title is None or main is None:
            return
        if main in self._named:
            self._remarks.repeated(number, title)
        self._named.add(main)

    # Values

    def _values(self, number: int, cells: dict[Column, str], kept: list[str]) -> Values:
        """The fields that the row holds, by column; what is no value of its field goes to `kept`."""
        values: Values = {}
        for column, cell in cells.items():
            field = self._field(column)
            if field is None or is_empty(cell):
                continue
            try:
                value, rescaled = read_value(field, self._on_its_scale(column, cell))
            except UnclearError:
                kept.append(f"{column.heading}: {cell}")
                self._remarks.unclear(column, number, cell)
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
            values[column] = value
        return values

    def _scale(self, column: Column) -> str:
        """The most on the scale that the heading names ("Importance (1-5)"), where it is not the field's own; or ""."""
        field, found = self._field(column), _SCALE.search(column.heading)
        if field is None or field.high is None or found is None or float(found[1]) == field.high:
            return ""
        return found[1]

    def _on_its_scale(self, column: Column, cell: str) -> str:
        most = self._scales.get(column)
        return f"{cell}/{most}" if most and _SCORE.fullmatch(cell) else cell

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

    def _taken(
        self,
        number: int,
        made: dict[str, list[str]],
        main: str | None,
        values: Values,
        cells: dict[Column, str],
        kept: list[str],
    ) -> dict[str, dict[str, Any]]:
        """Which card takes which of the values; those that no card of the row can take go to `kept`."""
        taken: dict[str, dict[str, Any]] = defaultdict(dict)
        for column, value in values.items():
            field = self._field(column)
            assert field is not None
            of_kind = made.get(column.kind or self.matched.kind) or ([main] if main is not None else [])
            takers = [card for card in of_kind if KINDS[self.gathering.kind(card)].field(field.name) == field]
            for card in takers:
                taken[card][field.name] = value
            if not takers:
                kept.append(f"{column.heading}: {cells[column]}")
                self._remarks.homeless(column, number, cells[column])
        return taken

    # Cards

    def _cards(self, number: int, cells: dict[Column, str], values: Values) -> dict[str, list[str]]:
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
            before, self.cell["stage"] = self.cell["stage"], self.gathering.card("stage", cell, journey)
            if before != self.cell["stage"]:
                self.last = None  # a new stage: what follows is no longer about the row above
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
        values: Values,
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
        if card in self.gathering.new and self.gathering.conflicts(str(card), self._own_values(kind, values)):
            text = N_("Row {row}: another card is called “{title}” too; both are kept.")
            self.cautions.append(Caution(text, {"row": number, "title": title[:60]}))
            card = None
        self.last = card or self.gathering.make(kind, title, cell)
        self._number(cells, self.last)
        return self.last

    def _own_values(self, kind: str, values: Values) -> dict[str, Any]:
        """The values that a card of the row's own kind takes."""
        fields = {column: self._field(column) for column in values if column.kind in ("", kind, self.matched.kind)}
        declared = KINDS[kind]
        return {
            field.name: values[column]
            for column, field in fields.items()
            if field and declared.field(field.name) == field
        }

    def _kind(self, cells: dict[Column, str]) -> str:
        said = next((cell for column, cell in cells.items() if column.target == "kind"), "")
        return (kind_of_word(said) if said else "") or self.matched.kind

    def _number(self, cells: dict[Column, str], card: str) -> None:
        said = next((cell for column, cell in cells.items() if column.target == "id"), None)
        if said:
            self.numbers.setdefault(bare_number(said), card)

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
        for name in self.gathering.conflicts(card, values):
            field = KINDS[self.gathering.kind(card)].field(name)
            text = N_("Row {row}: “{title}” has another value of “{field}” already; it stays as it was.")
            title = str(self.gathering.fields(card).get("title", ""))[:60]
            label = self.tr(field.label) if field else name
            self.cautions.append(Caution(text, {"row": number, "title": title, "field": label}))
        self.gathering.fill(card, values)

    def _keep_unlinked(
        self, number: int, cells: dict[Column, str], made: dict[str, list[str]], linked: set[str], kept: list[str]
    ) -> None:
        """A card named in the row that no verb joins to the rest of it is named in the note as well."""
        for column, cell in cells.items():
            cards = made.get(column.target, ()) if column.target not in (self.matched.kind, *_CARRYING) else ()
            if cards and not linked.intersection(cards):
                kept.append(f"{column.heading}: {cell}")
                self._remarks.unlinked(column, number, cell)

    def _note(self, card: str, cells: dict[Column, str], kept: list[str]) -> None:
        lines = [cell for column, cell in cells.items() if column.target == "comment"]
        for column, cell in cells.items():
            if column.target == KEPT:
                self._remarks.kept(column)
                lines.append(f"{column.heading}: {cell}" if column.heading else cell)
            elif column.target == "id" and any(sign.isalpha() for sign in cell):
                lines.append(f"{column.heading}: {cell}")  # a code that people know it by, no mere row number
        self.gathering.remark(card, lines + kept)

    def _pend(self, made: dict[str, list[str]], cells: dict[Column, str], main: str) -> None:
        for column, cell in cells.items():
            if column.target in _LINKING and not is_empty(cell):
                kind = "touchpoint" if column.target == "next" else "process"
                for card in made.get(kind, []):
                    self.pending.append((column.target, card, cell))
                if not made.get(kind):
                    self.gathering.remark(main, [f"{column.heading}: {cell}"])
                    self._remarks.kept(column)


def _owned(column: Column) -> str:
    """The kind that the owners in this column own by its heading, or ""."""
    heading = plain(column.heading)
    return next((kind for kind, known in words()["owners"].items() if heading in map(plain, known)), "")
