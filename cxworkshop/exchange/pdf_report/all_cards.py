"""Every card in full, by kind: title, fields, note. What the wall shortens stands here to the last word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cxworkshop.exchange.drawing import colours
from cxworkshop.exchange.drawing.faces import title_of
from cxworkshop.exchange.drawing.text import lines_of, paragraphs
from cxworkshop.exchange.pdf_report.chapter import Chapter
from cxworkshop.exchange.pdf_report.sheet import INNER, LEFT, LOWEST, draw_label
from cxworkshop.i18n import Translator
from cxworkshop.model.board import cell_order
from cxworkshop.model.cards import KINDS, CardKind
from cxworkshop.model.fields import Field, FieldType
from cxworkshop.model.records import Card

COLUMNS, GUTTER = 2, 36.0
WIDE = (INNER - GUTTER * (COLUMNS - 1)) / COLUMNS
SHORT = 110.0  # points; a card no taller is not parted
MOST = 4_000  # characters of one text; beyond that the reader is told how many there are


@dataclass(frozen=True)
class _Line:
    """One line; `keep` is the height of what must stand in the same column with it, itself included."""

    text: str
    size: float
    weight: str
    colour: str
    leading: float
    keep: float = 0.0
    band: str = ""
    label: bool = False


def draw(chapter: Chapter) -> None:
    """All cards in two columns; nothing on an empty board."""
    if not chapter.board.cards:
        return
    sheet, tr = chapter.sheet, chapter.tr
    many = len(chapter.board.cards)
    sheet.page(tr.plural("The {n} card in full", "All {n} cards in full", many), mark=tr("All cards"))
    column, top = 0, sheet.y
    for line in _lines(chapter):
        if sheet.y + max(line.leading, line.keep) > LOWEST:
            column += 1
            if column == COLUMNS:
                sheet.follow()
                column, top = 0, sheet.y
            sheet.y = top
        if line.text or sheet.y > top:
            _draw_line(chapter, line, LEFT + column * (WIDE + GUTTER))


def _draw_line(chapter: Chapter, line: _Line, x: float) -> None:
    sheet = chapter.sheet
    if line.band:
        sheet.pen.rect(x, sheet.y + 2, 3, line.leading, fill=line.band)
    sheet.y += line.leading
    if line.label:
        draw_label(sheet.pen, x, sheet.y - 5, line.text)
    elif line.text:
        sheet.pen.text(x + 10, sheet.y - line.leading * 0.28, line.text, line.size, line.colour, line.weight)


def _lines(chapter: Chapter) -> Iterator[_Line]:
    for kind in KINDS.values():
        cards = sorted(chapter.board.of_kind(kind.name), key=cell_order)
        if cards:
            yield _Line(f"{chapter.tr(kind.plural)} · {len(cards)}", 8, "semibold", "", 18, 62, label=True)
        for card in cards:
            yield from _kept(list(_card(chapter, card, kind)))
            yield _Line("", 8, "regular", "", 6)


def _kept(lines: list[_Line]) -> list[_Line]:
    """The lines of a card; a short card stays in one column, a long one begins with three lines at least."""
    whole = sum(line.leading for line in lines)
    keep = whole if whole <= SHORT else sum(line.leading for line in lines[:3])
    return [replace(lines[0], keep=keep), *lines[1:]]


def _card(chapter: Chapter, card: Card, kind: CardKind) -> Iterator[_Line]:
    tr = chapter.tr
    wide = WIDE - 10
    titles = _broken(title_of(card, tr), wide, 9.5, "semibold", tr)
    for line in titles:
        yield _Line(line, 9.5, "semibold", colours.INK, 13, band=kind.colour)
    facts = " · ".join(_facts(card, kind, tr))
    for line in _broken(facts, wide, 8, "regular", tr) if facts else []:
        yield _Line(line, 8, "regular", colours.GREY, 11)
    for line in _broken(card.note, wide, 8.5, "regular", tr) if card.note else []:
        yield _Line(line, 8.5, "regular", colours.SOFT_INK, 11.5)


def _broken(text: str, wide: float, size: float, weight: str, tr: Translator) -> list[str]:
    lines = [line for part in paragraphs(text[:MOST]) for line in lines_of(part, wide, size, weight)]
    left = len(text) - MOST
    if left > 0:
        more = tr.plural(
            "… and {n} more character in the workshop file", "… and {n} more characters in the workshop file", left
        )
        lines += lines_of(more, wide, size, "italic")
    return lines


def _facts(card: Card, kind: CardKind, tr: Translator) -> Iterator[str]:
    for field in kind.fields:
        if field.type is FieldType.IMAGE:
            continue  # it stands on the persona's own sheet
        value = card.get(field.name)
        if value is None or value == "" or not field.shown or field.type in (FieldType.REFERENCE, FieldType.REFERENCES):
            continue
        if field.type is FieldType.FLAG:
            if value is True:
                yield tr(field.label)
        else:
            yield tr("{field}: {value}", field=tr(field.label), value=_value(field, value, tr))


def _value(field: Field, value: object, tr: Translator) -> str:
    if field.type is FieldType.CHOICE:
        return tr(next((choice.label for choice in field.choices if choice.value == value), str(value)))
    if field.type in (FieldType.DATE, FieldType.MOMENT):
        return tr.date(str(value))
    if isinstance(value, int | float) and not isinstance(value, bool):
        return tr.number(value, 2)
    if field.name == "limit":
        return str(value).replace("<=", "≤").replace(">=", "≥")
    return str(value)
