"""Improvements: made for a card, agreed only when whole, answered for by exactly one, guarded, measured."""

from __future__ import annotations

import pytest

from cxworkshop.actions import cards, goals, improvements, links, readings
from cxworkshop.analysis.agreed import ice, missing_for_agreement, raci
from cxworkshop.analysis.strategy import NO_IMPROVEMENT, NO_KPI, NO_OBJECTIVE, strategy, whole
from cxworkshop.errors import Refused
from cxworkshop.i18n import translator
from cxworkshop.model.agreement import NotAgreed
from cxworkshop.model.board import Board
from tests.random_workshops import board_from_json


@pytest.fixture
def board() -> Board:
    return board_from_json(
        {
            "cards": [
                {"id": "n1", "kind": "need", "title": "Fast", "importance": 9, "satisfaction": 2},
                {"id": "v1", "kind": "value", "title": "Ready on time"},
                {"id": "p1", "kind": "process", "title": "Brewing"},
                {"id": "s1", "kind": "stage", "title": "Order"},
                {"id": "r1", "kind": "role", "title": "Barista"},
                {"id": "r2", "kind": "role", "title": "Owner"},
                {"id": "i1", "kind": "improvement", "title": "Second machine", "status": "idea"},
            ],
            "links": [
                {"verb": "satisfies", "source": "v1", "target": "n1"},
                {"verb": "creates", "source": "p1", "target": "v1"},
            ],
        }
    )


def codes(board: Board) -> list[str]:
    return [own.code for own in missing_for_agreement(board, board.card("i1"))]


def whole_improvement(board: Board) -> None:
    board.apply(improvements.set_owner(board, "i1", "r1"))
    board.apply(cards.edit(board, "i1", due="2026-12-01"))
    board.apply(improvements.add_safeguard(board, "i1", "Minutes", "<= 5", 7, "r2", "Call", safeguard_id="g1"))


def test_an_improvement_is_made_for_the_cards_it_improves(board):
    board.apply(improvements.improve(board, ["p1", "n1"], "Faster", improvement_id="new"))
    assert [card.id for card in board.targets("new", "improves")] == ["p1", "n1"]
    assert board.card("new").get("status") == "idea"
    assert not improvements.can_improve(board, ["s1"]) and not improvements.can_improve(board, [])
    with pytest.raises(Refused):
        improvements.improve(board, ["s1"])


def test_a_card_that_cannot_be_improved_itself_is_improved_through_what_it_speaks_of(board):
    for verb, source, target in (("owns", "r1", "p1"), ("owns", "r1", "i1")):
        board.apply(links.connect(board, source, target, verb))
    board.apply(improvements.improve(board, ["r1", "p1", "v1"], "Train", improvement_id="new"))
    assert [card.id for card in board.targets("new", "improves")] == ["p1", "v1"], "each once, and no improvement"
    assert not improvements.can_improve(board, ["r2"]), "a role without a process"


def test_what_is_missing_is_said_one_by_one_until_it_may_be_agreed(board):
    assert codes(board) == ["owner", "due", "safeguard"]
    board.apply(improvements.set_owner(board, "i1", "r1"))
    assert codes(board) == ["due", "safeguard"]
    board.apply(cards.edit(board, "i1", due="2026-12-01"))
    board.apply(improvements.add_safeguard(board, "i1", "Minutes", safeguard_id="g1"))
    assert codes(board) == ["limit", "every_days", "checker", "reaction"]
    board.apply(cards.edit(board, "g1", limit="<= 5", every_days=7, reaction="Call the owner"))
    board.apply(improvements.set_owner(board, "g1", "r2"))
    assert codes(board) == []
    board.apply(improvements.set_status(board, "i1", "agreed"))
    assert board.card("i1").get("status") == "agreed"


@pytest.mark.parametrize("status", ["agreed", "doing", "done", "held"])
def test_every_road_to_agreed_is_closed_while_something_is_missing(board, status):
    for way in (
        lambda: improvements.set_status(board, "i1", status),
        lambda: cards.edit(board, "i1", status=status),
        lambda: cards.edit_many(board, ["i1"], status=status),
    ):
        with pytest.raises(NotAgreed) as caught:
            way()
        assert [own.code for own in caught.value.missing] == ["owner", "due", "safeguard"]
    assert "an owner, a due date, a safeguard" in caught.value.told(translator("en"))
    assert "владелец, срок, охрана" in caught.value.told(translator("ru"))
    cards.edit(board, "i1", status="idea")
    cards.edit(board, "i1", impact=5)


def test_an_imported_improvement_without_a_safeguard_can_still_be_edited_and_taken_back(board):
    board.apply(improvements.improve(board, [], "x", improvement_id="i2"))
    imported = board_from_json({"cards": [{"id": "i1", "kind": "improvement", "status": "doing", "title": "x"}]})
    cards.edit(imported, "i1", status="doing", title="y")
    cards.edit(imported, "i1", status="idea")
    with pytest.raises(NotAgreed):
        cards.edit(imported, "i1", status="done")


def test_choosing_another_accountable_replaces_the_first(board):
    board.apply(improvements.set_accountable(board, "i1", "r1", True))
    board.apply(improvements.set_accountable(board, "i1", "r2", True))
    found = raci(board, board.card("i1"))
    assert found.accountable == ("r2",) and found.gap is None
    board.apply(improvements.set_accountable(board, "i1", "r2", False))
    assert raci(board, board.card("i1")).gap == "none"


def test_two_accountables_of_an_import_are_a_gap_and_keep_it_from_being_agreed(board):
    whole_improvement(board)
    board.apply(links.connect(board, "r2", "i1", "owns"))
    assert raci(board, board.card("i1")).gap == "several"
    assert codes(board) == ["one_owner"]


def test_parts_are_given_and_taken(board):
    board.apply(improvements.set_part(board, "i1", "responsible", "r1", True))
    board.apply(improvements.set_part(board, "i1", "responsible", "r2", True))
    board.apply(improvements.set_part(board, "i1", "informed", "r2", True))
    assert raci(board, board.card("i1")).letters == {"r1": "R", "r2": "RI"}
    board.apply(improvements.set_part(board, "i1", "informed", "r2", False))
    assert "informed" not in board.card("i1").fields


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"impact": 8, "confidence": 5, "effort": 3}, 320),
        ({"impact": 10, "confidence": 10, "effort": 1}, 1000),
        ({"impact": 1, "confidence": 1, "effort": 10}, 1),
        ({"impact": 8, "effort": 3}, None),
    ],
)
def test_ice_is_impact_times_confidence_times_ease(board, given, expected):
    board.apply(cards.edit(board, "i1", **given))
    assert ice(board.card("i1")) == expected


def test_a_reading_is_noted_corrected_and_taken_out(board):
    whole_improvement(board)
    board.apply(readings.add(board, "g1", "2026-11-20", 4, key="x"))
    board.apply(readings.correct(board, "x", "2026-11-21", 7))
    assert dict(board.table("reading")["x"].fields) == {"of": "g1", "at": "2026-11-21", "value": 7}
    board.apply(readings.remove(board, "x"))
    assert not board.table("reading")
    assert not readings.remove(board, "x")


def test_the_chain_names_its_gaps_until_it_is_closed(board):
    (row,) = strategy(board)
    assert row.processes == ("p1",)
    assert row.gaps == (NO_IMPROVEMENT, NO_KPI, NO_OBJECTIVE)
    board.apply(improvements.improve(board, ["p1"], improvement_id="i2"))
    board.apply(goals.add_objective(board, "Fast", ["n1"], objective_id="o1"))
    (row,) = strategy(board)
    assert row.gaps == (NO_KPI, "no_key_result")
    board.apply(goals.add_key_result(board, "o1", "Minutes", start=10, target=5, result_id="k1"))
    board.apply(goals.add_kpi(board, "Waiting", measures=["p1"], kpi_id="m1"))
    (row,) = strategy(board)
    assert row.gaps == ("untracked",) and row.gap("key_result") == "untracked"
    board.apply(goals.add_kpi(board, "Queue", measures=["n1"], tracks=["k1"]))
    (row,) = strategy(board)
    assert row.gaps == () and whole([row]) == 1
    assert (row.improvements, row.key_results, row.objectives) == (("i2",), ("k1",), ("o1",))


def test_the_copy_of_an_agreed_improvement_is_an_idea_again(board):
    whole_improvement(board)
    board.apply(improvements.set_status(board, "i1", "agreed"))
    change, (copy,) = cards.duplicate(board, ["i1"])
    board.apply(change)
    assert board.card(copy).get("status") == "idea"
    assert board.card("i1").get("status") == "agreed"
