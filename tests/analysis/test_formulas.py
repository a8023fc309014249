"""The other formulas of DESIGN section 4, each on an example worked by hand."""

import datetime

import pytest

from cxworkshop.analysis.analyse import analyse
from cxworkshop.analysis.attention import Share, attention
from cxworkshop.analysis.care import care
from cxworkshop.analysis.closeness import closeness
from cxworkshop.analysis.experience import experiences, gaps_of_touchpoints, touchpoints_walked
from cxworkshop.analysis.gaps import codes, gaps
from cxworkshop.analysis.goals import objectives
from cxworkshop.analysis.held import held, keeps
from cxworkshop.analysis.opportunity import opportunities
from cxworkshop.analysis.pain import pains
from cxworkshop.analysis.votes import votes
from cxworkshop.i18n import translator
from tests.analysis.small_boards import board
from tests.random_workshops import board_from_json, random_workshop

TODAY = datetime.date(2026, 11, 22)


def ago(days):
    return (TODAY - datetime.timedelta(days=days)).isoformat()


# Needs and problems


@pytest.mark.parametrize(
    ("fields", "value"),
    [
        ({"importance": 10, "satisfaction": 2}, 18),
        ({"importance": 3, "satisfaction": 9}, 3),
        ({"importance": 0, "satisfaction": 0}, 0),
        ({"importance": 10, "satisfaction": 0}, 20),
        ({"importance": 7}, 7),
        ({"satisfaction": 2}, 8),
        ({}, 5),
        ({"importance": 7.5, "satisfaction": 2.5}, 12.5),
    ],
)
def test_opportunity(fields, value):
    assert opportunities(board(cards={"n1": fields}))[0].value == value


def test_an_opportunity_carries_what_it_rests_on():
    own = opportunities(board(cards={"n1": {"importance": 8, "basis": "customers", "sample": 120}}))[0]
    assert (own.basis, own.sample, own.scored) == ("customers", 120, True)
    unasked = opportunities(board(cards={"n1": {}}))[0]
    assert (unasked.basis, unasked.sample, unasked.scored) == (None, None, False)


def test_pain_is_severity_times_frequency_and_unknown_without_either():
    own = board(
        cards={"b1": {"severity": 3, "frequency": 4}, "b2": {"severity": 9}, "b3": {"severity": 7, "frequency": 9}}
    )
    assert [(row.id, row.pain) for row in pains(own)] == [("b3", 63), ("b1", 12), ("b2", None)]


def test_votes_add_up_over_rounds_or_within_one():
    rows = [
        {"round": "1", "card": "n1", "voter": "a", "points": 2},
        {"round": "2", "card": "n1", "voter": "a", "points": 1},
        {"round": "2", "card": "n2", "voter": "b"},
    ]
    own = board(cards={"n1": {}, "n2": {}}, votes=rows)
    assert votes(own) == {"n1": 3}
    assert votes(own, "2") == {"n1": 1}


# Experience

JOURNEYS = {
    "J1": {"side": "external"},
    "J2": {"side": "internal"},
    "S1": {"journey": "J1", "position": 2, "selling": True},
    "S2": {"journey": "J1", "position": 1},
    "S3": {"journey": "J2", "position": 1},
    "t1": {"stage": "S1", "position": 1, "experience": -4, "expectation": 1, "memory": -5},
    "t2": {"stage": "S1", "position": 2, "expectation": 3},
    "t3": {"stage": "S2", "position": 1, "experience": 4, "memory": 1.5},
    "t4": {"stage": "S2", "position": 2, "experience": 1, "expectation": 1},
    "t5": {"stage": "S3", "experience": 2},
    "t6": {},
}


def test_gaps_of_touchpoints_need_both_scores():
    found = {own.id: (own.gap1, own.gap2) for own in gaps_of_touchpoints(board(cards=JOURNEYS))}
    assert found == {
        "t3": (None, -2.5), "t4": (0, None), "t1": (-5, -1), "t2": (None, None), "t5": (None, None), "t6": (None, None),
    }  # fmt: skip
    assert list(found) == ["t3", "t4", "t1", "t2", "t5", "t6"]


def test_a_persona_without_walks_walks_the_journeys_of_its_own_side():
    own = board(cards={**JOURNEYS, "P1": {"side": "external"}, "P2": {"side": "internal"}, "P3": {}})
    found = {(row.id, row.persona): (row.mean, row.peak, row.end, row.peak_end) for row in experiences(own)}
    # the order is t3 (4), t4 (1), t1 (−4), t2 (not scored): the peak is the earlier of 4 and −4
    walk = (pytest.approx(1 / 3), 4, -4, 0)
    assert found == {("J1", "P1"): walk, ("J1", "P3"): walk, ("J2", "P2"): (2, 2, 2, 2)}


def test_a_persona_that_walks_touchpoints_of_a_journey_walks_only_those():
    own = board("P1 walks t4", "P1 walks t1", "P2 walks J2", "P2 walks t3", "P3 walks t6", cards=JOURNEYS)
    found = {(row.id, row.persona): (row.mean, row.peak, row.end, row.peak_end) for row in experiences(own)}
    assert found == {
        ("J1", "P1"): (-1.5, -4, -4, -4),
        ("J1", "P2"): (4, 4, 4, 4),
        ("J2", "P2"): (2, 2, 2, 2),
    }
    assert [card.id for card in touchpoints_walked(own, "J1", "P1")] == ["t4", "t1"]
    assert touchpoints_walked(own, "J2", "P1") == []
    assert [card.id for card in touchpoints_walked(own, "J1")] == ["t3", "t4", "t1", "t2"]


def test_a_journey_with_no_score_has_no_mean_no_peak_and_no_end():
    own = experiences(board(cards={"J1": {}, "S1": {"journey": "J1"}, "t1": {"stage": "S1"}, "P1": {}}))
    assert [(row.mean, row.peak, row.end, row.peak_end) for row in own] == [(None, None, None, None)]


# Attention


def test_attention_counts_what_lies_in_selling_stages():
    own = board(
        "m1 reveals n1", "m1 reveals b1", "m1 meets P1", "m2 meets P1", "R1 of m1", "R1 shows t1",
        "i1 improves t5", "K1 measures n1", "K1 tracks k1", "K2 tracks k1",
        cards={**JOURNEYS, "n1": {"stage": "S1"}, "b1": {"stage": "S2"}},
    )  # fmt: skip
    found = attention(own)
    assert found.touchpoints == Share(2, 5)  # t1 and t2 of t1…t5; t6 lies nowhere
    assert found.evidence == Share(2, 3)  # m1: n1 (selling) and b1; R1: t1 (selling); m2 leads to no stage
    assert found.improvements == Share(0, 1)
    assert found.kpis == Share(1, 1)
    assert attention(board()).kpis.share is None


# Closeness


def exposure(days, hours, form="direct", role="r1"):
    return {"role": role, "at": ago(days), "hours": hours, "form": form}


@pytest.mark.parametrize(
    ("exposures", "expected"),
    [
        ([], ("stranger", 0, 0, None)),
        ([exposure(1, 5, "video")], ("stranger", 0, 5, None)),
        ([exposure(3, 1.5), exposure(10, 0.5)], ("close", 2, 0, 3)),
        ([exposure(3, 1.75), exposure(3, 9, "video")], ("fading", 1.75, 9, 3)),
        ([exposure(42, 2)], ("close", 2, 0, 42)),
        ([exposure(43, 2)], ("fading", 0, 0, 43)),
        ([exposure(0, 2)], ("close", 2, 0, 0)),
        ([exposure(-1, 2)], ("stranger", 0, 0, None)),
        ([{"role": "r1", "form": "direct", "hours": 3}], ("fading", 0, 0, None)),
        ([{"role": "r1", "form": "direct", "at": ago(5)}], ("fading", 0, 0, 5)),
        ([{"role": "r1", "form": "direct", "at": ago(0) + "T23:30:00+03:00", "hours": 2}], ("close", 2, 0, 0)),
        ([exposure(1, 9, role="r2")], ("stranger", 0, 0, None)),
    ],
)
def test_closeness(exposures, expected):
    own = next(
        row for row in closeness(board(cards={"r1": {}, "r2": {}}, exposures=exposures), TODAY) if row.id == "r1"
    )
    assert (own.closeness, own.direct_hours, own.video_hours, own.days_since_direct) == expected


def test_the_coldest_roles_come_first():
    rows = [exposure(1, 3), exposure(50, 3, role="r2"), exposure(2, 1, role="r4")]
    own = board(cards={"r1": {}, "r2": {}, "r3": {}, "r4": {}}, exposures=rows)
    assert [row.id for row in closeness(own, TODAY)] == ["r3", "r2", "r4", "r1"]


# Care, goals, held


def test_the_care_test_takes_means_of_each_side():
    rows = [
        {"pair": "external/internal", "side": "external", "voter": "a", "score": 9},
        {"pair": "external/internal", "side": "external", "voter": "b", "score": 7},
        {"pair": "external/internal", "side": "internal", "voter": "a", "score": 2},
        {"pair": "vip/small", "side": "small", "voter": "a", "score": 5},
        {"pair": "hours/off_hours", "side": "hours", "voter": "a", "score": 0},
        {"pair": "hours/off_hours", "side": "off_hours", "voter": "a", "score": 0},
        {"pair": "hours/off_hours", "side": "off_hours", "voter": "b"},
    ]
    found = [(own.pair, own.gap, own.index) for own in care(board(care_answers=rows))]
    assert found == [("external/internal", 6, 0.25), ("vip/small", None, None), ("hours/off_hours", 0, None)]


def test_an_objective_is_the_mean_of_its_graded_key_results():
    own = board(
        "k1 advances o1", "k2 advances o1", "k3 advances o1", "k4 advances o2",
        cards={
            "k1": {"start": 10, "target": 0, "current": 4},  # falling is fine: 0.6
            "k2": {"start": 0, "target": 5, "current": 9},  # clipped to 1
            "k3": {"start": 0, "target": 5},
            "k4": {"start": 3, "target": 3, "current": 3},
            "o3": {},
        },
    )  # fmt: skip
    found = {row.id: (row.grade, row.colour) for row in objectives(own)}
    assert found == {"o1": (pytest.approx(0.8), "green"), "o2": (None, None), "o3": (None, None)}


@pytest.mark.parametrize(
    ("current", "colour"), [(7, "green"), (6.9, "yellow"), (4, "yellow"), (3.9, "red"), (-2, "red")]
)
def test_an_objective_is_green_from_seven_tenths_and_yellow_from_four(current, colour):
    own = board("k1 advances o1", cards={"k1": {"start": 0, "target": 10, "current": current}})
    assert objectives(own)[0].colour == colour


@pytest.mark.parametrize(
    ("limit", "value", "kept"),
    [
        ("<= 5", 5, True), ("<= 5", 5.1, False), (">= 0.9", 0.9, True), (">=0,9", 0.8, False), ("= 0", 0, True),
        ("= 0", 0.001, False), ("<= -3", -4, True), ("about 5", 5, None), (None, 5, None), ("= 0.3", 0.1 + 0.2, True),
    ],
)  # fmt: skip
def test_a_limit_is_kept_or_broken(limit, value, kept):
    assert keeps(limit, value) is kept


def reading(days, value, of="s1"):
    return {"of": of, "at": ago(days), "value": value}


@pytest.mark.parametrize(
    ("readings", "expected"),
    [
        ([], None),
        ([reading(1, 3)], "held"),
        ([reading(0, 3), reading(1, 6), reading(2, 6)], "held"),
        ([reading(7, 3)], "held"),
        ([reading(8, 3)], "slipping"),
        ([reading(1, 6)], "slipping"),
        ([reading(1, 6), reading(3, 6)], "rolled_back"),
        ([reading(1, 3), reading(3, 6), reading(4, 6)], "held"),
        ([reading(3, 3), reading(1, 6)], "slipping"),
        ([reading(20, 6), reading(30, 6)], "rolled_back"),
        ([reading(1, 3), reading(-1, 6)], "held"),
        ([{"of": "s1", "at": ago(1)}], None),
        ([reading(1, 6, of="s2")], None),
    ],
)
def test_an_improvement_is_held_slipping_or_rolled_back(readings, expected):
    own = board("s1 protects i1", cards={"s1": {"limit": "<= 5", "every_days": 7}, "s2": {}}, readings=readings)
    assert [(row.id, row.held) for row in held(own, TODAY)] == [("i1", expected)]


def test_the_worst_safeguard_decides():
    rows = [reading(1, 3), reading(1, 9, "s2"), reading(2, 9, "s2")]
    limits = {own: {"limit": "<= 5"} for own in ("s1", "s2", "s3")}
    own = board("s1 protects i1", "s2 protects i1", "s3 protects i1", cards={**limits, "i2": {}}, readings=rows)
    assert [(row.id, row.held) for row in held(own, TODAY)] == [("i1", "rolled_back"), ("i2", None)]


def test_a_late_reading_slips_even_where_no_limit_can_be_read():
    own = board("s1 protects i1", cards={"s1": {"every_days": 7}}, readings=[reading(8, 3)])
    assert held(own, TODAY)[0].held == "slipping"
    assert held(own, TODAY - datetime.timedelta(days=1))[0].held is None


# Gaps


def test_a_card_that_lacks_everything_is_found_by_every_rule():
    own = board(cards={card: {} for card in ("t1", "b1", "n1", "v1", "p1", "i1", "o1")})
    assert [gap.code for gap in gaps(own)] == codes()
    assert all(len(gap.ids) == 1 for gap in gaps(own))


def test_a_complete_chain_has_no_gap():
    own = board(
        "n1 arises_at t1", "b1 blocks n1", "v1 satisfies n1", "p1 creates v1", "p1 depends_on p2", "r1 owns p1",
        "r1 owns p2", "s1 protects i1", "i1 improves p1", "K1 tracks k1", "k1 advances o1",
    )  # fmt: skip
    assert gaps(own) == []


def test_an_objective_whose_key_result_nobody_tracks_has_no_kpi():
    found = {gap.code: gap.ids for gap in gaps(board("k1 advances o1", "K1 tracks k2", "k2 advances o2"))}
    assert found == {"objectives_without_kpi": ("o1",)}


def test_gaps_are_told_in_both_languages_with_the_number():
    own = gaps(board(cards={f"n{n}": {"title": "a"} for n in (3, 1, 2)}))[0]
    assert own.ids == ("n1", "n2", "n3")
    assert own.told(translator("en")) == "3 needs have no value yet."
    assert own.label == "Needs without a value"


# All at once


def test_analyse_gives_the_keys_of_the_contract_and_never_not_a_number():
    import json

    found = analyse(board_from_json(random_workshop(5, 60)), TODAY)
    assert json.loads(json.dumps(found, allow_nan=False)) == found
    keys = {
        "needs": {"id", "opportunity", "votes"},
        "journeys": {"id", "persona", "mean", "peak", "end", "peak_end"},
        "touchpoints": {"id", "gap1", "gap2"},
        "problems": {"id", "pain"},
        "roles": {"id", "closeness", "direct_hours", "video_hours", "days_since_direct"},
        "care": {"pair", "gap", "index"},
        "objectives": {"id", "grade"},
        "improvements": {"id", "held"},
    }
    assert set(found) == {*keys, "attention"}
    assert set(found["attention"]) == {"touchpoints", "evidence", "improvements", "kpis"}
    for name, expected in keys.items():
        assert found[name], f"the random workshop has no {name}"
        assert all(set(row) == expected for row in found[name])


def test_analyse_does_not_depend_on_the_order_of_cards_and_links():
    document = random_workshop(9, 60)
    turned = {**document, "cards": document["cards"][::-1], "links": document["links"][::-1]}
    one, other = (analyse(board_from_json(own), TODAY) for own in (document, turned))
    assert one == other


def test_a_side_of_the_care_test_may_be_said_by_its_word_or_by_its_place():
    answers = [{"pair": "vip/small", "side": side, "score": value} for side, value in (("first", 8), ("small", 4))]
    board = board_from_json({"care_answers": answers})
    found = next(own for own in care(board) if own.pair == "vip/small")
    assert (found.gap, found.index) == (4, 0.5)
