"""Where cards stand in their cell: what moves, and how few others are written for it."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from cxworkshop.actions import cards
from cxworkshop.model.board import Board, cell_order
from cxworkshop.model.cards import KINDS
from cxworkshop.model.draft import Draft


def made(count: int, kind: str = "need") -> Board:
    board = Board()
    draft = Draft(board)
    draft.add_card("journey", {"title": "J"}, "j")
    draft.add_card("stage", {"title": "S", "journey": "j", "position": 1}, "s")
    for number in range(count):
        draft.add_card(kind, {"title": f"{number}", **({"stage": "s"} if KINDS[kind].has_stage else {})}, f"c{number}")
    board.apply(draft.changes())
    return board


def standing(board: Board, kind: str = "need") -> list[str]:
    own = sorted(board.of_kind(kind), key=lambda card: (card.get("position", 0), *cell_order(card)))
    return [card.id for card in own]


def moved(board: Board, ids: list[str], before: str | None) -> int:
    """Move, and say how many records that wrote."""
    changes = cards.move(board, ids, "s", before)
    board.apply(changes)
    return len(changes.deltas)


@given(st.randoms(use_true_random=False), st.sampled_from(["need", "touchpoint", "persona"]))
def test_cards_stand_where_they_were_put_whatever_was_moved_before(chance: random.Random, kind: str):
    board = made(7, kind)
    wanted = standing(board, kind)
    for _ in range(12):
        own = chance.sample(wanted, chance.randrange(1, 4))
        rest = [card for card in wanted if card not in own]
        at = chance.randrange(len(rest) + 1)
        moved(board, own, rest[at] if at < len(rest) else None)
        wanted = [*rest[:at], *own, *rest[at:]]
        assert standing(board, kind) == wanted


def test_a_card_that_finds_room_moves_alone():
    board = made(300)
    moved(board, ["c299"], "c0")
    assert moved(board, ["c7"], "c299") == 1
    assert moved(board, ["c8"], None) == 1
    assert standing(board)[:2] == ["c7", "c299"] and standing(board)[-1] == "c8"


def test_a_gap_that_is_used_up_is_made_anew():
    board = made(80)
    moved(board, ["c79"], "c0")
    for number in range(1, 79):
        moved(board, [f"c{number}"], "c0")
    assert standing(board) == ["c79", *[f"c{number}" for number in range(1, 79)], "c0"]


@given(st.randoms(use_true_random=False))
def test_moving_to_several_stages_at_once_is_moving_to_each_in_turn(chance: random.Random):
    def board() -> Board:
        own = made(9)
        draft = Draft(own)
        for number in (2, 3):
            draft.add_card("stage", {"title": "S", "journey": "j", "position": number}, f"s{number}")
        draft.add_card("touchpoint", {"title": "T", "stage": "s3", "position": 4}, "t")
        own.apply(draft.changes())
        return own

    ids = chance.sample([f"c{number}" for number in range(9)] + ["t"], 8)
    stages = {"s2": ids[:3], "s": ids[3:4], "s3": ids[4:]}
    at_once, in_turn = board(), board()
    at_once.apply(cards.move_across(at_once, stages))
    for stage, moved_there in stages.items():
        in_turn.apply(cards.move(in_turn, moved_there, stage))
    assert at_once.snapshot() == in_turn.snapshot()
