"""The layered drawing against Graphviz dot: crossings and time at 500 and 5,000 nodes.

    python tests/benchmarks/bench_layered.py [--seeds 10] [--large]

prints Markdown for docs/benchmarks.md; `--large` adds 5,000 nodes, for which dot needs about half a minute. Crossings
are those of straight lines between the middles of boxes, counted the same way for both (dot's own layers, our given
ones). Where no `dot` is installed, only our time and crossings are printed, and a message says so.
"""

from __future__ import annotations

import argparse
import math
import random
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from itertools import combinations, pairwise
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from cxworkshop.model.layered import Layered, draw_layers, layers_of

Edges = list[tuple[int, int]]
Place = tuple[float, float]
Places = Mapping[int, Place]
Done = TypeVar("Done")
SIZE = (72.0, 36.0)  # the box of dot's width=1, height=.5


def layered_graph(count: int, seed: int) -> tuple[dict[int, int], Edges]:
    """Node -> layer, and 1.6 edges a node from deeper layers to nearer ones, as in a backward map: most join near
    nodes of neighbouring layers, 12 % pass over one or two. Nodes and edges come in no order that would help."""
    chance = random.Random(seed)
    depth = min(max(4, round(math.sqrt(count) / 1.3)), 24)
    names = list(range(count))
    chance.shuffle(names)
    rows = [names[level::depth] for level in range(depth)]
    found: set[tuple[int, int]] = set()
    for level in range(1, depth):
        for place, node in enumerate(rows[level]):
            near = int(place / len(rows[level]) * len(rows[level - 1])) + chance.randrange(-3, 4)
            found.add((node, rows[level - 1][min(max(near, 0), len(rows[level - 1]) - 1)]))
    while len(found) < 1.6 * count:
        level, over = chance.randrange(1, depth), 1 if chance.random() < 0.7 else chance.randrange(2, 4)
        if level >= over:
            target = rows[level - over]
            place = chance.randrange(len(rows[level]))
            near = int(place / len(rows[level]) * len(target)) + chance.randrange(-5, 6)
            if 0 <= near < len(target):
                found.add((rows[level][place], target[near]))
    edges = sorted(found)
    chance.shuffle(edges)
    return {node: level for level, row in enumerate(rows) for node in row}, edges


def straight_crossings(edges: Edges, places: Places) -> int:
    """How many pairs of straight edges without a common end cross."""
    lines: list[tuple[Place, Place, int, int]] = []  # places as (y, x), the upper end first
    for one, other in edges:
        upper, lower = sorted((places[one][::-1], places[other][::-1]))
        lines.append((upper, lower, one, other))
    lines.sort()
    found = 0
    for index, ((y1, x1), (y2, x2), one, other) in enumerate(lines):
        for (v1, u1), (v2, u2), two, another in lines[index + 1 :]:
            if v1 >= y2:
                break
            a = (x2 - x1) * (v1 - y1) - (y2 - y1) * (u1 - x1)
            b = (x2 - x1) * (v2 - y1) - (y2 - y1) * (u2 - x1)
            if a * b < 0 and one not in (two, another) and other not in (two, another):
                c = (u2 - u1) * (y1 - v1) - (v2 - v1) * (x1 - u1)
                d = (u2 - u1) * (y2 - v1) - (v2 - v1) * (x2 - u1)
                found += c * d < 0
    return found


def overlaps(drawing: Layered[int]) -> int:
    """How many pairs of boxes share more than an edge."""
    boxes = drawing.boxes
    rows = (combinations([boxes[node] for node in row], 2) for row in drawing.rows.values())
    across = sum(min(a.right, b.right) - max(a.x, b.x) > 1e-6 for row in rows for a, b in row)
    bands = sorted(drawing.bands.values())
    return across + sum(upper[1] > lower[0] for upper, lower in pairwise(bands))


def ours(layers: Mapping[int, int], edges: Edges) -> Layered[int]:
    return draw_layers(layers, edges, lambda node: SIZE)


def dots(edges: Edges) -> Places:
    """Where dot puts the middles of the boxes."""
    text = "digraph{rankdir=BT;node[shape=box,width=1,height=.5,fixedsize=true];"
    text += "".join(f"{one}->{other};" for one, other in edges) + "}"
    told = subprocess.run(["dot", "-Tplain"], input=text, capture_output=True, text=True, check=True).stdout
    rows = (line.split() for line in told.splitlines() if line.startswith("node"))
    return {int(row[1]): (float(row[2]), float(row[3])) for row in rows}


def middles(drawing: Layered[int]) -> Places:
    return {node: box.centre for node, box in drawing.boxes.items()}


def timed(work: Callable[[], Done], rounds: int) -> tuple[float, Done]:
    """The best of some rounds, in milliseconds, and what the last one gave."""
    taken = []
    for _ in range(rounds):
        start = time.perf_counter()
        done = work()
        taken.append((time.perf_counter() - start) * 1_000)
    return min(taken), done


def measure(count: int, seed: int, with_dot: bool, rounds: int) -> dict[str, float]:
    """One graph: times in ms, crossings, ratios to dot (nan without it)."""
    layers, edges = layered_graph(count, seed)
    upwards = [(other, one) for one, other in edges]
    ms, drawing = timed(lambda: ours(layers, edges), rounds)
    found_ms, _ = timed(lambda: ours(layers_of(layers, upwards), edges), 1)
    row = {
        "ms": ms,
        "crossings": straight_crossings(edges, middles(drawing)),
        "found_ms": found_ms,
        "overlaps": overlaps(drawing),
        "dot_ms": math.nan,
        "dot_crossings": math.nan,
    }
    if with_dot:
        row["dot_ms"], places = timed(lambda: dots(edges), min(rounds, 3) if count <= 500 else 1)
        row["dot_crossings"] = straight_crossings(edges, places)
    row["ratio"] = row["crossings"] / row["dot_crossings"]
    row["share"] = row["ms"] / row["dot_ms"]
    return row


def told(count: int, rows: list[dict[str, float]]) -> str:
    """The table of one size."""
    lines = [
        f"### {count:,} nodes, {len(rows)} graphs",
        "",
        "| graph | crossings | dot's | ratio | ms | dot's ms | share of dot's time | ms, layers found too |",
        "|---|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for seed, row in enumerate(rows, 1):
        lines.append(
            f"| {seed} | {row['crossings']:,.0f} | {row['dot_crossings']:,.0f} | {row['ratio']:.3f} |"
            f" {row['ms']:,.1f} | {row['dot_ms']:,.0f} | {row['share']:.2f} | {row['found_ms']:,.1f} |"
        )
    ratios, shares = [row["ratio"] for row in rows], [row["share"] for row in rows]
    lines += [
        f"| mean, worst | | | **{statistics.mean(ratios):.3f}, {max(ratios):.3f}** | | |"
        f" **{statistics.mean(shares):.2f}, {max(shares):.2f}** | |",
        "",
        f"Overlapping boxes: {sum(row['overlaps'] for row in rows):.0f}.",
        "",
    ]
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seeds", type=int, default=10)
    parser.add_argument("--large", action="store_true")
    wanted = parser.parse_args()
    with_dot = shutil.which("dot") is not None
    if not with_dot:
        print("No `dot` here (package graphviz): only our own figures.\n", file=sys.stderr)
    print(told(500, [measure(500, seed, with_dot, 5) for seed in range(1, wanted.seeds + 1)]))
    if wanted.large:
        print(told(5_000, [measure(5_000, seed, with_dot, 3) for seed in (1,)]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
