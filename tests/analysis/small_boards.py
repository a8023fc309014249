"""A board in one expression, for examples worked by hand."""

from __future__ import annotations

from typing import Any

from cxworkshop.model.board import Board
from tests.random_workshops import board_from_json

_KINDS = {
    "J": "journey",
    "S": "stage",
    "P": "persona",
    "t": "touchpoint",
    "b": "problem",
    "n": "need",
    "v": "value",
    "p": "process",
    "r": "role",
    "i": "improvement",
    "s": "safeguard",
    "o": "objective",
    "k": "key_result",
    "K": "kpi",
    "m": "meeting",
    "R": "recording",
}


def board(*links: str, cards: dict[str, dict[str, Any]] | None = None, **records: list[dict[str, Any]]) -> Board:
    """`board("v1 satisfies n1", cards={"n1": {"importance": 9}}, votes=[…])`: the first letter of an id is its kind.

    Cards that only links name are there too; a card is titled with its id unless it says otherwise.
    """
    own = dict(cards or {})
    drawn = [link.split() for link in links]
    for source, _, target in drawn:
        own.setdefault(source, {})
        own.setdefault(target, {})
    rows = [{"id": card, "kind": _KINDS[card[0]], "title": card, **fields} for card, fields in own.items()]
    return board_from_json(
        {
            "cards": [{name: value for name, value in row.items() if value is not None} for row in rows],
            "links": [{"verb": verb, "source": source, "target": target} for source, verb, target in drawn],
            **records,
        }
    )
