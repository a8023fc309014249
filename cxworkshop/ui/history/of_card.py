"""What happened to one card, in words: which field went from what to what, who did it and when. Knows no widgets."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from cxworkshop.document import Document, Entry
from cxworkshop.i18n import Translator
from cxworkshop.model.board import Board
from cxworkshop.model.cards import KINDS
from cxworkshop.model.changes import Delta
from cxworkshop.model.fields import Field, FieldType
from cxworkshop.model.records import CARD
from cxworkshop.ui.history.moments import moment_of, told_day, told_time
from cxworkshop.ui.history.timeline import told, who

_LONGEST = 40  # signs of a text that are told
_UNTOLD = "order"  # where a card stands in its cell is no news


@dataclass(frozen=True)
class Happening:
    """`what` was done, in one line or several; `below` says when and by whom."""

    what: str
    below: str


def history_of(document: Document, card_id: str, tr: Translator, now: datetime.datetime) -> list[Happening]:
    """What happened to a card, newest first."""
    card = document.board.find(card_id)
    if card is None:
        return []
    fields = {field.name: field for field in KINDS[card.kind].all_fields}
    made = []
    for entry, deltas in document.entries_touching(card_id):
        lines = [line for delta in deltas for line in _changed(document.board, fields, delta, tr)]
        made.append(Happening("\n".join(lines) or told(entry, tr), _when(entry, now, tr)))
    return made


def _when(entry: Entry, now: datetime.datetime, tr: Translator) -> str:
    moment = moment_of(entry.at)
    day = told_day(moment, now, tr)
    parts = [told_time(moment, now, tr), *who(entry, tr)]
    return " · ".join(part for part in ([] if day == tr("Today") else [day]) + parts if part)


def _changed(board: Board, fields: dict[str, Field], delta: Delta, tr: Translator) -> Iterator[str]:
    """A line for every field that people know and that changed; nothing for what was made or deleted whole."""
    if delta.table != CARD or delta.before is None or delta.after is None:
        return
    for name in {**delta.before, **delta.after}:
        field = fields.get(name)
        if field is None or not field.shown or name == _UNTOLD:
            continue
        old, new = (_value(board, field, side.get(name), tr) for side in (delta.before, delta.after))
        yield tr("{field}: {old} → {new}", field=tr(field.label), old=old, new=new)


def _value(board: Board, field: Field, value: Any, tr: Translator) -> str:
    if value is None or value == "":
        return "–"
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    if field.type is FieldType.IMAGE:
        return tr("a picture")
    if field.type in (FieldType.NUMBER, FieldType.INTEGER) and isinstance(value, int | float):
        return tr.number(value)
    if field.type is FieldType.CHOICE:
        return next((tr(choice.label) for choice in field.choices if choice.value == value), str(value))
    if field.type is FieldType.REFERENCE:
        return _named(board, value, tr)
    if field.type is FieldType.REFERENCES and isinstance(value, list):
        return ", ".join(_named(board, own, tr) for own in value) or "–"
    return tr.date(str(value)) if field.type is FieldType.DATE else _short(str(value))


def _named(board: Board, card_id: object, tr: Translator) -> str:
    card = board.find(str(card_id))
    return _short(card.title) if card is not None and card.title else tr("(no title)")


def _short(text: str) -> str:
    line = " ".join(text[:500].split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
