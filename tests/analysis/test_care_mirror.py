"""The care test told apart by dimension and by service: the same answers, the same means."""

from __future__ import annotations

import json

import pytest

from cxworkshop.analysis.care import PAIRS, care
from cxworkshop.analysis.care_mirror import mirror, services, voters, weakest, weakest_of_all
from cxworkshop.analysis.wearing import walkers, wears
from cxworkshop.paths import SESSIONS
from tests.analysis.small_boards import board
from tests.random_workshops import board_from_json


def said(side: str, dimension: str, score: float, pair: str = "external/internal", **more: object) -> dict:
    return {"pair": pair, "side": side, "dimension": dimension, "score": score, "voter": "k7qz", **more}


def test_a_mirror_has_the_mean_and_the_number_of_scores_of_both_sides():
    answers = [said("external", "empathy", 6), said("external", "empathy", 9), said("internal", "empathy", 2)]
    row = next(own for own in mirror(board(care_answers=answers), PAIRS[0]) if own.dimension == "empathy")
    assert (row.first.mean, row.first.n, row.second.mean, row.second.n) == (7.5, 2, 2, 1)


def test_dimensions_nobody_scored_have_no_mean():
    rows = mirror(board(care_answers=[said("external", "empathy", 6)]), PAIRS[0])
    assert [(own.dimension, own.first.mean) for own in rows if own.first.n == 0] == [
        ("reliability", None),
        ("responsiveness", None),
        ("assurance", None),
        ("tangibles", None),
    ]


def test_the_weakest_place_is_the_lowest_mean_of_the_side_treated_worse():
    answers = [
        said("external", "empathy", 5), said("internal", "empathy", 4),
        said("external", "responsiveness", 6.8), said("internal", "responsiveness", 3.1),
        said("external", "tangibles", 2), said("internal", "tangibles", 9),
    ]  # fmt: skip
    own = weakest(board(care_answers=answers), PAIRS[0])
    assert (own.side, own.dimension, own.low, own.high, own.n) == ("internal", "responsiveness", 3.1, 6.8, 2)


def test_equal_care_has_no_weakest_place():
    answers = [said("external", "empathy", 5), said("internal", "empathy", 5)]
    assert weakest_of_all(board(care_answers=answers)) is None


def test_the_weakest_of_all_is_that_of_the_pair_with_the_lowest_mean():
    answers = [
        said("external", "empathy", 8), said("internal", "empathy", 4),
        said("vip", "empathy", 8, "vip/small"), said("small", "empathy", 1, "vip/small"),
    ]  # fmt: skip
    assert weakest_of_all(board(care_answers=answers)).pair == "vip/small"


def test_ratings_of_an_internal_service_count_in_the_pair_and_for_the_service_alone():
    answers = [said("external", "empathy", 8), said("internal", "", 2, card="p1"), said("internal", "", 4, card="p1")]
    own = board(cards={"p1": {"internal": True}, "p2": {}, "p3": {"internal": True}}, care_answers=answers)
    assert [(one.card, one.mean, one.n) for one in services(own)] == [("p1", 3, 2), ("p3", None, 0)]
    assert care(own)[0].gap == 5


def test_touchpoints_of_an_internal_journey_are_services_and_those_of_customers_are_not():
    own = board(
        cards={
            "J1": {"side": "internal"}, "J2": {"side": "external"}, "S1": {"journey": "J1"}, "S2": {"journey": "J2"},
            "t1": {"stage": "S1"}, "t2": {"stage": "S2"},
        }
    )  # fmt: skip
    assert [one.card for one in services(own)] == ["t1"]


@pytest.mark.parametrize("example", ["coffee", "staff_portal", "coffee_cycle2"])
def test_the_dimensions_of_the_examples_add_up_to_their_care_test(example):
    own = board_from_json(json.loads((SESSIONS / f"{example}.en.json").read_text("utf-8")))
    for pair in care(own):
        rows = mirror(own, pair.pair)
        n = sum(row.first.n for row in rows)
        if n:
            total = sum((row.first.mean or 0) * row.first.n for row in rows) / n
            assert total == pytest.approx(pair.first)


def test_people_are_counted_once():
    answers = [said("external", "empathy", 8), said("internal", "empathy", 2), said("vip", "", 3, "vip/small")]
    assert voters(board(care_answers=answers)) == ["k7qz"]


def test_those_who_say_no_way_walk_all_of_their_side_and_are_tired_there():
    journeys = [{"id": "in", "kind": "journey", "side": "internal"}, {"id": "out", "kind": "journey"}]
    stages = [{"id": "s", "kind": "stage", "journey": "in"}, {"id": "t", "kind": "stage", "journey": "out"}]
    points = [{"id": "p", "kind": "touchpoint", "stage": "s"}, {"id": "q", "kind": "touchpoint", "stage": "t"}]
    people = [{"id": own, "kind": "persona", "title": own, "side": "internal"} for own in ("a", "b", "c")]
    people.append({"id": "customer", "kind": "persona", "title": "customer"})
    links = [
        {"verb": "feeds", "source": "p", "target": "q"},
        {"verb": "walks", "source": "b", "target": "p"},
        {"verb": "walks", "source": "c", "target": "out"},
    ]
    cards = [*journeys, *stages, *points, *people]
    made = board_from_json({"format": "cxworkshop", "version": 1, "cards": cards, "links": links})
    (own,) = wears(made)
    assert own.who == ("a", "b"), "c walks elsewhere, a customer walks the other side"
    assert tuple(card.id for card in walkers(made, made.card("p"))) == own.who
