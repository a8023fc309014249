"""Layered drawings: nothing overlaps, edges run between boxes, few cross, and the same input gives the same drawing."""

from __future__ import annotations

import csv
import random
import re
from itertools import combinations, pairwise
from pathlib import Path
from statistics import median

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cxworkshop.model.layered import Layered, draw_layers, layers_of, rows_of
from cxworkshop.model.layering.crossings import crossings, crossings_below
from cxworkshop.model.layering.net import net_of
from cxworkshop.model.layering.order import put_in_order
from cxworkshop.model.layering.settling import settle
from cxworkshop.model.layering.sifting import sift

ROUNDING = 1e-6


@st.composite
def graphs(draw, most=11):
    """Nodes with layers and sizes, and any edges: loops, two at once, back, within a layer, over many layers."""
    count = draw(st.integers(1, most))
    layers = draw(st.lists(st.integers(-2, 5), min_size=count, max_size=count))
    sizes = draw(st.lists(st.tuples(st.integers(1, 200), st.integers(1, 90)), min_size=count, max_size=count))
    ends = st.integers(0, count - 1)
    edges = draw(st.lists(st.tuples(ends, ends), max_size=2 * most))
    return dict(enumerate(layers)), edges, dict(enumerate(sizes))


def web(count, seed=1, layers=8):
    """A random graph whose edges mostly join near nodes of neighbouring layers: node -> layer, and the edges."""
    chance = random.Random(seed)
    placed = {node: node % layers for node in range(count)}
    edges = {
        (node, node - chance.choice([1, 1, 1, 1 + layers * chance.randrange(-3, 4), layers + 2]))
        for node in range(count)
        for _ in range(2)
    }
    return placed, sorted(edge for edge in edges if edge[1] in placed)


def overlapping(drawing: Layered) -> list:
    return [
        (one, other)
        for (one, a), (other, b) in combinations(drawing.boxes.items(), 2)
        if min(a.right, b.right) - max(a.x, b.x) > ROUNDING and min(a.bottom, b.bottom) - max(a.y, b.y) > ROUNDING
    ]


def along(route, steps=12):
    """Points on the route, close to each other."""
    for (x0, y0), (x1, y1), (x2, y2), (x3, y3) in route.curves:
        for step in range(steps + 1):
            t = step / steps
            a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
            yield a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3


def run_over(drawing: Layered) -> list:
    """Boxes that a route runs over, though it neither leaves nor meets them."""
    found = []
    for route in drawing.routes:
        points = list(along(route))
        for node, box in drawing.boxes.items():
            left, top, right, bottom = box.x + 0.01, box.y + 0.01, box.right - 0.01, box.bottom - 0.01
            if node not in (route.source, route.target) and any(
                left < x < right and top < y < bottom for x, y in points
            ):
                found.append((route.source, route.target, node))
    return found


def counted_one_by_one(net) -> int:
    """All pairs of segments between the same two layers whose ends stand in opposite orders."""
    pairs = [[(net.place[one], net.place[other]) for one in layer for other in net.below[one]] for layer in net.layers]
    return sum((a - c) * (b - d) < 0 for own in pairs for (a, b), (c, d) in combinations(own, 2))


# -- what must hold for every graph ------------------------------------------------------------------------------


@settings(deadline=None, max_examples=50)
@given(graphs())
def test_every_node_stands_once_in_its_layer_and_nothing_overlaps(graph):
    layers, edges, sizes = graph
    drawing = draw_layers(layers, edges, sizes)
    assert sorted(node for row in drawing.rows.values() for node in row) == sorted(layers)
    assert all(layers[node] == level for level, row in drawing.rows.items() for node in row)
    assert all(drawing.boxes[node][2:] == sizes[node] for node in layers)
    assert not overlapping(drawing)
    for row in drawing.rows.values():
        assert all(drawing.boxes[one].right < drawing.boxes[other].x for one, other in pairwise(row))
    assert all(
        drawing.bands[level][0] <= drawing.boxes[node].y and drawing.boxes[node].bottom <= drawing.bands[level][1]
        for node, level in layers.items()
    )


@settings(deadline=None, max_examples=50)
@given(graphs())
def test_edges_between_layers_run_one_way_from_box_to_box_and_over_no_other_box(graph):
    layers, edges, sizes = graph
    drawing = draw_layers(layers, edges, sizes)
    assert [(route.source, route.target) for route in drawing.routes] == edges
    assert not run_over(drawing)
    for route in drawing.routes:
        for node, (x, y) in ((route.source, route.points[0]), (route.target, route.points[-1])):
            box = drawing.boxes[node]
            assert box.x - ROUNDING <= x <= box.right + ROUNDING and box.y <= y <= box.bottom + ROUNDING
        if layers[route.source] != layers[route.target]:
            way = 1 if layers[route.source] < layers[route.target] else -1
            assert all((later - sooner) * way >= -ROUNDING for (_, sooner), (_, later) in pairwise(along(route)))


@settings(deadline=None, max_examples=40)
@given(graphs())
def test_the_same_graph_gives_the_same_drawing(graph):
    assert draw_layers(*graph) == draw_layers(*graph)


@settings(deadline=None, max_examples=40)
@given(graphs())
@example(({0: 0, 1: -1, 2: 1, 3: 0}, [(0, 2), (0, 3), (1, 2)], dict.fromkeys(range(4), (1, 1))))  # 0 → 3 bent below
def test_everything_drawn_lies_within_the_bounds(graph):
    drawing = draw_layers(*graph)
    left, top, width, height = drawing.bounds
    assert (left, top) == pytest.approx((0, 0))
    points = [point for route in drawing.routes for point in route.points]
    corners = [(box.x, box.y) for box in drawing.boxes.values()] + [(b.right, b.bottom) for b in drawing.boxes.values()]
    for x, y in points + corners:
        assert left - ROUNDING <= x <= left + width + ROUNDING and top - ROUNDING <= y <= top + height + ROUNDING


@settings(deadline=None, max_examples=40)
@given(graphs(), st.integers(0, 2_000))
def test_a_drawing_stays_within_its_width_where_its_boxes_fit(graph, width):
    layers, edges, sizes = graph
    edges = [edge for edge in edges if edge[0] != edge[1]]
    drawing = draw_layers(layers, edges, sizes, within=float(width))
    widest = max(sum(sizes[node][0] for node in row) for row in drawing.rows.values())
    assert max(box.right for box in drawing.boxes.values()) <= max(width, widest) + 0.01
    assert not overlapping(drawing)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=60))
def test_crossings_are_counted_as_one_by_one_counting_does(pairs):
    net = net_of([0] * 12 + [1] * 12, [(one, 12 + other) for one, other in pairs])
    assert crossings(net) == counted_one_by_one(net)
    put_in_order(net)
    assert crossings(net) == counted_one_by_one(net)


def test_both_ways_of_counting_agree_on_a_dense_graph():
    chance = random.Random(5)
    sparse = net_of([0] * 30 + [1] * 30, [(chance.randrange(30), 30 + chance.randrange(30)) for _ in range(60)])
    dense = net_of([0] * 30 + [1] * 30, [(chance.randrange(30), 30 + chance.randrange(30)) for _ in range(600)])
    assert crossings_below(sparse, 0) == counted_one_by_one(sparse)
    assert crossings_below(dense, 0) == counted_one_by_one(dense)


@pytest.mark.parametrize("many", [40, 400])
def test_sifting_saves_exactly_what_it_says(many):
    chance = random.Random(7)
    net = net_of([0] * 30 + [1] * 30, [(chance.randrange(30), 30 + chance.randrange(30)) for _ in range(many)])
    before = counted_one_by_one(net)
    saved = sift(net, 6)
    assert saved > 0
    assert counted_one_by_one(net) == before - saved


@settings(deadline=None)
@given(st.lists(st.tuples(st.floats(-500, 500), st.floats(0.1, 10), st.floats(0, 60)), min_size=1, max_size=12))
def test_settling_keeps_distances_and_cannot_be_bettered_by_a_nudge(own):
    want, weight, apart = [w for w, _, _ in own], [w for _, w, _ in own], [gap for _, _, gap in own][:-1]
    found = settle(want, weight, apart)
    assert all(right - left >= gap - ROUNDING for (left, right), gap in zip(pairwise(found), apart, strict=True))

    def cost(places):
        return sum(w * (x - wish) ** 2 for x, wish, w in zip(places, want, weight, strict=True))

    for first in range(len(found)):
        for last in range(first + 1, len(found) + 1):
            for nudge in (-0.5, 0.5):
                other = [x + nudge * (first <= index < last) for index, x in enumerate(found)]
                if all(right - left >= gap for (left, right), gap in zip(pairwise(other), apart, strict=True)):
                    assert cost(found) <= cost(other) + 1e-3


@settings(deadline=None, max_examples=60)
@given(graphs())
def test_layers_found_are_whole_and_edges_run_down_unless_they_close_a_cycle(graph):
    nodes, edges, _ = graph
    layers = layers_of(nodes, edges)
    assert set(layers) == set(nodes)
    assert min(layers.values()) == 0
    down = [edge for edge in edges if edge[0] < edge[1]]  # no cycle among these
    layers = layers_of(nodes, down)
    assert all(layers[one] < layers[other] for one, other in down)


# -- pictures one can name ---------------------------------------------------------------------------------------

SIZE = (100, 40)


def test_a_parent_stands_over_the_middle_of_its_children():
    edges = [("top", child) for child in "abcde"]
    drawing = draw_layers(layers_of(["top", *"abcde"], edges), edges, lambda node: SIZE)
    middle = drawing.boxes["top"].centre[0]
    children = [drawing.boxes[child].centre[0] for child in "abcde"]
    assert middle == pytest.approx((min(children) + max(children)) / 2, abs=0.5)
    assert drawing.crossings == 0


def test_a_tree_is_drawn_without_a_crossing():
    edges = [((child - 1) // 3, child) for child in range(1, 121)]
    nodes = list(range(121))
    random.Random(4).shuffle(nodes)
    drawing = draw_layers(layers_of(nodes, edges), edges, lambda node: SIZE)
    assert drawing.crossings == 0


def test_an_edge_over_many_layers_is_straight_where_nothing_is_in_its_way():
    edges = [("a", "b"), ("b", "c"), ("c", "d"), ("d", "e"), ("a", "e")]
    drawing = draw_layers(layers_of("abcde", edges), edges, lambda node: SIZE)
    passing = {round(x, 3) for x, y in drawing.routes[-1].points if drawing.bands[1][0] <= y <= drawing.bands[3][1]}
    assert len(passing) == 1


def test_a_cycle_is_drawn_truthfully_with_one_edge_running_back_up():
    edges = [("a", "b"), ("b", "c"), ("c", "a")]
    drawing = draw_layers(layers_of("abc", edges), edges, lambda node: SIZE)
    back = drawing.routes[2]
    assert (back.source, back.target) == ("c", "a")
    assert back.points[0][1] == drawing.boxes["c"].y and back.points[-1][1] == drawing.boxes["a"].bottom


def test_an_edge_to_itself_is_a_loop_beside_the_box_that_reaches_no_neighbour():
    drawing = draw_layers({"a": 0, "b": 0}, [("a", "a"), ("b", "b")], lambda node: SIZE)
    for route in drawing.routes:
        box = drawing.boxes[route.source]
        assert all(x >= box.right - ROUNDING for x, _ in along(route))
    assert not run_over(drawing)


def test_edges_within_a_layer_join_neighbours_straight_and_pass_below_others():
    layers = dict.fromkeys("abc", 3)
    drawing = draw_layers(layers, [("a", "b"), ("b", "c"), ("a", "c")], lambda node: SIZE)
    assert drawing.bands[3] == (0, 40)
    first, second, far = sorted(drawing.routes, key=lambda route: max(y for _, y in route.points))
    assert all(y <= 40 for route in (first, second) for _, y in along(route))
    assert 40 < max(y for _, y in along(far)) <= 100


def test_cards_joined_within_a_layer_come_to_stand_together():
    drawing = draw_layers(dict.fromkeys(range(8), 0), [(0, 7), (1, 6), (2, 5), (3, 4)], lambda node: SIZE)
    row = drawing.rows[0]
    assert all(abs(row.index(one) - row.index(7 - one)) == 1 for one in range(4))


def test_nothing_is_drawn_as_nothing_and_an_unknown_end_is_refused():
    empty = draw_layers({}, [], {})
    assert (empty.boxes, empty.routes, empty.crossings) == ({}, (), 0)
    assert layers_of([], []) == {}
    with pytest.raises(KeyError):
        draw_layers({"a": 0}, [("a", "b")], lambda node: SIZE)


# -- a drawing that is kept while the graph changes --------------------------------------------------------------


def test_the_unchanged_graph_keeps_its_drawing():
    layers, edges = web(120)
    before = draw_layers(layers, edges, lambda node: SIZE)
    after = draw_layers(layers, edges, lambda node: SIZE, previous=before.boxes)
    assert after.crossings <= before.crossings
    moved = sum(after.rows[level] != before.rows[level] for level in before.rows)
    assert moved <= 3


@pytest.mark.parametrize("seed", range(4))
def test_one_new_node_and_edge_move_the_others_little(seed):
    layers, edges = web(120, seed)
    before = draw_layers(layers, edges, lambda node: SIZE)
    after = draw_layers(
        {**layers, "new": 3}, [*edges, ("new", 10), (27, "new")], lambda node: SIZE, previous=before.boxes
    )
    swapped = sum(
        (after.boxes[one].x < after.boxes[other].x) != (before.boxes[one].x < before.boxes[other].x)
        for row in before.rows.values()
        for one, other in combinations(row, 2)
    )
    pairs = sum(len(row) * (len(row) - 1) // 2 for row in before.rows.values())
    assert swapped <= 0.02 * pairs
    ways = [abs(after.boxes[node].x - before.boxes[node].x) for node in layers]
    assert median(ways) < SIZE[0] / 2
    assert not overlapping(after)


# -- real graphs -------------------------------------------------------------------------------------------------


def read_dot(path: Path) -> tuple[list[str], list[tuple[str, str]]]:
    """Nodes and edges of a simple dot file: chains of names with ->, attributes left out."""
    text = re.sub(r"/\*.*?\*/|//[^\n]*|^#[^\n]*", "", path.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    text = re.sub(r"\[[^\]]*\]", "", text)
    found: dict[str, None] = {}
    edges: list[tuple[str, str]] = []
    for chain in re.findall(r'(?:"[^"]*"|\w+)(?:\s*->\s*(?:"[^"]*"|\w+))+', text):
        names = [name.strip('"') for name in re.findall(r'"[^"]*"|\w+', chain)]
        found.update(dict.fromkeys(names))
        edges += pairwise(names)
    return list(found), edges


@pytest.fixture
def real_graphs(shared_data) -> Path:
    folder = shared_data / "data" / "graphs"
    if not folder.is_dir():
        pytest.skip(f"no graphs at {folder}")
    return folder


@pytest.mark.parametrize(
    "name", ["abstract", "fsm", "honda-tokoro", "rowe", "russian", "shells", "states", "unix", "world"]
)
def test_real_graphs_are_drawn_without_overlaps_and_with_few_crossings(real_graphs, name):
    nodes, edges = read_dot(real_graphs / f"{name}.gv")
    drawing = draw_layers(layers_of(nodes, edges), edges, lambda node: (10 + 7 * len(str(node)), 30))
    assert len(drawing.boxes) == len(nodes) > 1
    assert not overlapping(drawing)
    assert not run_over(drawing)
    dots = dots_crossings(real_graphs).get(name)
    assert dots is None or drawing.crossings <= max(1.12 * dots, dots + 3)


def dots_crossings(folder: Path) -> dict[str, int]:
    with (folder / "dot-crossings.csv").open(encoding="utf-8") as rows:
        return {Path(row["file"]).stem: int(row["dot_straight_crossings"]) for row in csv.DictReader(rows)}


def test_the_rows_alone_are_those_of_the_whole_drawing():
    layers, edges = web(90)
    drawing = draw_layers(layers, edges, lambda node: SIZE)
    assert rows_of(layers, edges) == drawing.rows
    assert (
        rows_of(layers, edges, drawing.boxes)
        == draw_layers(layers, edges, lambda node: SIZE, previous=drawing.boxes).rows
    )
    assert rows_of({}, []) == {}
