"""The second cycle of the coffee example, three months later: what came along, what held, slipped or rolled back."""

import datetime

from tests.sessions.workshop import FIRST_DAY, SECOND_DAY, every_second_cycle


@every_second_cycle
def test_a_second_cycle_carries_the_cards_and_the_history_of_the_first(first, second):
    assert first.cards.keys() - second.cards.keys() == {"x9"}, "one process was given up"
    assert {own: card["kind"] for own, card in second.cards.items() if own in first.cards} == {
        own: card["kind"] for own, card in first.cards.items() if own in second.cards
    }
    for name in ("exposures", "readings"):
        assert [row for row in first.doc[name] if row not in second.doc[name]] == []
        news = [row for row in second.doc[name] if row not in first.doc[name]]
        assert news and all(FIRST_DAY < datetime.date.fromisoformat(row["at"]) <= SECOND_DAY for row in news)
    kept = [link for link in first.doc["links"] if "x9" not in link.values()]
    assert [link for link in kept if link not in second.doc["links"]] == []


@every_second_cycle
def test_every_touchpoint_remembers_the_scores_of_the_first_cycle(first, second):
    changed = 0
    for card in second.of_kind("touchpoint"):
        for name in ("expectation", "experience", "memory"):
            assert card.get(f"previous_{name}") == first.cards[card["id"]].get(name)
            changed += card.get(name) != card.get(f"previous_{name}")
    assert changed >= 4


@every_second_cycle
def test_a_second_round_of_votes_and_care_was_held_anew(first, second):
    assert {vote["round"] for vote in second.doc["votes"]} == {"2"} != {vote["round"] for vote in first.doc["votes"]}
    assert second.doc["care_answers"] != first.doc["care_answers"] and second.doc["agenda"] != first.doc["agenda"]
    assert [need["id"] for need in second.of_kind("need") if need["id"] not in first.cards] == ["n6"]


@every_second_cycle
def test_of_three_guarded_improvements_one_held_one_slips_and_one_rolled_back(first, second):
    states = {}
    for improvement in second.of_kind("improvement"):
        for guard in second.sources("protects", improvement["id"]):
            states[improvement["id"]] = second.held(guard)
    assert sorted(states.values()) == ["held", "rolled_back", "slipping"]
    assert states == {own: second.cards[own]["status"] for own in states}, "the room wrote down what the readings say"


@every_second_cycle
def test_an_owner_who_was_a_stranger_has_met_customers_since(first, second):
    warmth = ["stranger", "fading", "close"]
    roles = {role["id"] for role in first.of_kind("role")}
    warmer = {own for own in roles if warmth.index(second.closeness(own)) > warmth.index(first.closeness(own))}
    assert "close" in {second.closeness(own) for own in warmer if first.closeness(own) == "stranger"}
    assert any(first.targets("owns", own) for own in warmer)
