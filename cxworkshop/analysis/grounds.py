"""What a need or a problem rests on: how it was found out, and the meetings and recordings it comes from. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from cxworkshop.analysis.scores import by_title
from cxworkshop.model.board import Board
from cxworkshop.model.records import Card


@dataclass(frozen=True)
class Grounds:
    """`evidence` of a problem (assumption, partly, research) or `basis` of a need (room, customers), None where nobody
    said; `sources` the meetings that revealed it and the recordings that show it, by title."""

    level: str | None
    sources: tuple[Card, ...]

    @property
    def lacking(self) -> bool:
        """Whether it is a guess: no customer was asked, none was met, none is heard on a recording."""
        return self.level not in ("partly", "research", "customers") and not self.sources


def grounds(board: Board, card: Card) -> Grounds:
    """What a need or a problem rests on."""
    level = card.get("basis" if card.kind == "need" else "evidence")
    found = [*board.sources(card.id, "reveals"), *board.sources(card.id, "shows")]
    return Grounds(level if isinstance(level, str) else None, tuple(sorted(found, key=by_title)))


def guesses(board: Board) -> list[Card]:
    """The needs and problems that rest on a guess; needs first, then by title, then id."""
    cards = [*board.of_kind("need"), *board.of_kind("problem")]
    return sorted(
        (card for card in cards if grounds(board, card).lacking), key=lambda card: (card.kind, *by_title(card))
    )
