"""Value and effort, the zones of the landscape, losses along a journey, and the sentences that tell them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxworkshop.analysis.experience import experience
from cxworkshop.analysis.landscape import APPROPRIATE, LINES, OVER, UNDER, line, zone
from cxworkshop.analysis.losses import largest_loss
from cxworkshop.analysis.opportunity import Opportunity, opportunities, opportunity_of
from cxworkshop.analysis.pain import pains
from cxworkshop.analysis.value_effort import ASIDE, FIRST, NOT_NOW, PLANNED, quadrant, weights
from cxworkshop.analysis.votes import votes
from cxworkshop.analysis.weighing_told import of_curve, of_landscape, of_matrix, of_pains, of_votes
from cxworkshop.i18n import translator
from tests.analysis.small_boards import board

EN = translator("en")
scores = st.integers(0, 10)


def need(importance, satisfaction):
    return Opportunity("n", opportunity_of(importance, satisfaction), importance, satisfaction, None, None)


@pytest.mark.parametrize(
    ("effort", "impact", "field"), [(2, 9, FIRST), (8, 9, PLANNED), (2, 3, ASIDE), (8, 3, NOT_NOW), (5.5, 5.5, ASIDE)]
)
def test_impact_and_effort_name_the_field(effort, impact, field):
    assert quadrant(impact, effort) == field


def test_improvements_are_ranked_by_ice_then_by_what_is_known():
    own = board(
        cards={
            "i1": {"impact": 5, "effort": 5, "confidence": 5},
            "i2": {"impact": 9, "effort": 1, "confidence": 9},
            "i3": {"impact": 9, "effort": 1},
            "i4": {},
        }
    )
    found = weights(own)
    assert [(one.id, one.ice) for one in found] == [("i2", 810), ("i1", 150), ("i3", None), ("i4", None)]
    assert of_matrix(found, own, EN) == "Do “i2” first: impact 9 for an effort of 1"


def test_where_nothing_lies_in_the_best_field_the_headline_says_so():
    own = board(cards={"i1": {"impact": 3, "effort": 9, "confidence": 5}})
    assert of_matrix(weights(own), own, EN).startswith("Nothing brings much for little")
    assert of_matrix([], own, EN) == "No improvement has been named yet"


@given(scores, scores)
def test_a_need_lies_in_one_zone_by_its_opportunity(importance, satisfaction):
    own = need(importance, satisfaction)
    found = zone(own)
    assert (found == UNDER) == (own.value > 10)
    assert (found == OVER) == (satisfaction > importance)
    assert found in (UNDER, OVER, APPROPRIATE)


@pytest.mark.parametrize("value", LINES)
def test_a_line_of_the_landscape_joins_needs_of_one_opportunity(value):
    (low_i, low_s), (high_i, high_s) = line(value)
    for share in (0, 0.3, 1):
        importance, satisfaction = low_i + share * (high_i - low_i), low_s + share * (high_s - low_s)
        assert opportunity_of(importance, satisfaction) == pytest.approx(value)


def test_a_need_without_satisfaction_has_no_place():
    assert zone(need(8, None)) is None and zone(need(None, 3)) is None


def test_the_headline_of_the_landscape_counts_what_is_under_served():
    own = board(cards={"n1": {"importance": 9, "satisfaction": 2}, "n2": {"importance": 5, "satisfaction": 5}})
    assert of_landscape(opportunities(own), own, EN) == "1 need is important and not met: “n1”"
    own = board(cards={"n1": {"importance": 5, "satisfaction": 5}})
    assert of_landscape(opportunities(own), own, EN).startswith("No need is under-served")
    own = board(cards={"n1": {}})
    assert of_landscape(opportunities(own), own, EN) == "The needs are named, and not yet scored"


def curve(*given_scores):
    own = board(
        cards={
            f"t{n}": {
                name: value
                for name, value in zip(("expectation", "experience"), both, strict=True)
                if value is not None
            }
            for n, both in enumerate(given_scores)
        }
    )
    cards = own.of_kind("touchpoint")
    return own, cards, experience("J", None, cards)


def test_most_is_lost_where_experience_falls_farthest_below_expectation_the_earliest_on_a_tie():
    own, cards, found = curve((1, 2), (3, -4), (4, -3))
    lost = largest_loss(cards)
    assert lost is not None and lost.id == "t1"
    assert of_curve(cards, found, own, EN) == "Most is lost at “t1”: customers expected +3 and got −4"


def test_without_a_loss_the_strongest_moment_is_named():
    own, cards, found = curve((1, 2), (2, 4))
    assert largest_loss(cards) is None
    assert of_curve(cards, found, own, EN).endswith("the strongest moment is “t1”, +4")
    own, cards, found = curve((None, -3))
    assert of_curve(cards, found, own, EN) == "The strongest moment is “t0”, −3"
    own, cards, found = curve((None, None))
    assert of_curve(cards, found, own, EN) == "Nothing is scored along this journey yet"


def test_the_worst_problem_is_named_with_its_figures():
    own = board(cards={"b1": {"severity": 9, "frequency": 8}, "b2": {"severity": 2, "frequency": 2}, "b3": {}})
    assert of_pains(pains(own), own, EN) == "“b1” hurts most: severity 9 × frequency 8 = 72"


def test_the_leader_of_the_votes_is_named_and_a_tie_is_a_tie():
    given_votes = [{"card": "n1", "points": 3}, {"card": "n2", "points": 1}]
    own = board(cards={"n1": {}, "n2": {}}, votes=given_votes)
    assert of_votes(votes(own), own, EN) == "“n1” leads with 3 of 4 points"
    own = board(cards={"n1": {}, "n2": {}}, votes=[{"card": "n1", "points": 2}, {"card": "n2", "points": 2}])
    assert of_votes(votes(own), own, EN) == "2 cards lead with 2 points each of 4"
    assert of_votes({}, own, EN) == "Nobody has voted yet"


def test_quotation_marks_inside_a_title_become_inner_ones():
    own = board(cards={"b1": {"title": "A “quoted” word", "severity": 1, "frequency": 1}})
    assert of_pains(pains(own), own, EN).startswith("“A ‘quoted’ word” hurts most")
