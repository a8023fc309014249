"""The lanes of a workshop: what its field says, read with patience; those of the method where it says nothing."""

from __future__ import annotations

import random

import pytest

from cxworkshop.model.arrangement import lay_out
from cxworkshop.model.board import Board
from cxworkshop.model.draft import Draft
from cxworkshop.model.lanes import LANES, STANDARD, lanes_of, read
from cxworkshop.model.records import THE_WORKSHOP, WORKSHOP

STANDARD_IDS = [lane.id for lane in LANES]


def board_with(lanes: object, *cards: dict[str, object]) -> Board:
    board = Board()
    draft = Draft(board)
    draft.put(WORKSHOP, THE_WORKSHOP, {"title": "T", "lanes": lanes})
    draft.add_card("journey", {}, "j")
    draft.add_card("stage", {"journey": "j", "position": 1}, "s1")
    for fields in cards:
        draft.add_card(str(fields["kind"]), {k: v for k, v in fields.items() if k not in ("kind", "id")}, fields["id"])  # type: ignore[arg-type]
    board.apply(draft.changes())
    return board


def wall_of(board: Board):
    return lay_out(board, "j", {}, lambda text: 7.0 * len(text))


def test_without_the_field_the_lanes_are_those_of_the_method():
    assert lanes_of(Board()) is STANDARD and lanes_of(board_with(None)) is STANDARD


@pytest.mark.parametrize("broken", [7, "personas", {"id": "needs"}, [], [7, None, {}, {"id": 3}, {"id": "x"}], True])
def test_a_value_that_says_nothing_leaves_the_lanes_of_the_method(broken):
    assert [lane.id for lane in read(broken).every] == STANDARD_IDS


def test_lanes_that_are_not_named_stand_after_the_one_they_follow_in_the_method():
    ids = [lane.id for lane in read([{"id": "values"}, {"id": "needs"}]).every]
    assert sorted(ids) == sorted(STANDARD_IDS)
    assert ids.index("values") + 6 == ids.index("processes-none") + 1 and ids.index("improvements") < ids.index("needs")


def test_processes_stay_together_in_the_order_of_their_distance():
    ids = [lane.id for lane in read([{"id": "processes-3"}, {"id": "personas"}, {"id": "processes-1"}]).every]
    at = ids.index("processes-1")
    assert ids[at : at + 5] == ["processes-1", "processes-2", "processes-3", "processes-4", "processes-none"]
    assert at == 0


def test_an_own_lane_needs_a_name_and_a_lane_is_named_once():
    lanes = read([{"id": "a", "title": " Law  and order "}, {"id": "b"}, {"id": "a", "title": "again"}])
    assert [(lane.id, lane.title) for lane in lanes.own] == [("a", "Law and order")]


def test_a_note_stands_in_its_own_lane_and_in_the_notes_where_there_is_no_such_lane():
    lanes = [{"id": "law", "title": "Law"}]
    board = board_with(
        lanes,
        {"id": "n1", "kind": "note", "stage": "s1", "lane": "law"},
        {"id": "n2", "kind": "note", "stage": "s1", "lane": "gone"},
        {"id": "n3", "kind": "note", "stage": "s1", "lane": ["law"]},
        {"id": "n4", "kind": "note", "stage": "s1", "lane": "needs"},
        {"id": "d", "kind": "need", "stage": "s1", "lane": "law"},
    )
    boxes = wall_of(board).boxes
    assert {card: box.lane for card, box in boxes.items()} == {
        "n1": "law", "n2": "notes", "n3": "notes", "n4": "notes", "d": "needs",
    }  # fmt: skip


def test_hidden_lanes_and_their_cards_have_no_place_and_widen_no_stage():
    needs = [{"id": f"n{n}", "kind": "need", "stage": "s1"} for n in range(9)]
    wide, narrow = wall_of(board_with(None, *needs)), wall_of(board_with([{"id": "needs", "hidden": True}], *needs))
    assert wide.lane_box("needs") and narrow.lane_box("needs") is None
    assert not narrow.boxes and narrow.columns[0].width < wide.columns[0].width
    assert narrow.height < wide.height


def test_with_own_lanes_the_lane_for_notes_is_always_there():
    assert wall_of(board_with(None)).lane_box("notes") is None
    assert wall_of(board_with([{"id": "law", "title": "Law"}])).lane_box("notes") is not None


@pytest.mark.parametrize("seed", range(30))
def test_whatever_the_field_holds_every_lane_of_the_method_is_there_once(seed):
    chance = random.Random(seed)
    ids = [*STANDARD_IDS, "own", "", "own2"]
    value = [
        chance.choice([None, 3, [], {"id": chance.choice(ids), "title": chance.choice(["", "T", 5]), "hidden": True}])
        for _ in range(chance.randrange(30))
    ]
    found = [lane.id for lane in read(value).every]
    assert len(found) == len(set(found)) and set(STANDARD_IDS) <= set(found) <= {*STANDARD_IDS, "own", "own2"}
    process = [number for number, own in enumerate(found) if own.startswith("processes")]
    assert process == list(range(process[0], process[0] + 5))
