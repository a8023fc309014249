"""The map's layout from one moment to the next: what an edit leaves standing where it stood."""

from __future__ import annotations

import random
from bisect import bisect_left
from itertools import combinations

import pytest

from cxworkshop.actions import cards, links
from cxworkshop.analysis.backward_map import backward_map
from cxworkshop.errors import Told
from cxworkshop.model.board import Board
from cxworkshop.ui.views.processes.chain import chain_of
from cxworkshop.ui.views.processes.shape import Shape, shape_of
from tests.random_workshops import TODAY, board_from_json, random_workshop

FEW = 0.03  # of the boxes may change their order within the layer after one link: of 42 the one that was joined


def laid_out(board: Board, previous: Shape | None = None) -> Shape:
    """The map of a board with boxes of three heights."""
    tall = {card: (196.0, (54.0, 70.0, 86.0)[number % 3]) for number, card in enumerate(sorted(board.cards))}
    chain = chain_of(backward_map(board, TODAY))
    return shape_of(chain, tall.__getitem__, aside=18, between=32, previous=previous)


def link_two_more_processes(board: Board, chance: random.Random) -> None:
    """One “depends on” that was not there."""
    processes = [card.id for card in board.of_kind("process")]
    while True:
        try:
            source, target = chance.sample(processes, 2)
            board.apply(links.connect(board, source, target, "depends_on"))
            return
        except Told:
            continue


def share_moved(before: Shape, after: Shape) -> float:
    """The share of the boxes of both, still in their layer, that changed their row, or that stand in it in another
    order: as few as must be taken out for the rest to be in the old order."""
    place = {card: (row, at) for row, own in before.drawn.rows.items() for at, card in enumerate(own)}
    moved = known = 0
    for row, own in after.drawn.rows.items():
        same_layer = [card for card in own if card in place and place[card][0] // 1_000 == row // 1_000]
        in_row = [place[card][1] for card in same_layer if place[card][0] == row]
        longest: list[int] = []  # increasing: what kept its order
        for at in in_row:
            where = bisect_left(longest, at)
            longest[where : where + 1] = [at]
        known += len(same_layer)
        moved += len(same_layer) - len(longest)
    return moved / known


@pytest.mark.parametrize("processes", [30, 100, 300])
def test_one_link_more_moves_few_boxes(processes):
    board, chance = board_from_json(random_workshop(1, processes)), random.Random(1)
    shape = laid_out(board)
    for _ in range(5):
        link_two_more_processes(board, chance)
        after = laid_out(board, shape)
        assert share_moved(shape, after) <= FEW
        shape = after
    assert shape.drawn.crossings <= laid_out(board).drawn.crossings * 1.25


@pytest.mark.parametrize("processes", [12, 120])
def test_the_same_map_is_laid_out_alike_and_an_unchanged_one_stays(processes):
    board = board_from_json(random_workshop(3, processes))
    shape = laid_out(board)
    assert laid_out(board) == shape
    kept = laid_out(board, shape)
    assert share_moved(shape, kept) == 0
    assert kept.bands == shape.bands


def test_a_deleted_box_leaves_the_others_in_their_rows():
    board = board_from_json(random_workshop(5, 120))
    shape = laid_out(board)
    gone = [card for row in list(shape.drawn.rows.values())[::3] for card in row[:1]]
    for card in gone:
        board.apply(cards.delete(board, [card]))
    after = laid_out(board, shape)
    assert not set(gone) & set(after.drawn.boxes)
    assert share_moved(shape, after) <= FEW


def test_many_newcomers_open_rows_of_their_own_and_cover_nothing():
    board = board_from_json(random_workshop(5, 60))
    shape = laid_out(board)
    for number in range(40):
        board.apply(cards.add(board, "process", f"One more {number}"))
    after = laid_out(board, shape)
    assert share_moved(shape, after) == 0
    boxes = list(after.drawn.boxes.values())
    assert not any(one.meets(other) for one, other in combinations(boxes, 2))
    assert len(after.drawn.rows) > len(shape.drawn.rows)


def test_a_map_grown_far_beyond_its_rows_is_dealt_anew():
    board = board_from_json(random_workshop(5, 10))
    shape = laid_out(board)
    for number in range(300):
        board.apply(cards.add(board, "process", f"One more {number}"))
    bounds = laid_out(board, shape).drawn.bounds
    assert 0.5 < bounds.width / bounds.height < 6
