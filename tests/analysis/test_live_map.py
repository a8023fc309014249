"""The live map equals a backward map made afresh, whatever is edited, and lends pictures that stay as they were."""

import datetime

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxworkshop.analysis import live_map
from cxworkshop.analysis.backward_map import backward_map, depths
from cxworkshop.analysis.distances import all_distances
from cxworkshop.analysis.guests import guests
from cxworkshop.analysis.live_distances import LiveDistances
from cxworkshop.analysis.live_map import LiveMap
from cxworkshop.analysis.trace import trace_json
from cxworkshop.model.changes import ChangeSet, Delta
from cxworkshop.model.draft import Draft
from cxworkshop.model.records import CARD, LINK, link_key
from tests.analysis.map_edits import MapEdits, drawn
from tests.analysis.small_boards import board
from tests.random_workshops import TODAY, board_from_json, random_workshop


def figures(made, processes):
    """Everything a backward map says, as plain data that does not depend on how needs are numbered."""
    distances = made.distances.by_need(len(made.numbered))
    return {
        **trace_json(made),
        "by_need": {need: own for need, own in zip(made.numbered, distances, strict=True) if need},
        "rests_on": {process: list(made.rests_on(process).items()) for process in processes},
        "influence": made.influence,
        "depths": made.depths,
        "opportunities": made.opportunities,
        "owners": made.owners,
        "hours": made.hours,
        "reached": {process: set(made.needs_of(process)) for process in made.distances.reached},
    }


def assert_equal(own_board, made, own_depths=None):
    processes = [card.id for card in own_board.of_kind("process")]
    fresh = backward_map(own_board, TODAY)
    assert figures(made, processes) == figures(fresh, processes)
    assert made.distances.depths == fresh.distances.depths
    assert [dict(level) for level in made.distances.levels if level] == named(fresh, made)
    if own_depths is not None:
        assert own_depths == depths(own_board)
    journeys = own_board.journeys()
    if journeys:
        assert guests(own_board, made, journeys[0].id) == guests(own_board, fresh, journeys[0].id)
    for process in processes[:5]:
        assert made.figures(process) == fresh.figures(process)


def named(fresh, made):
    """The levels of a fresh map with its needs numbered as in `made`."""
    number = {need: place for place, need in enumerate(made.numbered) if need}
    turned = [1 << number[need] for need in fresh.numbered]
    return [
        {process: sum(bit for place, bit in enumerate(turned) if mask >> place & 1) for process, mask in level.items()}
        for level in fresh.distances.levels
    ]


def tell(own_board, live, changes):
    own_board.check(changes)
    own_board.apply(changes)
    live.apply(changes)


@pytest.fixture
def never_anew(monkeypatch):
    """However small the board, no change counts as an import: all is followed."""
    monkeypatch.setattr(live_map, "_BULK", 0)


@pytest.mark.parametrize("seed", range(6))
def test_after_every_one_of_many_random_edits_the_map_is_that_of_the_board(seed, never_anew):
    own_board = board_from_json(random_workshop(seed, 12 + seed))
    live, edits = LiveMap(own_board), MapEdits(seed)
    for _ in range(350):
        tell(own_board, live, edits.draw(own_board))
        assert_equal(own_board, live.picture(TODAY), live.depths())


def test_a_map_grown_from_an_empty_board_is_that_of_the_board():
    own_board = board()
    live, edits = LiveMap(own_board), MapEdits(99)
    for _ in range(400):
        tell(own_board, live, edits.draw(own_board))
        assert_equal(own_board, live.picture(TODAY), live.depths())
    assert own_board.count("process") > 10, "too little has grown to prove anything"


def test_pictures_asked_for_only_now_and_then_miss_nothing(never_anew):
    own_board = board_from_json(random_workshop(7, 40))
    live, edits = LiveMap(own_board), MapEdits(7)
    for _ in range(150):
        for _ in range(edits.chance.choice((1, 2, 7))):
            tell(own_board, live, edits.draw(own_board))
        made = live.picture(TODAY)
        if edits.chance.random() < 0.5:  # what one picture was not asked for, the next may be
            assert made.influence == backward_map(own_board).influence
        if edits.chance.random() < 0.5:
            assert made.loops == backward_map(own_board).loops
        if edits.chance.random() < 0.2:
            assert_equal(own_board, made, live.depths())


def test_a_picture_asked_late_tells_of_the_moment_it_was_taken():
    own_board = board_from_json(random_workshop(8, 30))
    live, edits = LiveMap(own_board), MapEdits(8)
    kept = []
    for _ in range(60):
        tell(own_board, live, edits.draw(own_board))
        fresh = backward_map(own_board, TODAY)
        kept.append((live.picture(TODAY), live.depths(), trace_json(fresh), depths(own_board)))
    for made, own_depths, expected, expected_depths in kept:
        assert trace_json(made) == expected
        assert own_depths == expected_depths


def test_what_the_map_does_not_rest_on_leaves_the_very_same_picture():
    own_board = board("v1 satisfies n1", "p1 creates v1", "n1 arises_at t1")
    live = LiveMap(own_board)
    before, before_depths = live.picture(TODAY), live.depths()
    draft = Draft(own_board)
    draft.set(CARD, "t1", title="Elsewhere", experience=3)
    draft.set(CARD, "p1", note="a note")
    draft.add_card("persona", {"title": "Anna"})
    tell(own_board, live, draft.changes())
    assert live.picture(TODAY) is before
    assert live.depths() is before_depths


def test_another_day_tells_other_blind_spots():
    met = [{"role": "r1", "at": "2026-11-20", "hours": 2, "form": "direct"}]
    own_board = board("v1 satisfies n1", "p1 creates v1", "r1 owns p1", exposures=met)
    live = LiveMap(own_board)
    assert live.picture().figures("p1").blind_spot is None
    assert live.picture(TODAY).figures("p1").blind_spot == 0
    assert live.picture(TODAY + datetime.timedelta(days=60)).figures("p1").blind_spot == 0.25


def test_a_score_changes_opportunity_and_influence_and_no_distance():
    own_board = board("v1 satisfies n1", "p1 creates v1", "p1 depends_on p2", cards={"n1": {"importance": 2}})
    live = LiveMap(own_board)
    before = live.picture(TODAY)
    assert before.influence == {"p1": 0.1, "p2": 0.05}
    draft = Draft(own_board)
    draft.set(CARD, "n1", importance=10, satisfaction=0)
    tell(own_board, live, draft.changes())
    after = live.picture(TODAY)
    assert after.distances is before.distances and after.graph.behind is before.graph.behind
    assert after.influence == {"p1": 1.0, "p2": 0.5}
    assert before.influence == {"p1": 0.1, "p2": 0.05}


def test_the_number_of_a_need_that_is_gone_serves_the_next_one():
    own_board = board("v1 satisfies n1", "v2 satisfies n2", "p1 creates v1", "p2 creates v2", "p1 depends_on p2")
    live = LiveMap(own_board)
    for number in range(5):
        draft = Draft(own_board)
        draft.delete_card(own_board.of_kind("need")[0].id)
        new = draft.add_card("need", {"title": f"Need {number}", "importance": number})
        draft.add_link("satisfies", "v1", new)
        tell(own_board, live, draft.changes())
        made = live.picture(TODAY)
        assert len(made.numbered) == 2
        assert_equal(own_board, made)


def test_a_need_that_goes_while_another_comes_in_its_place_is_another():
    own_board = board("v1 satisfies n1", "p1 creates v1", "p2 creates v2", cards={"n1": {"importance": 2}})
    live = LiveMap(own_board)
    draft = Draft(own_board)
    draft.delete_card("n1")
    draft.add_card("need", {"title": "New", "importance": 9}, "n2")
    draft.add_link("satisfies", "v1", "n2")
    tell(own_board, live, draft.changes())
    made = live.picture(TODAY)
    assert made.rests_on("p1") == {"n2": 1}
    assert_equal(own_board, made)


def test_of_two_links_between_the_same_cards_one_may_go():
    own_board = board("v1 satisfies n1", "p1 creates v1", "p1 depends_on p2")
    live = LiveMap(own_board)
    for verb, source, target in (("depends_on", "p1", "p2"), ("creates", "p1", "v1"), ("satisfies", "v1", "n1")):
        again = drawn(verb, source, target, "another key")
        tell(own_board, live, again)
        assert_equal(own_board, live.picture(TODAY), live.depths())
        tell(own_board, live, drawn(verb, source, target).inverse())
        assert live.depths() == {"p1": 1, "p2": 2}
        tell(own_board, live, again.inverse())
        assert live.depths()["p2"] is None
        tell(own_board, live, drawn(verb, source, target))
        assert live.depths() == {"p1": 1, "p2": 2}


def test_a_loop_keeps_nothing_up_once_the_need_is_cut_off():
    own_board = board(
        "v1 satisfies n1",
        "p1 creates v1",
        "p1 depends_on p2",
        "p2 depends_on p3",
        "p3 depends_on p1",
        "p3 depends_on p3",
    )
    live = LiveMap(own_board)
    assert live.picture().loops == (("p1", "p2", "p3"),)
    tell(own_board, live, drawn("creates", "p1", "v1").inverse())
    assert live.depths() == {"p1": None, "p2": None, "p3": None}
    assert_equal(own_board, live.picture(TODAY))


def test_a_link_led_elsewhere_by_its_fields_is_followed():
    own_board = board("v1 satisfies n1", "p1 creates v1", "p1 depends_on p2", "p3 depends_on p3")
    live = LiveMap(own_board)
    key = link_key("depends_on", "p1", "p2")
    tell(own_board, live, ChangeSet((Delta(LINK, key, {"target": "p2"}, {"target": "p3"}),)))
    assert live.depths() == {"p1": 1, "p2": None, "p3": 2}
    assert_equal(own_board, live.picture(TODAY))


def test_a_change_told_late_or_twice_does_no_harm():
    own_board = board("v1 satisfies n1", "p1 creates v1", "p1 depends_on p2", "p2 depends_on p3")
    live = LiveMap(own_board)
    late, next_one = drawn("depends_on", "p3", "p2"), drawn("depends_on", "p1", "p2").inverse()
    own_board.apply(late)
    own_board.apply(next_one)
    for changes in (late, next_one, late):
        live.apply(changes)
    assert_equal(own_board, live.picture(TODAY), live.depths())


def test_an_import_and_its_undo_followed_link_by_link_are_right_too(never_anew):
    test_an_import_and_its_undo_begin_anew_and_are_right()


def test_an_import_and_its_undo_begin_anew_and_are_right():
    own_board = board("v1 satisfies n1", "p1 creates v1")
    live = LiveMap(own_board)
    other = board_from_json(random_workshop(3, 60))
    deltas = [Delta(row.table, row.key, None, row.fields) for table in (CARD, LINK) for row in other.records(table)]
    imported = ChangeSet(tuple(deltas))
    for changes in (imported, imported.inverse(), imported):
        tell(own_board, live, changes)
        assert_equal(own_board, live.picture(TODAY), live.depths())


graphs = st.integers(2, 9).flatmap(
    lambda n: st.tuples(
        st.just(n),
        st.lists(st.tuples(st.integers(0, n - 1), st.integers(0, n - 1)), max_size=25),
        st.lists(
            st.one_of(
                st.tuples(st.just("link"), st.integers(0, n - 1), st.integers(0, n - 1)),
                st.tuples(st.just("cut"), st.integers(0, 30), st.just(0)),
                st.tuples(st.just("serve"), st.integers(0, n - 1), st.integers(0, 31)),
            ),
            max_size=30,
        ),
        st.integers(1, 4),
    )
)


@settings(max_examples=300, deadline=None)
@given(graphs)
def test_distances_follow_any_links_in_any_order_several_at_once(graph):
    size, pairs, edits, at_once = graph
    behind = {f"p{n}": [f"p{deeper}" for near, deeper in pairs if near == n] for n in range(size)}
    direct = {"p0": 3, "p1": 4}
    live = LiveDistances(direct, behind)
    for start in range(0, len(edits), at_once):
        cut, new, served = [], [], {}
        for what, one, other in edits[start : start + at_once]:
            if what == "link":
                new.append((f"p{one}", f"p{other}"))
            elif what == "serve":
                served[f"p{one}"] = other
            else:
                old = [(near, deeper) for near, own in behind.items() for deeper in own]
                if old:
                    cut.append(old[one % len(old)])
                    behind[cut[-1][0]].remove(cut[-1][1])
        for near, deeper in new:
            behind[near].append(deeper)
        direct |= served
        before = {process: live.lent().row(process) for process in behind}
        held = live.lent()
        changed = live.change((), (), cut, new, served)
        expected = all_distances(direct, behind)
        found = live.lent()
        assert [level for level in found.levels if level] == expected.levels
        assert found.reached == expected.reached
        assert found.depths == expected.depths == {p: live.depth(p) for p in behind if live.depth(p)}
        assert {process: held.row(process) for process in behind} == before
        assert {process for process in behind if found.row(process) != before[process]} <= set(changed)
        for process in behind:
            assert found.of_process(process) == expected.of_process(process)
            assert [found.distance(process, n) for n in range(5)] == [expected.distance(process, n) for n in range(5)]


def a_chain(length):
    """Processes that depend each on the next, and each serves a need of its own: {process: mask}, {process: behind}."""
    behind = {f"p{n}": [f"p{n + 1}"] if n < length - 1 else [] for n in range(length)}
    return {process: 1 << n for n, process in enumerate(behind)}, behind


def test_a_long_chain_has_the_distances_that_networkx_finds():
    direct, behind = a_chain(300)
    found = LiveDistances(direct, behind).lent()
    whole = nx.DiGraph([(near, deeper) for near, own in behind.items() for deeper in own])
    for number, first in enumerate(behind):
        expected = {
            process: steps + 1 for process, steps in nx.single_source_shortest_path_length(whole, first).items()
        }
        assert {p: d for p in behind if (d := found.distance(p, number)) is not None} == expected


def test_a_chain_hands_its_numbers_on_and_makes_no_new_ones():
    """A chain of 4,000 processes held 8 million long numbers, 4 GB, where 4,000 are enough."""
    direct, behind = a_chain(400)
    found = LiveDistances(direct, behind).lent()
    assert sum(len(found.row(process)) for process in behind) == 400 * 401 / 2
    assert len({id(mask) for process in behind for _, mask in found.row(process)}) == 400
