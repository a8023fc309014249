"""The columns of the board of improvements: which card stands in which, and what a card dropped there becomes."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from cxworkshop.analysis import held as holding
from cxworkshop.analysis.agreed import accountable, ice, missing_for_agreement, ranked
from cxworkshop.model.board import Board
from cxworkshop.model.cards import KINDS
from cxworkshop.model.records import Card
from cxworkshop.ui.speech import tr
from cxworkshop.words import N_

STATUSES = {own.value: own.label for own in KINDS["improvement"].fields[0].choices}
AFTER = ("held", "slipping", "rolled_back")


@dataclass(frozen=True)
class Column:
    """One column: its heading (English, marked), the statuses it holds, what a card dropped into it becomes."""

    id: str
    name: str
    statuses: tuple[str | None, ...]


COLUMNS = (
    Column("idea", N_("Ideas"), (None, "idea")),
    Column("agreed", N_("Agreed"), ("agreed",)),
    Column("doing", N_("In work"), ("doing",)),
    Column("done", N_("Done"), ("done",)),
    Column("after", N_("Held or not"), AFTER),
)


@dataclass(frozen=True)
class Face:
    """What the board says of one improvement. `state` is what the readings say ("held", "slipping", "rolled_back"),
    None where they say nothing; `gaps` how many things it lacks to be agreed; `late` whether its date has passed."""

    id: str
    title: str
    owner: str
    due: str
    late: bool
    systems: str
    ice: float | None
    status: str | None
    state: str | None
    gaps: int


def faces_of(board: Board, today: datetime.date) -> dict[str, list[Face]]:
    """The improvements of each column by ICE, the largest first."""
    states = {own.id: own.held for own in holding.held(board, today)}
    found: dict[str, list[Face]] = {column.id: [] for column in COLUMNS}
    for card in ranked(board.of_kind("improvement")):
        found[column_of(card)].append(_face(board, card, states.get(card.id), today))
    return found


def column_of(card: Card) -> str:
    """The column a card stands in."""
    return next((column.id for column in COLUMNS if card.get("status") in column.statuses), "idea")


def status_in(column: str, state: str | None) -> str:
    """What a card becomes in a column; in the last one what its readings say, held where they say nothing."""
    return (state or "held") if column == "after" else column


def _face(board: Board, card: Card, state: str | None, today: datetime.date) -> Face:
    due = str(card.get("due") or "")
    owners = ", ".join(own.title or tr("(no title)") for own in accountable(board, card))
    return Face(
        card.id,
        card.title or tr("(no title)"),
        owners,
        due,
        bool(due) and due[:10] < today.isoformat() and column_of(card) in ("idea", "agreed", "doing"),
        str(card.get("systems") or ""),
        ice(card),
        card.get("status"),
        state,
        len(missing_for_agreement(board, card)),
    )
