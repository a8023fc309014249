"""Answers of the care test: said, said again, taken back, by people nobody can name."""

from __future__ import annotations

import pytest

from cxworkshop.actions import cards, care
from cxworkshop.errors import Refused
from cxworkshop.model.board import Board
from cxworkshop.model.changes import ChangeSet

PLACE = ("k7qz", "vip/small", "small")


def after(board: Board, changes: ChangeSet) -> Board:
    board.check(changes)
    board.apply(changes)
    return board


def rows(board: Board) -> list[dict]:
    return [dict(own.fields) for own in board.records("care_answer")]


def test_an_answer_says_pair_side_dimension_voter_and_score():
    board = after(Board(), care.answer(Board(), *PLACE, 3, dimension="empathy"))
    told = {"pair": "vip/small", "side": "small", "dimension": "empathy", "voter": "k7qz", "score": 3}
    assert rows(board) == [told]


def test_an_answer_said_again_replaces_the_first():
    board = after(Board(), care.answer(Board(), *PLACE, 3, dimension="empathy"))
    after(board, care.answer(board, *PLACE, 8, dimension="empathy"))
    assert [own["score"] for own in rows(board)] == [8]


def test_the_same_question_on_another_dimension_or_card_is_another_answer():
    board = after(Board(), care.answer(Board(), *PLACE, 3, dimension="empathy"))
    after(board, care.answer(board, *PLACE, 4, dimension="assurance"))
    after(board, care.answer(board, *PLACE, 5, card="p1"))
    assert [own["score"] for own in rows(board)] == [3, 4, 5]


def test_an_answer_taken_back_is_absent_and_not_zero():
    board = after(Board(), care.answer(Board(), *PLACE, 0, dimension="empathy"))
    after(board, care.answer(board, *PLACE, None, dimension="empathy"))
    assert rows(board) == []


def test_taking_back_what_was_never_said_changes_nothing():
    assert not care.answer(Board(), *PLACE, None, dimension="empathy")


@pytest.mark.parametrize("score", [-1, 11, 10.5])
def test_a_score_off_the_scale_is_refused(score):
    with pytest.raises(Refused):
        care.answer(Board(), *PLACE, score)


def test_one_person_can_be_forgotten_and_the_others_stay():
    board = after(Board(), care.answer(Board(), *PLACE, 3, dimension="empathy"))
    after(board, care.answer(board, "m4rt", "vip/small", "vip", 9))
    after(board, care.forget_voter(board, "k7qz"))
    assert [own["voter"] for own in rows(board)] == ["m4rt"]


def test_a_new_code_is_nobodys():
    board = Board()
    for _ in range(50):
        code = care.new_voter(board)
        assert code not in {own["voter"] for own in rows(board)}
        after(board, care.answer(board, code, "vip/small", "vip", 9))


def test_an_answer_still_counts_and_names_no_card_once_its_service_is_deleted_and_undo_brings_it_back():
    board = after(Board(), cards.add(Board(), "touchpoint", "Портал", card_id="t1"))
    after(board, care.answer(board, "k7qz", "external/internal", "internal", 4, card="t1"))
    deleted = cards.delete(board, ["t1"])
    after(board, deleted)
    assert rows(board) == [{"pair": "external/internal", "side": "internal", "voter": "k7qz", "score": 4}]
    after(board, deleted.inverse())
    assert rows(board)[0]["card"] == "t1"
