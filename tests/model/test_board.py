"""What a board answers: who is linked with whom, what lies where, which links may be drawn."""

from __future__ import annotations

import pytest

from cxworkshop.errors import Refused
from cxworkshop.model.board import Board, board_of
from cxworkshop.model.changes import ChangeSet, Delta
from cxworkshop.model.draft import Draft
from cxworkshop.model.ids import natural, new_id
from cxworkshop.model.records import CARD, LINK, TABLES, link_key
from tests.random_edits import RandomEdits, hanging_links, state_of


def board_with(*cards: tuple[str, str, dict], links: tuple[tuple[str, str, str], ...] = ()) -> Board:
    board = Board()
    draft = Draft(board)
    for card_id, kind, fields in cards:
        draft.add_card(kind, fields, card_id)
    for verb, source, target in links:
        draft.add_link(verb, source, target)
    board.apply(draft.changes())
    return board


@pytest.fixture
def board() -> Board:
    return board_with(
        ("j1", "journey", {"side": "external"}),
        ("j2", "journey", {"side": "internal"}),
        ("s2", "stage", {"journey": "j1", "position": 2}),
        ("s1", "stage", {"journey": "j1", "position": 1}),
        ("s10", "stage", {"journey": "j1", "position": 1}),
        ("t1", "touchpoint", {"stage": "s2", "position": 1}),
        ("t2", "touchpoint", {"stage": "s1", "position": 2}),
        ("t3", "touchpoint", {"stage": "s1", "position": 1}),
        ("i1", "stage", {"journey": "j2"}),
        ("t4", "touchpoint", {"stage": "i1"}),
        ("n1", "need", {"stage": "s1"}),
        ("v1", "value", {}),
        ("p1", "process", {}),
        ("p2", "process", {}),
        links=(("satisfies", "v1", "n1"), ("creates", "p1", "v1"), ("depends_on", "p1", "p2")),
    )


def test_touchpoints_run_in_the_order_of_their_stages_then_their_own(board):
    assert [card.id for card in board.stages("j1")] == ["s1", "s10", "s2"]
    assert [card.id for card in board.touchpoints("j1")] == ["t3", "t2", "t1"]


def test_external_journeys_come_first(board):
    assert [card.id for card in board.journeys()] == ["j1", "j2"]


def test_a_card_takes_its_side_from_its_journey(board):
    assert [board.side_of(board.card(card)) for card in ("t1", "t4", "v1")] == ["external", "internal", "external"]


def test_a_reference_to_what_is_not_there_is_as_good_as_none():
    lost = board_with(("n1", "need", {"stage": "nowhere"}), ("n2", "need", {"stage": "n1"}), ("s1", "stage", {}))
    assert [lost.stage_of(lost.card(card)) for card in ("n1", "n2")] == [None, None]
    assert lost.journey_of(lost.card("s1")) is None


def test_links_are_found_from_both_ends_and_by_verb(board):
    assert [card.id for card in board.targets("p1", "creates")] == ["v1"]
    assert [card.id for card in board.sources("n1", "satisfies")] == ["v1"]
    assert [link.verb for link in board.links_of("p1")] == ["creates", "depends_on"]
    assert len(board.links()) == 3 and len(board.links("creates")) == 1 and board.links("owns") == []


def test_only_declared_verbs_may_be_drawn(board):
    card = board.card
    assert board.verbs(card("v1"), card("n1")) == ["satisfies"]
    assert board.verbs(card("n1"), card("v1")) == []
    assert board.verbs(card("t1"), card("t4")) == ["next"]
    assert board.verbs(card("t4"), card("t1")) == ["next", "feeds"], "only the inside wears on the outside"
    assert board.verbs(card("t1"), card("t1")) == []
    assert board.can_link("depends_on", card("p1"), card("p1")), "loops are legal, found and named"


def test_the_same_link_drawn_twice_is_one(board):
    draft = Draft(board)
    draft.add_link("satisfies", "v1", "n1")
    assert not draft.changes()


def test_a_link_to_nobody_is_refused(board):
    with pytest.raises(Refused, match="no such card"):
        Draft(board).add_link("satisfies", "v1", "nobody")


def test_deleting_a_stage_leaves_its_cards_without_one(board):
    draft = Draft(board)
    draft.delete_card("s1")
    board.apply(draft.changes())
    assert "stage" not in board.card("n1").fields and "stage" not in board.card("t2").fields


def test_deleting_a_card_takes_along_what_means_nothing_without_it(board):
    draft = Draft(board)
    draft.put("vote", "old", {"card": "n1", "points": 1})
    board.apply(draft.changes())
    draft = Draft(board)
    draft.put("vote", "new", {"card": "n1", "points": 1})
    draft.add_link("satisfies", "v1", "n1")
    draft.delete_card("n1")
    board.apply(draft.changes())
    assert (list(board.records("vote")), board.links("satisfies")) == ([], [])


def test_a_draft_that_ends_where_it_began_changes_nothing(board):
    draft = Draft(board)
    draft.set(CARD, "n1", title="x")
    draft.set(CARD, "n1", title=None)
    draft.add_card("note", {}, "new")
    draft.delete_card("new")
    assert not draft.changes()


def test_a_field_set_to_none_is_absent(board):
    draft = Draft(board)
    draft.set(CARD, "n1", importance=5, stage=None)
    (delta,) = draft.changes().deltas
    assert (delta.before, delta.after) == ({"stage": "s1"}, {"importance": 5})


def test_a_draft_leaves_its_board_alone(board):
    before = state_of(board)
    draft = Draft(board)
    draft.delete_card("n1")
    draft.set(CARD, "v1", title="x")
    assert state_of(board) == before


@pytest.mark.parametrize(
    "deltas",
    [
        (Delta(CARD, "n1", None, {"kind": "need"}),),
        (Delta(CARD, "nobody", {}, {"title": "x"}),),
        (Delta(CARD, "n1", {"stage": "s2"}, {"stage": "s1"}),),
        (Delta(CARD, "n1", {}, {"stage": "s2"}),),
        (Delta(CARD, "n1", {"kind": "need"}, None),),
        (Delta(LINK, "x", None, {"verb": "owns", "source": "nobody", "target": "p1"}),),
        (Delta(CARD, "v1", {"kind": "value"}, None),),
    ],
)
def test_a_change_that_does_not_fit_is_refused(board, deltas):
    with pytest.raises(Refused):
        board.check(ChangeSet(deltas))


def test_cards_and_links_may_come_and_go_in_one_change(board):
    fields = {"verb": "satisfies", "source": "new", "target": "n1"}
    card = Delta(CARD, "new", None, {"kind": "value"})
    link = Delta(LINK, link_key("satisfies", "new", "n1"), None, fields)
    both = ChangeSet((link, card))
    board.check(both)
    board.apply(both)
    board.check(both.inverse())


def test_a_board_is_the_same_however_its_records_came():
    made, edits = Board(), RandomEdits(9)
    for _ in range(300):
        made.apply(edits.draw(made))
    copied = board_of(own for table in TABLES for own in made.records(table))
    assert state_of(copied) == state_of(made) and hanging_links(copied) == hanging_links(made) == []
    for kind in {card.kind for card in made.cards.values()}:
        assert {card.id for card in copied.of_kind(kind)} == {card.id for card in made.of_kind(kind)}
        assert made.count(kind) == len(made.of_kind(kind))


def test_ids_are_new_and_sort_by_the_time_they_were_made():
    ids = [new_id("n") for _ in range(2000)]
    assert len(set(ids)) == 2000 and ids == sorted(ids)


def test_natural_order_counts():
    assert sorted(["n10", "n2", "n1", "N3", "²"], key=natural) == ["N3", "n1", "n2", "n10", "²"]
