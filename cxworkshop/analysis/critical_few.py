"""A small set of processes that touches every one of the most promising needs. Knows no board."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from cxworkshop.analysis.distances import P
from cxworkshop.words import N_

TOP = 5

FORMULA = N_("a small set of processes that touches every one of the top needs: greedy set cover, ties by influence")
SOURCE = N_("V. Chvátal, A greedy heuristic for the set-covering problem, 1979")


def critical_few(
    reached: Mapping[P, int], wanted: int, influence: Mapping[P, float], place: Callable[[P], Any]
) -> list[P]:
    """Processes that together reach every need in the mask `wanted`, in the order of choice (greedy set cover).

    Each time the process that reaches most of the needs still open; ties by larger influence, then by `place`.
    `reached` maps processes to masks of needs. Needs that no process reaches are left out.
    """
    useful = {process: mask & wanted for process, mask in reached.items() if mask & wanted}
    chosen: list[P] = []
    while useful:
        best = min(useful, key=lambda own: (-useful[own].bit_count(), -influence.get(own, 0.0), place(own)))
        covered = useful[best]
        chosen.append(best)
        useful = {process: mask & ~covered for process, mask in useful.items() if mask & ~covered}
    return chosen
