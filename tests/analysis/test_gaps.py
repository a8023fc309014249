"""What is missing of a few cards is what is missing of all, as far as it concerns them."""

from __future__ import annotations

import pytest

from cxworkshop.analysis.backward_map import depths
from cxworkshop.analysis.gaps import codes, gaps
from tests.random_workshops import board_from_json, random_workshop


@pytest.mark.parametrize("seed", range(12))
def test_the_gaps_of_some_cards_are_those_of_all_that_concern_them(seed):
    board = board_from_json(random_workshop(seed))
    whole = [(gap.code, card_id) for gap in gaps(board) for card_id in gap.ids]
    assert whole
    for card_id in board.cards:
        alone = [(gap.code, own) for gap in gaps(board, [card_id]) for own in gap.ids]
        assert alone == [own for own in whole if own[1] == card_id]
    assert [(gap.code, own) for gap in gaps(board, list(board.cards)) for own in gap.ids] == whole


@pytest.mark.parametrize("seed", range(12))
def test_a_process_without_a_depth_serves_no_need(seed):
    board = board_from_json(random_workshop(seed))
    lost = {process for process, depth in depths(board).items() if depth is None}
    told = {
        own
        for process in depths(board)
        for gap in gaps(board, [process])
        if gap.code == "processes_without_need"
        for own in gap.ids
    }
    assert told == lost


def test_a_card_that_is_gone_lacks_nothing():
    assert gaps(board_from_json(random_workshop(1)), ["gone"]) == []


@pytest.mark.parametrize("seed", range(10))
def test_gaps_asked_for_by_code_are_those_of_all_that_bear_it(seed):
    board = board_from_json(random_workshop(seed))
    wanted = codes()[seed % len(codes()) :][:3]
    assert gaps(board, only=wanted) == [gap for gap in gaps(board) if gap.code in wanted]
