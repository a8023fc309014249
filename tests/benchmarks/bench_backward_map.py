"""How fast the backward map is: every need with the distance of every process behind it, beside other libraries.

    python tests/benchmarks/bench_backward_map.py [--quick]

prints Markdown for docs/benchmarks.md. Every way is checked to give the same distances (exit status 1 otherwise). The
ways take turns, and the best of several rounds counts, so that a busy moment of the machine hits none of them alone.
"""

from __future__ import annotations

import argparse
import gc
import os
import platform
import random
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import networkx
import rustworkx

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from cxworkshop.analysis.backward_map import backward_map, depths
from cxworkshop.analysis.distances import all_distances, masks
from cxworkshop.analysis.graph import graph_of
from cxworkshop.model.board import Board
from tests.random_workshops import board_from_json

LAYERS = 10
NEAR = 10  # in a local graph a process depends on one at most so many places aside in the next layer
BACK = 0.01  # the share of dependencies that run back up, and so make loops


@dataclass(frozen=True)
class Net:
    """Processes 0…n−1 in layers; `direct[k]` serve need k directly, `pairs` are the dependencies (process, deeper)."""

    kind: str
    processes: int
    direct: list[list[int]]
    pairs: list[tuple[int, int]]


def make(kind: str, processes: int, dependencies: int, needs: int, seed: int = 3) -> Net:
    """A net of ten layers: "local" (a process depends on what lies near it) or "dense" (on anything a layer deeper)."""
    chance = random.Random(seed)
    per = processes // LAYERS
    direct = [sorted({_near(kind, chance, need * per // needs, per) for _ in range(2)}) for need in range(needs)]
    pairs: set[tuple[int, int]] = set()
    while len(pairs) < dependencies:
        layer, place = chance.randrange(LAYERS - 1), chance.randrange(per)
        ends = (layer * per + place, (layer + 1) * per + _near(kind, chance, place, per))
        pairs.add(ends[::-1] if chance.random() < BACK else ends)
    return Net(kind, processes, direct, sorted(pairs))


def _near(kind: str, chance: random.Random, place: int, per: int) -> int:
    return (place + chance.randint(-NEAR, NEAR)) % per if kind == "local" else chance.randrange(per)


def document(net: Net) -> dict[str, Any]:
    """The net as a workshop: one value a need."""
    cards: list[dict[str, Any]] = [
        {"id": f"p{n}", "kind": "process", "title": f"Process {n}"} for n in range(net.processes)
    ]
    links = [{"verb": "depends_on", "source": f"p{one}", "target": f"p{other}"} for one, other in net.pairs]
    for need, direct in enumerate(net.direct):
        cards.append({"id": f"n{need}", "kind": "need", "title": f"Need {need}", "importance": need % 11})
        cards.append({"id": f"v{need}", "kind": "value", "title": f"Value {need}"})
        links.append({"verb": "satisfies", "source": f"v{need}", "target": f"n{need}"})
        links += [{"verb": "creates", "source": f"p{process}", "target": f"v{need}"} for process in direct]
    return {"cards": cards, "links": links}


Table = list[dict[int, int]]  # one {process: distance} a need


@dataclass(frozen=True)
class Way:
    """One way to do it: `run` is timed, `table` brings what it gave into one form, to be compared."""

    name: str
    run: Callable[[], Any]
    table: Callable[[Any], Table] | None = None


def ways(net: Net) -> list[Way]:
    """All ways, ours first. Graphs are made before the clock runs, except where the name says otherwise."""
    needs = len(net.direct)
    whole = range(net.processes, net.processes + needs)  # the nodes of the needs
    edges = [(node, process) for node, direct in zip(whole, net.direct, strict=True) for process in direct]
    edges += net.pairs
    graph: networkx.DiGraph[int] = networkx.DiGraph()
    graph.add_nodes_from(range(net.processes + needs))
    graph.add_edges_from(edges)
    rust = rustworkx.PyDiGraph()
    rust.add_nodes_from(range(net.processes + needs))
    rust.add_edges_from_no_data(edges)
    behind: dict[int, list[int]] = {process: [] for process in range(net.processes)}
    for process, deeper in net.pairs:
        behind[process].append(deeper)
    board = board_from_json(document(net))
    return [
        Way(
            "**ours**: one pass over all needs, bit masks",
            lambda: all_distances(masks(net.direct), behind),
            lambda found: found.by_need(needs),
        ),
        Way(
            "ours, walking the networkx graph’s adjacency",
            lambda: all_distances(masks(net.direct), graph.adj),
            lambda found: found.by_need(needs),
        ),
        Way(
            "ours, written out as one dict a need",
            lambda: all_distances(masks(net.direct), behind).by_need(needs),
            list,
        ),
        Way("ours, from the board (its graph made each time)", lambda: from_board(board)),
        Way("ours, `backward_map(board)` with depths", lambda: backward_map(board).distances.depths),
        Way("ours, `depths(board)` alone, as after each edit", lambda: depths(board)),
        Way(
            "networkx `single_source_shortest_path_length` a need",
            lambda: [networkx.single_source_shortest_path_length(graph, node) for node in whole],
            lambda found: [{node: n for node, n in own.items() if n} for own in found],
        ),
        Way(
            "rustworkx `bfs_layers` a need",
            lambda: [rustworkx.bfs_layers(rust, [node]) for node in whole],
            lambda found: [{node: n for n, own in enumerate(layers) if n for node in own} for layers in found],
        ),
        Way(
            "rustworkx `dijkstra_shortest_path_lengths` a need",
            lambda: [rustworkx.dijkstra_shortest_path_lengths(rust, node, _one) for node in whole],
            lambda found: [{node: int(n) for node, n in own.items()} for own in found],
        ),
    ]


def from_board(board: Board) -> Any:
    graph = graph_of(board)
    return all_distances(masks(graph.direct(need.id) for need in board.of_kind("need")), graph.behind)


def _one(_: object) -> float:
    return 1.0


def measure(own: list[Way], rounds: int) -> list[float]:
    """The best time of each way in seconds."""
    best = [float("inf")] * len(own)
    for _ in range(rounds):
        for number, way in enumerate(own):
            gc.collect()
            start = time.perf_counter()
            found = way.run()
            best[number] = min(best[number], time.perf_counter() - start)
            del found
    return best


def differing(own: list[Way]) -> list[str]:
    """The names of the ways whose distances are not those of networkx."""
    expected = next(way for way in own if way.name.startswith("networkx"))
    assert expected.table
    right = expected.table(expected.run())
    return [way.name for way in own if way.table and way.table(way.run()) != right]


def report(net: Net, rounds: int) -> bool:
    """Print one table; whether all ways agree."""
    own = ways(net)
    wrong = differing(own)
    times = measure(own, rounds)
    named = dict(zip((way.name for way in own), times, strict=True))
    nx_time = next(seconds for name, seconds in named.items() if name.startswith("networkx"))
    rx_time = min(seconds for name, seconds in named.items() if name.startswith("rustworkx"))
    pairs = sum(len(table) for table in all_distances(masks(net.direct), _behind(net)).by_need(len(net.direct)))
    print(f"### {net.kind}: {net.processes:,} processes, {len(net.pairs):,} dependencies, {len(net.direct):,} needs\n")
    print(f"{pairs:,} pairs of a need and a process behind it.\n")
    print("| way | ms | networkx takes | rustworkx takes |\n|---|--:|--:|--:|")
    for name, seconds in named.items():
        print(f"| {name} | {seconds * 1e3:,.1f} | {nx_time / seconds:,.1f} × | {rx_time / seconds:,.1f} × |")
    said = f"**not the same: {', '.join(wrong)}**" if wrong else "the same from every way that gives them"
    print(f"\nDistances: {said}.\n")
    return not wrong


def _behind(net: Net) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {process: [] for process in range(net.processes)}
    for process, deeper in net.pairs:
        found[process].append(deeper)
    return found


def machine() -> str:
    """One line: processor, Python and library versions."""
    cpu = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        models = [line.split(":", 1)[1].strip() for line in info.read_text().splitlines() if "model name" in line]
        cpu = models[0] if models else cpu
    libraries = ", ".join(f"{name} {version(name)}" for name in ("networkx", "rustworkx"))
    return f"{cpu}, {os.cpu_count()} cores; {platform.system()}; Python {platform.python_version()}, {libraries}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="a tenth of the size, two rounds")
    quick = parser.parse_args().quick
    size, rounds = (10, 2) if quick else (1, 7)
    print(f"Measured on: {machine()}. Best of {rounds} rounds.\n")
    nets = [make(kind, 10_000 // size, 30_000 // size, 1_000 // size) for kind in ("local", "dense")]
    return 0 if all([report(net, rounds) for net in nets]) else 1


if __name__ == "__main__":
    sys.exit(main())
