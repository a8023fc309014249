"""What inside the company tires those who meet the customer, of a need or a touchpoint. Knows no widgets."""

from __future__ import annotations

from collections.abc import Iterator

from cxworkshop.analysis.scores import by_title, score
from cxworkshop.analysis.wearing import walkers, wearing, worn_at
from cxworkshop.model.board import Board
from cxworkshop.model.records import Card
from cxworkshop.ui.map_panel.entries import Entry, Heading, Step, Stop
from cxworkshop.ui.speech import tr


def tired_at_need(board: Board, need: str) -> Iterator[Entry]:
    """Where the need arises, and which internal touchpoints tire those who work there; nothing where none does."""
    found = worn_at(board, need)
    if found:
        yield Heading(tr("Tired from inside"))
    for place, inside in found.items():
        yield Step(tr("at “{place}”", place=_title(board.card(place))))
        yield from (_stop(board, card) for card in inside)


def of_touchpoint(board: Board, touchpoint: Card) -> Iterator[Entry]:
    """What tires those who work at a touchpoint, or, of an internal one, where the customer feels it."""
    inside = wearing(board, touchpoint.id)
    if inside:
        yield Heading(tr("Tired from inside"))
        yield from (_stop(board, card) for card in inside)
    outside = sorted(board.targets(touchpoint.id, "feeds"), key=by_title)
    if outside:
        yield Heading(tr("Where the customer feels it"))
        yield from (_stop(board, card) for card in outside)


def is_tied(board: Board, touchpoint: str) -> bool:
    """Whether a touchpoint tires others or is tired by some."""
    return bool(board.links_from(touchpoint, "feeds") or board.links_to(touchpoint, "feeds"))


def _stop(board: Board, card: Card) -> Stop:
    return Stop(card.id, _title(card), _below(board, card), "touchpoint", True)


def _below(board: Board, card: Card) -> str:
    """Who walks it and how they find it."""
    who = ", ".join(_title(own) for own in walkers(board, card))
    value = score(card, "experience")
    said = tr("experience {value}", value=tr.number(value)) if value is not None else ""
    return " · ".join(part for part in (who, said) if part)


def _title(card: Card) -> str:
    return card.title or tr("(no title)")
