"""What people do with the lanes of the wall: each is one change that can be taken back, and nobody's data is lost."""

from __future__ import annotations

import random

import pytest

from cxworkshop.actions import cards, lanes
from cxworkshop.errors import Refused
from cxworkshop.model.board import Board
from cxworkshop.model.draft import Draft
from cxworkshop.model.lanes import LANES, MOST_LANES, lanes_of
from cxworkshop.model.records import THE_WORKSHOP, WORKSHOP


@pytest.fixture
def board() -> Board:
    board = Board()
    draft = Draft(board)
    draft.put(WORKSHOP, THE_WORKSHOP, {"title": "T"})
    draft.add_card("journey", {}, "j")
    draft.add_card("stage", {"journey": "j", "position": 1}, "s1")
    draft.add_card("note", {"title": "a", "stage": "s1"}, "n1")
    draft.add_card("need", {"title": "b", "stage": "s1"}, "d1")
    board.apply(draft.changes())
    return board


def do(board: Board, changes) -> None:
    before = board.snapshot()
    board.check(changes)
    board.apply(changes)
    after = board.snapshot()
    board.apply(changes.inverse())
    assert board.snapshot() == before
    board.apply(changes)
    assert board.snapshot() == after


def ids(board: Board) -> list[str]:
    return [lane.id for lane in lanes_of(board).every]


def test_a_lane_called_something_else_has_its_usual_name_again_when_the_name_is_emptied(board):
    do(board, lanes.rename(board, "needs", "  What   they want "))
    assert lanes_of(board).by_id["needs"].name(str) == "What they want"
    do(board, lanes.rename(board, "needs", " "))
    assert lanes_of(board).by_id["needs"].name(str) == "Needs" and "lanes" not in board.workshop


def test_the_usual_name_typed_by_hand_is_no_name_of_ones_own(board):
    assert not lanes.rename(board, "needs", "NEEDS!", lambda text: "NEEDS!" if text == "Needs" else text)


def test_an_own_lane_keeps_its_name_when_the_name_is_emptied(board):
    do(board, lanes.add(board, "Law", "needs", lane_id="law"))
    assert not lanes.rename(board, "law", "")


def test_a_new_lane_comes_below_the_chosen_one_and_below_all_processes(board):
    do(board, lanes.add(board, "Law", "needs", lane_id="law"))
    do(board, lanes.add(board, "Systems", "processes-1", lane_id="sys"))
    do(board, lanes.add(board, "Last", lane_id="last"))
    found = ids(board)
    assert found[found.index("needs") + 1] == "law" and found[-1] == "last"
    assert found[found.index("processes-none") + 1] == "sys"
    with pytest.raises(Refused):
        lanes.add(board, "  ")


def test_there_is_an_end_to_new_lanes(board):
    for number in range(MOST_LANES - len(LANES)):
        board.apply(lanes.add(board, f"L{number}"))
    with pytest.raises(Refused):
        lanes.add(board, "one more")
    assert len(lanes_of(board).every) == MOST_LANES


def test_processes_move_as_one_and_nothing_comes_between_them(board):
    do(board, lanes.move(board, "processes-3", "personas"))
    assert ids(board)[:5] == [lane.id for lane in LANES if lane.depth is not None]
    do(board, lanes.move(board, "notes", "processes-2"))
    assert ids(board)[0] == "notes" and ids(board)[1] == "processes-1"
    assert not lanes.move(board, "processes-1", "processes-4")


def test_moving_there_and_back_leaves_no_field(board):
    do(board, lanes.move(board, "needs", "personas"))
    do(board, lanes.move(board, "needs", "values"))
    assert "lanes" not in board.workshop


def test_the_neighbour_among_the_shown_lanes(board):
    do(board, lanes.hide(board, "values", True))
    found = lanes.neighbour(lanes_of(board), "needs", 1)
    assert found == (True, "improvements")
    do(board, lanes.move(board, "needs", found[1]))
    assert ids(board)[ids(board).index("processes-none") + 1] == "needs"
    assert lanes.neighbour(lanes_of(board), "personas", -1) == (False, None)
    assert lanes.neighbour(lanes_of(board), "notes", 1) == (False, None)
    assert lanes.neighbour(lanes_of(board), "improvements", 1) == (True, None)


def test_the_notes_of_a_lane_that_is_removed_go_to_the_notes_in_one_step(board):
    do(board, lanes.add(board, "Law", lane_id="law"))
    do(board, cards.move(board, ["n1", "d1"], "s1", lane="law"))
    assert board.card("n1").get("lane") == "law" and "lane" not in board.card("d1").fields
    do(board, lanes.remove(board, "law"))
    assert "lane" not in board.card("n1").fields and "lanes" not in board.workshop
    with pytest.raises(Refused):
        lanes.remove(board, "needs")
    with pytest.raises(Refused):
        lanes.rename(board, "law", "x")


def test_hidden_lanes_are_all_shown_again(board):
    do(board, lanes.hide(board, "needs", True))
    do(board, lanes.hide(board, "processes-2", True))
    assert [lane.id for lane in lanes_of(board).hidden] == ["needs", "processes-2"]
    do(board, lanes.show_all(board))
    assert "lanes" not in board.workshop


def test_what_others_wrote_beside_our_lanes_is_kept(board):
    board.apply(
        with_lanes(board, [{"id": "needs", "colour": "red"}, 7, {"id": "theirs"}, {"id": "x", "title": "X", "a": [1]}])
    )
    do(board, lanes.rename(board, "needs", "N"))
    do(board, lanes.move(board, "x", "personas"))
    written = board.workshop["lanes"]
    assert written[0] == {"id": "x", "title": "X", "a": [1]} and written[-2:] == [7, {"id": "theirs"}]
    assert {"id": "needs", "colour": "red", "title": "N"} in written


def test_a_value_of_another_program_is_set_aside_not_lost(board):
    board.apply(with_lanes(board, {"swim": 3}))
    do(board, lanes.rename(board, "needs", "N"))
    assert board.workshop["foreign:lanes"] == {"swim": 3} and lanes_of(board).by_id["needs"].title == "N"


def with_lanes(board: Board, value: object):
    draft = Draft(board)
    draft.set(WORKSHOP, THE_WORKSHOP, lanes=value)
    return draft.changes()


@pytest.mark.parametrize("seed", range(12))
def test_after_any_edits_the_lanes_are_whole_and_undo_of_all_gives_the_beginning(board, seed):
    chance, first, done = random.Random(seed), board.snapshot(), []
    for _ in range(40):
        own = lanes_of(board)
        lane = chance.choice(own.every)
        before = chance.choice([None, *[other.id for other in own.every]])
        changes = chance.choice(
            [
                lambda lane=lane: lanes.rename(board, lane.id, chance.choice(["", "A", "B"])),
                lambda lane=lane, before=before: lanes.move(board, lane.id, before),
                lambda lane=lane: lanes.hide(board, lane.id, chance.random() < 0.5),
                lambda lane=lane: lanes.add(board, "Own", lane.id),
                lambda lane=lane: lanes.remove(board, lane.id) if lane.own else lanes.show_all(board),
                lambda own=own: cards.move(board, ["n1"], "s1", lane=chance.choice(["", *[one.id for one in own.own]])),
            ]
        )()
        board.check(changes)
        board.apply(changes)
        done.append(changes)
        found = ids(board)
        assert len(found) == len(set(found)) and {one.id for one in LANES} <= set(found)
        block = [number for number, one in enumerate(found) if one.startswith("processes")]
        assert block == list(range(block[0], block[0] + 5))
        assert lanes_of(board).of(board.card("n1"), None).id in ("notes", board.card("n1").get("lane"))
    for changes in reversed(done):
        board.apply(changes.inverse())
    assert board.snapshot() == first
