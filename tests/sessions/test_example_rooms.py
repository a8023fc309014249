"""What people did in an example: votes, the care test, meetings, recordings, customers asked, roles met."""

import datetime
from collections import Counter

from tests.sessions.contract import DIMENSIONS, PAIRS, count, number, text
from tests.sessions.workshop import every_example


@every_example
def test_records_refer_to_cards_and_keep_to_their_scales(workshop):
    cards = workshop.cards
    for record in workshop.doc["exposures"]:
        assert cards[record["role"]]["kind"] == "role"
        assert "meeting" not in record or cards[record["meeting"]]["kind"] == "meeting"
        assert "recording" not in record or (record["form"], cards[record["recording"]]["kind"]) == (
            "video",
            "recording",
        )
        assert record["form"] in {"direct", "video"} and record["hours"] > 0
        assert datetime.date.fromisoformat(record["at"]) <= workshop.today
    for record in workshop.doc["readings"]:
        assert cards[record["of"]]["kind"] in {"kpi", "safeguard"} and number(record["value"])
        assert datetime.date.fromisoformat(record["at"]) <= workshop.today
    for record in workshop.doc["care_answers"]:
        assert record["side"] in record["pair"].split("/") and 0 <= record["score"] <= 10 and text(record["voter"])
    for block in workshop.doc["agenda"]:
        assert text(block["title"]) and count(block["minutes"]) and block.get("step", 1) in range(1, 10)
    assert {block.get("step") for block in workshop.doc["agenda"]} >= set(range(1, 10))


@every_example
def test_a_round_of_8_to_12_voters_weighs_the_needs(workshop):
    votes = workshop.doc["votes"]
    hands = {
        voter: sum(vote["points"] for vote in votes if vote["voter"] == voter) for voter in {v["voter"] for v in votes}
    }
    assert 8 <= len(hands) <= 12
    assert len(set(hands.values())) == 1, "everybody has the same number of points"
    assert {workshop.cards[vote["card"]]["kind"] for vote in votes} == {"need"}


@every_example
def test_the_care_test_covers_every_pair_side_and_dimension_and_shows_a_gap(workshop):
    answers = [answer for answer in workshop.doc["care_answers"] if "card" not in answer]
    assert {(a["pair"], a["side"], a["dimension"]) for a in answers} == {
        (pair, side, dimension) for pair in PAIRS for side in pair.split("/") for dimension in DIMENSIONS
    }
    for pair in PAIRS:
        first, second = (
            [a["score"] for a in answers if (a["pair"], a["side"]) == (pair, side)] for side in pair.split("/")
        )
        assert len(first) == len(second) and sum(first) > sum(second)


@every_example
def test_internal_services_are_rated_by_those_who_use_them_some_well_and_some_badly(workshop):
    ratings = {}
    for answer in workshop.doc["care_answers"]:
        if "card" in answer:
            card = workshop.cards[answer["card"]]
            inside = workshop.journey_of(card["id"])["side"] == "internal" if "position" in card else card["internal"]
            assert inside and (answer["pair"], answer["side"]) == ("external/internal", "internal")
            ratings.setdefault(card["id"], []).append(answer["score"])
    means = [sum(own) / len(own) for own in ratings.values()]
    assert len(means) >= 5 and min(means) <= 2 and max(means) >= 5


@every_example
def test_meetings_to_come_are_planned_in_a_series_with_questions_and_people_and_nobody_was_there_yet(workshop):
    coming = [
        card
        for card in workshop.of_kind("meeting")
        if datetime.datetime.fromisoformat(card["at"]).date() > workshop.today
    ]
    assert len(coming) >= 3 and max(Counter(card.get("series") for card in coming).values()) >= 3
    for card in coming:
        assert card["planned_roles"] and card["questions"] and workshop.targets("meets", card["id"])
        assert "consent" not in card and not workshop.targets("reveals", card["id"])
    attended = {record.get("meeting") for record in workshop.doc["exposures"]}
    assert not attended & {card["id"] for card in coming}
    strangers = {role for card in coming for role in card["planned_roles"] if workshop.closeness(role) == "stranger"}
    assert strangers, "somebody is going to meet a customer for the first time"


@every_example
def test_one_recording_may_be_shown_and_was_watched_and_one_may_not(workshop):
    given = {card["id"]: card["consent"] for card in workshop.of_kind("recording")}
    assert set(given.values()) == {True, False}
    for card in workshop.of_kind("recording"):
        assert 0 <= card["clip_from"] < card["clip_to"] <= card["seconds"]
        assert ("consent_until" in card) == ("consent_purpose" in card) == card["consent"]
    watched = {record["recording"] for record in workshop.doc["exposures"] if "recording" in record}
    assert watched and all(given[own] for own in watched)


@every_example
def test_customers_are_asked_before_their_number_is_printed(workshop):
    for need in workshop.of_kind("need"):
        assert ("sample" in need) == (need["basis"] == "customers"), need["id"]
    assert {need["basis"] for need in workshop.of_kind("need")} == {"room", "customers"}


@every_example
def test_roles_are_close_fading_and_strangers_and_a_stranger_sets_a_standard(workshop):
    assert {workshop.closeness(role["id"]) for role in workshop.of_kind("role")} == {"close", "fading", "stranger"}
    assert any(workshop.closeness(role) == "stranger" for role, _ in workshop.links("sets"))
    assert {record["form"] for record in workshop.doc["exposures"]} == {"direct", "video"}
