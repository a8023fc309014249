"""What an example shows on its wall: every kind and verb, curves, chains, cold processes, and the gaps to be found."""

import re
from collections import Counter
from itertools import pairwise

from tests.sessions.contract import FIELDS, ON_THE_WALL, SIDE, VERBS
from tests.sessions.workshop import every_example


@every_example
def test_an_example_has_every_kind_and_a_wall_that_can_be_looked_over(workshop):
    on_the_wall = [card for card in workshop.doc["cards"] if card["kind"] in ON_THE_WALL]
    assert 40 <= len(on_the_wall) <= 65 and len(workshop.cards) <= 110
    assert {card["kind"] for card in workshop.doc["cards"]} == set(FIELDS)
    assert 0.25 <= sum("note" in card for card in workshop.doc["cards"]) / len(workshop.cards) <= 0.5


@every_example
def test_an_example_speaks_every_verb(workshop):
    assert {link["verb"] for link in workshop.doc["links"]} == set(VERBS)


@every_example
def test_an_example_says_whom_to_keep_what_matters_and_how_to_be_best(workshop):
    assert workshop.doc["workshop"]["date"] == workshop.today.isoformat()
    for field in ("attract_and_keep", "matters_most", "be_best"):
        assert len(workshop.doc["workshop"][field]) > 60


@every_example
def test_needs_lie_in_every_part_of_the_landscape(workshop):
    def part(need):
        importance, satisfaction = need["importance"], need.get("satisfaction", need["importance"])
        if importance + max(importance - satisfaction, 0) > 10:
            return "under-served"
        return "over-served" if satisfaction > importance else "appropriate"

    needs = workshop.of_kind("need")
    found = Counter(part(need) for need in needs)
    assert 9 <= len(needs) <= 12 and found["under-served"] >= 3 and found["over-served"] >= 2
    assert found["appropriate"] >= 2
    assert any(need["importance"] >= 8 and need.get("satisfaction", 0) >= 8 for need in needs), "a table stake"


@every_example
def test_some_persona_is_not_aimed_at_and_has_a_need_and_an_improvement_of_its_own(workshop):
    others = [card["id"] for card in workshop.of_kind("persona") if card["aim"] == "none"]
    aimed = [card["id"] for card in workshop.of_kind("persona") if card["aim"] != "none"]
    theirs = {need for own in others for need in workshop.targets("has", own)}
    ours = {need for own in aimed for need in workshop.targets("has", own)}
    left = theirs - ours
    assert left and aimed
    assert any(workshop.targets("improves", card["id"]) & left for card in workshop.of_kind("improvement"))


@every_example
def test_every_persona_has_a_portrait_of_its_own(workshop):
    portraits = [card.get("portrait") for card in workshop.of_kind("persona")]
    assert all(portraits) and len(set(portraits)) == len(portraits)


@every_example
def test_a_path_branches_and_one_leads_back(workshop):
    place = {
        card["id"]: (workshop.cards[card["stage"]]["position"], card["position"])
        for card in workshop.of_kind("touchpoint")
    }
    steps = workshop.links("next")
    assert max(Counter(source for source, _ in steps).values()) >= 2
    assert any(place[target] < place[source] for source, target in steps)


@every_example
def test_a_chain_leads_from_a_need_to_an_objective_and_each_objective_has_a_result(workshop):
    objectives = workshop.of_kind("objective")
    assert len(objectives) >= 2
    for own in objectives:
        assert workshop.targets("addresses", own["id"]) and workshop.sources("advances", own["id"])
        assert workshop.sources("owns", own["id"])
    assert len(workshop.of_kind("kpi")) >= 3 and len(workshop.links("tracks")) >= 2
    assert all({"start", "target", "current"} <= card.keys() for card in workshop.of_kind("key_result"))


@every_example
def test_sides_meet_the_way_the_contract_allows(workshop):
    assert {card["side"] for card in workshop.of_kind("journey")} == SIDE
    assert {card["side"] for card in workshop.of_kind("persona")} == SIDE
    for source, target in workshop.links("feeds"):
        assert (workshop.journey_of(source)["side"], workshop.journey_of(target)["side"]) == ("internal", "external")
    assert all(workshop.cards[source]["side"] == "internal" for source, _ in workshop.links("works_as"))


@every_example
def test_money_is_taken_outside_only_and_most_touchpoints_lie_elsewhere(workshop):
    selling = {stage["id"] for stage in workshop.of_kind("stage") if stage["selling"]}
    assert selling and all(workshop.cards[workshop.cards[stage]["journey"]]["side"] == "external" for stage in selling)
    assert sum(touchpoint["stage"] not in selling for touchpoint in workshop.of_kind("touchpoint")) >= 3


@every_example
def test_the_curve_rises_falls_and_ends_and_some_scores_are_absent(workshop):
    curves = [workshop.curve(journey["id"]) for journey in workshop.of_kind("journey")]
    assert any(max(c) >= 3 and min(c) <= -4 and max(a - b for a, b in pairwise(c)) >= 4 for c in curves if len(c) >= 5)
    touchpoints = workshop.of_kind("touchpoint")
    assert any("experience" not in touchpoint for touchpoint in touchpoints)
    assert any(touchpoint.get("moment_of_truth") for touchpoint in touchpoints)


@every_example
def test_dependence_goes_deep_and_one_loop_is_named_in_a_note(workshop):
    deepest = max(max(workshop.distances(need["id"]).values(), default=0) for need in workshop.of_kind("need"))
    assert 3 <= deepest <= 5
    pairs = workshop.links("depends_on")
    loops = [(source, target) for source, target in pairs if (target, source) in pairs and source < target]
    assert len(loops) == 1
    assert any(re.search("Круг|circle", workshop.cards[process].get("note", "")) for process in loops[0])


@every_example
def test_a_cold_process_far_inside_carries_several_needs(workshop):
    maps = [workshop.distances(need["id"]) for need in workshop.of_kind("need")]
    cold = [
        process["id"]
        for process in workshop.of_kind("process")
        if sum(process["id"] in found for found in maps) >= 3
        and min(found[process["id"]] for found in maps if process["id"] in found) >= 2
        and any(
            workshop.closeness(role) == "stranger"
            for verb in ("owns", "sets")
            for role in workshop.sources(verb, process["id"])
        )
    ]
    assert cold


@every_example
def test_the_gaps_a_workshop_should_find_are_there(workshop):
    needs, processes = workshop.of_kind("need"), workshop.of_kind("process")
    reached = {process for need in needs for process in workshop.distances(need["id"])}
    assert [need["id"] for need in needs if not workshop.sources("satisfies", need["id"])], "a need without value"
    assert [v["id"] for v in workshop.of_kind("value") if not workshop.sources("creates", v["id"])], (
        "a value nobody makes"
    )
    assert [process["id"] for process in processes if process["id"] not in reached], "a process that serves no need"
    assert [process["id"] for process in processes if not workshop.sources("owns", process["id"])], "nobody owns it"


@every_example
def test_improvements_that_were_decided_have_a_date_an_owner_and_readings_to_judge_them_by(workshop):
    for improvement in workshop.of_kind("improvement"):
        if improvement["status"] in {"agreed", "doing", "done"}:
            assert "due" in improvement and workshop.sources("owns", improvement["id"]), improvement["id"]
    read = {reading["of"] for reading in workshop.doc["readings"]}
    assert {workshop.cards[card]["kind"] for card in read} == {"kpi", "safeguard"}
