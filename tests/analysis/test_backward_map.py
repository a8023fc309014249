"""The backward map on boards small enough to work out by hand."""

import datetime

import pytest

from cxworkshop.analysis.backward_map import backward_map, behind, depths, rests_on
from cxworkshop.analysis.guests import guests
from cxworkshop.analysis.trace import trace_json
from cxworkshop.model.draft import Draft
from cxworkshop.model.records import link_key
from tests.analysis.small_boards import board
from tests.random_workshops import board_from_json

TODAY = datetime.date(2026, 11, 22)

COFFEE = (
    "v1 satisfies n1",
    "p1 creates v1",
    "p1 depends_on p2",
    "p2 depends_on p3",
    "v2 satisfies n2",
    "p3 creates v2",
    "r1 owns p1",
    "r2 owns p3",
    "r1 sets p3",
)
SCORES = {"n1": {"importance": 10, "satisfaction": 2}, "n2": {"importance": 4, "satisfaction": 9}}


def test_the_example_worked_by_hand():
    met = [{"role": "r2", "at": "2026-11-10", "hours": 2, "form": "direct"}]
    found = trace_json(backward_map(board(*COFFEE, cards=SCORES, exposures=met), TODAY))
    assert found == {
        "needs": [
            {
                "id": "n1",
                "title": "n1",
                "opportunity": 18,  # 10 + max(10 − 2, 0)
                "processes": [
                    {"id": "p1", "title": "p1", "distance": 1, "direct": True, "via": ["p1", "v1", "n1"]},
                    {"id": "p2", "title": "p2", "distance": 2, "direct": False, "via": ["p2", "p1", "v1", "n1"]},
                    {"id": "p3", "title": "p3", "distance": 3, "direct": False, "via": ["p3", "p2", "p1", "v1", "n1"]},
                ],
            },
            {
                "id": "n2",
                "title": "n2",
                "opportunity": 4,  # satisfied beyond its importance: nothing added, nothing taken away
                "processes": [{"id": "p3", "title": "p3", "distance": 1, "direct": True, "via": ["p3", "v2", "n2"]}],
            },
        ],
        "processes": [
            # r1 never met a customer, so nobody warms p1: 18/20 × 1 × (1 − 0)
            {
                "id": "p1",
                "title": "p1",
                "depth": 1,
                "influence": 0.9,
                "needs": ["n1"],
                "owner": "r1",
                "blind_spot": 0.9,
            },
            {
                "id": "p2",
                "title": "p2",
                "depth": 2,
                "influence": 0.45,
                "needs": ["n1"],
                "owner": None,
                "blind_spot": 0.45,
            },
            # 4/20 directly and 18/20 × 0.25; its owner is warm, but r1 sets its standard: the colder counts
            {
                "id": "p3",
                "title": "p3",
                "depth": 1,
                "influence": pytest.approx(0.425),
                "needs": ["n1", "n2"],
                "owner": "r2",
                "blind_spot": pytest.approx(0.425),
            },
        ],
        "loops": [],
        "orphans": {
            "needs_without_value": [],
            "values_without_process": [],
            "values_without_need": [],
            "processes_without_need": [],
        },
        "critical_few": ["p3"],
    }


def test_without_a_day_no_blind_spot_is_told():
    assert backward_map(board(*COFFEE)).figures("p1").blind_spot is None


@pytest.mark.parametrize(("hours", "left"), [(0.5, 0.75), (1, 0.5), (2, 0), (9, 0)])
def test_the_blind_spot_shrinks_with_the_hours_of_the_owner(hours, left):
    met = [{"role": "r1", "at": "2026-11-22", "hours": hours, "form": "direct"}]
    own = backward_map(board("p1 creates v1", "v1 satisfies n1", "r1 owns p1", exposures=met), TODAY).figures("p1")
    assert own.influence == 5 / 20  # nobody scored the need: I = 5, S = I
    assert own.blind_spot == pytest.approx(own.influence * left)


def test_a_process_that_serves_no_need_has_no_depth_and_no_influence():
    found = backward_map(board("p1 depends_on p2", "p3 creates v1"), TODAY)
    for process in ("p1", "p2", "p3"):
        own = found.figures(process)
        assert (own.depth, own.influence, own.needs, own.blind_spot) == (None, 0, (), 0)
    assert depths(board("p1 depends_on p2")) == {"p1": None, "p2": None}


def test_the_shortest_of_two_ways_counts():
    own = board("v1 satisfies n1", "p1 creates v1", "p1 depends_on p2", "p2 depends_on p3", "p1 depends_on p3")
    assert dict(behind(own, "n1").distance) == {"p1": 1, "p2": 2, "p3": 2}


def test_a_circle_is_named_as_it_runs_and_keeps_its_distances():
    own = board("v1 satisfies n1", "p1 creates v1", "p1 depends_on p3", "p3 depends_on p2", "p2 depends_on p1")
    found = backward_map(own)
    assert found.loops == (("p1", "p3", "p2"),)
    assert found.depths == {"p1": 1, "p3": 2, "p2": 3}


def test_a_tangle_of_circles_is_named_once_and_a_process_on_itself_too():
    own = board("p1 depends_on p2", "p2 depends_on p1", "p2 depends_on p3", "p3 depends_on p2", "p4 depends_on p4")
    assert backward_map(own).loops == (("p1", "p2", "p3"), ("p4",))


def test_a_line_that_hangs_between_two_circles_is_in_neither():
    own = board(
        "p1 depends_on p2", "p2 depends_on p1", "p2 depends_on p3", "p3 depends_on p4", "p4 depends_on p5",
        "p5 depends_on p4",
    )  # fmt: skip
    assert backward_map(own).loops == (("p1", "p2"), ("p4", "p5"))


def test_via_is_the_path_whose_cards_come_first_by_title():
    own = board(
        "v1 satisfies n1", "p1 creates v1", "p2 creates v1", "p1 depends_on p3", "p2 depends_on p3",
        cards={"p1": {"title": "z"}, "p2": {"title": "a"}},
    )  # fmt: skip
    assert behind(own, "n1").via("p3") == ("p3", "p2", "v1", "n1")


def test_of_two_values_the_path_takes_the_first_by_title():
    own = board(
        "v1 satisfies n1", "v2 satisfies n1", "p1 creates v1", "p1 creates v2",
        cards={"v1": {"title": "b"}, "v2": {"title": "a"}},
    )  # fmt: skip
    assert behind(own, "n1").via("p1") == ("p1", "v2", "n1")


def test_a_link_between_two_processes_at_the_same_distance_is_lit_but_not_as_a_shortest_way():
    lit = behind(board("v1 satisfies n1", "p1 creates v1", "p2 creates v1", "p1 depends_on p2"), "n1")
    assert lit.links - lit.shortest == {link_key("depends_on", "p1", "p2")}


def test_a_pressed_need_lights_its_links_the_shortest_ones_apart():
    own = board(*COFFEE, "p3 depends_on p1")
    lit = behind(own, "n1")
    assert lit.cards == {"n1", "v1", "p1", "p2", "p3"}
    assert (lit.direct, lit.indirect) == (("p1",), ("p2", "p3"))
    assert lit.links - lit.shortest == {link_key("depends_on", "p3", "p1")}
    assert link_key("creates", "p3", "v2") not in lit.links


def test_what_rests_on_a_process_comes_with_its_distance_nearest_first():
    assert list(rests_on(board(*COFFEE, cards=SCORES), "p3").items()) == [("n2", 1), ("n1", 3)]


def test_the_critical_few_touch_every_top_need_and_only_those():
    links = [f"v{n} satisfies n{n}" for n in range(1, 8)] + [f"p{n} creates v{n}" for n in range(1, 7)]
    links += [f"p{n} depends_on p8" for n in range(1, 5)] + ["p6 depends_on p9", "p9 depends_on p5"]
    scores = {f"n{n}": {"importance": 10 - n, "satisfaction": 0} for n in range(1, 8)}
    own = backward_map(board(*links, cards=scores))
    # n1…n5 are the top: p8 touches n1…n4; n5 is left, which p5 touches directly
    assert own.critical_few == ("p8", "p5")
    # p1 and p8 both touch n1 alone; p8 has more influence: (18 + 16 + 14 + 12) / 20 / 2 against 18 / 20
    assert backward_map(board(*links, cards=scores), top=1).critical_few == ("p8",)
    assert backward_map(board(*links, cards=scores), top=99).critical_few == ("p8", "p5")


def test_cards_that_hang_in_the_air_are_listed_by_title():
    own = board("v1 satisfies n1", "p2 creates v3", cards={"n2": {"title": "b"}, "n3": {"title": "a"}, "v2": {}})
    found = backward_map(own).orphans
    assert found.needs_without_value == ("n3", "n2")
    assert found.values_without_process == ("v1", "v2")
    assert found.values_without_need == ("v2", "v3")
    assert found.processes_without_need == ("p2",)


def test_cards_without_titles_and_an_empty_board_are_no_trouble():
    assert trace_json(backward_map(board(), TODAY))["needs"] == []
    untitled = board("v1 satisfies n1", "p1 creates v1", cards={"p1": {"title": None}, "n1": {"title": None}})
    assert trace_json(backward_map(untitled))["needs"][0]["processes"][0]["title"] == ""


def test_several_owners_the_first_by_title_is_named_and_the_coldest_counts():
    met = [{"role": "r2", "at": "2026-11-22", "hours": 2, "form": "direct"}]
    own = board(
        "v1 satisfies n1", "p1 creates v1", "r1 owns p1", "r2 owns p1",
        cards={"r1": {"title": "b"}, "r2": {"title": "a"}}, exposures=met,
    )  # fmt: skip
    found = backward_map(own, TODAY).figures("p1")
    assert (found.owner, found.blind_spot) == ("r2", 0.25)


def test_a_map_once_made_does_not_change_with_the_board():
    own = board("v1 satisfies n1", "p1 creates v1", cards={"p2": {}})
    found = backward_map(own)
    draft = Draft(own)
    draft.add_link("depends_on", "p1", "p2")
    own.apply(draft.changes())
    assert [row.id for row in found.needs[0].processes] == ["p1"]
    assert found.behind("n1").processes == ("p1",)
    assert backward_map(own).behind("n1").processes == ("p1", "p2")


def test_an_unknown_need_is_a_key_error():
    with pytest.raises(KeyError):
        behind(board(*COFFEE), "n9")
    with pytest.raises(KeyError):
        backward_map(board(*COFFEE)).figures("p9")


def test_a_map_without_loops_needs_no_networkx(checkout):
    import subprocess
    import sys

    code = """
import sys
from tests.analysis.small_boards import board
from cxworkshop.analysis.backward_map import backward_map
backward_map(board("p1 creates v1", "p1 depends_on p2")).loops
assert "networkx" not in sys.modules
assert backward_map(board("p1 depends_on p1")).loops == (("p1",),)
assert "networkx" in sys.modules
"""
    subprocess.run([sys.executable, "-c", code], cwd=checkout, check=True, timeout=60)


def test_values_and_processes_of_another_journey_are_guests_where_this_ones_needs_rest_on_them():
    own = board_from_json(
        {
            "cards": [
                *({"id": f"j{n}", "kind": "journey"} for n in (1, 2)),
                *({"id": f"s{n}", "kind": "stage", "journey": f"j{n}"} for n in (1, 2)),
                {"id": "need", "kind": "need", "stage": "s1"},
                {"id": "value", "kind": "value", "stage": "s2"},
                {"id": "near", "kind": "process", "stage": "s1"},
                {"id": "far", "kind": "process", "stage": "s2"},
                {"id": "idle", "kind": "process", "stage": "s2"},
                {"id": "loose", "kind": "process"},
            ],
            "links": [
                {"verb": "satisfies", "source": "value", "target": "need"},
                {"verb": "creates", "source": "near", "target": "value"},
                {"verb": "depends_on", "source": "near", "target": "far"},
                {"verb": "depends_on", "source": "near", "target": "loose"},
            ],
        }
    )
    assert guests(own, backward_map(own), "j1") == {"value", "far"}
    assert guests(own, backward_map(own), "j2") == set()
