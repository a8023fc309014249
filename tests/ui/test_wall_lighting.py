"""What lights up with a card: behind a need, above a process, around a value."""

from __future__ import annotations

from cxworkshop.model.records import link_key
from cxworkshop.ui.lighting import lighting_of


def test_a_need_lights_its_values_and_the_processes_behind_it_with_their_distance(room):
    lit = lighting_of(room, "n1")
    assert lit.focus == "n1"
    assert lit.cards["n1"] == lit.cards["v1"] == 0
    assert {card: lit.cards[card] for card in ("x1", "x2", "x3", "x4", "x5")} == {
        "x1": 1, "x2": 1, "x3": 2, "x4": 2, "x5": 3,
    }  # fmt: skip
    assert link_key("satisfies", "v1", "n1") in lit.links
    assert lit.is_faded("x8")


def test_the_story_of_a_need_stays_readable(room):
    lit = lighting_of(room, "n1")
    assert {"p1", "t5", "pr2"} <= lit.context
    assert not lit.is_faded("pr2")


def test_a_process_lights_what_rests_on_it(room):
    lit = lighting_of(room, "x5")
    assert lit.cards["x5"] == 0
    assert lit.cards["x4"] == 1 and lit.cards["x2"] == 2
    assert lit.cards["n1"] == room.map().rests_on("x5")["n1"] == 3
    assert lit.is_faded("x1")


def test_a_circle_of_processes_ends(room):
    lit = lighting_of(room, "x6")  # depends on x3, which depends on it
    assert lit.cards["x3"] == 1
    assert {"n1", "n3"} <= lit.cards.keys()


def test_a_value_lights_needs_above_and_processes_below(room):
    lit = lighting_of(room, "v1")
    assert {"n1", "x1", "x2"} <= lit.cards.keys()
    assert lit.cards["x2"] == 1 and lit.cards["x4"] == 2


def test_other_kinds_light_nothing(room):
    assert lighting_of(room, "t1") is None
    assert lighting_of(room, "p1") is None
    assert lighting_of(room, None) is None
    assert lighting_of(room, "no such card") is None
