"""What is done with several cards at once: one change each, nothing lost that was there."""

from __future__ import annotations

import pytest

from cxworkshop.actions import cards, links
from cxworkshop.errors import Refused
from cxworkshop.model.board import Board
from cxworkshop.model.records import LINK, link_key


@pytest.fixture
def board() -> Board:
    made = Board()
    for kind, titles in (
        ("need", ("a", "b", "c")),
        ("value", ("v",)),
        ("role", ("r1", "r2")),
        ("improvement", ("i1", "i2")),
    ):
        for title in titles:
            made.apply(cards.add(made, kind, title, card_id=title))
    return made


def _satisfied(board: Board) -> list[bool]:
    return [board.get(LINK, link_key("satisfies", "v", need)) is not None for need in ("a", "b", "c")]


def test_a_link_to_all_adds_only_what_is_missing(board: Board) -> None:
    board.apply(links.connect(board, "v", "b", "satisfies"))
    change = links.connect_all(board, ["a", "b", "c"], "v", "satisfies", outward=False)
    assert len(change.deltas) == 2
    board.apply(change)
    assert _satisfied(board) == [True, True, True]
    assert not links.connect_all(board, ["a", "b", "c"], "v", "satisfies", outward=False)


def test_cards_a_verb_does_not_fit_are_passed_over(board: Board) -> None:
    board.apply(links.connect_all(board, ["a", "r1", "v"], "v", "satisfies", outward=False))
    assert _satisfied(board) == [True, False, False]


def test_a_verb_that_fits_none_is_refused(board: Board) -> None:
    with pytest.raises(Refused):
        links.connect_all(board, ["r1", "r2"], "v", "satisfies", outward=False)


def test_adding_to_lists_keeps_what_each_lists_and_says_nothing_twice(board: Board) -> None:
    board.apply(cards.edit(board, "i1", consulted=["r1"]))
    board.apply(cards.add_to_lists(board, ["i1", "i2"], "consulted", ["r2", "r1"]))
    assert board.card("i1")["consulted"] == ["r1", "r2"]
    assert board.card("i2")["consulted"] == ["r2", "r1"]
