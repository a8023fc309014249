"""Actions on all cards of a large workshop at once take a moment, not minutes: no look through everything per card."""

from __future__ import annotations

import time

import pytest

from cxworkshop.actions import cards
from cxworkshop.model.board import Board
from tests.random_workshops import board_from_json

MANY = 2_000
LIMIT = 1.5  # seconds of this process; one look through everything per card takes three to ten times as long


@pytest.fixture
def board() -> Board:
    stages = [{"id": f"s{n}", "kind": "stage", "title": "S", "journey": "j", "position": n} for n in range(10)]
    kinds = ("touchpoint", "problem", "need", "value")
    made = [
        {"id": f"c{n}", "kind": kinds[n % 4], "title": f"Card {n}", "stage": f"s{n % 10}", "order": n}
        for n in range(MANY)
    ]
    links = [{"verb": "satisfies", "source": f"c{n + 1}", "target": f"c{n}"} for n in range(2, MANY - 1, 4)]
    journey = {"id": "j", "kind": "journey", "title": "J", "side": "external"}
    return board_from_json({"format": "cxworkshop", "version": 1, "cards": [journey, *stages, *made], "links": links})


def took(work) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def test_all_cards_are_duplicated_in_a_moment(board):
    assert took(lambda: cards.duplicate(board, [f"c{n}" for n in range(MANY)])) < LIMIT


def test_all_cards_are_deleted_in_a_moment(board):
    assert took(lambda: cards.delete(board, [f"c{n}" for n in range(MANY)])) < LIMIT


def test_copies_of_a_cell_stand_each_right_after_its_own(board):
    chosen = ["c0", "c20", "c40"]
    changes, copies = cards.duplicate(board, chosen)
    orders = {delta.key: (delta.after or {}).get("position") for delta in changes.deltas}
    cell = sorted(
        (card for card in board.of_kind("touchpoint") if card.stage == "s0"), key=lambda own: own.get("order")
    )
    place = {card.id: orders.get(card.id, card.get("position")) for card in cell}
    assert [orders[copy] for copy in copies] == [place[own] + 1 for own in chosen]
    assert len({*place.values(), *(orders[copy] for copy in copies)}) == len(cell) + 3
