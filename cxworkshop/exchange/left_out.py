"""What an export leaves out, in sentences for whoever gets the file: what lacks consent, what a table cannot hold."""

from __future__ import annotations

from collections.abc import Iterable

from cxworkshop.exchange.importing import Caution
from cxworkshop.model.board import Board
from cxworkshop.model.fields import FieldType
from cxworkshop.model.records import CARD, fields_of
from cxworkshop.words import N_


def without_consent(many: int) -> list[Caution]:
    """That what was said at or recorded of so `many` meetings and recordings is missing; nothing where it is none."""
    one = N_("{n} meeting or recording has no consent: what was said or recorded there is left out.")
    more = N_("{n} meetings and recordings have no consent: what was said or recorded there is left out.")
    return [Caution(one, many=more, n=many)] if many else []


def held_without_consent(many: int) -> list[Caution]:
    """That what was said at or recorded of so `many` is in plain JSON all the same; nothing where it is none."""
    one = N_(
        "JSON is the workshop itself: {n} meeting or recording without consent is in it."
        " Export it anonymised to leave it out."
    )
    more = N_(
        "JSON is the workshop itself: {n} meetings and recordings without consent are in it."
        " Export it anonymised to leave them out."
    )
    return [Caution(one, many=more, n=many)] if many else []


def without_pictures(board: Board) -> list[Caution]:
    """That the portraits of so many cards are missing from tables; nothing where there is none."""
    pictures = sum(
        field.name in card.fields
        for card in board.records(CARD)
        for field in fields_of(CARD, str(card["kind"]))
        if field.type is FieldType.IMAGE
    )
    one = N_("{n} portrait is left out: tables hold no pictures. JSON holds it.")
    more = N_("{n} portraits are left out: tables hold no pictures. JSON holds them.")
    return [Caution(one, many=more, n=pictures)] if pictures else []


def cut_short(texts: Iterable[object], most: int) -> list[Caution]:
    """That so many of these `texts` are longer than `most` characters, what a cell holds; nothing where none is."""
    cut = sum(isinstance(text, str) and len(text) > most for text in texts)
    one = N_("{n} text is longer than a cell can be and is cut, with … at its end. JSON holds it whole.")
    more = N_("{n} texts are longer than a cell can be and are cut, with … at their end. JSON holds them whole.")
    return [Caution(one, many=more, n=cut)] if cut else []
