"""What holds for every board and every score, whatever it is (hypothesis)."""

import datetime
from fractions import Fraction

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from cxworkshop.analysis.blind_spot import blind_spot
from cxworkshop.analysis.care import PAIRS, care
from cxworkshop.analysis.critical_few import critical_few
from cxworkshop.analysis.distances import Distances, all_distances, bits, masks, nearest, picked
from cxworkshop.analysis.experience import experience
from cxworkshop.analysis.goals import grade
from cxworkshop.analysis.influence import influence
from cxworkshop.analysis.opportunity import opportunity_of
from cxworkshop.model.records import Card
from tests.analysis.small_boards import board

TODAY = datetime.date(2026, 11, 22)
scores = st.one_of(st.none(), st.integers(0, 10), st.floats(0, 10))
graphs = st.integers(1, 14).flatmap(
    lambda n: st.tuples(
        st.lists(st.lists(st.integers(0, n - 1), max_size=4), min_size=n, max_size=n),
        st.lists(st.sets(st.integers(0, n - 1), max_size=3), min_size=1, max_size=80),
    )
)


def passed(graph) -> Distances[int]:
    behind, needs = graph
    return all_distances(masks(needs), dict(enumerate(behind)))


@given(graphs)
def test_all_needs_at_once_gives_what_one_search_a_need_gives(graph):
    behind, needs = graph
    whole = nx.DiGraph([(process, deeper) for process, own in enumerate(behind) for deeper in own])
    whole.add_nodes_from(range(len(behind)))
    found = passed(graph)
    for number, direct in enumerate(needs):
        sources = set(direct)
        expected = {}
        if sources:
            expected = {p: n + 1 for p, n in nx.multi_source_dijkstra_path_length(whole, sources).items()}
        assert found.by_need(len(needs))[number] == expected
        for process in range(len(behind)):
            assert found.distance(process, number) == expected.get(process)
            assert found.of_process(process).get(number) == expected.get(process)
    assert found.depths == nearest(set().union(*needs), dict(enumerate(behind)))


@given(graphs)
def test_a_networkx_graph_can_be_walked_as_it_is(graph):
    behind, needs = graph
    whole = nx.DiGraph()
    whole.add_nodes_from(range(len(behind)))
    whole.add_edges_from((process, deeper) for process, own in enumerate(behind) for deeper in own)
    assert all_distances(masks(needs), whole.adj).levels == passed(graph).levels


@given(st.integers(0, 2**300))
def test_bits_are_the_bits(mask):
    assert sum(1 << bit for bit in bits(mask)) == mask
    assert list(bits(mask)) == sorted(bits(mask))
    assert list(picked(range(301), mask)) == list(bits(mask))


@given(graphs, st.data())
def test_influence_is_the_sum_of_its_formula_and_does_not_depend_on_the_order_of_needs(graph, data):
    behind, needs = graph
    values = data.draw(st.lists(scores.map(lambda s: s or 0.0), min_size=len(needs), max_size=len(needs)))
    found = influence(passed(graph), values)
    by_need = passed(graph).by_need(len(needs))
    for process, own in found.items():
        exact = sum(
            Fraction(value) / 20 / 2 ** (near[process] - 1)
            for value, near in zip(values, by_need, strict=True)
            if process in near
        )
        assert abs(own - exact) < 1e-9
    order = data.draw(st.permutations(range(len(needs))))
    turned = (behind, [needs[n] for n in order])
    assert influence(passed(turned), [values[n] for n in order]) == found


@given(graphs, st.integers(0, 2**80 - 1))
def test_the_critical_few_touch_every_wanted_need_that_can_be_touched_and_each_adds_one(graph, wanted):
    found = passed(graph)
    few = critical_few(found.reached, wanted, {}, int)
    touched = 0
    for process in few:
        assert found.reached[process] & wanted & ~touched
        touched |= found.reached[process] & wanted
    reachable = 0
    for mask in found.reached.values():
        reachable |= mask
    assert touched == reachable & wanted


@given(scores, scores)
def test_opportunity_lies_between_0_and_20_and_never_below_the_importance(importance, satisfaction):
    value = opportunity_of(importance, satisfaction)
    assert 0 <= value <= 20
    assert value >= (5 if importance is None else importance)


@given(st.floats(0, 10), st.floats(0, 10), st.floats(0, 10))
def test_opportunity_falls_with_satisfaction_and_rises_with_importance(one, other, fixed):
    low, high = sorted((one, other))
    assert opportunity_of(fixed, low) >= opportunity_of(fixed, high)
    assert opportunity_of(low, fixed) <= opportunity_of(high, fixed)


@given(st.floats(0, 100), st.lists(st.floats(0, 100), max_size=4), st.floats(0, 100))
def test_a_blind_spot_is_at_most_the_influence_and_one_more_cold_role_never_shrinks_it(value, hours, more):
    assert 0 <= blind_spot(value, hours) <= value
    if hours:
        assert blind_spot(value, [*hours, more]) >= blind_spot(value, hours)


@given(st.lists(st.one_of(st.none(), st.integers(-5, 5)), max_size=12))
def test_mean_peak_and_end_are_scores_on_the_scale_and_the_peak_is_the_strongest(values):
    cards = [
        Card("card", f"t{n}", {"kind": "touchpoint", **({} if value is None else {"experience": value})})
        for n, value in enumerate(values)
    ]
    own = experience("J1", None, cards)
    known = [value for value in values if value is not None]
    if not known:
        assert (own.mean, own.peak, own.end, own.peak_end) == (None, None, None, None)
        return
    assert own.end == known[-1]
    assert abs(own.peak) == max(abs(value) for value in known)
    assert own.peak == next(value for value in known if abs(value) == abs(own.peak)), "the earliest on a tie"
    assert own.peak_end == (own.peak + own.end) / 2
    assert min(known) <= own.mean <= max(known)


@given(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6), st.floats(-1e6, 1e6))
def test_a_grade_lies_between_0_and_1_and_is_0_at_the_start_and_1_at_the_target(start, target, current):
    def graded(now):
        return grade(Card("card", "k1", {"kind": "key_result", "start": start, "target": target, "current": now}))

    if start == target:
        assert graded(current) is None
    else:
        assert 0 <= graded(current) <= 1
        assert (graded(start), graded(target)) == (0, 1)


@settings(max_examples=40)
@given(st.lists(st.tuples(st.booleans(), st.integers(0, 10)), min_size=1, max_size=12))
def test_care_index_lies_between_0_and_1_and_is_1_where_the_gap_is_0(answers):
    sides = PAIRS[0].split("/")
    rows = [{"pair": PAIRS[0], "side": sides[inside], "score": score} for inside, score in answers]
    own = care(board(care_answers=rows))[0]
    if own.gap is None:
        assert len({inside for inside, _ in answers}) == 1
    elif own.index is None:
        assert {score for _, score in answers} == {0}
    else:
        assert 0 <= own.index <= 1 and -10 <= own.gap <= 10
        assert (own.index == 1) == (own.gap == 0)
