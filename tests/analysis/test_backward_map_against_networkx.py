"""The backward map equals an independent computation, need by need with networkx, on random workshops with loops."""

import json
from itertools import pairwise

import networkx as nx
import pytest

from cxworkshop.analysis.backward_map import backward_map, behind, depths, rests_on
from cxworkshop.analysis.trace import trace_json
from tests.random_workshops import TODAY, board_from_json, random_workshop

WORKSHOPS = [(1, 50, {}), (2, 50, {"loops": 0}), (3, 200, {"loops": 40}), (4, 200, {"layers": 40}), (5, 800, {})]
LARGE = [
    pytest.param(6, 5000, {"needs": 120}, marks=pytest.mark.slow),
    pytest.param(7, 5000, {"needs": 25, "dependencies": 20_000, "loops": 60}, marks=pytest.mark.slow),
]


class Naively:
    """The formulas of DESIGN section 4, written from the document with no regard for speed."""

    def __init__(self, document):
        self.cards = {card["id"]: card for card in document["cards"]}
        self.pairs = {}
        for link in document["links"]:
            self.pairs.setdefault(link["verb"], set()).add((link["source"], link["target"]))
        self.needs, self.values, self.processes = (self.of_kind(kind) for kind in ("need", "value", "process"))
        self.graph = nx.DiGraph()  # from the need backwards
        for verb in ("satisfies", "creates", "depends_on"):
            for source, target in self.pairs.get(verb, ()):
                self.graph.add_edge(*((source, target) if verb == "depends_on" else (target, source)))
        self.graph.add_nodes_from(self.cards)
        self.distance = {need: self.distances(need) for need in self.needs}

    def of_kind(self, kind):
        return [card_id for card_id, card in self.cards.items() if card["kind"] == kind]

    def distances(self, need):
        lengths = nx.single_source_shortest_path_length(self.graph, need)
        return {card_id: n - 1 for card_id, n in lengths.items() if self.cards[card_id]["kind"] == "process"}

    def place(self, card_id):
        return self.cards[card_id].get("title", ""), card_id

    def opportunity(self, need):
        importance = self.cards[need].get("importance", 5)
        return importance + max(importance - self.cards[need].get("satisfaction", importance), 0)

    def influence(self, process):
        mine = [(need, own[process]) for need, own in self.distance.items() if process in own]
        return sum(self.opportunity(need) / 20 * 0.5 ** (distance - 1) for need, distance in mine)

    def loops(self):
        among = nx.DiGraph(sorted(self.pairs.get("depends_on", ())))
        found = [own for own in nx.strongly_connected_components(among)]
        return {frozenset(own) for own in found if len(own) > 1 or among.has_edge(*(list(own) * 2))}

    def without(self, ids, verb, end):
        found = {pair[end] for pair in self.pairs.get(verb, ())}
        return sorted((card_id for card_id in ids if card_id not in found), key=self.place)

    def critical_few(self, top=5):
        ranked = sorted(self.needs, key=lambda need: (-self.opportunity(need), *self.place(need)))
        wanted = {need for need in ranked[:top] if self.distance[need]}
        chosen = []
        while wanted:
            gains = {p: {need for need in wanted if p in self.distance[need]} for p in self.processes}
            best = min(gains, key=lambda p: (-len(gains[p]), -round(self.influence(p), 9), *self.place(p)))
            chosen.append(best)
            wanted -= gains[best]
        return chosen


def workshops(*own):
    return pytest.mark.parametrize(("seed", "processes", "more"), list(own))


@pytest.fixture(scope="module")
def made():
    """Workshop, naive figures and map by arguments, each made once."""
    known = {}

    def make(seed, processes, more):
        key = (seed, processes, tuple(more.items()))
        if key not in known:
            document = random_workshop(seed, processes, **more)
            board = board_from_json(document)
            known[key] = Naively(document), board, backward_map(board, TODAY)
        return known[key]

    return make


@workshops(*WORKSHOPS, *LARGE)
def test_every_need_has_the_processes_and_distances_that_networkx_finds(made, seed, processes, more):
    naive, _, own = made(seed, processes, more)
    found = {need["id"]: {p["id"]: p["distance"] for p in need["processes"]} for need in trace_json(own)["needs"]}
    assert found == naive.distance
    assert sum(len(one) for one in found.values()) > processes, "the workshop is too thin to prove anything"


@workshops(*WORKSHOPS, *LARGE)
def test_depth_influence_and_needs_of_every_process_follow_from_the_distances(made, seed, processes, more):
    naive, board, own = made(seed, processes, more)
    rows = trace_json(own)["processes"]
    assert {row["id"] for row in rows} == set(naive.processes)
    for row in rows:
        mine = {need: one[row["id"]] for need, one in naive.distance.items() if row["id"] in one}
        assert row["depth"] == min(mine.values(), default=None)
        assert set(row["needs"]) == set(mine) and len(row["needs"]) == len(mine)
        assert row["influence"] == pytest.approx(naive.influence(row["id"]), abs=1e-9)
        assert row["title"] == naive.place(row["id"])[0]
    assert depths(board) == {row["id"]: row["depth"] for row in rows}


@workshops(*WORKSHOPS, *LARGE)
def test_via_is_a_shortest_path_of_links_that_exist(made, seed, processes, more):
    naive, _, own = made(seed, processes, more)
    for need in trace_json(own)["needs"][:40]:
        for process in need["processes"]:
            *chain, value, last = process["via"]
            assert (chain[0], last) == (process["id"], need["id"])
            assert len(chain) == process["distance"]
            assert process["direct"] is (len(chain) == 1)
            assert (value, last) in naive.pairs["satisfies"]
            assert (chain[-1], value) in naive.pairs["creates"]
            assert all((near, deep) in naive.pairs["depends_on"] for deep, near in pairwise(chain))


@workshops(*WORKSHOPS, *LARGE)
def test_loops_orphans_and_the_critical_few_are_those_found_naively(made, seed, processes, more):
    naive, _, own = made(seed, processes, more)
    found = trace_json(own)
    assert {frozenset(loop) for loop in found["loops"]} == naive.loops()
    assert len(found["loops"]) == len(naive.loops()) > 0
    unreached = set(naive.processes).difference(*naive.distance.values())
    assert found["orphans"] == {
        "needs_without_value": naive.without(naive.needs, "satisfies", 1),
        "values_without_process": naive.without(naive.values, "creates", 1),
        "values_without_need": naive.without(naive.values, "satisfies", 0),
        "processes_without_need": sorted(unreached, key=naive.place),
    }
    assert found["critical_few"] == naive.critical_few()


@workshops(*WORKSHOPS)
def test_rankings_run_by_number_then_title_then_id(made, seed, processes, more):
    naive, _, own = made(seed, processes, more)
    found = trace_json(own)
    needs = [need["id"] for need in found["needs"]]
    assert needs == sorted(naive.needs, key=lambda need: (-naive.opportunity(need), *naive.place(need)))
    for need in found["needs"]:
        listed = [(p["distance"], p["title"], p["id"]) for p in need["processes"]]
        assert listed == sorted(listed)
    listed = [(-p["influence"], p["title"], p["id"]) for p in found["processes"]]
    assert listed == sorted(listed)


@workshops(*WORKSHOPS)
def test_one_need_and_one_process_asked_alone_say_the_same_as_the_whole_map(made, seed, processes, more):
    naive, board, own = made(seed, processes, more)
    for need in naive.needs:
        alone = behind(board, need)
        assert dict(alone.distance) == naive.distance[need]
        assert alone.distance == behind(own, need).distance
        assert set(alone.values) == {v for v, n in naive.pairs["satisfies"] if n == need}
        lit = {(json.loads(key)[0], json.loads(key)[2]) for key in alone.links}
        among = {(s, t) for pairs in ("satisfies", "creates", "depends_on") for s, t in naive.pairs[pairs]}
        assert lit == {(s, t) for s, t in among if s in alone.cards and t in alone.cards}
        assert alone.shortest <= alone.links <= set(board.table("link"))
    for process in naive.processes[:60]:
        mine = {need: one[process] for need, one in naive.distance.items() if process in one}
        assert rests_on(own, process) == mine


@workshops(*WORKSHOPS)
def test_the_same_workshop_in_another_order_gives_the_same_map(made, seed, processes, more):
    document = random_workshop(seed, processes, **more)
    turned = {**document, "cards": document["cards"][::-1], "links": document["links"][::-1]}
    _, _, own = made(seed, processes, more)
    assert trace_json(backward_map(board_from_json(turned), TODAY)) == trace_json(own)


def test_the_map_can_be_written_as_json(made):
    _, _, own = made(1, 50, {})
    assert json.loads(json.dumps(trace_json(own), allow_nan=False)) == trace_json(own)
