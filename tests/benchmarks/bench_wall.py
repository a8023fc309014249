"""How fast the wall is at 1,000, 5,000 and 20,000 cards, beside the goals and beside two programs that only paint.

    python tests/benchmarks/bench_wall.py [--cards 1000 5000 20000] [--rounds 3]

prints Markdown for docs/benchmarks.md, which says how it is measured. Where the environment variable CXWORKSHOP_SHARED
(or ../shared) holds tools/bench, its programs run in turn with ours: "L", one widget that paints itself over a static
layer, and "I", plain QGraphicsItems.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.wall import goals, programs
from tests.benchmarks.wall.workshop import workshop, write

__all__ = ["workshop"]

Runs = list[programs.Figures]


def measure(size: int, rounds: int, folder: Path) -> tuple[programs.Figures, programs.Figures, programs.Figures]:
    """(ours, L, I): the best of rounds in which they take turns; I, the slowest by far, runs once."""
    own: Runs = []
    line: Runs = []
    for _ in range(rounds):
        own.append(programs.ours(size, folder))
        line.append(programs.single(size, folder))
    return programs.best(own), programs.best(line), programs.items(size, folder)


def machine(rounds: int) -> str:
    """What it was measured on."""
    lines = Path("/proc/cpuinfo").read_text().splitlines() if Path("/proc/cpuinfo").exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return (
        f"Measured on: {names[0] if names else platform.machine()}, {os.cpu_count()} cores; {platform.system()}; "
        f"Python {platform.python_version()}, PySide6 {version('PySide6-Essentials')}. Best of {rounds} rounds; "
        f"load before {os.getloadavg()[0]:.1f}."
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cards", type=int, nargs="+", default=[1000, 5000, 20000])
    parser.add_argument("--rounds", type=int, default=3)
    told = parser.parse_args()
    print(machine(told.rounds), flush=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for size in (0, *told.cards):
            write(folder / f"{size}.cxw", size)
        found = {size: measure(size, told.rounds, folder) for size in told.cards}
        line = found[5000][1] if 5000 in found else programs.best([programs.single(5000, folder)])
    factors = goals.slower(line)
    if factors:
        print(f"\nL here is {factors['']:.2f} times as slow as there, in the median of its rows.")
    for size, (ours, own_line, items) in found.items():
        print(f"\n### {size:,} cards\n\n{goals.table(size, ours, own_line, items, factors)}\n\n{goals.remarks(ours)}")


if __name__ == "__main__":
    main()
