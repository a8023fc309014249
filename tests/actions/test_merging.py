"""Two cards that say the same become one, and nothing anybody said is lost."""

from __future__ import annotations

import json

import pytest

from cxworkshop.actions import merging
from cxworkshop.actions.checklist import not_for_us
from cxworkshop.errors import Refused
from cxworkshop.exchange.adding import plan_addition
from cxworkshop.exchange.json_format import to_document
from cxworkshop.model.board import Board
from cxworkshop.model.records import THE_WORKSHOP, WORKSHOP, Record
from tests.analysis.small_boards import board
from tests.random_workshops import board_from_json, random_workshop


def merged(own: Board, kept: str = "n1", gone: str = "n2") -> Board:
    changes = merging.merge(own, kept, gone)
    own.check(changes)
    own.apply(changes)
    return own


def test_links_of_the_card_that_goes_lead_to_the_one_kept():
    own = merged(board("v1 satisfies n2", "v2 satisfies n1", "n2 arises_at t1", "b1 blocks n2", "b1 blocks n1"))
    assert {link.key for link in own.links_of("n1")} == {
        '["v1","satisfies","n1"]',
        '["v2","satisfies","n1"]',
        '["n1","arises_at","t1"]',
        '["b1","blocks","n1"]',
    }
    assert own.find("n2") is None


def test_empty_fields_are_filled_and_those_of_the_kept_card_stay():
    cards = {
        "n1": {"title": "Kept", "importance": 9, "note": "one", "stage": ""},
        "n2": {"title": "Gone", "importance": 3, "satisfaction": 2, "note": "two", "stage": "S1", "source": "diary"},
        "S1": {},
    }
    card = merged(board(cards=cards)).card("n1")
    assert dict(card.fields) == {
        "kind": "need",
        "title": "Kept",
        "importance": 9,
        "satisfaction": 2,
        "note": "one\ntwo",
        "stage": "S1",
        "source": "diary",
    }


def test_votes_and_readings_move_along():
    votes = [{"round": "1", "card": "n2", "voter": "a", "points": 2}, {"round": "1", "card": "n1", "points": 1}]
    own = merged(board(cards={"n1": {}, "n2": {}}, votes=votes))
    assert [vote.get("card") for vote in own.records("vote")] == ["n1", "n1"]


def test_a_link_between_the_two_is_gone_and_no_card_points_at_itself():
    own = merged(board("t1 next t2", "t2 next t3", "t3 next t2"), "t1", "t2")
    assert {(link.source, link.target) for link in own.links()} == {("t1", "t3"), ("t3", "t1")}


@pytest.mark.parametrize("seed", range(8))
def test_many_merged_at_once_are_what_they_are_merged_one_after_the_other(seed):
    """But for the order in which the notes were joined, and that a link between two of those that go is none."""
    own = board_from_json(random_workshop(seed))
    kept, *gone = (card.id for card in own.of_kind("process")[:5])
    at_once, in_turn = board_from_json(random_workshop(seed)), board_from_json(random_workshop(seed))
    changes = merging.merge(at_once, kept, *gone)
    at_once.check(changes)
    at_once.apply(changes)
    for card in gone:
        in_turn.apply(merging.merge(in_turn, kept, card))
    assert at_once.snapshot() == in_turn.snapshot()
    at_once.apply(changes.inverse())
    assert at_once.snapshot() == own.snapshot()


def test_undo_of_a_merge_brings_everything_back():
    votes = [{"round": "1", "card": "n2", "voter": "a", "points": 2}]
    own = board("v1 satisfies n2", "n2 arises_at t1", cards={"n1": {"note": "x"}, "n2": {"note": "y"}}, votes=votes)
    own.apply(merging.tell_apart(own, "n2", "n1"))
    before = own.snapshot()
    changes = merging.merge(own, "n1", "n2")
    own.apply(changes)
    assert own.snapshot() != before
    own.apply(changes.inverse())
    assert own.snapshot() == before


def test_only_different_cards_of_one_kind_become_one():
    own = board("v1 satisfies n1", "v1 satisfies n2")
    for kept, *gone in (("n1", "n1"), ("n1", "v1"), ("n1",), ("n1", "n2", "n2"), ("n1", "n2", "n1")):
        with pytest.raises(Refused):
            merging.merge(own, kept, *gone)


def test_what_was_told_apart_is_remembered_once_and_forgotten_with_the_card():
    own = board(cards={"n1": {}, "n2": {}, "n3": {}})
    for one, other in (("n2", "n1"), ("n1", "n2"), ("n1", "n3")):
        own.apply(merging.tell_apart(own, one, other))
    assert own.workshop[merging.DIFFERENT] == [["n1", "n2"], ["n1", "n3"]]
    merged(own)
    assert merging.different(own) == {frozenset(("n1", "n3"))}


def test_what_a_strange_file_holds_as_pairs_is_passed_over():
    own = Board()
    own.take(Record(WORKSHOP, THE_WORKSHOP, {"different": [["a", "b"], ["c"], 7, ["d", 8]]}))
    assert merging.different(own) == {frozenset("ab")}


def test_what_was_told_apart_and_crossed_off_goes_out_and_comes_back_with_the_file():
    own = board(cards={"n1": {}, "n2": {}})
    own.apply(merging.tell_apart(own, "n1", "n2"))
    own.apply(not_for_us(own, "parking"))
    back = Board()
    back.apply(plan_addition(json.loads(json.dumps(to_document(own))), back, "again").changes)
    assert merging.different(back) == {frozenset(("n1", "n2"))}
    assert back.workshop["checklist_skipped"] == ["parking"]
