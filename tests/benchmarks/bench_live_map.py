"""How fast the backward map follows an edit: one link, score or card at 10,000 processes and 1,000 needs.

    python tests/benchmarks/bench_live_map.py [--quick]

prints Markdown for docs/benchmarks.md. After every kind of edit the map is compared with one made afresh, and at the
end with networkx, need by need (exit status 1 where they differ).
"""

from __future__ import annotations

import argparse
import gc
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import networkx

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from cxworkshop.analysis.backward_map import BackwardMap, backward_map, depths
from cxworkshop.analysis.live_map import LiveMap
from cxworkshop.model.board import Board
from cxworkshop.model.changes import ChangeSet
from cxworkshop.model.draft import Draft
from cxworkshop.model.records import CARD, LINK, link_key
from tests.benchmarks import bench_backward_map as nets
from tests.random_workshops import board_from_json

Edit = Callable[[Draft], object]


@dataclass
class Followed:
    """A board with the map that follows it, and what following has cost: milliseconds by kind of edit."""

    net: nets.Net
    board: Board
    live: LiveMap
    apply: dict[str, list[float]] = field(default_factory=dict)
    show: dict[str, list[float]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    def edit(self, name: str, edit: Edit, shown: bool = False) -> None:
        """Make one edit; `shown`: with a picture and the depths, as the window asks for them after each."""
        draft = Draft(self.board)
        edit(draft)
        changes = draft.changes()
        self.board.apply(changes)
        (self.show if shown else self.apply).setdefault(name, []).append(self._told(changes, shown))

    def _told(self, changes: ChangeSet, shown: bool) -> float:
        start = time.perf_counter()
        self.live.apply(changes)
        if shown:
            self.live.picture()
            self.live.depths()
        return (time.perf_counter() - start) * 1e3

    def compare(self, name: str) -> None:
        fresh, own = backward_map(self.board), self.live.picture()
        same = levels(own) == levels(fresh) and own.influence == fresh.influence
        if not (same and own.opportunities == fresh.opportunities and self.live.depths() == depths(self.board)):
            self.wrong.append(name)


def levels(own: BackwardMap) -> list[dict[str, int]]:
    """{process: distance} for each need, the needs by opportunity."""
    found = own.distances.by_need(len(own.numbered))
    by_id = dict(zip(own.numbered, found, strict=True))
    return [by_id[need.id] for need in own.opportunities]


def followed(kind: str, processes: int, dependencies: int, needs: int) -> Followed:
    net = nets.make(kind, processes, dependencies, needs)
    board = board_from_json(nets.document(net))
    return Followed(net, board, LiveMap(board))


def edits(own: Followed, rounds: int, seed: int = 5) -> None:
    """Every kind of edit so many times, each taken back again, so that the net stays what it is."""
    chance = random.Random(seed)
    others = set(nets.make(own.net.kind, own.net.processes, len(own.net.pairs), len(own.net.direct), seed=seed).pairs)
    new = chance.sample(sorted(others - set(own.net.pairs)), rounds)
    old = chance.sample(own.net.pairs, rounds)
    needs = chance.choices(range(len(own.net.direct)), k=max(rounds // 5, 1))
    for shown in (False, True):
        links(own, new, shown)
        back_and_forth(
            own, "one dependency", "removed", "added", (("depends_on", f"p{a}", f"p{b}") for a, b in old), shown
        )
        values = [("creates", f"p{own.net.direct[need][0]}", f"v{need}") for need in needs]
        back_and_forth(own, "a process of a value", "removed", "added", values, shown)
        back_and_forth(
            own, "the value of a need", "removed", "added", (("satisfies", f"v{n}", f"n{n}") for n in needs), shown
        )
        scores(own, needs, shown)
        cards(own, old[: len(needs)], shown)


def links(own: Followed, pairs: list[tuple[int, int]], shown: bool) -> None:
    """New links one after another, so that they pile up, then all of them away."""
    for name, edit in (("one dependency, new, added", draw), ("one dependency, new, removed", cut)):
        for a, b in pairs:
            own.edit(name, edit("depends_on", f"p{a}", f"p{b}"), shown)
        own.compare(name)


def back_and_forth(
    own: Followed,
    what: str,
    away: str,
    back: str,
    links: Iterable[tuple[str, str, str]],
    shown: bool,
    compared: bool = True,
) -> None:
    """Each link away and back again."""
    for link in links:
        own.edit(f"{what}, {away}", cut(*link), shown)
        own.edit(f"{what}, {back}", draw(*link), shown)
    if compared:
        own.compare(what)


def scores(own: Followed, needs: list[int], shown: bool) -> None:
    for number, need in enumerate(needs):
        own.edit("a need scored", score(f"n{need}", (number + 5 * shown) % 11), shown)
    own.compare("a need scored")


def cards(own: Followed, pairs: list[tuple[int, int]], shown: bool) -> None:
    for number, (a, b) in enumerate(pairs):
        own.edit("a process between two, added", put_between(f"p{a}", f"p{b}", f"new{number}"), shown)
    own.compare("a process added")
    for number in range(len(pairs)):
        own.edit("a process between two, deleted", take_out(f"new{number}"), shown)
    own.compare("a process deleted")


def draw(verb: str, source: str, target: str) -> Edit:
    return lambda draft: draft.add_link(verb, source, target)


def cut(verb: str, source: str, target: str) -> Edit:
    return lambda draft: draft.remove(LINK, link_key(verb, source, target))


def score(need: str, importance: int) -> Edit:
    return lambda draft: draft.set(CARD, need, importance=importance)


def put_between(near: str, deeper: str, new: str) -> Edit:
    def edit(draft: Draft) -> None:
        draft.add_card("process", {"title": "New"}, new)
        draft.add_link("depends_on", near, new)
        draft.add_link("depends_on", new, deeper)

    return edit


def take_out(card: str) -> Edit:
    return lambda draft: draft.delete_card(card)


def by_networkx(board: Board) -> list[dict[str, int]]:
    """{process: distance} for each need by opportunity, one search a need."""
    graph: networkx.DiGraph[str] = networkx.DiGraph()
    for verb in ("satisfies", "creates", "depends_on"):
        for link in board.links(verb):
            graph.add_edge(*((link.source, link.target) if verb == "depends_on" else (link.target, link.source)))
    found = []
    for need in backward_map(board).opportunities:
        lengths = networkx.single_source_shortest_path_length(graph, need.id)
        found.append({card: n - 1 for card, n in lengths.items() if n > 1})
    return found


def anew(own: Followed, rounds: int) -> dict[str, float]:
    """What the same would cost made anew: the best of several rounds in milliseconds."""
    whole = nets.ways(own.net)
    by_name = {way.name: way.run for way in whole if way.name.startswith("networkx")}
    work: dict[str, Callable[[], Any]] = {
        "networkx, a search a need": next(iter(by_name.values())),
        "`backward_map(board)` with depths": lambda: backward_map(own.board).distances.depths,
        "`LiveMap(board)`, begun anew": lambda: LiveMap(own.board),
    }
    found = dict.fromkeys(work, float("inf"))
    for _ in range(rounds):
        for name, run in work.items():
            gc.collect()
            start = time.perf_counter()
            run()
            found[name] = min(found[name], (time.perf_counter() - start) * 1e3)
    return found


def report(own: Followed, rounds: int, repeats: int) -> bool:
    """Print one table; whether the map was right throughout."""
    gc.collect()
    edits(own, rounds)
    if levels(own.live.picture()) != by_networkx(own.board):
        own.wrong.append("networkx")
    whole = anew(own, repeats)
    best = whole["`backward_map(board)` with depths"]
    slow = whole["networkx, a search a need"]
    net = own.net
    print(f"### {net.kind}: {net.processes:,} processes, {len(net.pairs):,} dependencies, {len(net.direct):,} needs\n")
    print("Anew: " + ", ".join(f"{name} {ms:,.1f} ms" for name, ms in whole.items()) + ".\n")
    print(
        "| one edit | median ms | 95 % | shown, median | whole map takes | networkx takes |\n|---|--:|--:|--:|--:|--:|"
    )
    for name, times in own.apply.items():
        median, late = statistics.median(times), sorted(times)[int(len(times) * 0.95)]
        shown = statistics.median(own.show[name])
        print(f"| {name} | {median:.4f} | {late:.3f} | {shown:.3f} | {best / median:,.0f} × | {slow / median:,.0f} × |")
    said = (
        f"**other than afresh after: {', '.join(own.wrong)}**" if own.wrong else "the same as afresh, and as networkx"
    )
    print(f"\nThe map: {said}.\n")
    return not own.wrong


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="a tenth of the size, few edits")
    quick = parser.parse_args().quick
    size, rounds, repeats = (10, 50, 1) if quick else (1, 500, 3)
    print(f"Measured on: {nets.machine()}. {rounds} dependencies of each sort, a fifth as many of the other edits.\n")
    all_own = [followed(kind, 10_000 // size, 30_000 // size, 1_000 // size) for kind in ("local", "dense")]
    return 0 if all([report(own, rounds, repeats) for own in all_own]) else 1


if __name__ == "__main__":
    sys.exit(main())
