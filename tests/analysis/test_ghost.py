"""What a cycle remembers of the one before it, without its file."""

from __future__ import annotations

import datetime
import json
import random

import pytest

from cxworkshop.actions import cards
from cxworkshop.actions.next_cycle import next_cycle
from cxworkshop.analysis.compare import compare
from cxworkshop.analysis.ghost import board_before, compare_remembered, is_next_cycle, remembers
from cxworkshop.model.board import Board
from cxworkshop.paths import SESSIONS
from tests.analysis.small_boards import board
from tests.random_workshops import board_from_json, random_workshop

TODAY = datetime.date(2027, 2, 22)


def example(name: str) -> Board:
    return board_from_json(json.loads((SESSIONS / f"{name}.en.json").read_text("utf-8")))


def test_a_first_cycle_remembers_nothing():
    own = example("coffee")
    assert not remembers(own) and not is_next_cycle(own)


def test_what_touchpoints_remember_says_the_same_of_them_as_the_file_itself():
    old, new = example("coffee"), example("coffee_cycle2")

    def moved(then: Board) -> list[tuple]:
        changes = compare(then, new, TODAY).section("touchpoints")
        kept = {card.id for card in new.of_kind("touchpoint") if "previous_experience" in card.fields}
        return [
            (own.id, own.figure, own.before, own.after)
            for own in changes
            if own.id in kept and own.figure in ("expectation", "experience", "memory")
        ]

    assert moved(board_before(new)) == moved(old) != []


def test_right_after_next_cycle_nothing_has_changed_but_the_cycle():
    new = Board()
    new.apply(next_cycle(example("coffee"), TODAY))
    assert remembers(new) and is_next_cycle(new)
    assert not compare(board_before(new), new, TODAY).changed


def test_cleared_scores_are_told_as_taken_away():
    new = Board()
    new.apply(next_cycle(example("coffee"), TODAY, clear_scores=True))
    found = compare(board_before(new), new, TODAY).section("touchpoints")
    assert any(own.figure == "experience" and own.after is None for own in found)


def test_touchpoints_that_remember_nothing_are_taken_as_they_are():
    own = board(cards={"t1": {"experience": 3, "previous_experience": -2}, "t2": {"experience": 4}})
    before = board_before(own)
    assert (before.card("t1").get("experience"), before.card("t2").get("experience")) == (-2, 4)


def test_the_board_itself_stays_as_it_was():
    own = example("coffee_cycle2")
    as_was = own.snapshot()
    board_before(own)
    assert own.snapshot() == as_was


@pytest.mark.parametrize("seed", range(4))
def test_comparing_with_what_is_remembered_tells_all_that_comparing_whole_boards_tells(seed):
    old, new = board_from_json(random_workshop(seed, 30)), Board()
    new.apply(next_cycle(old, TODAY, clear_scores=seed == 1))
    chance = random.Random(seed)
    for card in new.of_kind("touchpoint"):
        if chance.random() < 0.5:
            new.apply(cards.edit(new, card.id, experience=chance.randint(-5, 5), memory=chance.randint(-5, 5)))
    found = compare_remembered(new, TODAY)
    assert found == compare(board_before(new), new, TODAY)
    assert found.changed
